"""Reviewers, authors and dates in front matter, JSON-LD, meta tags, microdata and components."""

from __future__ import annotations

import re
from dataclasses import replace

from carelint.annotators.review import keys
from carelint.annotators.review.bylines import line
from carelint.annotators.review.components import attributes
from carelint.annotators.review.page import Page
from carelint.annotators.review.people import agents
from carelint.annotators.review.records import NO, YES, Record, gather, people, with_letters
from carelint.annotators.review.statements import PAGE, Attribution, Author, Dated, Statements
from carelint.document import Block, Span


def read(page: Page, found: Statements) -> None:
    """Add every statement that the metadata makes."""
    records: list[Record] = []
    for index, block in enumerate(page.document.blocks):
        if block.kind != "metadata" or not block.name:
            continue
        parts = keys.plain(block.name)
        if person := keys.person_field(parts):
            gather(records, block, person)
        elif keys.is_loose(parts[-1]):
            _loose(page, found, index, parts)
        elif meaning := keys.date_meaning(parts[-1]):
            found.dates += _dates(page, block, meaning)
    for block, dates in attributes(page):
        if person := keys.person_field(keys.plain(block.name[1:])):
            gather(records, block, person)
            found.dates += [dated for dated in dates if dated not in found.dates]
    for record in list(with_letters(page, records)):
        _add(page, found, record)


def _dates(page: Page, block: Block, meaning: str) -> list[Dated]:
    place = keys.place(page.document, block.name)
    return [Dated(meaning, day, place) for day in page.days(block.span)[:1]]


def _add(page: Page, found: Statements, record: Record) -> None:
    who = people(page, record)
    if record.told.who == "author":
        named = (a for a in who if a.kind != "placeholder")
        found.authors += [Author(a.name, a.span, a.key, a.kind == "person") for a in named]
        return
    place = PAGE if record.key.startswith("<") else keys.place(page.document, record.key)
    days = [day for block in record.blocks.get("date", ()) for day in page.days(block.span)]
    if not who:
        found.dates += [Dated("reviewed", day, place) for day in days]
        return
    clinical = keys.is_clinical(record.told.whose)
    kind = "editorial" if record.told.who == "editor" else "clinical" if clinical else "general"
    span = record.holder.span
    found.attributions.append(Attribution(kind, record.key, span, tuple(who), tuple(days), place))


def _loose(page: Page, found: Statements, index: int, parts: list[str]) -> None:
    """A key such as `reviewed`, whose value may be a name, a date, yes or a line."""
    block = page.document.blocks[index]
    place = keys.place(page.document, block.name)
    kind = "clinical" if keys.is_clinical(parts) else "general"
    value = page.words(block.span)
    said = Statements()
    if value in NO or (value in YES and kind != "clinical"):
        return
    if value in YES:
        found.attributions.append(Attribution(kind, block.name, block.span, (), place=place))
    elif line(page, index, said):
        found.attributions += [replace(a, place=place) for a in said.attributions]
        found.dates += [replace(d, place=place) for d in said.dates]
        found.authors += said.authors
    elif _is_date(page, block.span):
        found.dates += _dates(page, block, "reviewed")
    elif "byline" not in parts and "attribution" not in parts:
        who = agents(page, block.span, formal=True)
        if who and (parts[-1] != "review" or who[0].standing.credentials):
            days = tuple(page.days(block.span))
            found.attributions.append(
                Attribution(kind, block.name, block.span, tuple(who), days, place)
            )


def _is_date(page: Page, span: Span) -> bool:
    first = next(iter(page.days(span)), None)
    return first is not None and not re.search(r"\w", page.text[span.start : first.span.start])
