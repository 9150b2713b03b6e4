"""Pages with figures, and what the figures are taken to say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from carelint.annotators import numbers, quotes
from carelint.annotators.terms import Lexicon
from carelint.document import Builder, Document
from carelint.label import Labels
from carelint.rule_file import load_rules
from carelint.ruleset import rule_folder

KINDS = ("success-figure", "outcome-figure", "prevalence-figure")
#: A paragraph that makes a page one about health.
CLINIC = "We offer CBT and EMDR for anxiety, depression, panic attacks and PTSD."


@cache
def lexicon() -> Lexicon:
    return Lexicon(load_rules([rule_folder()]).terms)


def document(*paragraphs: str) -> Document:
    source = "\n\n".join(paragraphs)
    builder = Builder("post.md", source)
    at = 0
    for text in paragraphs:
        builder.open("paragraph")
        builder.add(text, at)
        builder.close()
        at += len(text) + 2
    return builder.build()


def table(*rows: Sequence[str]) -> Document:
    source = "\n".join(" | ".join(row) for row in (*rows, (CLINIC,)))
    builder = Builder("post.md", source)
    at = 0
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            builder.open("cell", group=1, cell=(number, column))
            builder.add(text, at)
            builder.close()
            at += len(text) + 3
    builder.open("paragraph")
    builder.add(CLINIC, source.index(CLINIC))
    return builder.build()


def labelled(page: Document) -> Labels:
    labels = Labels(lexicon().labels(page))
    labels.extend(list(quotes.annotate(page, labels)))
    labels.extend(list(numbers.annotate(page, labels)))
    return labels


def said(page: Document) -> list[tuple[str, str]]:
    """What the figures of a page are taken to say: kind and marked words."""
    labels = labelled(page)
    return [(kind, page.slice(label.span)) for kind in KINDS for label in labels.of(kind)]
