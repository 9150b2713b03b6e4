"""What tells a client's words from other quotations: the page, its headings, the voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from carelint.annotators.health import speaks_of_health
from carelint.annotators.quotes.outcome import tells_outcome
from carelint.document import Document, Span
from carelint.label import Labels

_CLIENTS = (
    r"(?:clients?|patients?|guests?|members?|famil(?:y|ies)|parents|residents|graduates|alumni"
    r"|couples|people|students|customers|users|others|subscribers|readers)"
)
_TESTIMONIAL_HEADING = re.compile(
    rf"\bwhat\s(?:\w+\s){{0,3}}{_CLIENTS}\s(?:\w+\s)?(?:say|tell|think)"
    rf"|\b(?:success|healing|recovery|transformation|{_CLIENTS})\s(?:stories|reviews|testimonials)\b"
    r"|\btestimonials\b|\breviews$|\breal\s(?:people|stories|results|recovery)\b"
    r"|\bin\stheir\s(?:own\s)?words\b|\bkind\swords\b|\btake\s(?:our|my)\sword\b|\bthey\sdid\sit\b",
    re.IGNORECASE,
)
_ABOUT_TESTIMONIALS = re.compile(
    r"\b(?:why|avoid|policy|never|myths?|without|ban(?:ned)?|beware)\b", re.IGNORECASE
)
_STORY_HEADING = re.compile(
    r"[’']s?\s(?:story|journey|recovery)\b"
    r"|^\W*(?:a\s|our\s|two\s|three\s)?(?:case\s(?:notes?|stud(?:y|ies)|examples?|histor(?:y|ies)"
    r"|vignettes?|files?)|before\sand\safter)\b",
    re.IGNORECASE,
)
# "Elspeth (47, Cupar) had not slept", "Marek, 34, came to us"
_STORY_OPENING = re.compile(
    r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-Z]\.)?(?:\s\((?:aged?\s)?\d\d\b[^)]{0,30}\)|,\s(?:aged?\s)?\d\d,)\s"
)
FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine|myself|we|our|us)\b")
_SINGULAR = re.compile(r"\b(?:I|me|my|mine|myself)\b")
_READER = re.compile(r"\byou(?:r|rself)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Testimonial:
    """A client's words, and the zone that they and their signature take."""

    zone: Span
    words: Span


@dataclass(frozen=True, slots=True)
class Page:
    """A document with its labels; `health` tells whether it is about health."""

    document: Document
    labels: Labels
    health: bool

    def headings(self, block: int) -> Iterator[str]:
        for index in self.document.blocks[block].headings:
            yield self.document.slice(self.document.blocks[index].span)

    def any(self, names: tuple[str, ...], span: Span) -> bool:
        return any(self.labels.any(name, span) for name in names)


def has_story_heading(page: Page, block: int) -> bool:
    """Whether a block stands under a heading such as "Aroha's story"."""
    return any(_STORY_HEADING.search(text) for text in page.headings(block))


def opens_story(page: Page, block: int) -> bool:
    """Whether a block begins as a client's story does: with a first name and an age."""
    return bool(_STORY_OPENING.match(page.document.slice(page.document.blocks[block].span)))


def is_testimonial_heading(text: str) -> bool:
    """Whether a heading announces testimonials, and does not discuss them."""
    return bool(_TESTIMONIAL_HEADING.search(text)) and not _ABOUT_TESTIMONIALS.search(text)


def is_clients(page: Page, block: int, words: Span, who: str) -> bool:
    """Whether words that stand apart, signed by `who`, are a client's."""
    if who == "expert":
        return False
    if page.document.blocks[block].name == "testimonial":
        return True
    if any(is_testimonial_heading(text) for text in page.headings(block)):
        return True
    if who == "client":
        return True
    health = page.health or speaks_of_health(page.labels, words)
    text = page.document.slice(words)
    better = tells_outcome(page.document, page.labels, words)
    if who == "private":
        return health
    # Nobody known: the words of a writer ("— Rosa Parks") seldom tell that they got better.
    if who:
        return health and better and bool(FIRST_PERSON.search(text))
    mine = _SINGULAR.search(text) and not _READER.search(text)
    is_block = page.document.blocks[block].kind == "quote"
    return is_block and page.health and better and bool(mine)
