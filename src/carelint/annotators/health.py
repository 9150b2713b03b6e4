"""Whether a page is about health at all: figures and quotations elsewhere are no concern."""

from __future__ import annotations

from carelint.document import Document, Span
from carelint.label import Labels

#: Term labels that show that a stretch of text is about health.
HEALTH = ("condition", "therapy", "medicine", "health-result")
_COUNTED = ("condition", "distress", "therapy", "medicine")
#: A page is about health where so many words in a hundred name what is counted.
_SHARE = 0.8


def is_health_page(document: Document, labels: Labels) -> bool:
    """Whether enough words of a document name conditions, complaints or treatments."""
    named = sum(len(labels.of(name)) for name in _COUNTED)
    return 100 * named >= _SHARE * max(len(document.tokens), 1)


def speaks_of_health(labels: Labels, span: Span) -> bool:
    """Whether a span names a condition, a treatment or a result in health."""
    return any(labels.any(name, span) for name in HEALTH)
