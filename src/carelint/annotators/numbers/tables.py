"""Figures in tables: a cell is read with the head of its row and of its column."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from carelint.annotators.numbers.figures import figures
from carelint.annotators.numbers.outcomes import MEASURED
from carelint.document import Block, Document
from carelint.label import Label, Labels

_TIME_TO = re.compile(r"\btime\s(?:to|until|till|before|taken)\b", re.IGNORECASE)
_DURATION = re.compile(r"\d\s?(?:minutes?|hours?|days?|weeks?|months?|years?)\b", re.IGNORECASE)
_NOT_CARE = re.compile(
    r"\b(?:price|cost|fee|pay|hours|sessions|group\ssize|wait|appointment|reply|risk|side\seffects?)",
    re.IGNORECASE,
)
_SCORE = re.compile(r"\bscores?\b", re.IGNORECASE)
_BARE = re.compile(r"\d{1,3}(?:\.\d+)?")
_MONEY = re.compile(r"[$£€]")


def table_figures(document: Document, labels: Labels) -> Iterator[Label]:
    """One `outcome-figure` for each row that states outcomes in figures and cites nothing."""
    rows: dict[tuple[int | None, int], list[Block]] = defaultdict(list)
    for block in document.blocks:
        if block.cell is not None:
            rows[block.group, block.cell[0]].append(block)
    for (group, row), cells in rows.items():
        if row == 0 or any(labels.any("citation", cell.span) for cell in cells):
            continue
        heads = rows.get((group, 0), [])
        yield from _of_row(document, labels, cells, heads)


def _of_row(
    document: Document, labels: Labels, cells: list[Block], heads: list[Block]
) -> Iterator[Label]:
    head, *rest = cells
    for cell in rest:
        above = [h for h in heads if h.cell and cell.cell and h.cell[1] == cell.cell[1]]
        for title in (head, *above):
            if _states_outcome(document, labels, cell, title):
                values = {"figure": document.slice(cell.span)}
                yield Label("outcome-figure", cell.span, values, (title.span,))
                return


def _states_outcome(document: Document, labels: Labels, cell: Block, title: Block) -> bool:
    text, name = document.slice(cell.span), document.slice(title.span)
    if _MONEY.search(text) or title is cell:
        return False
    if _TIME_TO.search(name):
        told = any(labels.any(term, title.span) for term in (*MEASURED, "outcome"))
        return told and bool(_DURATION.search(text))
    if _NOT_CARE.search(name) or not any(labels.any(term, title.span) for term in MEASURED):
        return False
    if _SCORE.search(name) and _BARE.fullmatch(text):
        return True
    found = figures(document.text, cell.span.start, cell.span.end)
    return any(figure.kind != "count" for figure in found)
