"""Lists and tables on the page: levels, groups, numbers, rows and columns."""

from __future__ import annotations

from carelint.readers.box import Box
from carelint.readers.page import Page


def enter_list(page: Page, name: str, first: int | None = None) -> None:
    """Open a list, numbered from `first` on if that is given."""
    page.end_block()
    level = 1 + sum(1 for box in page.boxes if box.holds == "list")
    page.enter(
        Box(name, holds="list", level=level, group=page.next_group(), lead=page.previous,
            number=first)
    )  # fmt: skip


def enter_item(page: Page, name: str, number: int | None = None) -> None:
    """Open an item of the innermost list; `number` is its own, where it has one."""
    page.end_block()
    around = page.around("list")
    page.previous = None
    if around is None:
        page.enter(Box(name, "item", level=1))
        return
    label = ""
    if around.number is not None:
        number = around.number if number is None else number
        around.number, label = number + 1, str(number)
    page.enter(
        Box(name, "item", level=around.level, group=around.group, lead=around.lead, label=label)
    )


def enter_table(page: Page, name: str) -> None:
    """Open a table."""
    page.enter(Box(name, holds="table", group=page.next_group()))


def enter_row(page: Page) -> None:
    """Begin the next row of the innermost table."""
    page.end_block()
    if (table := page.around("table")) is not None:
        table.row, table.column = table.row + 1, -1


def enter_cell(page: Page, name: str, columns: int = 1) -> None:
    """Open the next cell of the row; it is `columns` wide."""
    page.end_block()
    table = page.around("table")
    if table is None:
        page.enter(Box(name))
        return
    cell = (max(table.row, 0), table.column + 1)
    table.column += columns
    page.enter(Box(name, "cell", group=table.group, cell=cell))
