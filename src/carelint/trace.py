"""Why a sentence is flagged, or is not: what each rule saw in it, for those who write rules.

    trace_line("posts/draft.md", 12)

The steps are those of `engine.check`, told one by one: tokens and labels, the tree,
which patterns begin to match, which part is missing, and what excuses the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from carelint import readers
from carelint.annotators.clauses import parts
from carelint.annotators.parser import Parser, Tree
from carelint.document import Document, Location, ReadError
from carelint.engine import annotated, findings, shortened
from carelint.finding import Finding
from carelint.judgement import judge, parser_input
from carelint.matching import Match, absent_parts
from carelint.names import Names
from carelint.pattern import Claim, Phrase
from carelint.phrase import choice_ends, longest_match, match_phrase
from carelint.place import Places
from carelint.reading import Reading
from carelint.rule import Pattern, Rule
from carelint.ruleset import CompiledRule, RuleSet
from carelint.run import Run


def trace_line(path: str, line: int, names: Iterable[str] = ()) -> list[str]:
    """What `trace` says of a line of a file, under the config that governs it; `names`
    are codes, ids or families of the rules that are wanted.

    Raises document.ReadError, config.ConfigError, ruleset.RuleErrors,
    parser.ModelMissing and names.UnknownRule.
    """
    setup = Run().setup_for(path)
    known = Names(setup.known)
    wanted = {known.require(name) for name in names}
    chosen = {id_ for _, id_, family in setup.known if {id_, family} & wanted}
    try:
        document = readers.read(Path(path).read_bytes(), path)
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror}") from error
    return list(trace(document, setup.rules, setup.parser, line, chosen))


def trace(
    document: Document,
    rules: RuleSet,
    parser: Parser,
    line: int,
    chosen: Collection[str] = (),
) -> Iterator[str]:
    """Lines about every sentence that stands on a line (1-based) of the source.

    `chosen` are ids of rules: only those, told in full, with the phrases of which
    only the beginning matches. Raises parser.ModelMissing.
    """
    known = annotated(document, rules)
    found = findings(known, rules, parser)
    for index, sentence in enumerate(document.sentences):
        place = document.locate(sentence.span)
        if not place.line <= line <= place.end_line:
            continue
        reading = known.readings.of(index)
        tree = parser.parse([parser_input(reading)])[0]
        yield f"{place.line}:{place.column} {reading.block.kind}: {_flat(document, reading)}"
        if index not in known.prose:
            yield "  No claim is looked for here: no page about mental health, or no prose."
        yield from _words(reading, tree)
        reported = [f for f in found if _within(f.location, place)]
        for compiled in rules.rules:
            if not chosen or compiled.rule.id in chosen:
                told = _rule(
                    compiled, reading, tree, rules, parser, known.places, full=bool(chosen)
                )
                yield from told
                yield from _outdone(compiled.rule, told, reported)
        for finding in reported:
            if not chosen or finding.rule in chosen:
                yield f"  reported: {finding.code} {finding.rule}: “{finding.text}”"


def _within(found: Location, place: Location) -> bool:
    """Whether a finding begins in a sentence."""
    start = (found.line, found.column)
    return (place.line, place.column) <= start < (place.end_line, place.end_column)


def _outdone(rule: Rule, told: list[str], reported: list[Finding]) -> Iterator[str]:
    """A line where a rule matches and another of its family speaks for the same fault."""
    stronger = [finding.code for finding in reported if finding.family == rule.family]
    matches = any(line.endswith(": matches") for line in told)
    if matches and stronger and rule.code not in stronger:
        yield f"    left to {', '.join(stronger)}: one finding a fault"


def _flat(document: Document, reading: Reading) -> str:
    text = " ".join(document.slice(reading.sentence.span).split())
    lead = " ".join(reading.words[: reading.own])
    return f"“{text}” after its lead-in “{lead}”" if lead else f"“{text}”"


def _words(reading: Reading, tree: Tree) -> Iterator[str]:
    """A line for each token: the word, its tag, the edge to its head, its labels."""
    width = min(max((len(word) for word in reading.words), default=1), 20)
    for i, word in enumerate(reading.words):
        head = "root" if tree.heads[i] == i else f"{tree.deps[i]} of {reading.words[tree.heads[i]]}"
        names = " ".join(f"<{name}>" for name in sorted(reading.names_at(i)))
        yield f"  {word:{width}}  {tree.tags[i]:5} {head:24} {names}".rstrip()


def _rule(
    compiled: CompiledRule,
    reading: Reading,
    tree: Tree,
    rules: RuleSet,
    parser: Parser,
    places: Places,
    *,
    full: bool,
) -> list[str]:
    """What a rule saw: a line for each pattern that matches or comes near."""
    told: list[str] = []
    for pattern, flag in zip(compiled.rule.flag, compiled.flag, strict=True):
        said = _source(pattern)
        if isinstance(flag, Claim):
            told += _claim(compiled, flag, reading, tree, rules, parser, places, said)
            continue
        for start, end in match_phrase(flag, reading):
            match = Match(compiled, reading, start, end, phrase=flag)
            told.append(f"{said}: {_verdict(match, rules, parser, places)}")
        if full and not any(match_phrase(flag, reading)):
            told.append(f"{said}: {_near(flag, reading)}")
    if full and not told:
        told.append("none of its patterns begins here")
    name = f"  {compiled.rule.code} {compiled.rule.id}"
    return [name, *(f"    {line}" for line in told)] if told else []


def _claim(
    compiled: CompiledRule,
    claim: Claim,
    reading: Reading,
    tree: Tree,
    rules: RuleSet,
    parser: Parser,
    places: Places,
    said: str,
) -> Iterator[str]:
    """A line for each word that may be the claim's verb."""
    for start in range(len(reading.norms)):
        end = next(choice_ends(claim.does, reading, start), None)
        if end is None:
            continue
        match = Match(compiled, reading, start, end, claim)
        verb = " ".join(reading.words[start:end])
        absent = list(absent_parts(claim, reading))
        if absent:
            yield f"{said}: “{verb}” matches; nothing in the sentence can be its {absent[0]}"
            continue
        claimed = parts(tree, reading.norms, start, end)
        seen = ", ".join(
            f"{name} “{_text(reading, at)}”"
            for name, at in (("who", claimed.who), ("what", claimed.what))
            if at
        )
        yield f"{said}: “{verb}” with {seen or 'nobody'}: {_verdict(match, rules, parser, places)}"


def _verdict(match: Match, rules: RuleSet, parser: Parser, places: Places) -> str:
    if match.end <= match.reading.own and match.phrase is not None:
        return "matches the lead-in only"
    kinds = match.rule.rule.blocks
    if kinds and match.reading.block.kind not in kinds:
        return f"matches, but the rule reads only {', '.join(kinds)}"
    rule = match.rule
    for pattern, condition in zip(rule.rule.with_, rule.with_, strict=True):
        if not places.holds(condition, match.span):
            return f"matches, but not `with {pattern.text}`"
    for pattern, condition in zip(rule.rule.unless, rule.unless, strict=True):
        if not condition.standing and places.holds(condition, match.span):
            return f"matches, but `unless {pattern.text}`"
    judged = next(judge([match], rules, parser))
    if judged.missing:
        return f"matches, but not its `{judged.missing}`"
    if judged.excuses:
        return f"matches, but is {', '.join(sorted(judged.excuses))}"
    return "matches"


def _near(phrase: Phrase, reading: Reading) -> str:
    """How far a phrase gets at its best."""
    start, end, done = longest_match(phrase, reading)
    if not done:
        return "does not begin here"
    words = " ".join(reading.words[start:end])
    return f"begins with “{words}”, then element {done + 1} of {len(phrase.elements)} is missing"


def _source(pattern: Pattern) -> str:
    """The pattern as its rule file has it, shortened, with its line in that file."""
    text = pattern.text or ", ".join(f"{key}: {part}" for key, part in pattern.parts)
    return f"pattern on line {pattern.line} `{shortened(text, 60)}`"


def _text(reading: Reading, positions: Collection[int]) -> str:
    return " ".join(reading.words[i] for i in sorted(positions))
