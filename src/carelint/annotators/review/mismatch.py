"""Byline, front matter and structured data that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations

from carelint.annotators.review.dates import Day, days_apart
from carelint.annotators.review.names import same_person
from carelint.annotators.review.people import Agent
from carelint.annotators.review.statements import PAGE, Attribution, Statements
from carelint.document import Span
from carelint.label import Label

_Said = tuple[Attribution, Agent]


def mismatch(attributions: list[Attribution], said: Statements) -> Label | None:
    """The first contradiction between two places, with both; None where all agree."""
    reviews = [a for a in attributions if a.kind != "editorial"]
    return next(chain(_people(reviews), _credentials(reviews), _dates(said)), None)


def _people(reviews: list[Attribution]) -> Iterator[Label]:
    """Two places that name different people, or a name here and a placeholder there."""
    for one, other in _pairs(reviews):
        here, there = _named(one), _named(other)
        if here and there and not any(_same(x[1], y[1]) for x in here for y in there):
            yield _label("reviewers", here[0], there[0])
        for names, empty in ((here, other), (there, one)):
            blanks = [(a, x) for a in empty for x in a.agents if x.kind == "placeholder" and x.name]
            if names and blanks:
                yield _label("reviewers", names[0], blanks[0])


def _named(attributions: list[Attribution]) -> list[_Said]:
    """The people with a title or a credential: a bare name may be an organisation's."""
    found = [(a, agent) for a in attributions for agent in a.agents if agent.kind == "person"]
    known = any(agent.standing.credentials or agent.standing.titled for _, agent in found)
    return found if known else []


def _pairs(reviews: list[Attribution]) -> Iterator[tuple[list[Attribution], list[Attribution]]]:
    """The attributions of each two places; two lines of the page with the same words
    ("medically reviewed by") are two places as well.
    """
    places = list(dict.fromkeys(a.place for a in reviews))
    for one, other in combinations(places, 2):
        yield [a for a in reviews if a.place == one], [a for a in reviews if a.place == other]
    shown = [a for a in reviews if a.place == PAGE]
    for first, second in combinations(shown, 2):
        if first.block != second.block and first.by.lower() == second.by.lower():
            yield [first], [second]


def _credentials(reviews: list[Attribution]) -> Iterator[Label]:
    """One person with a doctor's letters here and a therapist's there."""
    people = [(a, agent) for a in reviews for agent in a.agents if agent.standing.kinds]
    for one, other in combinations(people, 2):
        apart = one[0].place != other[0].place and _same(one[1], other[1])
        if apart and not one[1].standing.kinds & other[1].standing.kinds:
            yield _label("credentials", one, other)


def _dates(said: Statements) -> Iterator[Label]:
    """Two places that date the review more than a day apart."""
    newest: dict[str, Day] = {}
    for place, day in said.review_days():
        if day.possible and (place not in newest or day.last > newest[place].last):
            newest[place] = day
    for (place, day), (elsewhere, other) in combinations(newest.items(), 2):
        if days_apart(day, other) > 1:
            values = {
                "what": "dates",
                "name": day.text,
                "other": other.text,
                "place": place,
                "elsewhere": elsewhere,
            }
            yield Label("review-mismatch", day.span, values, (other.span,))


def _same(one: Agent, other: Agent) -> bool:
    return bool(one.key and one.key == other.key) or same_person(one.name, other.name)


def _label(what: str, one: _Said, other: _Said) -> Label:
    values = {
        "what": what, "name": _words(one[1]), "other": _words(other[1]),
        "place": one[0].place, "elsewhere": other[0].place,
    }  # fmt: skip
    related: tuple[Span, ...] = (other[0].span,)
    return Label("review-mismatch", one[0].span, values, related)


def _words(agent: Agent) -> str:
    return ", ".join([agent.name, *agent.standing.credentials])
