"""Which quotations are a client's words: the testimonials of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from carelint.annotators.health import speaks_of_health
from carelint.annotators.quotes.attribution import signed_by, spoken_by, trimmed
from carelint.annotators.quotes.blockquote import block_quotations
from carelint.annotators.quotes.marks import Quotation, bare
from carelint.annotators.quotes.page import (
    FIRST_PERSON,
    Page,
    Testimonial,
    has_story_heading,
    is_clients,
)
from carelint.document import Document, Span

_RESULTS_VARY = re.compile(
    r"\W*(?:\w+\s)?results\s(?:may|can|will)?\s?(?:vary|differ)", re.IGNORECASE
)
_STARS = re.compile(r"\W{0,3}(?:[★⭐]\ufe0f?\s?){3,5}")
_OF_CARE = ("condition", "distress", "therapy", "medicine", "told-outcome", "health-result")


def testimonials(page: Page, quoted: Sequence[Quotation]) -> Iterator[Testimonial]:
    """The testimonials of a page, in no certain order."""
    document = page.document
    yield from block_quotations(page, quoted)
    yield from _starred(document)
    signed_in = -1
    for quotation in quoted:
        if document.blocks[quotation.block].kind in ("quote", "metadata"):
            continue
        leads = (
            bare(document, quotation.before)
            or signed_in == quotation.block
            or _names_first(page, quotation)
        )
        zone = _spoken(page, quotation) or (_set_apart(page, quotation) if leads else None)
        signed_in = -1
        if zone is not None:
            signed_in = quotation.block
            yield Testimonial(zone, quotation.inner)


def titles(
    page: Page, quoted: Sequence[Quotation], stories: Sequence[Testimonial]
) -> Iterator[Testimonial]:
    """The quoted headings that stand over a testimonial and repeat its best words."""
    blocks, begins = page.document.blocks, {story.zone.start for story in stories}
    for quotation in quoted:
        after = quotation.block + 1
        if blocks[quotation.block].kind != "heading" or after >= len(blocks):
            continue
        whole = bare(page.document, quotation.before) and bare(page.document, quotation.after)
        if whole and blocks[after].span.start in begins:
            yield Testimonial(quotation.span, quotation.inner)


def _starred(document: Document) -> Iterator[Testimonial]:
    """Reviews with stars before them, in the same block or in one of their own."""
    for block, after in zip(document.blocks, [*document.blocks[1:], None], strict=False):
        stars = _STARS.match(document.slice(block.span))
        if not stars or block.kind in ("quote", "metadata"):
            continue
        words = Span(block.span.start + stars.end(), block.span.end)
        if not bare(document, words):
            yield Testimonial(block.span, trimmed(document, words))
        elif after is not None and after.kind in ("paragraph", "item"):
            yield Testimonial(after.span, after.span)


def _names_first(page: Page, quotation: Quotation) -> bool:
    """Whether a client's name stands before the quotation: "Mark T. – ..."."""
    before = page.document.slice(quotation.before).rstrip(" *_\n")
    named = before.endswith(("—", "–", "--", ":"))
    if not named:
        return False
    colon = Span(quotation.before.start, quotation.before.start + len(before.rstrip(":")))
    return signed_by(page.document, page.labels, colon) in ("client", "private")


def _spoken(page: Page, quotation: Quotation) -> Span | None:
    """The span of a quotation inside prose that a client is said to have spoken."""
    who = spoken_by(page.document, page.labels, quotation.after)
    if who == "pronoun" and not has_story_heading(page, quotation.block):
        return None
    if who not in ("client", "private", "pronoun"):
        return None
    personal = FIRST_PERSON.search(page.document.slice(quotation.inner))
    of_care = page.any(_OF_CARE, quotation.inner)
    health = page.health or speaks_of_health(page.labels, quotation.inner) or of_care
    return quotation.span if health and (personal or of_care) else None


def _set_apart(page: Page, quotation: Quotation) -> Span | None:
    """Where a testimonial reaches that begins its block: to the end of its signature."""
    document, span, after = page.document, quotation.span, quotation.after
    if _RESULTS_VARY.match(document.slice(after)):
        return span if page.any(_OF_CARE, quotation.inner) else None
    where = _signature_place(page, quotation)
    who = signed_by(document, page.labels, where)
    if not who and not bare(document, after):
        return None
    if not is_clients(page, quotation.block, quotation.inner, who):
        return None
    signature = trimmed(document, where)
    return Span(span.start, signature.end) if after.covers(signature) else span


def _signature_place(page: Page, quotation: Quotation) -> Span:
    """The rest of the block, the words before, or the next block where it holds the name."""
    document, after, following = page.document, quotation.after, quotation.block + 1
    if not bare(document, after):
        return after
    if _names_first(page, quotation):
        before = document.slice(quotation.before).rstrip(" *_\n—–-:")
        return Span(quotation.before.start, quotation.before.start + len(before))
    if following >= len(document.blocks):
        return after
    line = document.blocks[following]
    dashed = document.slice(line.span).startswith(("—", "–", "--", "~"))
    return line.span if dashed or line.kind == "caption" else after
