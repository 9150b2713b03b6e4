"""What is known about a document without parsing it: labels, by annotator, in order.

An annotator is a module with `annotate(document, labels)`, which yields labels,
and `LABELS`, the names it may yield. To add one: the module, and one line here.
"""

from __future__ import annotations

from carelint.annotators import citations, numbers, offers, quotes, review, wording
from carelint.annotators.terms import Lexicon
from carelint.document import Document
from carelint.label import Labels

#: In the order in which they run: later ones see the labels of earlier ones.
ANNOTATORS = {
    "quotes": quotes,
    "citations": citations,
    "offers": offers,
    "numbers": numbers,
    "review": review,
}
#: Every label that an annotator may yield; a rule that names another is refused.
LABELS = wording.LABELS.union(*(module.LABELS for module in ANNOTATORS.values()))


def annotate(document: Document, lexicon: Lexicon) -> Labels:
    """All labels of a document: its defined terms first, then every annotator's."""
    labels = Labels(lexicon.labels(document))
    for module in ANNOTATORS.values():
        labels.extend(list(module.annotate(document, labels)))
    return labels
