"""The parts of a document: spans, places, blocks, marks, comments, sentences."""

from __future__ import annotations

from dataclasses import dataclass

#: Every kind of block that a reader may open.
KINDS = frozenset(
    """
    heading paragraph item quote cell caption alt link button metadata note
    """.split()
)


class ReadError(Exception):
    """A source that cannot be read; `line` is 1-based, 0 where no line is to blame."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.message, self.line = message, line


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range `[start, end)` of characters."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Where a person looks: 1-based lines and columns, `end_column` exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text with a kind.

    `headings` are the indices of the heading blocks above it, outermost first.
    `level` is a heading's level or an item's depth, from 1. `name` is the key of
    a metadata block (`reviewer.name`), the label of a note (footnote) or the
    number of an item of a numbered list. `lead` is the index of the block that
    introduces a list item. Blocks of one list or one table share `group` (so does
    a further paragraph of an item); `cell` is (row, column) from 0, row 0 the head.
    """

    kind: str
    span: Span
    headings: tuple[int, ...] = ()
    level: int = 0
    name: str = ""
    lead: int | None = None
    group: int | None = None
    cell: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline markup over text: strong, emphasis, code, link, sup, note (a footnote
    reference) or quote. `target` is a link's URL or a note's label.
    """

    kind: str
    span: Span
    target: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the source, never part of the text; the span is in the source."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's span in the text and the index of its block."""

    span: Span
    block: int
