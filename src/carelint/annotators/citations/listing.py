"""The reference list by itself: duplicates, entries that nothing cites, missing parts, order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from carelint.annotators.citations.entries import Entry
from carelint.annotators.citations.grammar import DOI, URL
from carelint.annotators.citations.names import fold
from carelint.annotators.citations.numeric import Numbered
from carelint.label import Label

#: How alike two titles must be, from 0 to 100, to be one work.
_SAME_TITLE = 92
_SEARCH = re.compile(
    r"https?://(?:www\.)?(?:google\.[a-z.]+/search|bing\.com/search|duckduckgo\.com)", re.IGNORECASE
)
_PLACEHOLDER = re.compile(
    r"\b(?:various|several|multiple)\s+(?:studies|sources|authors)\b"
    r"|\bretrieved from (?:the )?(?:internet|google)\b",
    re.IGNORECASE,
)
#: What tells where a work stands: the name of a journal or publisher, or its pages.
_PLACE = re.compile(r"[^\W\d_]{3,}|\d[;:(]|\d{2,}")
#: "doi:" or "PMID" without the number that belongs there.
_BROKEN_ID = re.compile(r"doi\.org/|\bdoi:|\bPMID:?\s(?!\d{3,9}\b)", re.IGNORECASE)
_VERSION = re.compile(
    r"\b(?:ed(?:ition|n)?|part|vol(?:ume)?|ch(?:apter)?|rev)\b\.?\s*[\divx]+|\d+(?:st|nd|rd|th)\s+ed",
    re.IGNORECASE,
)


def duplicates(entries: Sequence[Entry], short_forms: Mapping[str, str]) -> Iterator[Label]:
    """`reference-duplicate` on each entry whose work an earlier entry lists.

    `short_forms` gives the full name that an abbreviation stands for.
    """
    by_id: dict[str, Entry] = {}
    by_key: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        twin = next(
            (by_id[i] for i in sorted(entry.ids) if i in by_id and not i.startswith("code:")), None
        )
        key = (
            fold(short_forms.get(entry.first, entry.first)).replace(" ", ""),
            entry.years[0] if entry.years else "",
        )
        if twin is None:
            twin = next((other for other in by_key[key] if _same_work(entry, other)), None)
        if twin is not None:
            yield Label("reference-duplicate", entry.opening, {"near": twin.name}, (twin.opening,))
        by_key[key].append(entry)
        for identifier in entry.ids:
            by_id.setdefault(identifier, entry)


def _same_work(entry: Entry, other: Entry) -> bool:
    if fold(entry.text) == fold(other.text):
        return True
    if not entry.title or not other.title or (_kinds(entry, "doi:") and _kinds(other, "doi:")):
        return False
    if _VERSION.findall(entry.text) != _VERSION.findall(other.text):
        return False
    same_people = len(entry.authors) == len(other.authors) or entry.et_al or other.et_al
    return same_people and fuzz.ratio(fold(entry.title), fold(other.title)) >= _SAME_TITLE


def _kinds(entry: Entry, prefix: str) -> bool:
    return any(i.startswith(prefix) for i in entry.ids)


def uncited(entries: Sequence[Entry], used: Collection[Entry]) -> Iterator[Label]:
    """`reference-uncited` on each entry of a list that no citation means."""
    spans = {entry.span for entry in used}
    for entry in entries:
        if not entry.soft and entry.span not in spans:
            yield Label("reference-uncited", entry.opening, {"name": entry.name})


def incomplete(entries: Sequence[Entry]) -> Iterator[Label]:
    """`reference-incomplete` on each entry that lacks what a reader needs to find the work."""
    for entry in entries:
        missing = list(_missing(entry))
        if missing and not (entry.soft or entry.note or entry.key):
            yield Label("reference-incomplete", entry.opening, {"missing": " and ".join(missing)})


def _missing(entry: Entry) -> Iterator[str]:
    text = entry.text
    if _SEARCH.search(text) or _PLACEHOLDER.search(text):
        yield "the work itself"
        return
    found = bool(entry.ids or entry.hosts or URL.search(text))
    if not entry.years and not found:
        yield "the year"
    if not entry.title and not found:
        yield "the title"
    elif not found and entry.people and not _PLACE.search(text.partition(entry.title)[2]):
        yield "the journal, publisher or link"
    if (_BROKEN_ID.search(text) and not DOI.search(text)) or (
        urlsplit(text.strip()).path == "/" and len(text.split()) == 1
    ):
        yield "a working link"


def order(citations: Sequence[Numbered], lists: Sequence[Sequence[Entry]]) -> Iterator[Label]:
    """`citation-order` at the first number that is mentioned out of order, and where a list
    skips or repeats one.
    """
    known = {entry.number for entries in lists for entry in entries}
    highest = 0
    seen: set[int] = set()
    for cited in citations:
        new = [n for n in cited.numbers if n not in seen and n in known]
        if new and min(new) < highest:
            yield Label(
                "citation-order", cited.span, {"number": str(min(new)), "highest": str(highest)}
            )
            break
        seen.update(new)
        highest = max([highest, *new])
    for entries in lists:
        for before, after in pairwise(entries):
            if before.number and after.number and after.number != before.number + 1:
                values = {"number": str(after.number), "highest": str(before.number)}
                yield Label("citation-order", after.span, values)
