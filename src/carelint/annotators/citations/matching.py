"""Which entry an author-year citation means, and how it misses where it means none.

A citation may be read in more than one way ("Centers for Disease Control and
Prevention" is one body, "Lind and Ito" are two people), so every reading is
tried; an exact match of any reading wins over every near miss.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from carelint.annotators.citations.authordate import Cited
from carelint.annotators.citations.entries import Entry
from carelint.annotators.citations.grammar import WORD
from carelint.annotators.citations.names import (
    close,
    close_body,
    distance,
    fold,
    initials,
    same,
    same_body,
    spellings,
)

_WORD = re.compile(WORD)
#: The fewest letters of a name in which a slip can be told from another name.
_LONG_NAME = 6
#: How many years may lie between two works of one author.
_YEARS_OF_WORK = 30
#: Words of an organisation's name that may be there or not.
_LEFT_OUT = frozenset({"the", "us", "u", "s"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a citation fares: `kind` is "resolved", "year", "author" or "unlisted".

    `entry` is the entry meant, or the nearest one. A `firm` verdict rests on an
    entry of the same first author and year, so that it is a citation for certain.
    """

    kind: str
    entry: Entry | None = None
    firm: bool = False


class Book:
    """The entries of a page, found by name."""

    def __init__(self, entries: Iterable[Entry], short_forms: Mapping[str, str]) -> None:
        self.entries = tuple(entries)
        #: Abbreviations that the page introduces or the term file knows: WHO, its full name.
        self._short_forms = short_forms
        self._people: dict[str, list[Entry]] = defaultdict(list)
        self._bodies: dict[str, list[Entry]] = defaultdict(list)
        self._initials: dict[str, list[Entry]] = defaultdict(list)
        self._years: dict[str, list[Entry]] = defaultdict(list)
        self._letters: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            if entry.authors:
                self._letters[fold(entry.first)[:1]].append(entry)
            for key in _name_keys(entry.first) if entry.authors else ():
                self._people[key].append(entry)
            if not entry.people:
                names = self._full_names(entry.body, entry.also)
                names |= {
                    key for part in _divisions(entry.body) for key in self._full_names(part, ())
                }
                for key in names | entry.hosts:
                    self._bodies[key].append(entry)
                for key in {initials(name) for name in names} - {""}:
                    self._initials[key].append(entry)
            for year in entry.years or ("",):
                self._years[year[:4]].append(entry)

    def find(self, cited: Cited) -> Verdict:
        """The verdict on one citation."""
        if cited.title:
            return self._by_title(cited)
        bodies, people = list(self._of_body(cited)), list(self._of_people(cited))
        dated = [entry for entry in people if dates_agree(cited, entry)]
        fitting = [entry for entry in bodies if dates_agree(cited, entry)]
        fitting += [e for e in dated if e not in fitting and _authors_agree(cited, e)]
        if fitting:
            missing_letter = len(fitting) > 1 and _lacks_letter(cited, fitting)
            return Verdict("year" if missing_letter else "resolved", fitting[0])
        if dated:
            return Verdict("author", dated[0], firm=True)
        if found := self._titled(cited) or (None if cited.sure else self._stray(cited)):
            return Verdict("resolved", found)
        others = bodies + [entry for entry in people if _authors_agree(cited, entry, loosely=True)]
        if others:
            nearest = min(others, key=lambda e: _years_apart(cited, e))
            return Verdict("year", nearest, firm=_is_plainly_of(cited, nearest))
        if near := self._misspelt(cited):
            firm = close_body(cited.phrase, near.body) or _is_plainly_of(cited, near, slip=True)
            return Verdict("author", near, firm=firm)
        return Verdict("unlisted", self._nearest(cited))

    def _of_people(self, cited: Cited) -> Iterator[Entry]:
        if not cited.names:
            return
        seen: set[int] = set()
        for key in _name_keys(cited.names[0]):
            for entry in self._people.get(key, ()):
                if id(entry) not in seen and same(cited.names[0], entry.first):
                    seen.add(id(entry))
                    yield entry

    def _of_body(self, cited: Cited) -> Iterator[Entry]:
        """The entries of an organisation: by its name, or by its initials on either side."""
        names = self._full_names(cited.phrase, ())
        found = [entry for key in sorted(names) for entry in self._bodies.get(key, ())]
        found += [
            e for key in sorted(names) for e in self._bodies.get(initials(key), ()) if initials(key)
        ]
        if len(cited.phrase.split()) == 1:
            found += self._initials.get(fold(cited.phrase), [])
        yield from {id(entry): entry for entry in found}.values()

    def _full_names(self, name: str, also: Iterable[str]) -> set[str]:
        """An organisation's name, its short forms, and what those stand for, folded."""
        forms = {name, *also}
        forms |= {full for form in forms if (full := self._short_forms.get(form))}
        return {" ".join(w for w in fold(form).split() if w not in _LEFT_OUT) for form in forms} - {
            ""
        }

    def _by_title(self, cited: Cited) -> Verdict:
        key = fold(cited.phrase)
        named = [
            e for e in self.entries if key in (fold(e.title)[: len(key)], fold(e.body)[: len(key)])
        ]
        dated = [entry for entry in named if dates_agree(cited, entry)]
        if dated:
            return Verdict("resolved", dated[0])
        if named:
            return Verdict("year", named[0])
        near = [e for e in self.entries if dates_agree(cited, e) and close_title(cited.phrase, e)]
        return Verdict("author", near[0]) if near else Verdict("unlisted")

    def _titled(self, cited: Cited) -> Entry | None:
        """The entry whose title the text gives in the authors' place: "Lost Connections (2018)"."""
        key = _without_article(cited.phrase)
        if len(key.split()) < 2:
            return None
        dated = (e for year in cited.years for e in self._years.get(year[:4], ()))
        return next((e for e in dated if _without_article(e.title).startswith(key)), None)

    def _stray(self, cited: Cited) -> Entry | None:
        """The entry of a bare year whose author stands earlier in the sentence.

        "Weiner and Avery-Clark argue (2014, p. 309)"; "Currier and colleagues, writing in
        Psychological Bulletin (2008)".
        """
        for match in reversed(list(_WORD.finditer(cited.before))):
            for key in spellings(re.sub(r"['’]s?$", "", match.group())):
                for entry in self._people.get(key, ()):
                    if (
                        entry.people
                        and dates_agree(cited, entry)
                        and same(match.group(), entry.first)
                    ):
                        return entry
        return None

    def _misspelt(self, cited: Cited) -> Entry | None:
        """The entry of the same year whose name differs by a slip, or by order."""
        if not cited.names:
            return None
        dated = [e for year in cited.years for e in self._years.get(year[:4], ())]
        dated = [entry for entry in dated if dates_agree(cited, entry)]
        best: tuple[int, Entry] | None = None
        for entry in dated:
            if _is_swapped(cited, entry) or close_body(cited.phrase, entry.body):
                return entry
            shared = (
                len(cited.names) > 1
                and len(entry.authors) > 1
                and same(cited.names[1], entry.authors[1])
            )
            if entry.authors and close(cited.names[0], entry.first, slack=shared):
                apart = distance(cited.names[0], entry.first)
                if best is None or apart < best[0]:
                    best = apart, entry
        return best[1] if best else None

    def _nearest(self, cited: Cited) -> Entry | None:
        """The entry whose first author is written most alike, if any is."""
        name = cited.names[0] if cited.names else cited.phrase
        alike = self._letters.get(fold(name)[:1], ())
        close_ones = [entry for entry in alike if close(name, entry.first)]
        return min(close_ones, key=lambda e: distance(name, e.first)) if close_ones else None


def _divisions(body: str) -> list[str]:
    """The bodies that an entry names together: an agency and its centre."""
    parts = body.split(", ")
    whole = all(len(p.split()) > 2 and p.split()[0].lower() not in ("and", "&") for p in parts)
    return parts if len(parts) == 2 and whole else []


def _without_article(title: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", fold(title))


def close_title(cited: str, entry: Entry) -> bool:
    """Whether a cited title and the opening of an entry's title differ by a slip."""
    key = fold(cited)
    titles = (fold(title)[: len(key)] for title in (entry.title, entry.body) if title)
    return any(fuzz.ratio(key, title, score_cutoff=85) >= 85 for title in titles)


def dates_agree(cited: Cited, entry: Entry) -> bool:
    """Whether an entry may be of a cited year; an entry without a date may be of any."""
    if not entry.years:
        return True
    for year in cited.years:
        for listed in entry.years:
            if year == listed or (len(year) == 4 and listed[:4] == year and listed[4:].isalpha()):
                return True
    return False


def _lacks_letter(cited: Cited, entries: list[Entry]) -> bool:
    """Whether a bare year may mean more than one entry: 2019 where 2019a and 2019b stand."""
    listed = {year for entry in entries for year in entry.years}
    return not any(year in listed for year in cited.years) and len(listed) > 1


def _authors_agree(cited: Cited, entry: Entry, loosely: bool = False) -> bool:
    """Whether the further authors of a citation fit those of an entry.

    `loosely` asks only that no author is cited who does not stand in the entry.
    """
    names, listed = cited.names, entry.authors
    if not names or same_body(cited.phrase, entry.body):
        return True
    if len(listed) < 2 and not entry.et_al and not entry.people:
        return True  # "Lind 2019." tells the first author only
    known = all(any(same(name, author) for author in listed) for name in names)
    if not known and not (entry.et_al and same(names[0], listed[0])):
        return False
    if loosely or entry.et_al or cited.loose:
        return True
    if cited.et_al:
        return len(listed) > max(len(names), 2)
    return len(names) == len(listed)


def _is_plainly_of(cited: Cited, entry: Entry, slip: bool = False) -> bool:
    """Whether "Lind (2018)" in the running text surely means an entry of another year: all
    its authors are named, by family name. With `slip`, the one name is a letter off.
    """
    if not (cited.narrative and entry.people and cited.names) or cited.doubtful:
        return False
    first = cited.names[0]
    if slip:
        return len(fold(entry.first)) >= _LONG_NAME and distance(first, entry.first) == 1
    near = _years_apart(cited, entry) <= _YEARS_OF_WORK  # else a year of birth, perhaps
    return near and bool(spellings(first) & spellings(entry.first)) and _authors_agree(cited, entry)


def _is_swapped(cited: Cited, entry: Entry) -> bool:
    """Whether the authors are those of the entry in another order, or a name turned round."""
    listed, names = entry.authors, cited.names
    if (
        len(names) > 1
        and len(listed) == len(names)
        and all(any(same(n, a) for a in listed) for n in names)
    ):
        return True
    turned = " ".join(reversed(fold(names[0]).split()))
    return len(turned.split()) > 1 and bool(listed) and turned == fold(listed[0])


def _years_apart(cited: Cited, entry: Entry) -> int:
    years = [int(y[:4]) for y in entry.years if y[:4].isdigit()]
    wanted = [int(y[:4]) for y in cited.years if y[:4].isdigit()]
    return min((abs(a - b) for a in years for b in wanted), default=9999)


def _name_keys(name: str) -> set[str]:
    """The keys that a family name is filed under: whole, and each of its parts."""
    return set(spellings(name)) | {part for part in fold(name).split() if len(part) > 1}
