"""What is wrong with the dates of a review: impossible, too old, overtaken, missing."""

from __future__ import annotations

import re
from datetime import date, timedelta

from carelint.annotators.review.dates import Day, months_before
from carelint.annotators.review.statements import Statements
from carelint.document import Document
from carelint.label import Label

#: PIF TICK: health information is reviewed at least every three years.
MONTHS = 36
#: Days after a review in which a page may still change without another.
_GRACE = timedelta(days=30)
#: Days before publication in which a review may have been made.
_AHEAD = timedelta(days=180)
_ARCHIVED = re.compile(r"\barchived\b", re.IGNORECASE)
_SMALL = frozenset("typo typos minor formatting style layout cosmetic".split())


def date_fault(document: Document, said: Statements, now: date) -> Label | None:
    """The strongest fault of the review's dates; None where there is none."""
    days = [day for _, day in said.review_days()]
    return (
        _impossible(said, days, now)
        or _overtaken(document, said, days)
        or _stale(document, said, days, now)
    )


def _impossible(said: Statements, days: list[Day], now: date) -> Label | None:
    for day in days:
        if not day.possible:
            return _label("review-date-impossible", day, because="no calendar has this day")
        if day.first > now + timedelta(days=1):
            return _label("review-date-impossible", day, because="it is still to come")
    published = [day for day in said.days("published") if day.possible]
    newest = _newest(days)
    if newest and published:
        first = min(published, key=lambda day: day.first)
        if newest.last < first.first - _AHEAD:
            because = f"the page was published on {first.text}"
            return _label("review-date-impossible", newest, because=because, others=(first,))
    return None


def _stale(document: Document, said: Statements, days: list[Day], now: date) -> Label | None:
    due = [day for day in said.days("next") if day.possible and day.last < now]
    newest = _newest(days)
    if _ARCHIVED.search(document.text):
        return None
    if due and not any(day.first >= max(d.first for d in due) for day in days):
        return _label("review-stale", due[-1], age="its next review was due then")
    if newest and newest.last < months_before(now, MONTHS):
        years = (now - newest.last).days // 365
        return _label("review-stale", newest, age=f"that is more than {years} years ago")
    return None


def _overtaken(document: Document, said: Statements, days: list[Day]) -> Label | None:
    newest = _newest(days)
    updates = [day for day in said.days("updated") if day.possible]
    if not newest or not updates or _only_small_changes(document):
        return None
    latest = max(updates, key=lambda day: day.first)
    if latest.first > newest.last + _GRACE:
        return Label(
            "review-updated-after", latest.span,
            {"date": newest.text, "updated": latest.text}, (newest.span,),
        )  # fmt: skip
    return None


def _only_small_changes(document: Document) -> bool:
    kinds = document.metadata("update_kind", "updateKind", "change", "update_type")
    return any(document.slice(block.span).strip().lower() in _SMALL for block in kinds)


def _newest(days: list[Day]) -> Day | None:
    possible = [day for day in days if day.possible]
    return max(possible, key=lambda day: day.last) if possible else None


def _label(name: str, day: Day, others: tuple[Day, ...] = (), **values: str) -> Label:
    related = tuple(other.span for other in others)
    return Label(name, day.span, {"date": day.text, **values}, related)
