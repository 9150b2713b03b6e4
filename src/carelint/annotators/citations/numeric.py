"""In-text citations by number: [1], [1-3, 7], ⁴, ^5^, and superscript marks.

A number counts only where it is plausible: small, outside code, not an exponent
or a unit, and on a page that has a numbered list or several such numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from carelint.annotators.citations.links import is_evidence, is_external
from carelint.annotators.citations.page import Page
from carelint.document import Mark, Span

#: Numbers as they are cited: "1-3, 7".
RUN = r"\d{1,3}(?:\s?[-–—‑,;]\s?\d{1,3}){0,20}"
#: "[1, 3]", "[6, p. 118]"; "[3]–[5]" is one citation of three works.
_ONE = rf"\[\s?({RUN})(?:,\s?(?:pp?|ch|sec|fig|tab|table|app|eq)\b\.?\s?[\divx.–-]{{1,12}})?\s?\]"
_BRACKET = re.compile(rf"{_ONE}(?:\s?[-–—]\s?\[\s?(\d{{1,3}})\s?\])?(?!\()")
_CARET = re.compile(rf"(?<![\d\w^])\^({RUN})\^|(?<=[a-z.,;:!?”\")])\^({RUN})\^")
_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[⁻˒,–-]\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*")
_SUP = re.compile(rf"\[?\s?({RUN})\s?\]?$")
#: No list on a web page is longer; [988] is a telephone number.
_LARGEST = 300
_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻˒", "0123456789-,")
_PART = re.compile(r"(\d{1,3})(?:\s?[-–—‑]\s?(\d{1,3}))?")
#: What a raised number after it makes a unit or a power, and no citation.
_UNIT = re.compile(r"(?:^|[^\w])(?:[a-zA-Zχµ]|[mckd]m|km|ft|in|yd|kg|CO|H)$")
_WORD_BEFORE = re.compile(r"[\w.,;:!?”\"'’)\]%]$")


@dataclass(frozen=True, slots=True)
class Numbered:
    """Numbers cited at one place; `falls` says that a range runs backwards.

    `certain` numbers stand where nothing but a citation is written.
    """

    span: Span
    numbers: tuple[int, ...]
    falls: bool = False
    certain: bool = False
    linked: bool = False


def numbered(page: Page, blocks: Iterable[int]) -> Iterator[Numbered]:
    """The numeric citations in these blocks, in order of place, without overlaps."""
    for index in blocks:
        block = page.document.blocks[index].span
        found = [*_bracketed(page, block), *_raised(page, block), *_marked(page, block)]
        end = -1
        for item in sorted(found, key=lambda n: (n.span.start, -n.span.end)):
            if (
                item.span.start >= end
                and max(item.numbers) <= _LARGEST
                and not page.marked(item.span, "code")
            ):
                yield item
                end = item.span.end


def _bracketed(page: Page, block: Span) -> Iterator[Numbered]:
    for match in _BRACKET.finditer(page.text, block.start, block.end):
        if page.text[match.start() - 1 : match.start()].isalnum() and not page.marks(
            Span(*match.span()), "sup", "link"
        ):
            before = page.text[max(block.start, match.start() - 12) : match.start()]
            if re.search(r"[_\d]$|\b[a-z]{1,3}$", before):
                continue  # arr[7], x[1]
        link = _link(page, Span(*match.span()))
        if link is not None and is_external(link.target) and not is_evidence(link.target):
            continue
        run = f"{match[1]}-{match[2]}" if match[2] else match[1]
        yield read_numbers(
            run, Span(*match.span()), linked=link is not None and is_evidence(link.target)
        )


def _raised(page: Page, block: Span) -> Iterator[Numbered]:
    for match in _RAISED.finditer(page.text, block.start, block.end):
        if _may_be_raised(page.text[max(block.start, match.start() - 6) : match.start()]):
            yield read_numbers(
                match.group().translate(_PLAIN_DIGITS), Span(*match.span()), certain=True
            )
    for match in _CARET.finditer(page.text, block.start, block.end):
        yield read_numbers(match[1] or match[2], Span(*match.span()), certain=True)


def _marked(page: Page, block: Span) -> Iterator[Numbered]:
    """Superscript marks, and links to a place of the page whose text is a number."""
    for mark in page.marks(block, "sup", "link"):
        match = _SUP.match(page.text[mark.span.start : mark.span.end])
        if not match or not block.covers(mark.span):
            continue
        if mark.kind == "link" and not mark.target.startswith("#"):
            continue
        link = _link(page, mark.span)
        if link is not None and is_external(link.target) and not is_evidence(link.target):
            continue
        linked = link is not None and is_evidence(link.target)
        if linked or _may_be_raised(
            page.text[max(block.start, mark.span.start - 6) : mark.span.start]
        ):
            yield read_numbers(match[1], mark.span, certain=True, linked=linked)


def _may_be_raised(before: str) -> bool:
    """Whether a raised number may cite: not after a digit (a power) or a unit."""
    return (
        bool(_WORD_BEFORE.search(before)) and not before[-1:].isdigit() and not _UNIT.search(before)
    )


def _link(page: Page, span: Span) -> Mark | None:
    return next((m for m in page.marks(span, "link") if m.span.overlaps(span)), None)


def read_numbers(text: str, span: Span, certain: bool = False, linked: bool = False) -> Numbered:
    """The numbers of "1-3, 7"; a range that falls keeps its two ends."""
    numbers: list[int] = []
    falls = False
    for match in _PART.finditer(text):
        first, last = int(match[1]), int(match[2] or match[1])
        falls = falls or last < first
        numbers += range(first, last + 1) if first <= last <= first + 60 else (first, last)
    return Numbered(span, tuple(numbers), falls, certain, linked)
