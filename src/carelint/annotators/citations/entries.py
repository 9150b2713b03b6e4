"""One entry of a reference list, taken apart: who, when, what, where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from carelint.annotators.citations.authors import Authors, read_authors, split_names
from carelint.annotators.citations.grammar import DOI, LOCATOR, PARTICLE, URL, WHEN, WORD, when
from carelint.annotators.citations.links import host_words, identifiers
from carelint.document import Span

_NUMBER = re.compile(r"\s*(?:\[(\d{1,3})\]|(\d{1,3})[.)](?=\s)|\((\d{1,3})\)(?=\s))\s*")
_NEXT_DATE = re.compile(rf"[\s.,:]*(?:\((?P<paren>[^()]{{3,60}})\)|(?:{WHEN.pattern})(?![-–]\d))")
_PAREN_DATE = re.compile(rf"\((?P<paren>(?:[A-Za-z. ]{{0,20}})(?:{WHEN.pattern})[^()]{{0,40}})\)")
_VOLUME_YEAR = re.compile(r"\b((?:1[5-9]|20)\d\d)\b[^;.()]{0,14};")
_EDITORS = re.compile(
    r"\s*\((?:Eds?|Trans|Dirs?|Hosts?|Hrsg|Hg)\.?\)\.?|,\s+(?:editors?|eds?|translators?)\b\.?",
    re.IGNORECASE,
)
#: "BAG – Bundesamt für Gesundheit", and the other way round.
_SHORT_FIRST = re.compile(r"(?P<short>[A-Z][\w/&.]{1,10})\s[–—-]\s(?P<full>\S+\s.+)")
_SHORT_LAST = re.compile(r"(?P<full>\S+\s.+?)\s[–—-]\s(?P<short>[A-Z][A-Z/&.]{1,10})")
_ALSO_KNOWN = re.compile(r"[\[(]([A-Z][A-Za-z/&.-]{1,11})[\])]")
_QUOTED = re.compile(r"\s*[“\"‘']([^“”\"]{1,300}?)[”\"’'](?=[\s.,;]|$)")
_STOP = re.compile(r"[.?!](?=\s+[^\sa-z]|\s*$)")
_HOLDS = re.compile(r"[\d;]|https?:|\bdoi\b|\(|\[|\bvol\b|\bno\.|\bpp\.", re.IGNORECASE)
_NAMES = re.compile(rf"(?:{WORD}|{PARTICLE})(?:\s(?:{WORD}|{PARTICLE}|&|and))?(?:\s{WORD})?$")
_TRIM = " .,;:-–—()[]*_“”\"'"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with its parts; spans are places in the document's text.

    `years` are those that a citation may give ("2019", "2019b", "n.d."). `people`
    says that the authors are surely people; `body` is what stands in their place,
    the name of an organisation or a title;
    `also` are short forms given with it. `ids` are DOI, PubMed ids, addresses.
    `volume` says that a volume follows the container, as after a journal. `note` is
    the label of a footnote, `key` that of an entry in the front matter.
    """

    span: Span
    opening: Span
    text: str
    number: int | None = None
    authors: tuple[str, ...] = ()
    et_al: bool = False
    people: bool = False
    body: str = ""
    also: frozenset[str] = frozenset()
    years: tuple[str, ...] = ()
    title: str = ""
    container: str = ""
    volume: bool = False
    ids: frozenset[str] = frozenset()
    soft: bool = False
    note: str = ""
    key: str = ""
    hosts: frozenset[str] = frozenset()

    @property
    def first(self) -> str:
        """The first author, or what stands in the authors' place."""
        return self.authors[0] if self.authors else self.body

    @property
    def author(self) -> str:
        """The first author as a person names it: a family name, or a body in full."""
        return self.authors[0] if self.people else self.body

    @property
    def name(self) -> str:
        """How a message names the entry: "Lind et al. (2019)"."""
        who = self.body or self.title or self.text[:40]
        if self.authors and (self.et_al or (len(self.authors) > 2 and self.people)):
            who = f"{self.authors[0]} et al."
        elif self.people:
            who = " & ".join(self.authors)
        return f"{who} ({self.years[0]})" if self.years else who


@dataclass(frozen=True, slots=True)
class _Date:
    """The years of a date and its place; `direct` where it stands right after the authors."""

    years: tuple[str, ...]
    start: int
    end: int
    direct: bool


def parse(
    text: str,
    start: int,
    targets: tuple[str, ...] = (),
    *,
    number: int | None = None,
    soft: bool = False,
    note: str = "",
) -> Entry:
    """The entry that `text` states, which begins at offset `start` of the document's text.

    `targets` are the URLs of its links; `number`, `soft` and `note` are what the
    list knows of it. Never fails: what cannot be told apart stays empty.
    """
    marker = _NUMBER.match(text)
    at = marker.end() if marker else 0
    if marker:
        number = int(marker[1] or marker[2] or marker[3])
    who = read_authors(text, at)
    editors = _EDITORS.match(text, who.end) if who.names else None
    date = _date(text, editors.end() if editors else who.end, bool(who.names))
    body, short = _without_short(_body(text, at, who, date))
    names = who.names or (tuple(split_names(body)) if _NAMES.match(body) else ())
    head = date.end if date and date.direct else who.end if who.names else at + len(body)
    title, holder, volume = _title(text, head)
    return Entry(
        span=Span(start, start + len(text)),
        opening=_opening(text, start, at, head),
        text=text, number=number, authors=names, et_al=who.et_al, people=who.people, body=body,
        also=frozenset((*short, *_ALSO_KNOWN.findall(text[at : date.end if date else at + 120]))),
        years=_years(text, date), title=title, container=holder, volume=volume,
        ids=identifiers(text, targets), soft=soft, note=note,
        hosts=frozenset() if who.names else _hosts(text, targets),
    )  # fmt: skip


def _date(text: str, after: int, people: bool) -> _Date | None:
    """The date next to the authors, or else the first in brackets."""
    match = _NEXT_DATE.match(text, after)
    if match and (years := _found(match.group())):
        return _Date(years, match.start(), match.end(), True)
    match = _PAREN_DATE.search(text, after, after + 400)
    if match:
        return _Date(_found(match["paren"]), match.start(), match.end(), not people)
    return None


def _found(text: str) -> tuple[str, ...]:
    """The years in a date, as a citation gives them."""
    return tuple(when(match) for match in WHEN.finditer(text))


def _years(text: str, date: _Date | None) -> tuple[str, ...]:
    if date:
        return date.years
    volume = _VOLUME_YEAR.search(text)
    if volume:
        return (volume[1],)
    plain = DOI.sub(" ", LOCATOR.sub(" ", URL.sub(" ", text)))
    return tuple(
        dict.fromkeys(
            year
            for match in WHEN.finditer(plain)
            if plain[match.start() - 1 : match.start()] not in "-–:/"
            and not plain[match.end() : match.end() + 2].lstrip("-–").isdigit()
            for year in _found(match.group())
        )
    )


def _body(text: str, at: int, who: Authors, date: _Date | None) -> str:
    """What stands in the place of the authors, up to the date or the first full stop."""
    if who.people:
        end = who.end
    elif date and date.direct:
        end = date.start
    else:
        stop = _STOP.search(text, at + 5)
        end = stop.start() if stop else len(text)
    return _ALSO_KNOWN.sub("", text[at:end]).strip(_TRIM)[:160]


def _without_short(body: str) -> tuple[str, tuple[str, ...]]:
    """A body's name without the short form before or after a dash, and that form."""
    match = _SHORT_FIRST.fullmatch(body) or _SHORT_LAST.fullmatch(body)
    return (match["full"], (match["short"],)) if match else (body, ())


def _title(text: str, head: int) -> tuple[str, str, bool]:
    """Title, what holds it (a journal, a publisher), and whether a volume follows."""
    rest = head
    while rest < len(text) and text[rest] in " .,:;)":
        rest += 1
    quoted = _QUOTED.match(text, rest)
    if quoted:
        title, end = quoted[1], quoted.end()
    else:
        stop = _STOP.search(text, rest)
        end = stop.end() if stop else len(text)
        title = text[rest:end]
    while end < len(text) and text[end] in " .,:;":
        end += 1
    holds = _HOLDS.search(text, end)
    holder = text[end : holds.start() if holds else len(text)].strip(_TRIM)
    return title.strip(_TRIM), holder, holds is not None and _is_volume(text, holds)


def _is_volume(text: str, match: re.Match[str]) -> bool:
    """Whether what follows a container is a volume and no year of publication."""
    found = match.group().lower()
    if found.isdigit():
        year = WHEN.match(text, match.start())
        return year is None or text[year.end() : year.end() + 1] == ";"
    return found in ("vol", "no.", ";")


def _hosts(text: str, targets: tuple[str, ...]) -> frozenset[str]:
    """The words of the hosts that an entry without authors links to: nimh, who."""
    links = (*targets, *(match.group() for match in URL.finditer(text)))
    return frozenset().union(*(host_words(link) for link in links))


def _opening(text: str, start: int, at: int, head: int) -> Span:
    """The opening words of an entry: its authors and year, or its first words."""
    end = head if at < head <= at + 160 else min(len(text), at + 60)
    while end < len(text) and end > at + 1 and text[end - 1].isalnum() and text[end].isalnum():
        end -= 1
    return Span(start + at, start + max(end, at + 1))
