"""Block quotations and testimonial components, and who signs them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from carelint.annotators.quotes.attribution import signed_by
from carelint.annotators.quotes.marks import Quotation, bare
from carelint.annotators.quotes.page import Page, Testimonial, is_clients
from carelint.document import Span

# "... fly again. — Rachel, 29", or the same without the dash.
_SIGNED = (
    re.compile(r"(?:\s(?:—|–|--)\s?|(?<=[.!?\"”])\s-\s?)(?P<who>[^—–!?]{1,70})$"),
    re.compile(r"(?<=[.!?])\s(?P<who>[^.!?]{1,50})$"),
)
_APART = re.compile(r"</(?:blockquote|\w*(?:testimonial|quote|review)\w*)", re.IGNORECASE)
_BLANK = re.compile(r"\n[ \t]*\r?\n")
_OPENING = ("“", '"', "«")


def block_quotations(page: Page, quoted: Sequence[Quotation]) -> Iterator[Testimonial]:
    """The block quotations that are a client's words."""
    blocks = page.document.blocks
    for run in _runs(page, quoted):
        who, end = _signature(page, run, quoted)
        start = blocks[run[0]].span.start
        first = next((q for q in quoted if q.span.start == start and q.span.end >= end), None)
        words = first.inner if first else Span(start, end)
        if is_clients(page, run[0], words, who):
            yield Testimonial(Span(start, blocks[run[-1]].span.end), words)


def _runs(page: Page, quoted: Sequence[Quotation]) -> Iterator[list[int]]:
    """The blocks of each block quotation: a signature ends one, a new mark begins one."""
    blocks = page.document.blocks
    run: list[int] = []
    for index, block in enumerate(blocks):
        opens = page.document.text.startswith(_OPENING, block.span.start)
        if run and (block.kind != "quote" or opens or _are_apart(page, run[-1], index)):
            yield run
            run = []
        if block.kind == "quote":
            run.append(index)
            line = len(run) > 1 and signed_by(page.document, page.labels, block.span)
            if line or _signed_inside(page, index, quoted)[0]:
                yield run
                run = []
    if run:
        yield run


def _are_apart(page: Page, first: int, second: int) -> bool:
    """Whether two blocks belong to two block quotations."""
    document, blocks = page.document, page.document.blocks
    gap = document.source[
        document.place(blocks[first].span).end : document.place(blocks[second].span).start
    ]
    # A blank line parts block quotations in Markdown; in HTML it means nothing.
    blank = "<" not in gap and _BLANK.search(gap)
    return bool(blank or _APART.search(gap))


def _signature(page: Page, run: list[int], quoted: Sequence[Quotation]) -> tuple[str, int]:
    """Who signs a block quotation, and where its words end."""
    document, labels = page.document, page.labels
    last = document.blocks[run[-1]].span
    if len(run) > 1 and (who := signed_by(document, labels, last)):
        return who, document.blocks[run[-2]].span.end
    who, end = _signed_inside(page, run[-1], quoted)
    caption = None if who else _caption(page, run)
    if caption is not None:
        who = signed_by(document, labels, document.blocks[caption].span)
    return who, end


def _caption(page: Page, run: list[int]) -> int | None:
    """The caption of a block quotation: after it, or before it where captions come first."""
    blocks = page.document.blocks
    begin, end = run[0], run[-1] + 1
    first = begin
    while first > 0 and blocks[first - 1].kind in ("quote", "caption"):
        first -= 1
    place = begin - 1 if blocks[first].kind == "caption" else end
    return place if place < len(blocks) and blocks[place].kind == "caption" else None


def _signed_inside(page: Page, block: int, quoted: Sequence[Quotation]) -> tuple[str, int]:
    """Who signs at the end of a block, and where the words before the signature end."""
    document, labels = page.document, page.labels
    span = document.blocks[block].span
    inside = [q for q in quoted if q.block == block]
    if inside and not bare(document, inside[-1].after):
        who = signed_by(document, labels, inside[-1].after)
        if who:
            return who, inside[-1].inner.end
    for pattern in _SIGNED:
        signed = pattern.search(document.slice(span))
        start = span.start + (signed.start("who") if signed else 0)
        if signed and (who := signed_by(document, labels, Span(start, span.end))):
            return who, span.start + signed.start()
    return "", span.end
