"""Whether a page makes health statements, and so needs a medical reviewer.

Measured on real pages: posts about health hold at least 12 words of health, illness
or care in 1,000, and eight different ones or more. Short pages have fewer, but
closer together; posts about anything else repeat one ("mobile health app").
"""

from __future__ import annotations

import re
from enum import Enum

from carelint.annotators.review.page import Page
from carelint.annotators.review.statements import PAGE, Statements
from carelint.document import Document, Span
from carelint.label import Label

#: Terms that tell of health, the strong ones first.
_STRONG = ("condition", "therapy", "named-medicine")
_TOPICS = (*_STRONG, "medicine", "supplement", "health-topic", "clinical-role")
#: (words of health in 1,000 words, different ones) that make a page of health; the last
#: pair is enough under a title that names a condition, a therapy or a medicine.
_ENOUGH = ((10, 8), (20, 4))
_ENOUGH_TITLED = (5, 3)
#: The same for a page whose metadata says that somebody reviewed it.
_ENOUGH_REVIEWED = (7, 5)
#: Below this many words of prose a text is a piece of a page, not a page.
_PIECE = 40
_TYPE_KEYS = frozenset(
    "type layout template page_type pagetype content_type kind section category".split()
)
_EXEMPT_TYPES = frozenset(
    """event events career careers job jobs vacancy legal privacy policy terms contact category tag
    taxonomy team staff people press press-release""".split()
)


class Scope(Enum):
    """What a page is: `health` needs a reviewer; `other` does not; `exempt` is a page of
    a type that never does; `piece` is too short to tell.
    """

    HEALTH = "health"
    OTHER = "other"
    EXEMPT = "exempt"
    PIECE = "piece"


def scope_of(page: Page, said: Statements) -> Scope:
    """The scope of a page, from its type, its title and its words."""
    heading = title(page.document)
    strong = heading is not None and any(page.has(term, heading) for term in _STRONG)
    named = heading is not None and page.has("administrative-page", heading)
    if _exempt_type(page.document) or (named and not strong):
        return Scope.EXEMPT
    prose = _prose(page, said)
    words = sum(len(page.document.tokens.between(span.start, span.end)) for span in prose)
    found = _topics(page, prose)
    different = {label.values.get("name", "") for label in found}
    density = 1000 * len(found) / max(words, 1)
    if words < _PIECE:
        body = [span for span in prose if heading is None or not span.overlaps(heading)]
        told = heading is not None and any(label.span.overlaps(heading) for label in found)
        told = told and any(page.has(term, span) for term in _STRONG for span in body)
        return Scope.HEALTH if body and (strong or told) else Scope.PIECE
    reviewed = any(a.place != PAGE and a.kind != "editorial" for a in said.attributions)
    lower = [*([_ENOUGH_TITLED] if strong else []), *([_ENOUGH_REVIEWED] if reviewed else [])]
    for most, kinds in (*_ENOUGH, *lower):
        if density >= most and len(different) >= kinds:
            return Scope.HEALTH
    return Scope.OTHER


def about_medicines(page: Page) -> bool:
    """Whether the title names a medicine, so that a prescriber or pharmacist must review."""
    heading = title(page.document)
    return heading is not None and page.has("medicine", heading)


def title(document: Document) -> Span | None:
    """The page's title: its main heading, the title in its metadata, or any heading."""
    headings = [block for block in document.blocks if block.kind == "heading"]
    metadata = document.metadata("title", "og:title", "jsonld.headline")
    named = [block.span for block in metadata if len(block.span)]
    main = [block.span for block in headings if block.level == 1]
    return next(iter((*main, *named, *(block.span for block in headings))), None)


def _exempt_type(document: Document) -> bool:
    for block in document.blocks:
        key = block.name.rsplit(".", 1)[-1].lower()
        if block.kind == "metadata" and key in _TYPE_KEYS:
            value = re.sub(r"[\s_]+", "-", document.slice(block.span).strip().lower())
            if value in _EXEMPT_TYPES:
                return True
    return False


def _prose(page: Page, said: Statements) -> list[Span]:
    """Headings and text without the bylines."""
    bylines = [a.span for a in said.attributions if a.place == PAGE]
    return [
        block.span
        for block in page.document.blocks
        if block.kind not in ("metadata", "note")
        and not any(b.overlaps(block.span) and 2 * len(b) > len(block.span) for b in bylines)
    ]


def _topics(page: Page, prose: list[Span]) -> list[Label]:
    """The words of health in the prose, each place once."""
    found = [label for term in _TOPICS for label in page.labels.of(term)]
    kept: list[Label] = []
    spans = iter(prose)
    span = next(spans, None)
    for label in sorted(found, key=lambda label: (label.span.start, -label.span.end)):
        while span is not None and span.end <= label.span.start:
            span = next(spans, None)
        if span is None:
            break
        if span.overlaps(label.span) and not (kept and kept[-1].span.overlaps(label.span)):
            kept.append(label)
    return kept
