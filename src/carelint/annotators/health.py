"""Whether a page is about health at all, and about the mind: what others say is no concern."""

from __future__ import annotations

from carelint.document import Document, Span
from carelint.label import Labels

#: Term labels that show that a stretch of text is about health.
HEALTH = ("condition", "therapy", "medicine", "health-result")
_COUNTED = ("condition", "distress", "therapy", "medicine")
#: A page is about health where so many words in a hundred name what is counted.
_SHARE = 0.8
#: Names of complaints of the body and of the mind alike; they tell nothing of a page.
BODILY = "bodily-complaint"
_OF_THE_MIND = ("condition", "distress", "therapy")
#: The same for pages about the mind, which name fewer things, as medicines do not count.
_MIND_SHARE = 0.4


def is_health_page(document: Document, labels: Labels) -> bool:
    """Whether enough words of a document name conditions, complaints or treatments."""
    named = sum(len(labels.of(name)) for name in _COUNTED)
    return 100 * named >= _SHARE * max(len(document.tokens), 1)


def is_mental_health_page(document: Document, labels: Labels) -> bool:
    """Whether enough words of a document name conditions, complaints or treatments of the mind.

    A leaflet on a frozen shoulder says "eases the pain" too, and sells nothing by it.
    """
    named = sum(
        not labels.any(BODILY, label.span) for name in _OF_THE_MIND for label in labels.of(name)
    )
    return 100 * named >= _MIND_SHARE * max(len(document.tokens), 1)


def speaks_of_health(labels: Labels, span: Span) -> bool:
    """Whether a span names a condition, a treatment or a result in health."""
    return any(labels.any(name, span) for name in HEALTH)
