"""Bylines and review lines in the text of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from carelint.annotators.review.dates import Day
from carelint.annotators.review.extent import (
    LINE_KINDS,
    NAME_LINE,
    followers,
    is_line,
    letters_below,
    stop,
    trimmed,
)  # fmt: skip
from carelint.annotators.review.marks import Opening, openings
from carelint.annotators.review.names import Name
from carelint.annotators.review.page import Page
from carelint.annotators.review.people import Agent, agents
from carelint.annotators.review.standing import standing
from carelint.annotators.review.statements import Attribution, Author, Dated, Statements
from carelint.document import Block, Span

_BETWEEN = re.compile(r"[\s,:]*(?:(?:on|in)\s+)?")
_BY = re.compile(r"[\s,]*\bby\b\s*:?", re.IGNORECASE)
_BY_AUTHOR = re.compile(r"\s+the\s+(?:author|writer)\b", re.IGNORECASE)
#: Words after which a name must come; "Review:" may open anything.
_AWAITS = re.compile(r"medical|clinical|\bby\b|reviewer", re.IGNORECASE)
_SENTENCE_GOES_ON = re.compile(r",\s+(?:the|this|it|its|our|we|he|she|they|these|that|which)\s")
_REVIEWED_THIS = re.compile(
    r"[,(]?\s*(?:has\s+|have\s+)?(?:(?:medically|clinically)\s+)?(?:reviewed|checked|approved)"
    r"(?:\s+and\s+(?:approved|edited|checked))?\s+(?:this|the)\s+"
    r"(?:article|page|post|guide|content|information|leaflet|handout|factsheet)\b",
    re.IGNORECASE,
)
#: The most characters before a name in "our adviser, Dr Ana Sousa, reviewed this page".
_LEAD = 40


def read(page: Page, found: Statements) -> None:
    """Add every statement that the page's own text makes."""
    for index, block in enumerate(page.document.blocks):
        if block.kind in LINE_KINDS and not line(page, index, found):
            found.attributions += _sentence(page, index)


def line(page: Page, index: int, found: Statements) -> bool:
    """Add the statements of one block; true if it makes any."""
    block = page.document.blocks[index]
    marks = list(openings(page.document, block))
    for place, opening in enumerate(marks):
        limit = marks[place + 1].span.start if place + 1 < len(marks) else block.span.end
        rest = Span(opening.span.end, stop(page, opening.span.end, limit))
        if opening.what == "review":
            found.attributions += _review(page, index, opening, rest)
        if opening.what == "author" or opening.written or _BY_AUTHOR.match(page.text, rest.start):
            found.authors += _authors(page, opening, rest, block)
        elif opening.what != "review":
            found.dates += _dated(page, opening.what, rest)
        elif opening.kind == "editorial" and not opening.named:
            found.dates += _dated(page, "updated", rest)
    return bool(marks)


def _review(page: Page, index: int, opening: Opening, rest: Span) -> Iterator[Attribution]:
    """The attribution that an opening begins: name and date, either alone, or neither."""
    named, position = _after_date(page, opening, rest)
    left = page.text[position : rest.end].strip(" *_:.,)")
    if not named and left and position == rest.start:
        return  # "reviewed" as an ordinary verb
    people = _agents(page, opening, Span(position, rest.end)) if named else []
    days, end = _days(page, rest, people), rest.end
    if not people and not left and (named or opening.alone) and not days:
        people, days, end = _below(page, index, opening)
    elif people and rest.end == page.document.blocks[index].span.end:
        people = _with_letters(page, index, people)
    dated = opening.kind == "general" and days and not named
    if people or opening.kind == "clinical" or dated:
        words = page.text[opening.span.start : rest.start].strip()
        span = trimmed(page.text, opening.span.start, max(end, rest.start))
        yield Attribution(opening.kind, words, span, tuple(people), tuple(days), block=index)


def _after_date(page: Page, opening: Opening, rest: Span) -> tuple[bool, int]:
    """Whether a name follows, and from where; a date may stand before it:
    "Reviewed 03.03.2026 by Priya Nair", "Last reviewed: June 2023".
    """
    between = _BETWEEN.match(page.text, rest.start, rest.end)
    first = next(iter(page.days(rest)), None)
    if first and between and first.span.start == between.end():
        by = _BY.match(page.text, first.span.end, rest.end)
        return (True, by.end()) if by else (False, first.span.end)
    return opening.named, rest.start


def _agents(page: Page, opening: Opening, span: Span) -> list[Agent]:
    certain = opening.kind == "clinical"
    people = agents(page, span, certain=certain)
    if not people or certain:
        return people
    if _SENTENCE_GOES_ON.search(page.text, people[0].span.end, span.end):
        return []
    # "Verified by Psychology Today": what no person with a title or letters does is no review.
    plain = opening.kind == "general" and "review" not in page.words(opening.span)
    how = people[0].standing
    known = people[0].kind != "person" or how.credentials or how.titled
    return people if known or not plain else []


def _days(page: Page, span: Span, people: list[Agent]) -> list[Day]:
    return [d for d in page.days(span) if not any(d.span.overlaps(one.span) for one in people)]


def _below(page: Page, index: int, opening: Opening) -> tuple[list[Agent], list[Day], int]:
    """The name on the line after "Medically reviewed by"; a placeholder where none is."""
    for follower in followers(page, index):
        span = Span(follower.span.start, stop(page, follower.span.start, follower.span.end))
        days = page.days(span)
        if days and days[0].span == follower.span:
            return [], days, span.end
        people = agents(page, span, certain=opening.kind == "clinical")
        if people:
            below = page.document.blocks.index(follower)
            return _with_letters(page, below, people), _days(page, span, people), span.end
    awaited = opening.named and opening.kind != "editorial"
    if awaited and _AWAITS.search(page.words(opening.span)):
        return [Agent("placeholder", "", opening.span)], [], opening.span.end
    return [], [], opening.span.end


def _with_letters(page: Page, index: int, people: list[Agent]) -> list[Agent]:
    """The people, the last of them with the letters that stand in the block below."""
    last = people[-1]
    below = letters_below(page, index) if last.kind == "person" else None
    if below is None or last.standing.credentials:
        return people
    more = standing(page, Name(last.name, last.span), below)
    return [*people[:-1], replace(last, standing=last.standing.with_more(more))]


def _sentence(page: Page, index: int) -> Iterator[Attribution]:
    """The attribution "Dr Ana Sousa, LMFT, reviewed this page on 3 March 2026"."""
    block = page.document.blocks[index]
    match = _REVIEWED_THIS.search(page.text, block.span.start, block.span.end)
    if match is None:
        return
    spans = (s.span for s in page.document.sentences_of(index))
    whole = next(span for span in spans if span.end > match.start())
    people = agents(page, Span(whole.start, match.start()))
    if people and people[0].span.start - whole.start < _LEAD:
        days = _days(page, Span(match.end(), whole.end), people)
        span = trimmed(page.text, whole.start, whole.end)
        yield Attribution("general", "reviewed", span, tuple(people), tuple(days), block=index)


def _authors(page: Page, opening: Opening, span: Span, block: Block) -> Iterator[Author]:
    """The people after "Written by"; "By" alone opens a byline only, no sentence."""
    people = agents(page, span, everyone=True)
    if page.words(opening.span) == "by":
        begins = bool(people) and not page.text[span.start : people[0].span.start].strip()
        if not begins or not is_line(page, block, NAME_LINE):
            return
    for agent in people:
        if agent.kind != "placeholder":
            yield Author(agent.name, agent.span, person=agent.kind == "person")


def _dated(page: Page, meaning: str, rest: Span) -> Iterator[Dated]:
    """The date right after "Updated", "Last edited" or "Next review due"."""
    for day in page.days(Span(rest.start, min(rest.end, rest.start + _LEAD)))[:1]:
        yield Dated(meaning, day)
