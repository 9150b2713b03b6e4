"""What a page says about itself: who wrote it, who reviewed it, and when."""

from __future__ import annotations

from dataclasses import dataclass, field

from carelint.annotators.review.dates import Day
from carelint.annotators.review.people import Agent
from carelint.document import Span

#: Where a statement stands, if not on the page that a visitor sees.
PAGE = "the page"


@dataclass(frozen=True, slots=True)
class Attribution:
    """ "Medically reviewed by Priya Nair, MD": `kind` is clinical, general or editorial.

    `by` are the words before the name, `span` the whole line, `days` the dates of
    the review in it. `place` is PAGE or the name of the metadata that holds it.
    """

    kind: str
    by: str
    span: Span
    agents: tuple[Agent, ...]
    days: tuple[Day, ...] = ()
    place: str = PAGE
    block: int = 0


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with its meaning: reviewed, next, updated or published."""

    meaning: str
    day: Day
    place: str = PAGE


@dataclass(frozen=True, slots=True)
class Author:
    """A person, or a group, that wrote the page."""

    name: str
    span: Span
    key: str = ""
    person: bool = True


@dataclass(slots=True)
class Statements:
    """All that the page and its metadata say, in order of place."""

    attributions: list[Attribution] = field(default_factory=list)
    dates: list[Dated] = field(default_factory=list)
    authors: list[Author] = field(default_factory=list)

    def days(self, meaning: str) -> list[Day]:
        return [dated.day for dated in self.dates if dated.meaning == meaning]

    def review_days(self) -> list[tuple[str, Day]]:
        """Every date of a review with its place."""
        found = [(a.place, day) for a in self.attributions for day in a.days]
        return found + [(d.place, d.day) for d in self.dates if d.meaning == "reviewed"]
