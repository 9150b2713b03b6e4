"""The rule language: phrases, claims and conditions, compiled and matched.

    guarantee|promise ... <outcome>      words in order
    =word (very) a|b <term>              only itself, may be absent, either, a term or label
    ^ stop                               at the beginning of the sentence
    ... and ..                           up to six words, up to two
    <citation> in reach                  a condition: a label and its place
    negated                              a condition: a standing

This module is the language's only home: it knows neither rules' meaning nor
documents' formats.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from carelint.inflect import all_forms
from carelint.reading import Reading
from carelint.rule import Pattern
from carelint.tokens import tokenize
from carelint.yaml_source import nearest

STANDINGS = ("negated", "hedged", "possible", "asked", "supposed", "reported", "refuted", "purposed")
PLACES = ("match", "sentence", "reach", "paragraph", "section", "document", "heading")
#: In `who`: nobody is named, as in "Eases panic", so the offer is meant.
IMPLIED = "implied"
#: In `what`: nothing is acted on, as in "the panic fades".
NOTHING = "nothing"
#: How many words `...` may stand for.
GAP = 6
#: How many words `..` may stand for.
NEAR = 2
_STOPS_GAP = frozenset(";:—–()[]|")
_PIECE = re.compile(r"\.\.\.?(?!\S)|\([^()\s][^()]*\)|\S+")
_CONDITION = re.compile(r"(?P<what>.+?) in (?:the |a )?(?P<place>[a-z]+)$")


class PatternError(ValueError):
    """A pattern that cannot be compiled; the message says why."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of these norms, exact texts, sequences of norms, or labels."""

    norms: frozenset[str] = frozenset()
    exact: frozenset[str] = frozenset()
    sequences: tuple[tuple[str, ...], ...] = ()
    labels: frozenset[str] = frozenset()

    @property
    def only_labels(self) -> bool:
        return not (self.norms or self.exact or self.sequences)


@dataclass(frozen=True, slots=True)
class Maybe:
    """Elements that may be absent."""

    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to so many words."""

    most: int = GAP


@dataclass(frozen=True, slots=True)
class Start:
    """The beginning of the sentence; marks before its first word do not count."""


Element = Choice | Maybe | Gap | Start


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in order."""

    elements: tuple[Element, ...]
    trigger: Choice

    @property
    def is_label(self) -> bool:
        """Whether the phrase is nothing but `<label>` or `<a>|<b>`."""
        return len(self.elements) == 1 and self.trigger.only_labels


@dataclass(frozen=True, slots=True)
class Claim:
    """Who does what, in any voice and order; None means: anything or nothing."""

    does: Choice
    who: Choice | None = None
    what: Choice | None = None
    how: Choice | None = None
    #: Who it must not be; somebody or something must act all the same.
    but_not: Choice | None = None

    @property
    def is_label(self) -> bool:
        return False

    @property
    def trigger(self) -> Choice:
        return self.does


@dataclass(frozen=True, slots=True)
class Condition:
    """A standing, or a phrase with its place."""

    standing: str = ""
    phrase: Phrase | None = None
    place: str = ""


def compile_flag(pattern: Pattern, names: Collection[str]) -> Phrase | Claim:
    """A phrase or a claim; `names` are the terms and labels that exist.

    Raises PatternError.
    """
    if not pattern.parts:
        return compile_phrase(pattern.text, names)
    keys = {"not": "but_not"}
    parts = {keys.get(key, key): _choice(text, names) for key, text in pattern.parts}
    return Claim(**parts)


def compile_phrase(text: str, names: Collection[str]) -> Phrase:
    """Words in order. Raises PatternError."""
    elements = tuple(_elements(text, names))
    triggers = [element for element in elements if isinstance(element, Choice)]
    if not triggers:
        raise PatternError(f"`{text}` needs at least one word that must be there")
    # The rarest element wakes the phrase: words before labels, few before many.
    trigger = min(triggers, key=lambda c: (len(c.labels) * 1000, len(c.norms) + len(c.sequences)))
    return Phrase(elements, trigger)


def compile_condition(pattern: Pattern, names: Collection[str]) -> Condition:
    """A standing, or `PHRASE in the PLACE`. Raises PatternError."""
    text = " ".join(pattern.text.split())
    if text in STANDINGS:
        return Condition(standing=text)
    match = _CONDITION.match(text)
    if not match:
        raise PatternError(
            f"`{text}` is neither a standing{nearest(text, STANDINGS)} nor `… in the <place>`"
        )
    place = match["place"]
    if place not in PLACES:
        raise PatternError(f"unknown place `{place}`{nearest(place, PLACES)}")
    return Condition(phrase=compile_phrase(match["what"], names), place=place)


def _elements(text: str, names: Collection[str]) -> Iterator[Element]:
    for piece in _PIECE.findall(text):
        if piece == "...":
            yield Gap()
        elif piece == "..":
            yield Gap(NEAR)
        elif piece == "^":
            yield Start()
        elif piece.startswith("(") and piece.endswith(")") and len(piece) > 2:
            yield Maybe(tuple(_elements(piece[1:-1], names)))
        else:
            yield _choice(piece, names)


def _choice(text: str, names: Collection[str]) -> Choice:
    norms: set[str] = set()
    exact: set[str] = set()
    labels: set[str] = set()
    sequences: list[tuple[str, ...]] = []
    for option in text.split("|"):
        if option.startswith("<") and option.endswith(">"):
            name = option[1:-1]
            if name not in names and name not in (IMPLIED, NOTHING):
                raise PatternError(f"unknown term or label `{option}`{nearest(name, names)}")
            labels.add(name)
            continue
        word = option.removeprefix("=")
        parts = tuple(tokenize(word.lower()).norms)
        if not parts:
            raise PatternError(f"`{text}` has an empty alternative")
        if option.startswith("=") and word != word.lower():
            exact.add(word)
        elif len(parts) > 1:
            sequences += [parts, tuple(part for part in parts if part != "-")]
        elif option.startswith("="):
            norms.add(parts[0])
        else:
            norms |= all_forms(parts[0])
    return Choice(
        frozenset(norms), frozenset(exact), tuple(dict.fromkeys(sequences)), frozenset(labels)
    )


def choice_ends(choice: Choice, reading: Reading, position: int) -> Iterator[int]:
    """The positions after a choice that matches at a position, the longest first."""
    norms = reading.norms
    ends = {end for name, end, _ in reading.labels.get(position, ()) if name in choice.labels}
    if position < len(norms):
        if norms[position] in choice.norms or reading.words[position] in choice.exact:
            ends.add(position + 1)
        for sequence in choice.sequences:
            if tuple(norms[position : position + len(sequence)]) == sequence:
                ends.add(position + len(sequence))
    yield from sorted(ends, reverse=True)


def names(phrase: Phrase, reading: Reading, position: int) -> bool:
    """Whether an element of the phrase names the word at a position."""
    todo = list(phrase.elements)
    while todo:
        element = todo.pop()
        if isinstance(element, Maybe):
            todo += element.elements
        elif isinstance(element, Choice) and (
            element.labels & reading.names_at(position)
            or next(choice_ends(element, reading, position), None) is not None
        ):
            return True
    return False


def match_phrase(phrase: Phrase, reading: Reading) -> Iterator[tuple[int, int]]:
    """Each `(start, end)` in positions where a phrase matches, no two overlapping."""
    failed: set[tuple[int, int]] = set()
    position = 0
    while position < len(reading.norms):
        end = _match(phrase.elements, 0, reading, position, failed)
        if end is not None and end > position:
            yield position, end
            position = end
        else:
            position += 1


def _match(
    elements: tuple[Element, ...],
    index: int,
    reading: Reading,
    position: int,
    failed: set[tuple[int, int]],
) -> int | None:
    """The end of the first match of `elements[index:]`; `failed` keeps the search linear."""
    if index == len(elements):
        return position
    if (index, position) in failed:
        return None
    for after in _steps(elements[index], reading, position):
        end = _match(elements, index + 1, reading, after, failed)
        if end is not None:
            return end
    failed.add((index, position))
    return None


def _steps(element: Element, reading: Reading, position: int) -> Iterator[int]:
    if isinstance(element, Choice):
        yield from choice_ends(element, reading, position)
    elif isinstance(element, Maybe):
        inner = _match(element.elements, 0, reading, position, set())
        if inner is not None:
            yield inner
        yield position
    elif isinstance(element, Start):
        if not any(norm[0].isalnum() for norm in reading.norms[reading.own : position]):
            yield position
    else:
        yield position
        words = 0
        while words < element.most and position < len(reading.norms):
            if reading.norms[position] in _STOPS_GAP:
                return
            words += reading.norms[position][0].isalnum()
            position += 1
            yield position
