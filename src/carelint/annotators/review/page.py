"""The page under review, as every part of this annotator takes it."""

from __future__ import annotations

from dataclasses import dataclass

from carelint.annotators.review.dates import Day, find_days
from carelint.document import Document, Span
from carelint.label import Labels


@dataclass(frozen=True, slots=True)
class Page:
    """A document, the labels of its defined terms, and the order of its dates:
    `month_first` is None where the page does not tell how to read 5/1/24.
    """

    document: Document
    labels: Labels
    month_first: bool | None = None

    @property
    def text(self) -> str:
        return self.document.text

    def days(self, span: Span) -> list[Day]:
        """The dates in a span, in order."""
        return list(find_days(self.document.text, span.start, span.end, self.month_first))

    def has(self, term: str, span: Span) -> bool:
        """Whether a word of a defined term stands in a span."""
        return self.labels.any(term, span)

    def words(self, span: Span) -> str:
        """The text of a span without outer space, in small letters."""
        return self.document.slice(span).strip().lower()
