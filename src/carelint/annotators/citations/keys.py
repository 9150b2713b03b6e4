"""Footnotes and keys: [^1] with its definition, [@lind2019] with a bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from carelint.annotators.citations.page import Page
from carelint.document import Span

_FOOTNOTE = re.compile(r"\[\^([^\]\s^]{1,60})\]")
_KEY = r"[A-Za-z_][\w:.#$%&+?<>~/-]{1,60}"
_BRACKETED_KEYS = re.compile(r"\[(?:[^\[\]@]{0,60}[\s-])?-?@[^\[\]]{2,200}\]")
_EACH_KEY = re.compile(rf"(?<![\w.])@({_KEY}\w)")
_BARE_KEY = re.compile(r"(?<![\w.@/])@([A-Za-z][\w:-]*\d\d\w*)\b")


@dataclass(frozen=True, slots=True)
class Keyed:
    """A footnote reference or a key; `key` as it is written, `kind` "note" or "key"."""

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
        end = -1
        for bracket in _BRACKETED_KEYS.finditer(page.text, block.start, block.end):
            if _is_literal(page, Span(*bracket.span())):
                continue
            end = bracket.end()
            found = list(_EACH_KEY.finditer(page.text, bracket.start(), bracket.end()))
            for match in found:
                place = bracket if len(found) == 1 else match
                yield Keyed(Span(*place.span()), match[1], "key")
        for match in _BARE_KEY.finditer(page.text, block.start, block.end) if bare else ():
            if match.start() >= end and not _is_literal(page, Span(*match.span())):
                yield Keyed(Span(*match.span()), match[1], "key")


def _is_literal(page: Page, span: Span) -> bool:
    """Whether the text is code, or was escaped by a backslash in the source."""
    source = page.document.source
    place = page.document.place(span)
    escaped = (
        source[place.start : place.start + 1] == "\\"
        or source[max(place.start - 1, 0) : place.start] == "\\"
    )
    return escaped or page.marked(span, "code")
