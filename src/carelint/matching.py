"""Stage 1: trigger words wake the patterns that could match; phrases are matched.

Nothing here needs the parser. What comes out are matches: a phrase that stands
there, or the predicate of a claim whose participants the parser must find.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from carelint.annotators.health import is_mental_health_page
from carelint.annotators.wording import LABELS as WORDED
from carelint.context import PRONOUNS
from carelint.document import Document, Span
from carelint.label import Labels
from carelint.pattern import IMPLIED, NOTHING, Choice, Claim, Phrase
from carelint.phrase import choice_ends, match_phrase, may_hold, names
from carelint.reading import Reading, Readings
from carelint.ruleset import CompiledRule, RuleSet

#: Up to this many tokens a text is a draft or a quotation, and is checked whatever it is about.
SHORT = 80
#: Metadata that people read: it is checked like the page itself.
PROSE_METADATA = frozenset(
    """
    title description summary excerpt subtitle tagline headline og:title og:description
    seo.title seo.description meta_description lead
    """.split()
)


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern of a rule at positions `[start, end)` of a reading; a `claim` waits
    for the parser.
    """

    rule: CompiledRule
    reading: Reading
    start: int
    end: int
    claim: Claim | None = None
    phrase: Phrase | None = None

    @property
    def inside(self) -> set[int]:
        """The positions that the pattern itself names, without what its gaps skip; none
        where it is a label of the wording model, whose words say anything.
        """
        positions = range(self.start, self.end)
        if self.phrase is None:
            return set(positions)
        if self.phrase.trigger.labels & WORDED:
            return set()
        return {i for i in positions if names(self.phrase, self.reading, i)}

    @property
    def span(self) -> Span:
        return self.reading.span(self.start, self.end)


def matches(
    document: Document,
    labels: Labels,
    rules: RuleSet,
    readings: Readings,
    prose: Collection[int],
) -> Iterator[Match]:
    """Every match of every pattern in the sentences with these indices, in order."""
    for index, wanted in _awake(document, labels, rules):
        if index not in prose:
            continue
        reading = readings.of(index)
        for at, number in sorted(wanted):
            compiled = rules.rules[at]
            flag = compiled.flag[number]
            if compiled.rule.blocks and reading.block.kind not in compiled.rule.blocks:
                continue
            if isinstance(flag, Claim):
                yield from _claims(compiled, flag, reading)
            elif compiled.standings or not flag.is_label:
                for start, end in match_phrase(flag, reading):
                    if end > reading.own:
                        yield Match(compiled, reading, start, end, phrase=flag)


def _claims(compiled: CompiledRule, claim: Claim, reading: Reading) -> Iterator[Match]:
    """The predicates of a claim; the parts that it names must stand somewhere in the reading."""
    if next(absent_parts(claim, reading), None):
        return
    for position in range(len(reading.norms)):
        end = next(choice_ends(claim.does, reading, position), None)
        if end is not None:
            yield Match(compiled, reading, position, end, claim)


def absent_parts(claim: Claim, reading: Reading) -> Iterator[str]:
    """The parts that a claim names (what, how, who) and nothing in the reading can be."""
    for name, part in (("what", claim.what), ("how", claim.how), ("who", claim.who)):
        implied = part is not None and {IMPLIED, NOTHING} & part.labels
        if part is not None and not implied and not _present(part, reading):
            yield name


def sentences_of_prose(document: Document, labels: Labels) -> Iterator[int]:
    """The indices of the sentences in which claims are looked for, in order.

    A page that is not about the mind has none: "works for everyone" is said of software too.
    """
    if len(document.tokens) <= SHORT or is_mental_health_page(document, labels):
        readable = _readable(document, labels)
        for index, sentence in enumerate(document.sentences):
            if sentence.block in readable:
                yield index


def _present(choice: Choice, reading: Reading) -> bool:
    """Whether a choice stands anywhere in a reading, or a pronoun that may stand for it."""
    if choice.labels and not PRONOUNS.isdisjoint(reading.norms):
        return True
    return may_hold(choice, reading) and any(
        next(choice_ends(choice, reading, position), None) is not None
        for position in range(len(reading.norms))
    )


def _awake(
    document: Document, labels: Labels, rules: RuleSet
) -> Iterator[tuple[int, set[tuple[int, int]]]]:
    """The indices of the sentences that hold a trigger, and the patterns that it wakes."""
    starts = [sentence.span.start for sentence in document.sentences]
    if not starts:
        return
    woken: dict[int, set[tuple[int, int]]] = defaultdict(set)
    tokens, at = document.tokens, 0
    for i, norm in enumerate(tokens.norms):
        if norm in rules.by_norm:
            at = _advance(starts, at, tokens.starts[i])
            woken[at].update(rules.by_norm[norm])
    for name, patterns in rules.by_label.items():
        at = 0
        for label in labels.of(name):
            at = _advance(starts, at, label.span.start)
            woken[at].update(patterns)
    _wake_items(document, woken)
    for index in sorted(woken):
        yield index, woken[index]


def _advance(starts: list[int], at: int, offset: int) -> int:
    """The index of the sentence that an offset stands in, searched from `at` on."""
    while at + 1 < len(starts) and starts[at + 1] <= offset:
        at += 1
    return at


def _wake_items(document: Document, woken: dict[int, set[tuple[int, int]]]) -> None:
    """What a lead-in wakes, it wakes in each of its items; a row's head in its cells."""
    row: set[tuple[int, int]] = set()
    by_block: dict[int, set[tuple[int, int]]] = {}
    for index, sentence in enumerate(document.sentences):
        if index in woken:
            by_block[sentence.block] = woken[index]
        block = document.blocks[sentence.block]
        if block.kind == "item" and block.lead in by_block:
            woken[index] |= by_block[block.lead]
        if block.cell and block.cell[1] == 0:
            row = woken.get(index, set())
        elif block.cell:
            woken[index] |= row


def _readable(document: Document, labels: Labels) -> set[int]:
    """The indices of the blocks whose prose is checked."""
    lists = [label.span for label in labels.of("reference-list")]
    return {
        index
        for index, block in enumerate(document.blocks)
        if block.kind != "note"
        and (block.kind != "metadata" or block.name in PROSE_METADATA)
        and not any(span.overlaps(block.span) for span in lists)
    }
