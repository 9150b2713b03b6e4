"""Medical-review attribution: who reviewed the page, and is that enough?

Labels of the whole document: `review-present` for every valid attribution (a
named person with a clinical credential) and at most one fault:
review-missing, -unnamed, -placeholder, -no-credentials, -unqualified, -self,
-no-date, -editorial-only, -mismatch, -stale, -date-impossible, -updated-after.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from carelint.annotators.review import bylines, dates, metadata
from carelint.annotators.review.faults import verdict
from carelint.annotators.review.page import Page
from carelint.annotators.review.scope import scope_of
from carelint.annotators.review.statements import Statements
from carelint.document import Document
from carelint.label import Label, Labels

#: Every label that may come of it.
LABELS = frozenset(
    """review-present review-missing review-unnamed review-placeholder review-no-credentials
    review-unqualified review-self review-no-date review-editorial-only review-mismatch
    review-stale review-date-impossible review-updated-after""".split()
)


def annotate(document: Document, labels: Labels, now: date | None = None) -> Iterator[Label]:
    """The review labels of a document, which needs the labels of the defined terms.

    `now` is the day to measure ages from; by default that of SOURCE_DATE_EPOCH, or today.
    """
    page = Page(document, labels, dates.month_first(document))
    said = Statements()
    bylines.read(page, said)
    metadata.read(page, said)
    yield from verdict(page, said, scope_of(page, said), now or dates.today())
