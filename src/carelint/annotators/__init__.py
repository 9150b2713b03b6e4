"""What is known about a document without parsing it: labels, by annotator, in order.

An annotator is a module with `annotate(document, labels)`, which yields labels,
and `LABELS`, the names it may yield. To add one: the module, and one line here.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from carelint.annotators.terms import Lexicon
from carelint.document import Document
from carelint.label import Labels

#: In the order in which they run: later ones see the labels of earlier ones.
ANNOTATORS = ("quotes", "citations", "offers", "numbers", "review")


def annotators() -> list[ModuleType]:
    """The annotators' modules, in order."""
    found = []
    for name in ANNOTATORS:
        try:
            found.append(import_module(f"carelint.annotators.{name}"))
        except ModuleNotFoundError:
            pass
    return found


def label_names() -> frozenset[str]:
    """Every label that an annotator may yield; a rule that names another is refused."""
    return frozenset().union(*(getattr(module, "LABELS", ()) for module in annotators()))


def annotate(document: Document, lexicon: Lexicon) -> Labels:
    """All labels of a document: its defined terms first, then every annotator's."""
    labels = Labels(lexicon.labels(document))
    for module in annotators():
        if hasattr(module, "annotate"):
            labels.extend(list(module.annotate(document, labels)))
    return labels
