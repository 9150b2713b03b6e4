"""Dates of a review: read, and judged on a day that a test may choose."""

from datetime import date

import pytest
from reviewing import fault, page, review

from carelint.annotators.review.dates import days_apart, find_days, months_before, today


def days(text, month_first=None):
    return list(find_days(text, 0, len(text), month_first))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 3 March 2021", (2021, 3, 3), (2021, 3, 3)),
        ("March 3, 2026", (2026, 3, 3), (2026, 3, 3)),
        ("3rd of March 2026", (2026, 3, 3), (2026, 3, 3)),
        ("Sept. 2025", (2025, 9, 1), (2025, 9, 30)),
        ("(02/2024)", (2024, 2, 1), (2024, 2, 29)),
        ("03.04.2026", (2026, 4, 3), (2026, 4, 3)),
        ("5/1/24", (2024, 1, 5), (2024, 5, 1)),
        ("25/1/2024", (2024, 1, 25), (2024, 1, 25)),
        ("2026-03-03T10:00:00Z", (2026, 3, 3), (2026, 3, 3)),
        ("2027-05", (2027, 5, 1), (2027, 5, 31)),
        ("· 2018", (2018, 1, 1), (2018, 12, 31)),
    ],
)
def test_read(text, first, last):
    (day,) = days(text)
    assert (day.first, day.last, day.possible) == (date(*first), date(*last), True)
    assert day.text == text[day.span.start : day.span.end]


def test_order_of_day_and_month_where_the_page_tells():
    assert days("5/1/24", month_first=True)[0].first == date(2024, 5, 1)
    assert days("5/1/24", month_first=False)[0].first == date(2024, 1, 5)
    assert days("25/1/24", month_first=True)[0].first == date(2024, 1, 25)


@pytest.mark.parametrize("text", ["2026-02-31", "00/00/2026", "45 May 2026", "2025-02-29"])
def test_impossible(text):
    assert [day.possible for day in days(text)] == [False]


@pytest.mark.parametrize("text", ["GMC 7654321", "LMFT 88213", "310-601-9999", "1-2 weeks", "May"])
def test_numbers_that_are_no_dates(text):
    assert days(text) == []


def test_arithmetic():
    assert months_before(date(2026, 3, 31), 1) == date(2026, 2, 28)
    assert months_before(date(2026, 1, 15), 36) == date(2023, 1, 15)
    assert days_apart(*days("March 2026, 2 April 2026")) == 2
    assert days_apart(*days("March 2026, 2026-03-09")) == 0


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Reviewed by Priya Nair, MD, 1 June 2023", ""),
        ("Reviewed by Priya Nair, MD, 31 May 2023", "stale"),
        ("Reviewed by Priya Nair, MD (06/2023)", ""),
        ("Reviewed by Priya Nair, MD (05/2023)", "stale"),
        ("Reviewed by Priya Nair, MD · 2018", "stale"),
        ("Reviewed by Tom Reyes, PsyD, 2020; re-reviewed by Priya Nair, MD, 2 May 2026", ""),
        ("Archived in 2021; kept for the record. Reviewed by Priya Nair, MD, 2019.", ""),
        ("Reviewed by Priya Nair, MD, 5 May 2026. Next review due May 2029.", ""),
        ("Reviewed by Priya Nair, MD, 5 May 2025. Next review due May 2026.", "stale"),
        ("Reviewed by Priya Nair, MD, 2 June 2026", ""),
        ("Reviewed by Priya Nair, MD, 3 June 2026", "date-impossible"),
        ("Reviewed by Priya Nair, MD, 31/02/2026", "date-impossible"),
        ("Published 4 May 2026. Reviewed by Priya Nair, MD, 4 May 2025.", "date-impossible"),
        ("Published 4 May 2026. Reviewed by Priya Nair, MD, 4 April 2026.", ""),
        ("Updated 2 May 2026. Reviewed by Priya Nair, MD, 14 Feb 2025.", "updated-after"),
        ("Updated 2 May 2026. Reviewed by Priya Nair, MD, 3 April 2026.", ""),
        ("Last edited May 2026 · Reviewed September 2025 by Ana Sousa, LMFT", "updated-after"),
    ],
)
def test_judged_on_the_first_of_june_2026(line, expected):
    assert fault(line) == expected


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("reviewed_on: 2026-02-31", "date-impossible"),
        ("next_review: 2025-12-01", "stale"),
        ("next_review: 2025-12-01\nreviewed_on: 2026-01-04", ""),
        ("next_review: 2028-03-03", ""),
        ("lastmod: 2026-04-30\nlast_reviewed: 2025-11-11", "updated-after"),
        ("updated: 2026-05-02\nupdate_kind: typo\nreviewed_on: 2025-12-01", ""),
        ("lang: en-GB\nreviewed_on: 5/7/2026", "date-impossible"),
        ("lang: en-US\nreviewed_on: 5/7/2026", ""),
        ("reviewed_on: 5/7/2026", ""),
    ],
)
def test_front_matter(front, expected):
    assert fault(page(front)) == expected


def test_the_date_itself_is_marked():
    (stale,) = [f for f in review("Reviewed by Priya Nair, MD, 3 March 2021") if f.name == "stale"]
    assert (stale.text, stale.values["date"]) == ("3 March 2021", "3 March 2021")


def test_today_may_be_set_from_outside(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780272000")
    assert today() == date(2026, 6, 1)
    line = "Reviewed by Priya Nair, MD, 3 June 2026"
    assert fault(line, now=None) == "date-impossible"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780531200")
    assert fault(line, now=None) == ""
