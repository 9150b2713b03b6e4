"""Dates as people write them, each as the range of days that it may mean.

"March 2026" is any day of that month and "5/1/24" is two days, as long as no
one says which order the page follows. A fault is found only where every day of
the range has it.
"""

from __future__ import annotations

import calendar
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from carelint.document import Document, Span

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DATE = re.compile(
    r"(?<![\w/.-])(?:"
    r"(?P<iso_y>\d{4})-(?P<iso_m>\d{1,2})(?:-(?P<iso_d>\d{1,2}))?(?:T[\d:.+Z-]*)?"
    r"|(?P<d1>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+"
    + _MONTH.format("m1")
    + r",?[\s-]+(?P<y1>\d{4})"
    r"|" + _MONTH.format("m2") + r"\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{4})"
    r"|" + _MONTH.format("m3") + r",?\s+(?P<y3>\d{4})"
    r"|(?P<n1>\d{1,2})(?P<sep>[/.-])(?P<n2>\d{1,2})(?P=sep)(?P<y4>\d{4}|\d{2})"
    r"|(?P<m5>\d{1,2})/(?P<y5>\d{4})"
    r"|(?P<y6>(?:19|20)\d{2})"
    r")(?![\w/]|[.-]\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date in the text: it means some day from `first` to `last`; an impossible
    one ("31 February") has `possible` false.
    """

    span: Span
    text: str
    first: date = date.min
    last: date = date.max
    possible: bool = True


def today() -> date:
    """The day that "old" and "in the future" are measured from.

    It is SOURCE_DATE_EPOCH (seconds) where that is set, so that a run can be repeated.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return date.today()


def month_first(document: Document) -> bool | None:
    """Whether the page writes 5/1/24 for the first of May; None where it does not say."""
    for block in document.metadata("lang", "language", "locale"):
        language = document.slice(block.span).lower().replace("_", "-")
        if "-" in language:
            return language in ("en-us", "en-ph")
    return None


def find_days(text: str, start: int, end: int, month_first: bool | None = None) -> Iterator[Day]:
    """The dates in `text[start:end]`, in order; offsets are characters of `text`."""
    for match in _DATE.finditer(text, start, end):
        days = list(_readings(match, month_first))
        span = Span(match.start(), match.end())
        if days:
            yield Day(span, match.group(), min(d[0] for d in days), max(d[1] for d in days))
        else:
            yield Day(span, match.group(), possible=False)


def _readings(match: re.Match[str], month_first: bool | None) -> Iterator[tuple[date, date]]:
    """The first and last day of each way to read a match; none if no calendar has it."""
    part = match.groupdict()
    if part["iso_y"]:
        yield from _range(part["iso_y"], part["iso_m"], part["iso_d"])
    elif part["n1"]:
        orders = {True: [("n2", "n1")], False: [("n1", "n2")], None: [("n1", "n2"), ("n2", "n1")]}
        wanted = False if part["sep"] == "." else month_first
        found = [r for d, m in orders[wanted] for r in _range(part["y4"], part[m], part[d])]
        # A day over 12 shows the order, whatever the page's language.
        either = orders[None]
        yield from found or [r for d, m in either for r in _range(part["y4"], part[m], part[d])]
    elif part["y6"]:
        yield date(int(part["y6"]), 1, 1), date(int(part["y6"]), 12, 31)
    elif part["m5"]:
        yield from _range(part["y5"], part["m5"], None)
    else:
        number = "1" if part["y1"] else "2" if part["y2"] else "3"
        month = _MONTHS[part["m" + number][:3].lower()]
        yield from _range(part["y" + number], str(month), part.get("d" + number))


def _range(year: str, month: str, day: str | None) -> Iterator[tuple[date, date]]:
    y, m = int(year) + (2000 if len(year) == 2 else 0), int(month)
    if not (1 <= m <= 12 and 1 <= y <= 9999):
        return
    length = calendar.monthrange(y, m)[1]
    if day is None:
        yield date(y, m, 1), date(y, m, length)
    elif 1 <= int(day) <= length:
        yield date(y, m, int(day)), date(y, m, int(day))


def months_before(day: date, months: int) -> date:
    """The same day some months earlier; the last day of a shorter month."""
    total = day.year * 12 + day.month - 1 - months
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def days_apart(one: Day, other: Day) -> int:
    """The least number of days between two dates; 0 where they may be the same."""
    gap = max(one.first - other.last, other.first - one.last, timedelta(0))
    return gap.days
