"""What the tests of citations share: a page read, and its citation labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from carelint import readers
from carelint.annotators.citations import LABELS, annotate
from carelint.annotators.terms import Lexicon
from carelint.label import Labels
from carelint.rule_file import load_rules
from carelint.ruleset import rule_folder

#: The labels that say what is wrong, and of these the ones that are mere notes.
FAULTS = LABELS - {"citation", "citation-broken", "reference", "reference-list", "study-named"}
NOTES = {"reference-uncited", "reference-incomplete", "reference-duplicate", "citation-order"}


@dataclass(frozen=True)
class Found:
    """A label as a person sees it: its name, its words, what it says and points at."""

    name: str
    text: str
    values: Mapping[str, str]
    related: tuple[str, ...]
    line: int


@cache
def lexicon() -> Lexicon:
    return Lexicon(load_rules([rule_folder()]).terms)


def cite(source: str, suffix: str = ".md") -> list[Found]:
    """The citation labels of a page, in order of place."""
    document = readers.read(source.encode(), f"page{suffix}")
    labels = Labels(lexicon().labels(document))
    found = sorted(annotate(document, labels), key=lambda label: (label.span, label.name))
    assert {label.name for label in found} <= LABELS
    return [
        Found(
            label.name,
            " ".join(document.slice(label.span).split()),
            label.values,
            tuple(document.slice(span) for span in label.related),
            document.locate(label.span).line,
        )
        for label in found
    ]


def faults(source: str, suffix: str = ".md", notes: bool = False) -> list[tuple[str, str]]:
    """What is wrong, as (label, words); mere notes only where asked for."""
    wanted = FAULTS if notes else FAULTS - NOTES
    return [(found.name, found.text) for found in cite(source, suffix) if found.name in wanted]


def cited(source: str, suffix: str = ".md") -> list[str]:
    """The words of the citations that resolve."""
    return [found.text for found in cite(source, suffix) if found.name == "citation"]


def with_list(text: str, *entries: str, heading: str = "## References") -> str:
    """A Markdown page: a text and a bulleted reference list."""
    return "\n".join([text, "", heading, "", *(f"- {entry}" for entry in entries), ""])
