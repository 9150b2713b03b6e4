"""What the tests of medical review share: a page read, and its review labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from carelint import readers
from carelint.annotators.review import annotate
from carelint.annotators.terms import Lexicon
from carelint.label import Labels
from carelint.rule_file import load_rules
from carelint.ruleset import rule_folder

#: The day on which the examples of these tests are read.
TODAY = date(2026, 6, 1)


@dataclass(frozen=True)
class Found:
    """A review label as a person sees it: its name without "review-", its words."""

    name: str
    text: str
    values: Mapping[str, str]
    related: tuple[str, ...]


@cache
def lexicon() -> Lexicon:
    return Lexicon(load_rules([rule_folder()]).terms)


def review(source: str, suffix: str = ".md", now: date | None = TODAY) -> list[Found]:
    """The review labels of a page."""
    document = readers.read(source.encode(), f"page{suffix}")
    labels = Labels(lexicon().labels(document))
    return [
        Found(
            label.name.removeprefix("review-"),
            document.slice(label.span),
            label.values,
            tuple(document.slice(span) for span in label.related),
        )
        for label in annotate(document, labels, now)
    ]


def names(source: str, suffix: str = ".md", now: date | None = TODAY) -> list[str]:
    """The names of the review labels of a page."""
    return [found.name for found in review(source, suffix, now)]


def fault(source: str, suffix: str = ".md", now: date | None = TODAY) -> str:
    """The name of the one fault of a page; "" where there is none."""
    faults = [name for name in names(source, suffix, now) if name != "present"]
    assert len(faults) <= 1
    return "".join(faults)


def page(front: str, body: str = "What to expect of a first visit.") -> str:
    """A Markdown page with this front matter."""
    return f"---\n{front}\n---\n{body}\n"
