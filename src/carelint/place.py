"""Where a condition is looked for: the match, its sentence, reach, paragraph, section ..."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from carelint.document import Document, Span
from carelint.label import Labels
from carelint.pattern import Condition
from carelint.phrase import match_phrase
from carelint.reading import Readings


class Places:
    """Answers whether a condition holds for a span of a document."""

    def __init__(self, document: Document, labels: Labels, readings: Readings) -> None:
        self._document, self._labels, self._readings = document, labels, readings

    def holds(self, condition: Condition, span: Span) -> bool:
        """Whether the condition's phrase stands in its place, seen from `span`."""
        return self.first(condition, span) is not None

    def first(self, condition: Condition, span: Span) -> Span | None:
        """Where the condition's phrase stands first, or None."""
        phrase = condition.phrase
        assert phrase is not None
        for place in self._spans(condition.place, span):
            if phrase.is_label:
                for name in sorted(phrase.trigger.labels):
                    for label in self._labels.within(name, place):
                        return label.span
                continue
            for index in self._sentences_in(place):
                reading = self._readings.of(index)
                for start, end in match_phrase(phrase, reading):
                    found = reading.span(start, end)
                    if found.overlaps(place):
                        return found
        return None

    def _spans(self, place: str, span: Span) -> list[Span]:
        document = self._document
        if place == "match":
            return [span]
        if place == "document":
            return [Span(0, len(document.text))]
        index = self._sentence_index(span.start)
        if index is None:
            return [span]
        sentence = document.sentences[index]
        if place == "sentence":
            return [sentence.span]
        block = document.blocks[sentence.block]
        if place == "paragraph":
            return [block.span]
        if place == "heading":
            headings = [document.blocks[i].span for i in block.headings]
            return [block.span, *headings] if block.kind == "heading" else headings
        if place == "reach":
            return self._reach(index)
        return [self._section(sentence.block)]

    def _reach(self, index: int) -> list[Span]:
        """The sentence, the next one, and the last of the same paragraph."""
        sentences = self._document.sentences
        block = self._document.blocks[sentences[index].block]
        last = bisect_left(self._starts, block.span.end) - 1
        reached = dict.fromkeys((index, min(index + 1, last), last))
        return [sentences[i].span for i in reached]

    def _section(self, block: int) -> Span:
        """From the nearest heading to the next of any level."""
        blocks = self._document.blocks
        first = last = block
        while first > 0 and blocks[first].kind != "heading":
            first -= 1
        while last + 1 < len(blocks) and blocks[last + 1].kind != "heading":
            last += 1
        return Span(blocks[first].span.start, blocks[last].span.end)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.span.start for s in self._document.sentences]

    def _sentence_index(self, offset: int) -> int | None:
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 else None

    def _sentences_in(self, span: Span) -> range:
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        return range(first, bisect_right(self._starts, max(span.end - 1, span.start)))
