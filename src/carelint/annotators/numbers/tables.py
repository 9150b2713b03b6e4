"""Figures in tables: a cell is read with the head of its row and of its column."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from carelint.annotators.numbers.figures import figures
from carelint.annotators.numbers.outcomes import COUNTED, MEASURED
from carelint.annotators.numbers.states import PROCESS, completes, tells_later, tells_state
from carelint.document import Block, Document
from carelint.label import Label, Labels

_TIME_TO = re.compile(
    r"\b(?:time|days|weeks|months|sessions|visits|hours)\s(?:needed\s)?(?:to|until|till|before|taken)\b",
    re.IGNORECASE,
)
_DURATION = re.compile(r"\d\s?(?:minutes?|hours?|days?|weeks?|months?|years?)\b", re.IGNORECASE)
_NOT_CARE = re.compile(
    r"\b(?:pric|cost|fees?\b|pay|hours\b(?!\sof\ssleep)|sessions\b|group\ssize|wait|appointment"
    r"|repl(?:y|ies)|risks?\b|side\seffects?|calls?\b|staff\b(?!\s(?:turnover|absence))|ratio"
    r"|deposit|beds?\b(?!\sday)|stars?\b|recommend|tell\sa\sfriend|satisf|refund|length|distance"
    r"|downloads|capacity|clinicians?\b|nurses?\b|counsell?ors?\b|therapists?\b|video|online|insur"
    r"|ages?\b|cover|members?\b$|attend)",
    re.IGNORECASE,
)
_UNIT_ALONE = re.compile(r"\W*(?:weeks|days|months|minutes|years|dose|length)\W*", re.IGNORECASE)
_SCORE = re.compile(r"\bscores?\b", re.IGNORECASE)
_BARE = re.compile(r"\d{1,3}(?:\.\d+)?")
_COUNT = re.compile(
    r"\W*\d{1,4}(?:\.\d+)?(?:\s?[-–]\s?\d+(?:\.\d+)?)?(?:\s(?:a|per|in|of)\s\w+)?\W*"
)
_MONEY = re.compile(r"[$£€]|\bR\d")
#: Heads of columns that set clients before care against clients after it.
_BEFORE_AFTER = re.compile(
    r"\b(?:before|after|baseline|intake|start|now|discharge|follow-up|then|end)\b"
    r"|\b(?:week|month|session|day)\s\d|\b\w+\s(?:weeks?|months?|years?|sessions?)\s(?:later|on|in)\b",
    re.IGNORECASE,
)
#: What makes "panic attacks" a count, and not the name of a group or of a plan.
_PER = re.compile(
    r"\b(?:per|an?|each|every)\s(?:day|week|month|year|night)\b|\b(?:attacks|episodes|days|nights"
    r"|levels?|rates?|daily|weekly|monthly)\b",
    re.IGNORECASE,
)
_OFF = re.compile(r"\W*(?:now\s)?off\s(?!peak|season|site|street)\w", re.IGNORECASE)
_DID = re.compile(
    r"(?:\w+ed|had|took|got|went|slept|felt|came|kept|made|ate|drank|flew|drove|spoke|left|found"
    r"|were|was|did)\s",
    re.IGNORECASE,
)


def table_figures(document: Document, labels: Labels, page: bool = True) -> Iterator[Label]:
    """One `outcome-figure` for each row that states outcomes in figures and cites nothing."""
    rows: dict[tuple[int | None, int], list[Block]] = defaultdict(list)
    cited = _cited_tables(document, labels)
    for block in document.blocks:
        if block.cell is not None and block.group not in cited:
            rows[block.group, block.cell[0]].append(block)
    for (group, row), cells in rows.items():
        if row == 0 or any(labels.any("citation", cell.span) for cell in cells):
            continue
        yield from _of_row(document, labels, cells, rows.get((group, 0), []), page)


def _cited_tables(document: Document, labels: Labels) -> set[int | None]:
    """The tables whose caption names their source."""
    found: set[int | None] = set()
    for before, after in zip(document.blocks, document.blocks[1:], strict=False):
        for caption, cell in ((before, after), (after, before)):
            named = caption.kind == "caption" and labels.any("citation", caption.span)
            if named and cell.cell is not None:
                found.add(cell.group)
    return found


def _of_row(
    document: Document, labels: Labels, cells: list[Block], heads: list[Block], page: bool
) -> Iterator[Label]:
    head, *rest = cells
    name = document.slice(head.span)
    if _is_service(name) and not _TIME_TO.search(name):
        return
    if page and _is_compared(document, labels, head, rest, heads):
        cell = next(c for c in rest if _is_number(document, c))
        yield _label(document, cell, head)
        return
    for cell in rest:
        above = [h for h in heads if h.cell and cell.cell and h.cell[1] == cell.cell[1]]
        for title in (head, *above):
            if _states_outcome(document, labels, cell, title, title is head):
                yield _label(document, cell, title)
                return


def _label(document: Document, cell: Block, title: Block) -> Label:
    return Label("outcome-figure", cell.span, {"figure": document.slice(cell.span)}, (title.span,))


def _is_compared(
    document: Document, labels: Labels, head: Block, rest: list[Block], heads: list[Block]
) -> bool:
    """Whether a row sets clients against others, or before against after, in an outcome."""
    name = document.slice(head.span)
    if len([c for c in rest if _is_number(document, c)]) < 2 or _is_service(name):
        return False
    if any(labels.any(term, head.span) for term in ("strain-measure", "health-result")):
        return True
    when = any(_BEFORE_AFTER.search(document.slice(h.span)) for h in heads)
    if any(labels.any(term, head.span) for term in COUNTED):
        return when or bool(_PER.search(name))
    if all("%" in document.slice(c.span) for c in rest):
        return bool(_DID.match(name)) and not PROCESS.search(name)
    return when and len(name.split()) > 1


def _is_service(name: str) -> bool:
    return bool(_NOT_CARE.search(name) or _UNIT_ALONE.fullmatch(name))


def _is_number(document: Document, cell: Block) -> bool:
    text = document.slice(cell.span)
    if _MONEY.search(text):
        return False
    share = next(figures(document.text, cell.span.start, cell.span.end), None)
    shared = share is not None and share.kind in ("percent", "ratio")
    return shared or bool(_COUNT.fullmatch(text))


def _states_outcome(
    document: Document, labels: Labels, cell: Block, title: Block, of_row: bool
) -> bool:
    text, name = document.slice(cell.span), document.slice(title.span)
    if _MONEY.search(text) or title is cell:
        return False
    if _TIME_TO.search(name):
        results = (*MEASURED, "outcome", "condition", "distress")
        told = any(labels.any(term, title.span) for term in results)
        return told and bool(_DURATION.search(text) or _COUNT.fullmatch(text))
    if _is_service(name) or not _names_outcome(document, labels, title, of_row):
        return False
    if _SCORE.search(name) and _BARE.fullmatch(text):
        return True
    found = figures(document.text, cell.span.start, cell.span.end)
    return any(figure.kind != "count" for figure in found)


def _names_outcome(document: Document, labels: Labels, title: Block, of_row: bool) -> bool:
    """Whether a head tells an outcome; of a column, "after a year" alone tells none."""
    text, span = document.text, title.span
    if any(labels.any(term, span) for term in MEASURED) or _OFF.match(text, span.start, span.end):
        return True
    told = tells_state(text, span, labels) or completes(text, span, labels)
    return told or (of_row and tells_later(text, span))
