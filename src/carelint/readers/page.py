"""The page: what is open while a source is read, and the blocks that come of it.

Markdown, HTML, MDX and plain text all say the same few things: here an element
begins or ends, here is text, here a line breaks. The page keeps the elements
that matter to a block in a stack of boxes, opens a block when its first visible
character arrives, folds white space and keeps the inline marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from carelint.document import Builder
from carelint.readers.box import Box
from carelint.readers.pieces import Piece

#: White space to be folded, characters without width in it included.
_SPACE = re.compile(r"\s[\s\xad\u200b\u2060\ufeff]+|[\t\r\n\f\v]")
_INVISIBLE = " \t\r\n\f\v\xa0\xad\u2002\u2003\u2009\u200b\u202f\u2060\ufeff"
#: As deep as browsers go.
_DEPTH = 512
#: Blocks that may introduce the list that follows them.
_LEADS = frozenset({"paragraph", "heading", "item", "quote", "note"})


@dataclass(slots=True)
class _Mark:
    kind: str
    target: str
    start: int | None


@dataclass(slots=True)
class Page:
    """Turns elements and text into the builder's blocks."""

    builder: Builder
    boxes: list[Box] = field(default_factory=list)
    _marks: list[_Mark] = field(default_factory=list)
    _asides: list[tuple[str, str, list[Piece]]] = field(default_factory=list)
    _inside: bool = False
    _spaced: bool = True
    _first: int = 0
    _link: tuple[int, int] | None = None
    #: The block that would introduce a list that begins now.
    previous: int | None = None
    _box: Box | None = None
    _groups: int = 0
    #: Whether the last thing on the page is a line break.
    broken: bool = False
    _silent: int = 0
    _gathering: int = 0

    # Elements

    def enter(self, box: Box, *, breaks: bool = True) -> Box:
        """Open a box; unless it stands inside a line, the open block ends."""
        box.inline = not breaks
        if breaks:
            self.end_block()
        if len(self.boxes) < _DEPTH:
            self.boxes.append(box)
            self._silent += box.silent
        return box

    def gather(self, box: Box, aside: tuple[str, str], *, diverts: bool = False) -> None:
        """The text inside an open box becomes an aside (kind, name) when it closes."""
        if box.pieces is None and box in self.boxes[-1:]:
            box.pieces, box.aside, box.diverts = [], aside, diverts
            self._gathering += 1

    def around(self, what: str) -> Box | None:
        """The innermost open "list" or "table"."""
        for box in reversed(self.boxes):
            if box.holds == what:
                return box
        return None

    def has(self, name: str) -> bool:
        return any(box.name == name for box in self.boxes)

    def leave(self, name: str, *, inside: Iterable[str] = ()) -> bool:
        """Close the innermost box of this name and all in it; False where none is open.

        A box named in `inside` is a wall: what stands around it is not closed.
        """
        for index in range(len(self.boxes) - 1, -1, -1):
            if self.boxes[index].name == name:
                while len(self.boxes) > index:
                    self._drop(self.boxes.pop())
                return True
            if self.boxes[index].name in inside:
                break
        return False

    def _drop(self, box: Box) -> None:
        if box.link:
            self.unmark("link")
        if not box.inline:
            self.end_block()
        self._silent -= box.silent
        self._gathering -= box.pieces is not None
        if box.pieces is not None:
            self.aside(*box.aside, box.pieces)
            if not self._inside:
                self.end_block()
        if box.section is not None:
            self.builder.end_section(box.section)
        if box.holds:
            self.previous = None  # after a list or a table a new lead is needed

    def interrupt(self) -> None:
        """Something stands here that is no text: what comes before leads no list."""
        self.end_block()
        self.previous = None

    # Text

    @property
    def silent(self) -> bool:
        """Whether what stands here is left out."""
        return self._silent > 0

    def text(self, text: str, start: int) -> None:
        """Text that stands in the source from `start` on; white space is folded."""
        if self._silent or (self._gathering and self._gather((text, start, start + len(text)))):
            return
        at = 0
        for space in _SPACE.finditer(text):
            self._put(text[at : space.start()], start + at)
            self._put_space(start + space.start(), start + space.end())
            at = space.end()
        self._put(text[at:] if at else text, start + at)

    def unit(self, text: str, start: int, end: int) -> None:
        """A character that the source spells otherwise."""
        if self._silent or (self._gathering and self._gather((text, start, end))):
            return
        if text.isspace():
            self._put_space(start, end)
        else:
            self._put(_SPACE.sub(" ", text), start, end)

    def space(self, start: int, end: int) -> None:
        """White space: a soft break, a line break."""
        if not self._silent and not (self._gathering and self._gather((" ", start, end))):
            self._put_space(start, end)

    def piece(self, piece: Piece) -> None:
        """Text with its place, as long as its source or a unit."""
        text, start, end = piece
        if len(text) == end - start:
            self.text(text, start)
        else:
            self.unit(text, start, end)

    def _gather(self, piece: Piece) -> bool:
        """Give the piece to the boxes that gather; whether the text goes nowhere else."""
        for box in reversed(self.boxes):
            if box.pieces is not None:
                box.pieces.append(piece)
                if box.diverts:
                    return True
        return False

    def _put(self, text: str, start: int, end: int | None = None) -> None:
        if self._spaced:
            visible = text.lstrip(_INVISIBLE)
            text, start = visible, start + (len(text) - len(visible) if end is None else 0)
        if not text:
            return
        if not self._inside:
            self._open()
        self.builder.add(text, start, end)
        self._spaced, self.broken = text[-1].isspace(), False

    def _put_space(self, start: int, end: int) -> None:
        if not self._spaced:
            self.builder.add(" ", start, end)
            self._spaced = True

    # Marks

    def mark(self, kind: str, target: str = "") -> None:
        """Inline markup begins."""
        if not self._silent and len(self._marks) < _DEPTH:
            start = self.builder.position if self._inside else None
            self._marks.append(_Mark(kind, target, start))

    def unmark(self, kind: str) -> None:
        """The innermost inline markup of this kind ends."""
        for index in range(len(self._marks) - 1, -1, -1):
            if self._marks[index].kind == kind:
                self._close_mark(self._marks.pop(index))
                break

    def _close_mark(self, mark: _Mark) -> None:
        if mark.start is not None:
            end = self.builder.position - (self._spaced and self._inside)
            self.builder.mark(mark.kind, mark.start, mark.target, end)
            if mark.kind == "link":
                self._link = (mark.start, end)

    # Blocks

    def _open(self) -> None:
        box = next((box for box in reversed(self.boxes) if box.kind), None)
        self._box = box
        if box is None:
            self.builder.open("paragraph")
        elif box.kind == "item" and box.block is not None:
            self.builder.open("paragraph", level=box.level, group=box.group)
        else:
            self.builder.open(
                box.kind, level=box.level, name=box.label, lead=box.lead, group=box.group,
                cell=box.cell,
            )  # fmt: skip
        self._inside, self._link = True, None
        self._first = self.builder.position
        for mark in self._marks:
            mark.start = self._first

    def end_block(self) -> None:
        """The open block ends; the asides that waited for it follow."""
        if self._inside:
            for mark in self._marks:
                self._close_mark(mark)
                mark.start = None
            self._close_block()
        self.broken = False
        if self._asides:
            self._flush()

    def _close_block(self) -> None:
        box, kind = self._box, self._box.kind if self._box else "paragraph"
        before = self.builder.last
        self.builder.close("link" if kind == "paragraph" and self._is_link() else "")
        self._inside, self._spaced = False, True
        last = self.builder.last
        if last != before:
            if box is not None and kind == "item" and box.block is None:
                box.block = last
            self.previous = last if kind in _LEADS else None

    def _is_link(self) -> bool:
        """Whether one link covers all of the open block."""
        if self._link is None or self._link[0] != self._first:
            return False
        return not self.builder.current[self._link[1] - self._first :].strip(" .›»→")

    def aside(self, kind: str, name: str, pieces: list[Piece]) -> None:
        """A block of its own, after the one that is open."""
        if not self._silent:
            self._asides.append((kind, name, pieces))

    def _flush(self) -> None:
        waiting, self._asides = self._asides, []
        held, (self._gathering, self._silent) = (self._gathering, self._silent), (0, 0)
        for kind, name, pieces in waiting:
            level = self.builder.level + 1 if kind == "heading" else 0
            self.builder.open(kind, name=name, level=level)
            self._inside = True
            for piece in pieces:
                if piece[0]:
                    self.piece(piece)
                else:
                    self.builder.add(*piece)
            self.builder.close()
            self._inside, self._spaced = False, True
        self._gathering, self._silent = held

    def next_group(self) -> int:
        """A number for one more list or table."""
        self._groups += 1
        return self._groups - 1

    def finish(self) -> None:
        """The source ends: close all that is open."""
        while self.boxes:
            self._drop(self.boxes.pop())
        self.end_block()
