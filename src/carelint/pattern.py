"""The rule language: phrases, claims and conditions, compiled and matched.

    guarantee|promise ... <outcome>      words in order
    =word (very) a|b <term>              only itself, may be absent, either, a term or label
    ^ stop                               at the beginning of the sentence
    ... and ..                           up to six words, up to two
    <citation> in reach                  a condition: a label and its place
    negated                              a condition: a standing

This module is the language's only home: it knows neither rules' meaning nor
documents' formats. `phrase.py` matches what is compiled here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from carelint.inflect import all_forms
from carelint.rule import Pattern
from carelint.tokens import tokenize
from carelint.yaml_source import nearest

STANDINGS = (
    "negated",
    "hedged",
    "possible",
    "asked",
    "supposed",
    "reported",
    "refuted",
    "purposed",
)
PLACES = ("match", "sentence", "reach", "paragraph", "section", "document", "heading")
#: In `who`: nobody is named, as in "Eases panic", so the offer is meant.
IMPLIED = "implied"
#: In `what`: nothing is acted on, as in "the panic fades".
NOTHING = "nothing"
#: How many words `...` may stand for.
GAP = 6
#: How many words `..` may stand for.
NEAR = 2
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
