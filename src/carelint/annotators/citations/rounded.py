"""In-text citations by number in round brackets: "(3)", "(1,6)", "(2-4)".

Round brackets hold much else, so they count only on a page whose list shows numbers,
which has no other style of number, and where most of them end a clause and fit the list.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from carelint.annotators.citations.listed import Lists
from carelint.annotators.citations.numeric import RUN, Numbered, read_numbers
from carelint.annotators.citations.page import Page
from carelint.document import Span

_ROUND = re.compile(rf"(?<=[\w)”\"’'%.,;:!?])\s?(?P<whole>\((?P<run>{RUN})\))(?!\s?[\d(])")
_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;:!?)]|[–—]|$)")
#: Words and marks before the number of a point in a row: "we (1) ask and (2) listen".
_POINT = re.compile(r"(?:[:;]|\b(?:and|or|either|we|to|table|figure|step|stage|part))\s?$", re.I)
#: How many must fit the list.
_FEWEST = 3
#: How far beyond the end of a list a number may still be a citation: as far as the list is
#: long, within these bounds.
_BEYOND = (3, 10)


def in_round_brackets(page: Page, blocks: Iterable[int], lists: Lists) -> list[Numbered]:
    """The numbers in round brackets that cite, in order of place; none on other pages."""
    known = {e.number for e in lists.entries if e.number is not None and not e.note}
    if len(known) < 2 or not lists.numbered:
        return []
    found = [*_candidates(page, blocks, max(known))]
    fitting = [item for item in found if max(item.numbers) <= max(known)]
    ending = [item for item in fitting if _ends_clause(page, item)]
    cited = {number for item in fitting for number in item.numbers}
    usual = (
        len(fitting) >= _FEWEST
        and len(found) - len(fitting) <= max(1, len(found) // 3)
        and 3 * len(ending) >= 2 * len(fitting)
        and 2 * len(cited) >= min(len(known), 10)
    )
    return [i for i in found if _fits(i, known) or _ends_clause(page, i)] if usual else []


def _candidates(page: Page, blocks: Iterable[int], highest: int) -> Iterator[Numbered]:
    for index in blocks:
        block = page.document.blocks[index].span
        for match in _ROUND.finditer(page.text, block.start, block.end):
            span = Span(*match.span("whole"))
            before = page.text[max(block.start, span.start - 12) : span.start]
            if _POINT.search(before) or page.marked(span, "code", "link"):
                continue
            item = read_numbers(match["run"], span, certain=True)
            if max(item.numbers) <= highest + min(max(_BEYOND[0], highest), _BEYOND[1]):
                yield item


def _fits(item: Numbered, known: Collection[int]) -> bool:
    return all(number in known for number in item.numbers)


def _ends_clause(page: Page, item: Numbered) -> bool:
    _, block = page.block_of(item.span)
    return _CLAUSE_ENDS.match(page.text, item.span.end, block.span.end) is not None
