"""A box: an element that is open while the page is read."""

from __future__ import annotations

from dataclasses import dataclass

from carelint.readers.pieces import Piece


@dataclass(slots=True)
class Box:
    """An element that is open.

    `kind` is the kind of the blocks inside; "" leaves it to the box around.
    `pieces` gathers the text inside, for an aside; with `diverts` it goes there
    only. In a `silent` box nothing is text.
    """

    name: str
    kind: str = ""
    #: "list" or "table" of what has items or cells.
    holds: str = ""
    level: int = 0
    group: int | None = None
    lead: int | None = None
    cell: tuple[int, int] | None = None
    label: str = ""
    silent: bool = False
    diverts: bool = False
    pieces: list[Piece] | None = None
    aside: tuple[str, str] = ("", "")
    #: Whether it stands inside a line, so that its end ends no block.
    inline: bool = False
    #: Whether it is a link, so that its mark ends with it.
    link: bool = False
    #: The headings that a section began under.
    section: tuple[int, ...] | None = None
    #: The item's own block, once it stands.
    block: int | None = None
    #: A numbered list's next number; a table's row and column so far.
    number: int | None = None
    row: int = -1
    column: int = -1
