"""The attributes of components that tell of people: `<Byline reviewer="Dr Ana Sousa, MD" />`.

A reader hands their words over as text, since a page shows them; which attribute they
come from stands in the source right before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from carelint.annotators.review import keys
from carelint.annotators.review.dates import find_days
from carelint.annotators.review.page import Page
from carelint.annotators.review.statements import Dated
from carelint.document import Block

#: How far before a value its tag may begin, in characters.
_REACH = 600
_TAG = re.compile(r"<(?P<tag>[A-Z][\w.]*)\s(?P<before>[^<>]*?)(?P<name>[A-Za-z][\w-]*)=\{?[\"'`]$")
#: Components that show what a customer says, or that rate a product.
_CUSTOMERS = re.compile(
    r"testimonial|quot|rating|star|product|customer|^reviews?(?:card|item)?$", re.I
)
_DATED = re.compile(r"\s(?P<name>[A-Za-z][\w-]*)=\{?[\"'`](?P<value>[^\"'`<>{}]{4,40})[\"'`]")


def attributes(page: Page) -> Iterator[tuple[Block, list[Dated]]]:
    """Each block that an attribute of a component holds, its `name` "<Byline.reviewer", and
    the dates that the same component gives.
    """
    source = page.document.source
    for block in page.document.blocks:
        if block.kind != "caption" or not len(block.span):
            continue
        place = page.document.place(block.span)
        start = source.rfind("<", max(place.start - _REACH, 0), place.start)
        match = _TAG.match(source, start, place.start) if start >= 0 else None
        if match and not _CUSTOMERS.search(match["tag"]):
            end = source.find(">", place.end, place.end + _REACH)
            named = replace(block, name=f"<{match['tag']}.{match['name']}")
            yield named, list(_dates(page, block, start, max(end, place.end)))


def _dates(page: Page, block: Block, start: int, end: int) -> Iterator[Dated]:
    """The dates among the attributes from `start` to `end` of the source; a finding about
    one is shown at the block.
    """
    source = page.document.source
    for match in _DATED.finditer(source, start, end):
        meaning = keys.date_meaning(keys.plain(match["name"])[-1])
        for day in find_days(source, *match.span("value"), page.month_first):
            if meaning:
                yield Dated(meaning, replace(day, span=block.span))
