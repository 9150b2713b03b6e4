"""Figures in tiles: a page sets "93%" and "of clients feel better" as two blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from carelint.annotators.numbers.figures import Figure, figures
from carelint.annotators.numbers.kinds import kind_of
from carelint.annotators.numbers.context import Context
from carelint.document import Block, Document, Span
from carelint.label import Label, Labels

#: A line under a figure is short, in characters; a longer one is a text of its own.
_LONGEST = 120
_ALONE = re.compile(
    r"\W*(?:over|up to|nearly|almost|more than)?\s?[\d.,/]+\s?(?:%|\+|[kKmM]\b)?\+?\W*"
)


def tile_figures(document: Document, labels: Labels, page: bool) -> Iterator[Label]:
    """What a figure that stands alone says with the line after it, on which the label is set."""
    for block, after in zip(document.blocks, document.blocks[1:], strict=False):
        if block.cell is not None or after.cell is not None or after.kind == "metadata":
            continue
        if len(block.span) > 20 or len(after.span) > _LONGEST:
            continue
        if not _ALONE.fullmatch(document.slice(block.span)):
            continue
        figure = next(figures(document.text, block.span.start, block.span.end), None)
        if figure is not None:
            yield from _tile(document, labels, figure, after, page)


def _tile(
    document: Document, labels: Labels, figure: Figure, line: Block, page: bool
) -> Iterator[Label]:
    whole = Span(figure.span.start, line.span.end)
    kind = kind_of(figure, Context(document, labels, whole, page))
    if kind:
        yield Label(kind, line.span, {"figure": figure.text}, (figure.span,))
