"""Figures in tiles: a page sets "93%" and "of clients feel better" apart.

They stand in two blocks, in two elements of one ("76%fewer binge days", as the text has it), or
in two attributes of a component (`<Stat big="91%" small="had better days" />`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from carelint.annotators.numbers.context import Context
from carelint.annotators.numbers.figures import Figure, figures
from carelint.annotators.numbers.kinds import kind_of
from carelint.document import Block, Document, Span
from carelint.label import Label, Labels

#: A line under a figure is short, in characters; a longer one is a text of its own.
_LONGEST = 120
_ALONE = re.compile(
    r"\W*(?:over|up to|nearly|almost|more than)?\s?[\d.,/]+\s?(?:%|\+|[kKmM]\b)?\+?\W*"
    r"|\W*\w+\s(?:in|out of|of)\s\w+\W*"
)
_VALUE = re.compile(r"=\s*\{?\s*[\"'`]?([^\"'`{}<>=]{1,20})")
#: How far a component's other attributes may stand from the line, in characters.
_NEAR = 200


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
    for block in document.blocks:
        if block.kind == "caption" and len(block.span) <= _LONGEST:
            yield from _component(document, labels, block, page)


def _tile(
    document: Document, labels: Labels, figure: Figure, line: Block, page: bool
) -> Iterator[Label]:
    whole = Span(figure.span.start, line.span.end)
    kind = kind_of(figure, Context(document, labels, whole, page))
    if kind:
        yield Label(kind, line.span, {"figure": figure.text}, (figure.span,))


def _component(document: Document, labels: Labels, line: Block, page: bool) -> Iterator[Label]:
    """The line of a component, read with a figure that another of its attributes holds."""
    for value in _attributes(document, line):
        figure = next(figures(value, 0, len(value)), None)
        if figure is None or not _ALONE.fullmatch(value):
            continue
        start = Span(line.span.start, line.span.start)
        placed = Figure(figure.kind, start, figure.text)
        kind = kind_of(placed, Context(document, labels, line.span, page))
        if kind:
            yield Label(kind, line.span, {"figure": figure.text})
            return


def _attributes(document: Document, line: Block) -> Iterator[str]:
    """The short values of the attributes in the tag that holds a line."""
    source, place = document.source, document.place(line.span)
    opened = source.rfind("<", max(0, place.start - _NEAR), place.start)
    if opened < 0 or ">" in source[opened : place.start]:
        return
    closed = source.find(">", place.end, place.end + _NEAR)
    for part in (source[opened : place.start], source[place.end : max(closed, place.end)]):
        for match in _VALUE.finditer(part):
            yield match[1].strip()
