"""Quotation marks: which stretches of a block stand between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from carelint.document import Block, Document, Span

# An apostrophe stands inside a word or after an s, so it closes no single quotation.
_QUOTED = re.compile(
    r"""
      “(?P<curly>[^“”]{1,2000})”
    | (?<![\w"])"(?=\S)(?P<straight>[^"]{1,2000})(?<=\S)"(?!\w)
    | «\s?(?P<angle>[^«»]{1,2000})»
    | (?<!\w)‘(?P<single>(?:[^‘’]|’(?=\w)){1,600})’(?!\w)
    | (?<![\w'])'(?=[A-Za-z])(?P<plain>(?:[^'\n]|'(?=\w)){1,300})(?<![s\s])'(?!\w)
    """,
    re.VERBOSE,
)
#: Markup and stars that may stand before a quotation without being a word.
DECORATION = " \t\n*_★☆>–—-"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words of one block.

    `span` holds the marks, `inner` the words; `before` and `after` reach to the
    neighbouring quotation or to the edge of the block.
    """

    block: int
    span: Span
    inner: Span
    before: Span
    after: Span


def quotations(document: Document) -> Iterator[Quotation]:
    """Every stretch between quotation marks, in order of the text."""
    marked = [mark.span for mark in document.marks if mark.kind == "quote"]
    for index, block in enumerate(document.blocks):
        yield from _of_block(document, index, block, marked)


def _of_block(
    document: Document, index: int, block: Block, marked: list[Span]
) -> Iterator[Quotation]:
    found = []
    for match in _QUOTED.finditer(document.text, block.span.start, block.span.end):
        inner = Span(*match.span(match.lastgroup or 0))
        found.append((Span(*match.span()), inner))
    taken = [span for span, _ in found]
    found += [
        (span, span)
        for span in marked
        if block.span.covers(span) and not any(span.overlaps(other) for other in taken)
    ]
    found.sort()
    for place, (span, inner) in enumerate(found):
        left = found[place - 1][0].end if place else block.span.start
        right = found[place + 1][0].start if place + 1 < len(found) else block.span.end
        yield Quotation(index, span, inner, Span(left, span.start), Span(span.end, right))


def bare(document: Document, span: Span) -> bool:
    """Whether a span holds nothing but space, dashes, brackets and markup."""
    return not document.slice(span).strip(DECORATION + "().")
