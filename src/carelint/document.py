"""What a reader hands over: the text, its blocks, and the way back to the source.

`Document.text` is the prose as a person reads it. Each reader appends runs of
`(text, source offset)`, so that every character of the text knows where it
came from: places are kept, never searched for. All offsets are characters
(Unicode code points) of the decoded source without its byte-order mark.
Spaces of any width become a plain space in the text, and characters without
width (a soft hyphen, a zero-width space) are left out of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from carelint.block import KINDS, Block, Comment, Location, Mark, ReadError, Sentence, Span
from carelint.sentence import split
from carelint.tokens import Tokens, tokenize

__all__ = [
    "KINDS", "Block", "Builder", "Comment", "Document", "Location", "Mark", "ReadError",
    "Sentence", "Span",
]  # fmt: skip

_LINE_END = re.compile(r"\r\n|\r|\n")
_WIDE = dict.fromkeys(map(ord, "\xa0\u2002\u2003\u2004\u2005\u2007\u2008\u2009\u200a\u202f"), " ")
_HIDDEN = re.compile("[\xad\u200b\u2060\ufeff]")
_ODD = re.compile("[\xad\xa0\u2002-\u200b\u202f\u2060\ufeff]")


@dataclass(frozen=True)
class Document:
    """Text, blocks, marks and comments of one source."""

    path: str
    source: str
    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    comments: tuple[Comment, ...]
    #: (text start, source start, source end) of each run, in order of the text.
    runs: tuple[tuple[int, int, int], ...] = field(repr=False)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in order; a sentence never crosses a block."""
        return tuple(
            Sentence(Span(start, end), index)
            for index, block in enumerate(self.blocks)
            for start, end in split(self.text, block.span.start, block.span.end)
        )

    def sentences_of(self, block: int) -> list[Sentence]:
        """The sentences of one block, by the index of the block."""
        key = self.blocks[block].span
        first = bisect_left(self.sentences, key.start, key=lambda s: s.span.start)
        last = bisect_left(self.sentences, key.end, key=lambda s: s.span.start)
        return list(self.sentences[first:last])

    @cached_property
    def tokens(self) -> Tokens:
        """The tokens of the whole text."""
        return tokenize(self.text)

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def metadata(self, *names: str) -> Iterator[Block]:
        """The metadata blocks of these keys, in the order of the document."""
        return (b for b in self.blocks if b.kind == "metadata" and b.name in names)

    def place(self, span: Span) -> Span:
        """The span of the source that a span of the text came from."""
        if span.end <= span.start:
            start = self._source_start(span.start)
            return Span(start, start)
        return Span(self._source_start(span.start), self._source_end(span.end))

    def locate(self, span: Span) -> Location:
        """The lines and columns of a span of the text."""
        return self.locate_source(self.place(span))

    def locate_source(self, place: Span) -> Location:
        """The lines and columns of a span of the source."""
        line, column = self._line_column(place.start)
        end_line, end_column = self._line_column(place.end)
        return Location(self.path, line, column, end_line, end_column)

    def line_text(self, line: int) -> str:
        """A line of the source, without its line end; lines count from 1."""
        start = self._line_starts[line - 1]
        end = self._line_starts[line] if line < len(self._line_starts) else len(self.source)
        return self.source[start:end].rstrip("\r\n")

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(m.end() for m in _LINE_END.finditer(self.source))]

    def _line_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    @cached_property
    def _run_starts(self) -> list[int]:
        return [run[0] for run in self.runs]

    def _run(self, offset: int) -> tuple[int, int, int, int]:
        """The run that holds a character: text start, text length, source start and end."""
        index = max(bisect_right(self._run_starts, offset) - 1, 0)
        if not self.runs:
            return 0, 0, 0, 0
        text, start, end = self.runs[index]
        after = self.runs[index + 1][0] if index + 1 < len(self.runs) else len(self.text)
        return text, after - text, start, end

    def _source_start(self, offset: int) -> int:
        text, length, start, end = self._run(offset)
        # A run whose lengths differ (an entity, a soft break) is one unit.
        return min(start + offset - text, end) if length >= end - start else start

    def _source_end(self, offset: int) -> int:
        text, length, start, end = self._run(offset - 1)
        if length >= end - start:
            return min(start + offset - text, end)
        return end


class Builder:
    """Collects the runs of one source; the only way that a reader makes a Document.

    >>> b = Builder("a.txt", "One & two.")
    >>> b.open("paragraph"); b.add("One & two.", 0); b.close()
    >>> b.build().text
    'One & two.'
    """

    def __init__(self, path: str, source: str) -> None:
        self.path, self.source = path, source
        self._parts: list[str] = []
        self._length = 0
        self._runs: list[tuple[int, int, int]] = []
        self._blocks: list[Block] = []
        self._marks: list[Mark] = []
        self._comments: list[Comment] = []
        self._headings: list[int] = []
        self._open: Block | None = None
        #: Lengths of text, parts, runs and marks before the open block.
        self._before = (0, 0, 0, 0)

    @property
    def position(self) -> int:
        """The length of the text so far: where the next character will stand."""
        return self._length

    @property
    def last(self) -> int | None:
        """The index of the block closed last, for `lead`."""
        return len(self._blocks) - 1 if self._blocks else None

    @property
    def headings(self) -> tuple[int, ...]:
        """The headings that the next block will stand under, outermost first."""
        return tuple(self._headings)

    @property
    def level(self) -> int:
        """The level of the innermost of these headings, 0 for none."""
        return self._blocks[self._headings[-1]].level if self._headings else 0

    @property
    def current(self) -> str:
        """The text of the open block so far."""
        return "".join(self._parts[self._before[1] :])

    def open(
        self,
        kind: str,
        *,
        level: int = 0,
        name: str = "",
        lead: int | None = None,
        group: int | None = None,
        cell: tuple[int, int] | None = None,
    ) -> None:
        """Begin a block; an open one is closed first."""
        self.close()
        if kind not in KINDS:
            raise ValueError(f"unknown kind of block: {kind}")
        self._before = (self._length, len(self._parts), len(self._runs), len(self._marks))
        if self._runs:
            # The gap has a run of its own, so that it ends the run before it.
            end = self._runs[-1][2]
            self._runs.append((self._length, end, end))
            self._append("\n\n")
            self._before = (self._before[0], len(self._parts), *self._before[2:])
        if kind == "heading":
            while self._headings and self._blocks[self._headings[-1]].level >= level:
                self._headings.pop()
        start = Span(self._length, self._length)
        self._open = Block(kind, start, tuple(self._headings), level, name, lead, group, cell)

    def end_section(self, before: tuple[int, ...]) -> None:
        """A section ends that began under the headings `before`: its own are over.

        A heading of level 1 stands over all that follows, wherever it stood.
        """
        self._headings = [h for h in self._headings if h in before or self._blocks[h].level == 1]

    def add(self, text: str, start: int, end: int | None = None) -> None:
        """Append text that came from `source[start:end]`; `end` defaults to its length.

        A text as long as its source is mapped character by character, any other
        (an entity, a soft break) as one unit. An empty text gives an empty
        metadata block its place.
        """
        if self._open is None:
            raise ValueError("no block is open")
        end = start + len(text) if end is None else end
        if text.isascii() or not _ODD.search(text):
            self._add(text, start, end)
            return
        text = text.translate(_WIDE)
        if len(text) != end - start:
            self._add(_HIDDEN.sub("", text), start, end)
            return
        at = 0
        for hidden in _HIDDEN.finditer(text):
            self._add(text[at : hidden.start()], start + at, start + hidden.start())
            at = hidden.end()
        self._add(text[at:], start + at, end)

    def _add(self, text: str, start: int, end: int) -> None:
        if not text and not (self._open and self._open.kind == "metadata"):
            return
        if len(text) == end - start and len(self._runs) > self._before[2]:
            # Goes on where the run before it ended: one run is enough.
            first, begin, stop = self._runs[-1]
            if stop == start and self._length - first == stop - begin:
                self._runs[-1] = (first, begin, end)
                self._append(text)
                return
        self._runs.append((self._length, start, end))
        self._append(text)

    def mark(self, kind: str, start: int, target: str = "", end: int | None = None) -> None:
        """Mark the text from `start` (a `position` noted before) up to `end` or to here."""
        end = self._length if end is None else end
        if end > start:
            self._marks.append(Mark(kind, Span(start, end), target))

    def comment(self, text: str, start: int, end: int) -> None:
        """Keep a comment of the source."""
        self._comments.append(Comment(text, Span(start, end)))

    def close(self, kind: str = "") -> None:
        """End the open block; one without visible text leaves no trace.

        `kind` replaces the kind that it was opened with (a paragraph that turned
        out to be one link); a heading or a metadata block keeps its own.
        """
        block = self._open
        if block is None:
            return
        text = self.current
        self._open = None
        left = len(text) - len(text.lstrip())
        right = len(text.rstrip())
        if right <= left and block.kind != "metadata":
            self._forget()
            return
        start = block.span.start
        span = Span(start + left, start + right) if right > left else Span(start, start)
        if block.kind == "heading":
            self._headings.append(len(self._blocks))
        self._blocks.append(
            Block(kind or block.kind, span, block.headings, block.level, block.name, block.lead,
                  block.group, block.cell)
        )  # fmt: skip

    def build(self) -> Document:
        """The finished document."""
        self.close()
        return Document(
            self.path, self.source, "".join(self._parts), tuple(self._blocks),
            tuple(self._marks), tuple(self._comments), tuple(self._runs),
        )  # fmt: skip

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _forget(self) -> None:
        """Take back the text of the open block."""
        self._length, parts, runs, marks = self._before
        del self._parts[parts - bool(runs) :], self._runs[runs:], self._marks[marks:]
