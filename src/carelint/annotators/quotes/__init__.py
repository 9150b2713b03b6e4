"""Quotations and testimonials.

Labels: `quote` (words between quotation marks, and block quotations),
`scare-quote` (one to three quoted words inside a sentence), `testimonial` (a
client's words with their signature; claim rules stay silent there),
`testimonial-of-care` (the words of one that is not about food or parking
alone), `testimonial-heading` (one that announces testimonials and has none
under it), `testimonial-outcome` (words that tell a client's improvement, quoted or
retold by the publisher) and `disclosure` (what clients generally achieve).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from carelint.annotators.health import is_health_page, speaks_of_health
from carelint.annotators.quotes.marks import Quotation, quotations
from carelint.annotators.quotes.outcome import tells_outcome
from carelint.annotators.quotes.page import (
    Page,
    Testimonial,
    has_story_heading,
    is_testimonial_heading,
    opens_story,
)
from carelint.annotators.quotes.story import testimonials, titles
from carelint.document import Document, Sentence, Span
from carelint.label import Label, Labels

LABELS = (
    "quote",
    "scare-quote",
    "testimonial",
    "testimonial-of-care",
    "testimonial-outcome",
    "testimonial-heading",
    "disclosure",
)
_SENTENCE_END = re.compile(r"[.!?…,]$")
_RETOLD = re.compile(
    r"\b(?:read|see|watch|hear|learn|discover|find\sout)\b[^.!?]{0,20}?\bhow\s"
    r"(?!(?:we|our|it|this|to|you|your|I|the)\b)",
    re.IGNORECASE,
)
# The publisher's own cure: "the method that healed me". "You" is the reader and no story.
_OWN_CURE = re.compile(
    r"\b(?:cured|healed|saved|freed|fixed|rescued)\s(?:me|my|us|our)\b(?!\s(?:how|what))", re.I
)
_PAST = re.compile(r"(?:ed|beat|got|overcame|quit|found|broke|won|kicked)$", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:s?he|her|his|him|they|their)\b", re.IGNORECASE)
_GENERALLY = re.compile(
    r"\b(?:on\saverage|typical(?:ly)?|generally|most|about\s(?:half|a\sthird)|\d+\s?(?:%|of))\b",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"\b(?:small|modest|slight|some|little|no\schange|none|did\snot|didn['’]t|not\severyone|less"
    r"|others?|varied|stayed\sthe\ssame)\b",
    re.IGNORECASE,
)


def annotate(document: Document, labels: Labels) -> Iterator[Label]:
    """Label the quotations, testimonials, told outcomes and disclosures of a document."""
    page = Page(document, labels, is_health_page(document, labels))
    quoted = list(quotations(document))
    stories = _distinct(testimonials(page, quoted))
    stories = _distinct(iter([*stories, *titles(page, quoted, stories)]))
    yield from _quotes(document, quoted, stories)
    for story in stories:
        yield Label("testimonial", story.zone)
        yield from _told(document, labels, story)
        yield from _disclosures(document, labels, story)
    yield from _retold(page, stories)
    yield from _headings(document, stories)


def _distinct(found: Iterator[Testimonial]) -> list[Testimonial]:
    """The testimonials in order of place; of two that overlap, the first and longest."""
    kept: list[Testimonial] = []
    for story in sorted(found, key=lambda s: (s.zone.start, -s.zone.end)):
        if not kept or story.zone.start >= kept[-1].zone.end:
            kept.append(story)
    return kept


def _quotes(
    document: Document, quoted: list[Quotation], stories: list[Testimonial]
) -> Iterator[Label]:
    for block in document.blocks:
        if block.kind == "quote":
            yield Label("quote", block.span)
    for quotation in quoted:
        yield Label("quote", quotation.span)
        words = document.slice(quotation.inner)
        told = any(story.zone.overlaps(quotation.span) for story in stories)
        if len(words.split()) <= 3 and not told and not _SENTENCE_END.search(words):
            yield Label("scare-quote", quotation.span)


def _told(document: Document, labels: Labels, story: Testimonial) -> Iterator[Label]:
    """What a testimonial is about; both labels have one span, for it is one thing to mend."""
    told = any(tells_outcome(document, labels, s) for s in _sentences(document, story.words))
    if told:
        yield Label("testimonial-outcome", story.words)
    if told or not labels.any("amenity", story.words):
        yield Label("testimonial-of-care", story.words)


def _sentences(document: Document, span: Span) -> Iterator[Span]:
    """The parts of sentences that lie in a span."""
    for sentence in document.sentences:
        if sentence.span.overlaps(span):
            start, end = max(sentence.span.start, span.start), min(sentence.span.end, span.end)
            yield Span(start, end)


def _disclosures(document: Document, labels: Labels, story: Testimonial) -> Iterator[Label]:
    """What clients generally achieve, said in the same block or the two that follow."""
    place = next(i for i, b in enumerate(document.blocks) if b.span.end >= story.zone.end)
    for index in range(place, min(place + 3, len(document.blocks))):
        for sentence in document.sentences_of(index):
            text = document.slice(sentence.span)
            if story.words.covers(sentence.span) or not _LIMITED.search(text):
                continue
            people = labels.any("population", sentence.span)
            if _GENERALLY.search(text) and people:
                yield Label("disclosure", sentence.span)


def _retold(page: Page, stories: list[Testimonial]) -> Iterator[Label]:
    """Sentences in which the publisher tells a client's story, or its own."""
    document = page.document
    for sentence in document.sentences:
        kind = document.blocks[sentence.block].kind
        if kind in ("metadata", "note") or document.slice(sentence.span).endswith("?"):
            continue
        if any(story.zone.overlaps(sentence.span) for story in stories):
            continue
        if _retells(page, sentence):
            yield Label("testimonial-outcome", sentence.span)


def _retells(page: Page, sentence: Sentence) -> bool:
    document, labels, span = page.document, page.labels, sentence.span
    text = document.slice(span)
    if not (page.health or speaks_of_health(labels, span)):
        return False
    if _OWN_CURE.search(text):
        return True
    how = _RETOLD.search(text)
    if how:
        rest = Span(span.start + how.end(), span.end)
        names = ("told-outcome", "cures", "heals")
        told = (document.slice(label.span) for name in names for label in labels.within(name, rest))
        return any(_PAST.search(words.split()[0]) for words in told)
    story = has_story_heading(page, sentence.block) or opens_story(page, sentence.block)
    if not (story and page.health and _OTHERS.search(text)):
        return False
    return tells_outcome(document, labels, span)


def _headings(document: Document, stories: list[Testimonial]) -> Iterator[Label]:
    """Headings that announce testimonials of which none is seen, so that a person looks there."""
    under: set[int] = set()
    for story in stories:
        under.update(*(b.headings for b in document.blocks if b.span.overlaps(story.zone)))
    for index, block in enumerate(document.blocks):
        if block.kind != "heading" or index in under:
            continue
        if is_testimonial_heading(document.slice(block.span)):
            yield Label("testimonial-heading", block.span)
