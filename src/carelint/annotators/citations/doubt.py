"""Words before a year that look like an author and may be none.

A doubtful citation still resolves where an entry fits exactly; it is never
reported as broken.
"""

from __future__ import annotations

import re

from carelint.annotators.citations.page import Page
from carelint.document import Span

_LEGAL = re.compile(
    r"\bTitle\s[IVX]+\b|\b(?:Act|Bill|Regulations?|Directive|Code|Order|Rules?)\b|\bv\.?\s"
)
_PERIODICAL = re.compile(r"\b(?:Journal|Archives|Annals|Quarterly|Bulletin|Proceedings)\b")
_EVENT = re.compile(
    r"\b(?:Award|Awards|Conference|Congress|Summit|Festival|University|College|School|Street)\b"
)
#: What makes the words after it a title or a credit: "the film Inside Out", "Photo: Jane Doe".
_TITLED = re.compile(
    r"\b(?:film|movie|book|novel|memoir|series|show|song|album|documentary|podcast|bestseller|game"
    r"|photo|photograph|image|illustration|courtesy of|credit)s?[:,]?\s*[“\"*]?$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s(?:and|&|und|et|y)\s", re.IGNORECASE)
#: Labels that tell of something else than an author.
_NO_AUTHOR = (
    "not-an-author",
    "journal",
    "ambiguous-journal",
    "credential",
    "treatment",
    "condition",
    "university",
)


def doubtful(page: Page, span: Span, phrase: str, before: str) -> bool:
    """Whether the words of a citation may be a place, a month, a law, a journal or a title.

    `span` begins where `phrase` stands in the text; `before` is what precedes it.
    """
    names = Span(span.start, span.start + len(phrase))
    if page.term(names, "organisation") and not _LEGAL.search(phrase):
        return False
    if re.search(r"\d", phrase) or _TITLED.search(before):
        return True
    if any(pattern.search(phrase) for pattern in (_LEGAL, _PERIODICAL, _EVENT)):
        return True
    whole = not _JOINED.search(phrase)
    for kind in _NO_AUTHOR:
        for label in page.labels.within(kind, names):
            if label.span.end >= names.end and (whole or label.span.start <= names.start):
                return True
    return page.marked(names, "emphasis", "quote")
