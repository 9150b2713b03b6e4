"""The document as the citation finders look at it: its text, terms and inline marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from carelint.document import Block, Document, Mark, Sentence, Span
from carelint.label import Labels


class Page:
    """A document with its labels, and quick answers about places in it."""

    def __init__(self, document: Document, labels: Labels) -> None:
        self.document, self.labels = document, labels
        self.text = document.text

    def marks(self, span: Span, *kinds: str) -> list[Mark]:
        """The marks of these kinds that overlap a span."""
        return [mark for kind in kinds for mark in self._near(kind, span)]

    def marked(self, span: Span, *kinds: str) -> bool:
        """Whether a mark of one of these kinds covers a span."""
        return any(mark.span.covers(span) for mark in self.marks(span, *kinds))

    def italic(self, span: Span) -> bool:
        """Whether just this span is in italics, and not a whole sentence around it."""
        marks = self.marks(span, "emphasis")
        return any(mark.span.covers(span) and len(mark.span) <= len(span) + 6 for mark in marks)

    def term(self, span: Span, *names: str) -> bool:
        """Whether a label of one of these names overlaps a span."""
        return any(self.labels.any(name, span) for name in names)

    def block_of(self, span: Span) -> tuple[int, Block]:
        """The block that a span begins in, with its index."""
        index = max(bisect_right(self._block_starts, span.start) - 1, 0)
        return index, self.document.blocks[index]

    def sentence_of(self, span: Span) -> Sentence:
        """The sentence that a span begins in."""
        index = max(bisect_right(self._sentence_starts, span.start) - 1, 0)
        return self.document.sentences[index]

    def position_of(self, sentence: Sentence) -> int:
        """The index of a sentence in the document."""
        return bisect_left(self._sentence_starts, sentence.span.start)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.document.blocks]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.document.sentences]

    @cached_property
    def _marks(self) -> dict[str, tuple[list[Mark], int]]:
        """The marks of each kind in order of place, and the length of the longest."""
        found: dict[str, list[Mark]] = {}
        for mark in sorted(self.document.marks, key=lambda m: (m.span.start, m.span.end)):
            found.setdefault(mark.kind, []).append(mark)
        return {kind: (marks, max(len(m.span) for m in marks)) for kind, marks in found.items()}

    def _near(self, kind: str, span: Span) -> list[Mark]:
        marks, longest = self._marks.get(kind, ([], 0))
        first = bisect_left(marks, span.start - longest, key=lambda m: m.span.start)
        last = bisect_left(marks, max(span.end, span.start + 1), key=lambda m: m.span.start)
        return [mark for mark in marks[first:last] if mark.span.end > span.start]
