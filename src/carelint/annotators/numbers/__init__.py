"""Figures, and what they say.

Labels: `figure` (every share, rate, multiple or change; values: `figure`, its
words, and `kind`); around a figure, its clause as one of `success-figure` (a
provider's own success), `outcome-figure` (an outcome, a comparison or a
finding of research) and `prevalence-figure` (how common something is). Prices,
hours, ages, doses and certainty words ("100% natural") get none of the three.

Reads the labels of terms, citations and quotes, which come first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from carelint.annotators.health import is_health_page
from carelint.annotators.numbers.context import Context, clause_of
from carelint.annotators.numbers.figures import HINTS, Figure, figures
from carelint.annotators.numbers.kinds import kind_of
from carelint.annotators.numbers.tables import table_figures
from carelint.annotators.numbers.tiles import tile_figures
from carelint.document import Document, Sentence
from carelint.label import Label, Labels

LABELS = ("figure", "success-figure", "outcome-figure", "prevalence-figure")
#: The strongest reading of a sentence with several figures is the one that counts.
_STRENGTH = LABELS[1:]
#: No sentence that a person wrote has more figures that matter.
_MOST = 12


def annotate(document: Document, labels: Labels) -> Iterator[Label]:
    """Label the figures of a document and the clauses that they stand in."""
    page = is_health_page(document, labels)
    for sentence in _with_numbers(document):
        block = document.blocks[sentence.block]
        if block.kind == "note":
            continue
        found = list(figures(document.text, sentence.span.start, sentence.span.end))
        for figure in found:
            yield Label("figure", figure.span, {"figure": figure.text, "kind": figure.kind})
        if found and block.cell is None:
            yield from _sentence(document, labels, sentence, found[:_MOST], page)
    yield from table_figures(document, labels, page)
    yield from tile_figures(document, labels, page)


def _with_numbers(document: Document) -> Iterator[Sentence]:
    """The sentences with a word that a figure can hold; most have none and are skipped."""
    tokens, sentences = document.tokens, document.sentences
    starts = [sentence.span.start for sentence in sentences]
    last = -1
    for norm, start in zip(tokens.norms, tokens.starts, strict=True):
        if norm in HINTS or norm[0].isdigit():
            index = bisect_right(starts, start) - 1
            if index > last:
                last = index
                yield sentences[index]


def _sentence(
    document: Document, labels: Labels, sentence: Sentence, found: list[Figure], page: bool
) -> Iterator[Label]:
    """At most one label for a sentence: a reader mends it once."""
    context = Context(document, labels, sentence.span, page)
    kinds = [(kind_of(figure, context), figure) for figure in found]
    for name in _STRENGTH:
        for kind, figure in kinds:
            if kind == name:
                span = clause_of(document, figure.span, sentence.span)
                yield Label(name, span, {"figure": figure.text})
                return
