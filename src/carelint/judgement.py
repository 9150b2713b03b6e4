"""Stage 2: the parser decides who does what, and whether it is asserted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from carelint.annotators.clauses import Parts, parts
from carelint.annotators.parser import Parser, Tree
from carelint.annotators.standing import Standings
from carelint.context import OFFERED, PRONOUNS, affirmed, antecedents
from carelint.document import Span
from carelint.matching import Match
from carelint.pattern import IMPLIED, NOTHING, Choice, Claim
from carelint.phrase import choice_ends
from carelint.reading import Reading
from carelint.ruleset import RuleSet

_KNOWN_TO_THE_MODEL = {"treatment": "therapy", "condition": "depression"}
#: Terms of verbs that act on something.
_EFFECTS = frozenset(("cures", "heals", "reduces", "restores", "rewires"))
#: Words of those terms that are plural nouns as well, so that the parser must decide.
_ALSO_NOUNS = frozenset(
    """
    cures ends stops breaks beats fixes cuts lifts drops blocks boosts releases balances calms
    sparks saves masters rescues remedies repairs resets reboots changes floods fights slows
    kicks supports rests comforts grounds cools detoxes fuels works cracks shakes purges deletes
    """.split()
)
_SHOWN_IN_CAPITALS = ("heading", "button", "link", "alt", "caption")
#: Kinds of block in which a sentence need not name its subject.
FRAGMENTS = frozenset(("heading", "button", "link", "alt", "caption", "item", "cell"))


@dataclass(frozen=True, slots=True)
class Judged:
    """A match with the words to mark, or with what speaks against it: the part of the
    claim that is `missing` (who, what, how), or the standings that are its `excuses`.
    """

    match: Match
    span: Span | None
    missing: str = ""
    excuses: frozenset[str] = frozenset()


def stands(found: Sequence[Match], rules: RuleSet, parser: Parser) -> Iterator[tuple[Match, Span]]:
    """The matches that hold as claims and in their standing, with the words to mark.

    Raises parser.ModelMissing.
    """
    for judged in judge(found, rules, parser):
        if judged.span is not None:
            yield judged.match, judged.span


def judge(found: Sequence[Match], rules: RuleSet, parser: Parser) -> Iterator[Judged]:
    """Every match with its judgement, in order. Raises parser.ModelMissing."""
    readings = {id(m.reading): m.reading for m in found if m.claim or m.rule.standings}
    trees = dict(
        zip(readings, parser.parse([parser_input(r) for r in readings.values()]), strict=True)
    )
    standings = {key: Standings(r, trees[key], rules.cues) for key, r in readings.items()}
    for match in found:
        key = id(match.reading)
        if not match.claim and not match.rule.standings:
            yield Judged(match, match.span)
            continue
        claimed = parts(trees[key], match.reading.norms, match.start, match.end)
        if match.claim and (missing := _missing(match, match.claim, trees[key], claimed)):
            yield Judged(match, None, missing)
            continue
        inside = {*match.inside, *_manner(match, claimed)}
        excuses = match.rule.standings & set(standings[key].of(claimed.root, claimed.who, inside))
        if not excuses:
            yield Judged(match, _marked(match, claimed))
        elif excuses == {"asked"} and (answer := affirmed(match.reading)):
            yield Judged(match, answer)
        else:
            yield Judged(match, None, excuses=excuses)


def parser_input(reading: Reading) -> tuple[list[str], list[bool]]:
    """The words for the parser. It was not trained on capitals, so headings lose theirs."""
    words = reading.words
    letters = [word for word in words if word[0].isalpha()]
    shouted = not any(word.islower() for word in letters)
    small = sum(word[0].islower() for word in letters)
    if shouted or small * 2 < len(letters) or reading.block.kind in _SHOWN_IN_CAPITALS:
        words = [w if w.isupper() and len(w) > 1 and not shouted else w.lower() for w in words]
    return [_plain(reading, i, word) for i, word in enumerate(words)], reading.spaces


def _plain(reading: Reading, position: int, word: str) -> str:
    """A word that the model knows in the place of one that it may not know: of an
    abbreviation of a treatment, or of a rare verb ("unclenches").
    """
    names = {name for name, end, _ in reading.labels.get(position, ()) if end == position + 1}
    if word.isupper() and len(word) > 1:
        return next((_KNOWN_TO_THE_MODEL[n] for n in _KNOWN_TO_THE_MODEL if n in names), word)
    if word.endswith("s") and names & _EFFECTS and word.lower() not in _ALSO_NOUNS:
        return "reduces"
    return word


def _missing(match: Match, claim: Claim, tree: Tree, claimed: Parts) -> str:
    """The part that a claim names and that does not stand in that part of the clause; or ""."""
    reading = match.reading
    introduced = match.end <= reading.own
    what = claim.what
    if what and NOTHING in what.labels:
        if claimed.transitive:
            return "what"
        what = None
    named = (("what", what, claimed.what), ("how", claim.how, claimed.how))
    for part, choice, positions in named:
        if introduced:  # the lead-in has the verb, so the item must have what it acts on
            positions = frozenset(i for i in positions if i >= reading.own)
        if choice and not any(_covers(choice, reading, tree, i) for i in positions):
            return part
    if introduced and claim.what is None:
        return "what"
    if claim.but_not:
        if any(_excludes(claim.but_not, reading, tree, i) for i in claimed.who):
            return "not"
        return "" if claimed.who or _implied(reading, tree, claimed) else "who"
    if claim.who is None or any(_covers(claim.who, reading, tree, i) for i in claimed.who):
        return ""
    return "" if IMPLIED in claim.who.labels and _implied(reading, tree, claimed) else "who"


def _implied(reading: Reading, tree: Tree, claimed: Parts) -> bool:
    """Whether nobody is named because the offer is meant: "Eases panic", "Stop panic now"."""
    if claimed.who:
        return False
    if any(tree.deps[c] == "auxpass" for c in tree.children[claimed.root]):
        return True  # "cravings are switched off"
    at = claimed.root
    while tree.deps[at] in ("conj", "dobj", "attr", "acomp") and tree.heads[at] != at:
        at = tree.heads[at]
    if tree.heads[at] != at:  # "use paracetamol to ease the pain"
        return False
    return tree.tags[claimed.root] == "VBZ" or reading.block.kind in FRAGMENTS


def _manner(match: Match, claimed: Parts) -> Iterator[int]:
    """The words that say how, where a claim asks for them: "never again", "without effort"."""
    if match.claim and match.claim.how:
        for position in claimed.how:
            for end in choice_ends(match.claim.how, match.reading, position):
                yield from range(position, end)


def _excludes(choice: Choice, reading: Reading, tree: Tree, position: int) -> bool:
    """Whether one who acts is among those named; a pronoun is not, where it may stand
    for a treatment as well.
    """
    if _is_pronoun(reading, tree, position) and OFFERED & antecedents(reading, position):
        return False
    return _covers(choice, reading, tree, position)


def _covers(choice: Choice, reading: Reading, tree: Tree, position: int) -> bool:
    """Whether a choice matches at a position, or at what a pronoun there stands for."""
    if choice.labels & reading.names_at(position):
        return True
    if _is_pronoun(reading, tree, position):
        return bool(choice.labels & antecedents(reading, position))
    return next(choice_ends(choice, reading, position), None) is not None


def _is_pronoun(reading: Reading, tree: Tree, position: int) -> bool:
    """Whether a word stands for something named before: "this helps", not "this course"."""
    return reading.norms[position] in PRONOUNS and tree.deps[position] != "det"


def _marked(match: Match, claimed: Parts) -> Span:
    """The words that the finding marks: the predicate and what it acts on, or who acts."""
    start, end = match.start, match.end
    if match.claim:
        what = match.claim.what
        marked = claimed.what if what and NOTHING not in what.labels else claimed.subject
        own = [i for i in marked if i >= match.reading.own]
        start, end = min([start, *own]), max([end, *(i + 1 for i in own)])
    while end - 1 > start and not match.reading.norms[end - 1][0].isalnum():
        end -= 1  # "overcome panic," ends with the word
    return match.reading.span(start, end)
