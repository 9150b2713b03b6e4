"""In-text citations by author and page, as the MLA writes them: "(Klass 34-121)", "(188)".

They count only on a page where two or more of them fit the list, since "(Room 12)"
looks the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from carelint.annotators.citations.authors import split_names
from carelint.annotators.citations.doubt import doubtful
from carelint.annotators.citations.entries import Entry
from carelint.annotators.citations.grammar import ET_AL, NAME, PHRASE
from carelint.annotators.citations.names import close, distance, fold, same, same_body
from carelint.annotators.citations.page import Page
from carelint.document import Span

_PAGES = r"\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?:,\s\d{1,4}(?:\s?[-–]\s?\d{1,4})?){0,3}"
_NAMED = re.compile(
    rf"(?P<open>\(|;\s)(?:(?:see|see also|cf\.|qtd\. in)\s)?(?P<names>{PHRASE})(?P<more>{ET_AL})?"
    rf"(?:,\s[^(),;\d]{{3,60}})?\s{_PAGES}(?=\)|;)"
)
_TITLED = re.compile(rf"\([“\"](?P<title>[^“”\"()]{{3,120}})[”\"](?:\s{_PAGES})?\)")
_PAGES_ONLY = re.compile(rf"\({_PAGES}\)")
_CAPITALISED = re.compile(rf"(?<![\w’'-]){NAME}")
_OWNER = re.compile(r"['’]s?$")
#: What is counted and no author: "(Step 4)", "(Room 12)".
_COUNTED = frozenset(
    """step room psalm level phase type appendix part exhibit figure fig table chapter verse
    article title section day week month year age ages grade version act floor unit line lines
    no number page pages module session stage group item question items bus route channel""".split()
)
_FEWEST = 2
#: The fewest letters of a name that a slip of two letters may be seen in.
_LONG_NAME = 6


@dataclass(frozen=True, slots=True)
class Paged:
    """A citation by page; `kind` is "resolved", "author" (a misspelt name) or "unlisted"."""

    span: Span
    kind: str
    entries: tuple[Entry, ...] = ()


def author_pages(page: Page, blocks: Sequence[int], entries: Sequence[Entry]) -> list[Paged]:
    """The citations of a page in this style, in order of place; none on other pages."""
    named = list(_named(page, blocks, entries)) if len(entries) > 1 else []
    met = {entry.span for paged in named for entry in paged.entries if paged.kind == "resolved"}
    fitting = sum(paged.kind == "resolved" for paged in named)
    if len(met) < _FEWEST or 2 * fitting < len(named):
        return []
    found = [*named, *_titled(page, blocks, entries), *_alone(page, blocks, entries)]
    return sorted(found, key=lambda paged: paged.span)


def mentioned(page: Page, blocks: Iterable[int], entries: Sequence[Entry]) -> list[Entry]:
    """The entries whose first author the prose names, with a page number or without."""
    words = {form for index in blocks for form in _words(page, index)}
    return [e for e in entries if any(fold(part) in words for part in e.first.split()[-1:])]


def _words(page: Page, index: int) -> Iterator[str]:
    block = page.document.blocks[index].span
    for match in _CAPITALISED.finditer(page.text, block.start, block.end):
        yield fold(_OWNER.sub("", match.group()))


def _named(page: Page, blocks: Sequence[int], entries: Sequence[Entry]) -> Iterator[Paged]:
    for index in blocks:
        block = page.document.blocks[index].span
        for match in _NAMED.finditer(page.text, block.start, block.end):
            if match["names"].split()[0].lower() in _COUNTED:
                continue
            whole = match["open"] == "(" and page.text[match.end()] == ")"
            start = match.start() if whole else match.start("names")
            span = Span(start, match.end() + whole)
            if found := _by_name(match["names"], entries):
                lacks = match["more"] is None and _lacks_author(match["names"], found, entries)
                yield Paged(span, "author" if lacks else "resolved", (found,))
            elif not doubtful(page, Span(*match.span("names")), match["names"], ""):
                near = _misspelt(split_names(match["names"])[0], entries)
                yield Paged(span, "author" if near else "unlisted", (near,) if near else ())


def _by_name(phrase: str, entries: Sequence[Entry]) -> Entry | None:
    names = split_names(phrase)
    for entry in entries:
        if same_body(phrase, entry.body) or (names and entry.first and same(names[0], entry.first)):
            return entry
    return None


def _lacks_author(phrase: str, entry: Entry, entries: Sequence[Entry]) -> bool:
    """Whether one name stands for a work of two authors, and for no other work."""
    alone = entry.people and len(entry.authors) == 2 and not entry.et_al
    works = sum(other.first == entry.first for other in entries)
    return alone and len(split_names(phrase)) == 1 and works == 1


def _misspelt(name: str, entries: Sequence[Entry]) -> Entry | None:
    """The entry whose first author a slip lies between, the nearest one."""
    near = [e for e in entries if e.people and close(name, e.first)]
    near = [e for e in near if len(e.first) >= _LONG_NAME or distance(name, e.first) < 2]
    return min(near, key=lambda e: distance(name, e.first), default=None)


def _titled(page: Page, blocks: Sequence[int], entries: Sequence[Entry]) -> Iterator[Paged]:
    """Works cited by their titles, where the list has them: "(“Prolonged Grief”)"."""
    for index in blocks:
        block = page.document.blocks[index].span
        for match in _TITLED.finditer(page.text, block.start, block.end):
            key = fold(match["title"])
            found = [e for e in entries if fold(e.title).startswith(key) or _opens(e, key)]
            if found:
                yield Paged(Span(*match.span()), "resolved", (found[0],))


def _opens(entry: Entry, key: str) -> bool:
    return not entry.people and fold(entry.body).startswith(key)


def _alone(page: Page, blocks: Sequence[int], entries: Sequence[Entry]) -> Iterator[Paged]:
    """Pages alone, whose author the text before them names."""
    told = {entry.span for entry in mentioned(page, blocks, entries)}
    silent = [entry for entry in entries if entry.span not in told]
    for index in blocks:
        block = page.document.blocks[index].span
        for match in _PAGES_ONLY.finditer(page.text, block.start, block.end):
            bracket = Span(*match.span())
            before = Span(page.sentence_of(bracket).span.start, bracket.start)
            words = list(_CAPITALISED.finditer(page.text, block.start, bracket.start))
            names = [_OWNER.sub("", word.group()) for word in words]
            known = [e for name in reversed(names) if (e := _by_name(name, entries))]
            slips = [
                (word.start(), near)
                for word, name in zip(words, names, strict=True)
                if word.start() >= before.start and (near := _misspelt(name, silent))
            ]
            if slips and not any(same(name, slips[-1][1].first) for name in names):
                yield Paged(Span(slips[-1][0], bracket.end), "author", (slips[-1][1],))
            elif known:
                yield Paged(bracket, "resolved", (known[0],))
