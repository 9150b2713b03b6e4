"""A reading: one sentence as the matcher and the parser take it.

A reading holds the sentence's tokens and the labels over them. What would lead
the parser astray is left out (a citation in brackets), and what a person reads
along is put before it: the lead-in of a list stands before each of its items,
so that "Our method cures:" and "anxiety" are read as one sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate

from carelint.document import Block, Document, Sentence, Span
from carelint.label import Label, Labels

_SHORT_CELL = 3
#: Signs that only confuse the parser: "CalmCode™ erases ...".
_SIGNS = frozenset("™®*†‡")
# An item that opens with a label of up to five words.
_LABELLED = re.compile(r"(?:[\w’'&-]+ ){0,4}[\w’'&-]+: ")
#: Labels whose bracketed text is left out of a reading.
_LEFT_OUT = ("citation", "citation-broken")
_BRACKETS = frozenset("([^⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class Reading:
    """Parallel lists by position: the document's token index, its norm, its text."""

    document: Document
    #: The index of the sentence in its document.
    index: int
    tokens: list[int]
    norms: list[str]
    words: list[str]
    #: Whether white space follows.
    spaces: list[bool]
    #: The first position that belongs to the sentence itself, after a lead-in.
    own: int = 0
    #: The labels that begin at a position, with the position after their last token.
    labels: dict[int, list[tuple[str, int, Label]]] = field(default_factory=dict)
    #: The names of the labels that cover each position.
    covering: list[set[str]] = field(default_factory=list)
    #: All norms of the reading, and all names of its labels.
    vocabulary: frozenset[str] = frozenset()
    label_names: frozenset[str] = frozenset()
    #: All labels of the document, for what stands before the sentence.
    all_labels: Labels = field(default_factory=Labels)

    @property
    def sentence(self) -> Sentence:
        return self.document.sentences[self.index]

    @property
    def block(self) -> Block:
        return self.document.blocks[self.sentence.block]

    def span(self, start: int, end: int) -> Span:
        """The span in the text of positions `[start, end)`, cut to the sentence itself;
        the whole sentence where they lie before it.
        """
        tokens = self.document.tokens
        if self.own >= len(self.tokens):
            return self.sentence.span
        if end <= self.own:
            end = len(self.tokens)
        first, last = self.tokens[max(start, self.own)], self.tokens[end - 1]
        return Span(tokens.starts[first], max(tokens.ends[last], tokens.ends[first]))

    def attach(self, label: Label) -> None:
        """Put a label over the whole sentence, after those that it was made with."""
        self.labels.setdefault(self.own, []).append((label.name, len(self.tokens), label))
        for names in self.covering[self.own :]:
            names.add(label.name)
        self.label_names |= {label.name}

    def names_at(self, position: int) -> set[str]:
        """The names of all labels that cover a position."""
        return self.covering[position]


class Readings:
    """The readings of a document's sentences, each made once, when it is asked for."""

    def __init__(self, document: Document, labels: Labels) -> None:
        self._document, self._labels = document, labels
        self._readings: dict[int, Reading] = {}
        # Raised signs and references to notes, in order of place, with the furthest end so far:
        # one may lie within another.
        notes = (mark.span for mark in document.marks if mark.kind in ("sup", "note"))
        self._notes = sorted(notes)
        self._note_ends = list(accumulate((span.end for span in self._notes), max))

    def of(self, index: int) -> Reading:
        """The reading of the sentence with this index in the document."""
        if index not in self._readings:
            document, sentence = self._document, self._document.sentences[index]
            lead = self._lead_in(sentence)
            reading = _reading(document, index, [*lead, *self._kept(sentence.span)], len(lead))
            reading.all_labels = self._labels
            _attach(reading, self._labels)
            self._readings[index] = reading
        return self._readings[index]

    def _kept(self, span: Span) -> list[int]:
        """The tokens of a span that the parser shall see."""
        tokens, text = self._document.tokens, self._document.text
        out = [
            label.span
            for name in _LEFT_OUT
            for label in self._labels.within(name, span)
            if text[label.span.start] in _BRACKETS
        ]
        for note in self._notes[bisect_right(self._note_ends, span.start) :]:
            if note.start >= span.end:
                break
            out.append(note)
        return [
            i for i in tokens.between(span.start, span.end)
            if tokens.norms[i] not in _SIGNS
            and not any(s.start <= tokens.starts[i] < s.end for s in out)
        ]  # fmt: skip

    def _lead_in(self, sentence: Sentence) -> list[int]:
        """The tokens of the clause that introduces a list item, without its colon."""
        document = self._document
        block = document.blocks[sentence.block]
        if block.kind == "cell" and block.cell and block.cell[1] > 0 and block.cell[0] > 0:
            return _row_head(document, sentence)
        if block.kind != "item" or block.lead is None or sentence.span.start > block.span.start:
            return []
        if _LABELLED.match(document.slice(sentence.span)):
            return []  # "Better sleep: therapy stops the nightmares" is a sentence of its own
        lead = document.blocks[block.lead]
        text = document.slice(lead.span).rstrip("*_ ")
        if lead.kind == "heading" or not text.endswith((":", "…", "...", "—", "–")):
            return []
        tokens = self._kept(document.sentences_of(block.lead)[-1].span)
        while tokens and not document.text[document.tokens.starts[tokens[-1]]].isalnum():
            tokens.pop()
        return tokens


def _row_head(document: Document, sentence: Sentence) -> list[int]:
    """The tokens of the first cell of a table row: "Cravings | Erased" is read as one."""
    block = document.blocks[sentence.block]
    row = block.cell[0] if block.cell else -1
    if len(document.tokens.between(sentence.span.start, sentence.span.end)) > _SHORT_CELL:
        return []  # a cell that says enough by itself
    for index in range(sentence.block - 1, -1, -1):
        head = document.blocks[index]
        if head.group != block.group or not head.cell or head.cell[0] != row:
            return []
        if head.cell[1] == 0:
            return list(document.tokens.between(head.span.start, head.span.end))
    return []


def _reading(document: Document, index: int, kept: list[int], own: int) -> Reading:
    tokens, text = document.tokens, document.text
    words, norms, spaces = [], [], []
    for place, i in enumerate(kept):
        end = tokens.ends[i]
        words.append(text[tokens.starts[i] : end].replace("’", "'"))
        norms.append(tokens.norms[i])
        after = place + 1 < len(kept) and (kept[place + 1] != i + 1)
        spaces.append(after or (end < len(text) and text[end].isspace()))
    return Reading(document, index, kept, norms, words, spaces, own)


def _attach(reading: Reading, labels: Labels) -> None:
    """Give a reading the labels over it."""
    reading.covering = [set() for _ in reading.tokens]
    at = {token: position for position, token in enumerate(reading.tokens)}
    tokens = reading.document.tokens
    found: dict[int, list[tuple[str, int, Label]]] = defaultdict(list)
    for span in _stretches(reading):
        for name in labels.names():
            for label in labels.within(name, span):
                covered = tokens.overlapping(label.span.start, label.span.end)
                places = [at[i] for i in covered if i in at]
                if places:
                    found[places[0]].append((name, places[-1] + 1, label))
                    for place in range(places[0], places[-1] + 1):
                        reading.covering[place].add(name)
    reading.labels = dict(found)
    reading.vocabulary = frozenset(reading.norms)
    reading.label_names = frozenset().union(*reading.covering)


def _stretches(reading: Reading) -> Iterable[Span]:
    """The spans of the lead-in and of the sentence."""
    tokens = reading.document.tokens
    for part in (reading.tokens[: reading.own], reading.tokens[reading.own :]):
        if part:
            yield Span(tokens.starts[part[0]], tokens.ends[part[-1]])
