"""Where the reference lists of a page are, and the pieces of text that are their entries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from carelint.annotators.citations.authors import (
    has_initials_first,
    is_person_first,
    read_authors,
)
from carelint.annotators.citations.grammar import DOI, PMID, UPPER, URL, WHEN, YEAR
from carelint.annotators.citations.page import Page
from carelint.document import Block, Span

_WORDS = re.compile(r"[^\W_][\w'’-]*")
#: Words that may stand in a heading beside its name.
_FILLERS = frozenset(
    {"and", "our", "the", "all", "a", "full", "for", "this", "page", "article", "post"}
)
_HEADING_TERMS = ("reference-heading", "soft-reference-heading")
LONGEST_HEADING = 60
_HEADING_KINDS = ("heading", "paragraph", "button", "caption", "item", "quote", "cell")
_DATED_START = re.compile(
    rf"\W{{0,3}}{UPPER}[^.!?;]{{0,150}}?\.?[”\"]?\s*\(\s*(?:{YEAR}|n\.\s?d|in press|forthcoming)"
)
_SHORT_START = re.compile(
    rf"(?:\[?\d{{1,3}}[.)\]]\s+)?{UPPER}[\w'’.& ,-]{{1,60}}\s\(?{YEAR}[a-z]?\)?\."
)
#: The end of an entry inside a line, and the date that follows the authors of the next.
_ENTRY_END = re.compile(r"(?:(?:(?<=[^\W_][^\W_])|(?<=\d))\.|(?<=\))\.?)\s+(?=[^\W\d_])")
_DATE_NEXT = re.compile(rf"[.,]?\s*\((?:{WHEN.pattern})[^()]{{0,25}}\)")
_LONGEST_AUTHORS = 400
_MARKER = re.compile(r"(?:^|[\n\r])[ \t]*(?:[-*+]\s+)?(\d{1,3})[.)][ \t]+[*_“\"]{0,3}$")
_LIST_MARKER = re.compile(r"\s*(?:\[\d{1,3}\]|\d{1,3}[.)])\s+\S")


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one entry; `number` is the one its list marker shows in the source."""

    span: Span
    number: int | None


@dataclass(frozen=True, slots=True)
class Region:
    """A reference list from its heading to the end of its last entry.

    `soft` lists (further reading) may hold works that the page does not cite.
    """

    span: Span
    heading: Span
    soft: bool
    pieces: tuple[Piece, ...]
    blocks: frozenset[int]


def find_regions(page: Page) -> list[Region]:
    """The reference lists in order of place; one without entries has no pieces."""
    found: list[Region] = []
    taken = -1
    for index, block in enumerate(page.document.blocks):
        if index <= taken:
            continue
        kind, below = _heading(page, index), []
        if not kind and (line := _heading_line(page, index)):
            kind = _named(page, line)
            below = [(index, replace(block, span=Span(line.end, block.span.end)))]
            block = replace(block, span=line)
        if kind:
            below += [(i, page.document.blocks[i]) for i in _inside(page, index)]
            region = _region(page, block, below, soft=kind == "soft")
            if (
                block.kind != "heading"
                and not region.pieces
                and not page.text[: block.span.end].endswith(":")
            ):
                continue  # a paragraph that only says "Sources"
            found.append(region)
            taken = max([index, *region.blocks])
    return found


def _heading(page: Page, index: int) -> str:
    """ "hard" or "soft" where a block is the heading of a reference list, else "" """
    block = page.document.blocks[index]
    if block.kind not in _HEADING_KINDS or len(block.span) > LONGEST_HEADING:
        return ""
    return _named(page, block.span)


def _heading_line(page: Page, index: int) -> Span | None:
    """The first line of a block, where it is such a heading and an entry follows it."""
    block = page.document.blocks[index]
    opening = Span(block.span.start, min(block.span.end, block.span.start + LONGEST_HEADING))
    if block.kind not in ("paragraph", "caption") or len(block.span) <= LONGEST_HEADING:
        return None
    if not any(
        label.span.start - opening.start < LONGEST_HEADING // 2
        for kind in _HEADING_TERMS
        for label in page.labels.within(kind, opening)
    ):
        return None
    end = next(_breaks(page, block.span), block.span.end)
    line, rest = _trimmed(page.text, block.span.start, end), Span(end, block.span.end)
    following = _trimmed(page.text, rest.start, rest.end)
    if not len(following) or len(line) > LONGEST_HEADING or not _named(page, line):
        return None
    is_list = looks_like_entry(page, following) and _opens_entry(page.text, following)
    return line if is_list else None


def _named(page: Page, span: Span) -> str:
    """ "hard" or "soft" where a span is the name of a reference list and no more, else "" """
    for kind in _HEADING_TERMS:
        labels = list(page.labels.within(kind, span))
        if labels and all(
            match.group().lower() in _FILLERS
            or any(
                label.span.start <= span.start + match.start() < label.span.end for label in labels
            )
            for match in _WORDS.finditer(page.document.slice(span))
            if not match.group().isdigit()
        ):
            return "hard" if kind == "reference-heading" else "soft"
    return ""


def _inside(page: Page, index: int) -> Iterator[int]:
    """The blocks under a heading, or under a paragraph that serves as one."""
    blocks = page.document.blocks
    real = blocks[index].kind == "heading"
    for later in range(index + 1, len(blocks)):
        block = blocks[later]
        if real and block.kind == "heading" and index not in block.headings:
            return
        if not real and block.kind == "heading":
            return
        if block.kind in ("paragraph", "heading") and (
            _heading(page, later) or (not real and _is_bold_line(page, block))
        ):
            return
        yield later


def _is_bold_line(page: Page, block: Block) -> bool:
    return len(block.span) <= LONGEST_HEADING and page.marked(
        Span(
            block.span.start, block.span.start + len(page.document.slice(block.span).rstrip(" :."))
        ),
        "strong",
    )


def _region(page: Page, heading: Block, inside: list[tuple[int, Block]], soft: bool) -> Region:
    pieces: list[Piece] = []
    used: set[int] = set()
    group: int | None = None
    items = False
    for index, block in inside:
        found = list(
            _pieces(page, block, soft, listed=items, same_list=group in (None, block.group))
        )
        if found:
            group = block.group if group is None else group
            items = items or block.kind == "item"
            pieces += found
            used.add(index)
    end = max([heading.span.end, *(piece.span.end for piece in pieces)])
    last = max(used, default=-1)
    covered = frozenset(index for index, _ in inside if index <= last)
    return Region(Span(heading.span.start, end), heading.span, soft, _renumbered(pieces), covered)


def _pieces(page: Page, block: Block, soft: bool, listed: bool, same_list: bool) -> Iterator[Piece]:
    """The entries that a block holds: a list item is one, a paragraph may hold one a line."""
    if block.kind in ("heading", "metadata", "button", "note", "alt"):
        return
    if block.kind == "item" and same_list and not soft:
        yield Piece(block.span, marker(page, block))
        return
    for span in _lines(page, block):
        if looks_like_entry(page, span, strict=listed and block.kind != "item"):
            yield Piece(span, marker(page, block) if block.kind == "item" else None)


def looks_like_entry(page: Page, span: Span, strict: bool = False) -> bool:
    """Whether a text is a reference: authors with a year, a DOI, a title with a year.

    `strict` leaves out what might be prose after a list: a mere link, a mere year.
    """
    text = page.document.slice(span)
    if DOI.search(text) or PMID.search(text):
        return True
    dated = WHEN.search(text) is not None
    if dated and is_person_first(text):
        return True
    if strict:
        return False
    if dated and (_DATED_START.match(text) or _SHORT_START.match(text)):
        return True
    linked = URL.search(text) or any(m.target.startswith("http") for m in page.marks(span, "link"))
    return bool(linked or _LIST_MARKER.match(text) or (dated and re.search(r"[“\"]", text)))


def _lines(page: Page, block: Block) -> Iterator[Span]:
    """The lines of a block as its source breaks them, where each is an entry; else the block."""
    breaks = {*_breaks(page, block.span), *_run_on(page, block.span)}
    cuts = [block.span.start, *sorted(breaks), block.span.end]
    spans = [_trimmed(page.text, a, b) for a, b in pairwise(cuts)]
    lines = [span for span in spans if len(span)]
    starts = [
        i for i, s in enumerate(lines) if looks_like_entry(page, s) and _opens_entry(page.text, s)
    ]
    if len(starts) < 2 or starts[0] != 0:
        yield block.span
        return
    for first, after in zip(starts, [*starts[1:], len(lines)], strict=False):
        yield Span(lines[first].start, lines[after - 1].end)


def _opens_entry(text: str, span: Span) -> bool:
    piece = text[span.start : span.end]
    return bool(is_person_first(piece) or _DATED_START.match(piece) or _SHORT_START.match(piece)
                or _LIST_MARKER.match(piece) or piece.startswith("http"))  # fmt: skip


def _breaks(page: Page, span: Span) -> Iterator[int]:
    """The places in the text where its source began a new line or had a line-break tag."""
    for match in re.finditer(r"\s", page.text[span.start : span.end]):
        at = span.start + match.start()
        if match.group() in "\r\n":
            yield at
            continue
        place = page.document.place(Span(at, at + 1))
        source = page.document.source[place.start : place.end]
        if "\n" in source or "\r" in source or source.startswith("<"):
            yield at


def _run_on(page: Page, span: Span) -> Iterator[int]:
    """The places inside a line where a further entry begins: people, then a date in brackets."""
    for match in _ENTRY_END.finditer(page.text, span.start, span.end):
        following = page.text[match.end() : min(span.end, match.end() + _LONGEST_AUTHORS)]
        if has_initials_first(following):
            who = read_authors(following, 0)
            if who.people and _DATE_NEXT.match(following, who.end):
                yield match.end() - 1


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    return Span(left, max(start + len(piece.rstrip()), left))


def marker(page: Page, block: Block) -> int | None:
    """The number of a list item as the source shows it, where it does."""
    start = page.document.place(block.span).start
    match = _MARKER.search(page.document.source, max(start - 20, 0), start)
    return int(match[1]) if match else None


def _renumbered(pieces: list[Piece]) -> tuple[Piece, ...]:
    """The pieces; where every marker is the same ("1." throughout), by their order."""
    numbers = [piece.number for piece in pieces]
    if len(pieces) > 1 and None not in numbers and len(set(numbers)) == 1:
        return tuple(Piece(piece.span, i) for i, piece in enumerate(pieces, 1))
    return tuple(pieces)
