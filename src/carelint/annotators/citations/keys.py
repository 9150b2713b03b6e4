"""Footnotes and keys: [^1] with its definition, [@lind2019] with a bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from carelint.annotators.citations.page import Page
from carelint.document import Span

_FOOTNOTE = re.compile(r"\[\^([^\]\s^]{1,60})\]")
#: "[Milgrom, 2016][milgrom16]" as it stays in the text where no line defines the key.
_REFERENCE_LINK = re.compile(r"(?<!\w)\[([^\[\]]{2,120})\]\s?\[([^\[\]^@]{0,60})\]")
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]^\n]{1,80}\]:[ \t]*\S", re.MULTILINE)
_KEY = r"[A-Za-z_][\w:.#$%&+?<>~/-]{1,60}"
_BRACKETED_KEYS = re.compile(r"\[(?:[^\[\]@]{0,60}[\s-])?-?@[^\[\]]{2,200}\]")
_EACH_KEY = re.compile(rf"(?<![\w.])@({_KEY}\w)")
_BARE_KEY = re.compile(r"(?<![\w.@/])@([A-Za-z][\w:-]*\d\d\w*)\b")


@dataclass(frozen=True, slots=True)
class Keyed:
    """A footnote reference or a key; `key` as it is written, `kind` "note", "key" or "link"."""

    span: Span
    key: str
    kind: str


def footnotes(page: Page, blocks: Iterable[int]) -> Iterator[Keyed]:
    """Each reference to a footnote in these blocks, defined or not."""
    for index in blocks:
        block = page.document.blocks[index].span
        marks = [m for m in page.marks(block, "note") if block.covers(m.span)]
        for mark in marks:
            yield Keyed(mark.span, mark.target, "note")
        for match in _FOOTNOTE.finditer(page.text, block.start, block.end):
            span = Span(*match.span())
            if not _is_literal(page, span) and not any(m.span.overlaps(span) for m in marks):
                yield Keyed(span, match[1], "note")


def keys(page: Page, blocks: Iterable[int], bare: bool) -> Iterator[Keyed]:
    """Each pandoc key in these blocks; `bare` ones too, as in "@lind2019 found"."""
    for index in blocks:
        block = page.document.blocks[index].span
        taken: list[Span] = []
        for bracket in _BRACKETED_KEYS.finditer(page.text, block.start, block.end):
            if _is_literal(page, Span(*bracket.span())):
                continue
            taken.append(Span(*bracket.span()))
            found = list(_EACH_KEY.finditer(page.text, bracket.start(), bracket.end()))
            for match in found:
                place = bracket if len(found) == 1 else match
                yield Keyed(Span(*place.span()), match[1], "key")
        for match in _BARE_KEY.finditer(page.text, block.start, block.end) if bare else ():
            span = Span(*match.span())
            if not any(span.overlaps(t) for t in taken) and not _is_literal(page, span):
                yield Keyed(span, match[1], "key")


def reference_links(page: Page, blocks: Iterable[int]) -> Iterator[Keyed]:
    """Each reference-style link whose key no line defines, on a page that defines others."""
    found = [
        (match, Span(*match.span()))
        for index in blocks
        for block in [page.document.blocks[index].span]
        if "][" in page.text[block.start : block.end]
        for match in _REFERENCE_LINK.finditer(page.text, block.start, block.end)
    ]
    if found and _DEFINITION.search(page.document.source):
        for match, span in found:
            if not _is_literal(page, span) and not page.marks(span, "link"):
                yield Keyed(span, (match[2] or match[1]).strip(), "link")


def _is_literal(page: Page, span: Span) -> bool:
    """Whether the text is code, or was escaped by a backslash in the source."""
    source = page.document.source
    place = page.document.place(span)
    escaped = (
        source[place.start : place.start + 1] == "\\"
        or source[max(place.start - 1, 0) : place.start] == "\\"
    )
    return escaped or page.marked(span, "code")
