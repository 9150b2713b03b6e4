"""Who is said to have reviewed: a person with or without a credential, a group
without a name, or a template's placeholder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from carelint.annotators.review.names import TITLED, Name, formal_name, is_phrase, name_at
from carelint.annotators.review.page import Page
from carelint.annotators.review.standing import NO_STANDING, Standing, standing
from carelint.document import Span

_BLANK = re.compile(
    r"\[[^\]]*\]?|\{\{?[^}]*\}{0,2}|<[^>]*>?|%\w+%|\$\w+|_{2,}|\.{3}|…|\?+|[xX]{2,}|[-–—]+|(?:DD|MM)[/.-]",
)
_LEADING = re.compile(r"[\s:*_\"'“‘(>|·•–—-]*")
_CLAUSE_END = re.compile(r"[,;(|·•\[]|\s[–—-]\s|\s(?:on|in|at|for|from|last|who)\s")
_NAMED_BY = re.compile(
    r"(?:[,:(–—-]|\b(?:led by|headed by|chaired by|under|including|namely|and|with))\s*"
)
_ANOTHER = re.compile(r",?\s+(?:and|&|with)\s+|\s*[;,/]\s+(?:and\s+)?|\s+/\s+")
_OF = re.compile(
    r"\s*(?:\(|,|;|:|\.|–|—|-\s|(?:of|for|from|at|on|in|who|has|is|and|with|as|last)\b|$)"
)
_ROLES = ("clinical-role", "other-role")


@dataclass(frozen=True, slots=True)
class Agent:
    """A reviewer as the page names it; `kind` is person, group or placeholder.

    `span` is the name, or the words that stand for one. `key` is a link or an
    identifier that tells people apart.
    """

    kind: str
    name: str
    span: Span
    standing: Standing = NO_STANDING
    key: str = ""
    slug: bool = False


def agents(
    page: Page,
    span: Span,
    *,
    formal: bool = False,
    certain: bool = False,
    everyone: bool = False,
) -> list[Agent]:
    """The people that a stretch of text names, in order.

    `formal` is true for a field of its own, where one word is a name too.
    `certain` is true where a line says plainly that someone reviewed ("medically
    reviewed by"): then whatever follows counts as a group at least. `everyone` takes
    each name after "and", with letters behind it or without.
    """
    start, end = _trim(page.text, span)
    if start == end:
        return []
    if _is_placeholder(page, start, end):
        return [Agent("placeholder", page.text[start:end], Span(start, end))]
    first = _first(page, start, end, formal)
    if first is None:
        return _unnamed(page, Span(start, end), formal or certain)
    return list(_people(page, first, Span(start, end), formal or everyone))


def _trim(text: str, span: Span) -> tuple[int, int]:
    skipped = _LEADING.match(text, span.start, span.end)
    start = skipped.end() if skipped else span.start
    piece = text[start : span.end].rstrip(" \n\t*_\"'”’.,;:|·•–—-")
    return start, start + len(piece)


def _is_placeholder(page: Page, start: int, end: int) -> bool:
    text = page.text
    before = text[start - 1] if start else ""
    if before and before in "[{<":
        return True  # "[Reviewer name]"; a link's brackets are no text
    title = TITLED.match(text, start, end)
    begin = title.end() if title else start
    if _BLANK.match(text, begin, end):
        return True
    lead = _clause(text, begin, end)
    words = page.document.slice(lead).strip(" .*_'\"“”").lower()
    return any(
        page.document.slice(found.span).lower() == words
        for found in page.labels.within("reviewer-placeholder", lead)
    )


def _first(page: Page, start: int, end: int, formal: bool) -> Name | None:
    """The first person named: at the start, after a role, or inside a phrase about a group."""
    begin = start
    while role := next((x for x in _roles(page, begin, end) if x.start == begin), None):
        begin = end - len(page.text[role.end : end].lstrip(" ,:"))
    find = formal_name if formal and begin == start else name_at
    found = find(page, begin, end)
    if found and not _is_group(page, found, end):
        return found
    return _inside(page, start, end)


def _roles(page: Page, start: int, end: int) -> Iterator[Span]:
    for name in _ROLES:
        for label in page.labels.within(name, Span(start, end)):
            yield label.span


def _is_group(page: Page, name: Name, end: int) -> bool:
    """Whether what looks like a name names a group: "Calm Harbor Medical Board"."""
    if any(page.has(kind, name.span) for kind in (*_ROLES, "review-group")):
        return True
    if name.titled or _OF.match(page.text, name.span.end, end):
        return False
    rest = _clause(page.text, name.span.end, end)
    return page.has("review-group", rest) and not page.has("credential", rest)


def _inside(page: Page, start: int, end: int) -> Name | None:
    """A person named inside a phrase: "the board (chair: Tom Reyes, PsyD)"."""
    opening = _clause(page.text, start, end)
    group = page.has("review-group", opening)
    places = [m.end() for m in _NAMED_BY.finditer(page.text, start, end)]
    places += [m.start() for m in TITLED.finditer(page.text, start, end)]
    places += [role.end + 1 for role in _roles(page, start, end) if role.end + 1 < end]
    for place in sorted(places):
        found = name_at(page, place, end)
        if found is None or _is_group(page, found, end):
            continue
        if found.titled or not group or _letters_follow(page, found, end):
            return found
    return None


def _clause(text: str, start: int, end: int) -> Span:
    """The words up to the first mark or preposition that ends a noun phrase."""
    stop = _CLAUSE_END.search(text, start, end)
    return Span(start, stop.start() if stop else end)


def _letters_follow(page: Page, name: Name, end: int) -> bool:
    return page.has("credential", Span(name.span.end, min(name.span.end + 12, end)))


def _unnamed(page: Page, span: Span, certain: bool) -> list[Agent]:
    """A group or a role without a person; nobody, if the words may mean anything."""
    phrase = _clause(page.text, span.start, span.end)
    known = page.has("review-group", phrase) or page.has("clinical-role", phrase)
    opening = page.document.slice(phrase).split(" ", 1)[0]
    if known or (certain and (is_phrase(opening) or opening[:1].isupper())):
        return [Agent("group", page.document.slice(phrase).strip(), phrase)]
    return []


def _people(page: Page, first: Name, span: Span, everyone: bool) -> Iterator[Agent]:
    """The first person and those named after: "Priya Nair, MD, and Tom Reyes, PsyD"."""
    names = [first]
    position = first.span.end
    while another := _ANOTHER.search(page.text, position, span.end):
        position = another.end()
        found = name_at(page, position, span.end)
        if found is None or any(page.has(r, found.span) for r in (*_ROLES, "review-group")):
            continue
        listed = everyone and another.group().strip(" ,") in ("and", "&", ";")
        if _letters_follow(page, found, span.end) or found.titled or listed:
            names.append(found)
            position = found.span.end
    for index, name in enumerate(names):
        stop = names[index + 1].span.start if index + 1 < len(names) else span.end
        found_standing = standing(page, name, Span(name.span.end, stop))
        if index == 0 and name.span.start > span.start and not found_standing.credentials:
            before = standing(page, name, Span(span.start, name.span.start))
            opening = Span(span.start, name.span.start)
            if before.credentials and not page.has("review-group", opening):
                found_standing = replace(before, titled=name.titled)
        yield Agent("person", name.text, name.span, found_standing, slug=name.slug)
