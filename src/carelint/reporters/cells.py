"""How text stands in a terminal: what is shown of each character, and how wide it is.

A terminal obeys some characters instead of showing them: escape sequences
move the cursor, bidirectional overrides turn words round. Text from a post is
never trusted with that, so every such character is shown as an escape.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category, east_asian_width

TAB_STOP = 4
_ZWNJ, _ZWJ, _EMOJI_STYLE = "\u200c", "\u200d", "\ufe0f"
# Unassigned characters are escaped too: no one can say how wide they are.
_NEVER_SENT = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


class Cell(NamedTuple):
    """One visible unit: a character with the marks upon it, an emoji, a tab or an escape.

    `start` and `end` are characters of the text; `width` counts columns.
    """

    start: int
    end: int
    shown: str
    width: int


def cells(text: str) -> Iterator[Cell]:
    """Yield the cells of one line of text, tabs expanded."""
    column, cell = 0, None
    for index, char in enumerate(text):
        if cell is not None and _joins(char, text[index - 1], cell):
            # The emoji style makes a narrow sign two columns wide.
            width = 2 if char == _EMOJI_STYLE else cell.width
            cell = Cell(cell.start, index + 1, cell.shown + char, width)
            continue
        if cell is not None:
            column += cell.width
            yield cell
        cell = Cell(index, index + 1, *_shown(char, column))
    if cell is not None:
        yield cell


def visible(text: str) -> str:
    """The text with every character that a terminal would obey shown as an escape."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(cell.shown for cell in cells(text))


def width(text: str) -> int:
    """The columns that a text takes."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(cell.width for cell in cells(text))


def wrap(text: str, room: int) -> list[str]:
    """Break text into lines of at most `room` columns, at white space where there is some.

    The text becomes visible on the way; an empty text has no lines.
    """
    lines, used = [""], 0
    for word in text.split():
        word = visible(word)
        need = width(word)
        if used and used + 1 + need > room:
            lines.append("")
            used = 0
        if need > room:
            *whole, word = _chop(word, room)
            lines[-1:] = [*whole, ""]
            need = width(word)
        lines[-1] += f" {word}" if used else word
        used += need + (1 if used else 0)
    return lines if lines[0] else []


def _chop(word: str, room: int) -> list[str]:
    """A word that no line can hold, cut between cells."""
    pieces, used = [""], 0
    for cell in cells(word):
        if used and used + cell.width > room:
            pieces.append("")
            used = 0
        pieces[-1] += cell.shown
        used += cell.width
    return pieces


def _joins(char: str, before: str, cell: Cell) -> bool:
    """Whether a character stands upon the cell before it and takes no room of its own."""
    if char in (_ZWJ, _ZWNJ):
        # At home in emoji and some scripts; among plain letters it hides.
        return not cell.shown.isascii()
    if category(char) in ("Mn", "Me") or "\u1160" <= char <= "\u11ff":
        return True
    # Families, professions and skin tones: emoji that are joined are drawn as one.
    return cell.width == 2 and (before == _ZWJ or "\U0001f3fb" <= char <= "\U0001f3ff")


def _shown(char: str, column: int) -> tuple[str, int]:
    if " " <= char <= "~":
        return char, 1
    if char == "\t":
        room = TAB_STOP - column % TAB_STOP
        return " " * room, room
    return _shown_rare(char)


@lru_cache(maxsize=1024)
def _shown_rare(char: str) -> tuple[str, int]:
    kind = category(char)
    if kind in _NEVER_SENT:
        escape = _escape(ord(char))
        return escape, len(escape)
    if kind in ("Mn", "Me"):
        return char, 0
    return char, 2 if east_asian_width(char) in "WF" else 1


def _escape(point: int) -> str:
    if point < 0x100:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
