"""The part of a source line that a person needs to see, and where its marker goes."""

from __future__ import annotations

from typing import NamedTuple

from carelint.reporters.cells import Cell, cells

_CUT = "…"
# How far, in columns, a cut may move to fall between words.
_WORD = 16


class Excerpt(NamedTuple):
    """What to print; the marker begins after `offset` columns and is `length` wide."""

    text: str
    offset: int
    length: int


def excerpt(line: str, start: int, end: int, room: int) -> Excerpt:
    """Show `line[start:end]` with what stands around it, in at most `room` columns.

    A paragraph often stands on one line of the source, so a line that is too
    long is cut on either side, between words where that is near, and each cut
    shows as "…". The marker is at least one column wide.
    """
    # Cells are made only near the span: a page without line ends may be very long.
    near = 4 * room
    low, high = max(0, start - near), min(len(line), min(end, start + near) + near)
    row = list(cells(line[low:high]))
    first = next((i for i, cell in enumerate(row) if cell.end > start - low), len(row))
    after = next((i for i, cell in enumerate(row) if cell.start >= end - low), len(row))
    after = max(after, min(first + 1, len(row)))
    left, right = 0, len(row)
    if low > 0 or high < len(line) or _columns(row) > room:
        left, right = _window(row, first, after, room - 2)
    before = _CUT if left > 0 or low > 0 else ""
    behind = _CUT if right < len(row) or high < len(line) else ""
    text = before + "".join(cell.shown for cell in row[left:right]) + behind
    offset = len(before) + _columns(row[left:first])
    return Excerpt(text.rstrip(), offset, max(1, _columns(row[first : min(after, right)])))


def _columns(row: list[Cell]) -> int:
    return sum(cell.width for cell in row)


def _window(row: list[Cell], first: int, after: int, room: int) -> tuple[int, int]:
    """The cells `[left, right)` to show: the span first, then a step on each side in turn."""
    left = right = first
    while right < after and row[right].width <= room:
        room -= row[right].width
        right += 1
    grown = right == after
    while grown:
        grown = False
        if left > 0 and row[left - 1].width <= room:
            left, room, grown = left - 1, room - row[left - 1].width, True
        if right < len(row) and row[right].width <= room:
            right, room, grown = right + 1, room - row[right].width, True
    return _word_start(row, left, first), _word_end(row, after, right)


def _word_start(row: list[Cell], left: int, first: int) -> int:
    if left == 0:
        return left
    limit = min(first, left + _WORD)
    for index in range(left, limit):
        if row[index - 1].shown.isspace() and not row[index].shown.isspace():
            return index
    return left


def _word_end(row: list[Cell], after: int, right: int) -> int:
    if right == len(row):
        return right
    for index in range(right, max(after, right - _WORD), -1):
        if row[index].shown.isspace() and not row[index - 1].shown.isspace():
            return index
    return right
