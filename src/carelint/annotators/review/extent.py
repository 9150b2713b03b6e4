"""How far a statement reaches, and what of it stands in the blocks below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from carelint.annotators.review.page import Page
from carelint.document import Block, Span

#: Kinds of block where a line about the page may stand.
LINE_KINDS = frozenset("heading paragraph item quote cell caption link button note".split())
_STOP = re.compile(r"[.!?](?=\s+[\"“(]*[A-ZÀ-Þ])|\s[|·•]\s")
_SHORT = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Mx|Prof|Rev|St|Jr|Sr|no|med|phil|rer|nat|univ|habil)|\b[A-Z])$"
)
_OUTER = " \t*_\"'”’.,;:|·•–—-(["
#: The most words of a block that holds a name, and of one that holds only letters.
NAME_LINE = 25
_LETTERS_LINE = 12
_LONG_WORD = 15


def stop(page: Page, start: int, limit: int) -> int:
    """Where a statement that begins at `start` ends, at `limit` or before: at a full
    stop or a bar. A date after the bar still belongs to it.
    """
    text = page.text
    for match in _STOP.finditer(text, start, limit):
        before = text[max(start, match.start() - 5) : match.start()]
        if match.group() == "." and _SHORT.search(before):
            continue
        if match.group().isspace() or match.group() in ".!?":
            return match.start()
        day = next(iter(page.days(Span(match.end(), limit))), None)
        if day and text[match.end() : day.span.start].strip() in ("", "on"):
            return day.span.end
        return match.start()
    return limit


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without the marks that close it; "M.D." keeps its full stop."""
    piece = re.sub(r",?\s+and\s*$", "", text[start:end]).rstrip(_OUTER)
    last = start + len(piece)
    dotted = text[last : last + 1] == "." and last < end and re.search(r"\.[A-Za-z]+$", piece)
    return Span(start, last + 1 if dotted else last)


def followers(page: Page, index: int) -> Iterator[Block]:
    """The blocks that may hold the name: the cell below a head, else the block after."""
    blocks = page.document.blocks
    block = blocks[index]
    if block.cell and block.cell[0] == 0:
        below = (1, block.cell[1])
        yield from (b for b in blocks[index + 1 :] if b.group == block.group and b.cell == below)
    after = _after(page, index, NAME_LINE)
    if after is not None:
        yield after


def letters_below(page: Page, index: int) -> Span | None:
    """The block after, if it begins with a credential or a profession: "MD, Psychiatry"."""
    after = _after(page, index, _LETTERS_LINE)
    if after is None:
        return None
    start = after.span.start
    opening = Span(start, min(start + 30, after.span.end))
    terms = ("credential", "clinical-role", "other-role")
    return after.span if any(page.has(term, opening) for term in terms) else None


def _after(page: Page, index: int, most: int) -> Block | None:
    """The next block, if it is a line of text of at most so many words."""
    blocks = page.document.blocks
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if after is None or after.kind not in LINE_KINDS or after.kind == "heading":
        return None
    return after if is_line(page, after, most) else None


def is_line(page: Page, block: Block, most: int) -> bool:
    """Whether a block has at most so many words; a long text is never split for it."""
    short = len(block.span) <= _LONG_WORD * most
    return short and len(page.document.slice(block.span).split()) <= most
