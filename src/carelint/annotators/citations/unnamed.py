"""Reference lists that no known heading announces: told by what their entries look like.

"Where Bill got it from", "Papers", or nothing at all may stand over a list; several
paragraphs or items in a row that are written as only references are give it away.
Such a list is `soft`: nobody said that the page cites each of its works.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from carelint.annotators.citations.authors import has_initials_first
from carelint.annotators.citations.grammar import DOI, PMID, UPPER, URL, WHEN, YEAR
from carelint.annotators.citations.page import Page
from carelint.annotators.citations.regions import LONGEST_HEADING, Piece, Region, marker
from carelint.document import Block, Span

_KINDS = frozenset({"paragraph", "item"})
_HEADING_KINDS = frozenset({"heading", "paragraph", "caption"})
#: Entries in a row that make a list: under a line that may be its heading, and without.
_FEWEST, _FEWEST_BARE = 2, 3
#: "NHS England. (2023). Mental", "“Two Years.” (2024, February 9). The", "… (WHO) (2014) Mental".
_DATED = re.compile(
    rf"[^\w()]{{0,3}}{UPPER}[^()!?]{{2,200}}\s(?:\([^()]{{1,20}}\)\.?\s)?"
    rf"\((?:{YEAR}[a-z]?|n\.\s?d\.|in press)[^()]{{0,25}}\)[.,:]?\s+[^\w()]{{0,3}}{UPPER}"
)
_LINK_ONLY = re.compile(rf"(?:\d{{1,3}}[.)]\s+)?(?:doi:\s*)?(?:{URL.pattern}|{DOI.pattern})\W*$")


def find_unnamed(page: Page) -> Iterator[Region]:
    """The lists of a page on which no heading of a list was found, in order of place."""
    blocks = page.document.blocks
    run: list[int] = []
    certain = 0
    for index, block in enumerate((*blocks, None)):
        how = _entry(page, block) if block is not None else ""
        if how:
            run.append(index)
            certain += how == "certain"
            continue
        above = _heading(page, run[0] - 1) if run else None
        if len(run) >= (_FEWEST if above else _FEWEST_BARE) and certain >= _FEWEST:
            yield _region(page, above or blocks[run[0]], run)
        run, certain = [], 0


def _entry(page: Page, block: Block) -> str:
    """ "certain" for an entry with people or a DOI alone, "likely" for a body's, else "" """
    if block.kind not in _KINDS:
        return ""
    text = page.document.slice(block.span)
    if _LINK_ONLY.match(text):
        return "certain" if DOI.search(text) or PMID.search(text) else "likely"
    if not WHEN.search(text):
        return ""
    if has_initials_first(text):
        return "certain"
    return "likely" if _DATED.match(text) else ""


def _heading(page: Page, index: int) -> Block | None:
    """The block before a list, if it may be its heading: a short line without a full stop."""
    block = page.document.blocks[index] if index >= 0 else None
    if block is None or block.kind not in _HEADING_KINDS or len(block.span) > LONGEST_HEADING:
        return None
    return None if page.document.slice(block.span).rstrip().endswith((".", "!")) else block


def _region(page: Page, first: Block, run: list[int]) -> Region:
    blocks = page.document.blocks
    pieces = tuple(
        Piece(blocks[i].span, marker(page, blocks[i]) if blocks[i].kind == "item" else None)
        for i in run
    )
    covered = {*run, run[0] - 1} if first is not blocks[run[0]] else set(run)
    span = Span(first.span.start, pieces[-1].span.end)
    return Region(span, first.span, True, pieces, frozenset(covered))
