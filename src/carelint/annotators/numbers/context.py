"""A figure's surroundings: its sentence, its clause, and what they are about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from carelint.document import Document, Span
from carelint.label import Labels

RESEARCH = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|research(?:ers)?|meta-analys[ie]s|analys[ie]s|statistics|evidence"
    r"|data|reviews?\sof|scientists)\b",
    re.IGNORECASE,
)
SUCCESS_RATE = re.compile(
    r"\b(?:success|recovery|cure|sobriety|remission)\srates?\b", re.IGNORECASE
)
_EDGE = re.compile(r"[,;:]\s|\s[—–-]{1,2}\s|[()—]")


@dataclass(frozen=True, slots=True)
class Context:
    """A document with its labels, a sentence of it, and whether the page is on health."""

    document: Document
    labels: Labels
    sentence: Span
    page: bool

    @property
    def words(self) -> str:
        return self.document.slice(self.sentence)

    def any(self, names: tuple[str, ...], span: Span) -> bool:
        return any(self.labels.any(name, span) for name in names)


def clause_of(document: Document, figure: Span, sentence: Span) -> Span:
    """The part of a sentence between two commas, colons, dashes or brackets that holds a figure."""
    start, end = sentence.start, sentence.end
    for edge in _EDGE.finditer(document.text, sentence.start, sentence.end):
        if edge.end() <= figure.start:
            start = edge.end()
        elif edge.start() >= figure.end:
            end = edge.start()
            break
    if (end - start) - len(figure) < 4:  # "nearly all (96%) of our guests"
        start, end = sentence.start, sentence.end
    while start < figure.start and document.text[start] in " \n\"“‘'*_":
        start += 1
    return Span(start, end)
