"""What a page says about itself: meta tags, JSON-LD and itemprop, as metadata blocks."""

from __future__ import annotations

import re

from carelint.readers.box import Box
from carelint.readers.elements import VOID
from carelint.readers.literal import scalars
from carelint.readers.page import Page
from carelint.readers.pieces import Where
from carelint.readers.tag import Tag

#: Keys of schema.org that tell who wrote or reviewed a page, when, and what it claims to be.
_KEYS = frozenset(
    """author creator editor contributor reviewedBy lastReviewed headline description
    dateModified datePublished dateCreated""".split()
)
#: Keys inside them that hold no words.
_NO_WORDS = frozenset({"@type", "@id", "@context", "url", "sameAs", "image", "logo", "identifier"})
_TECHNICAL = re.compile(
    r"viewport|robots|bot$|generator|verif|theme|color|referrer|format-detection|msapplication"
    r"|mobile-web-app|twitter:(?:card|site|creator|image|player)|csrf|charset|handheld|token"
    r"|(?:og|article):(?:image|url|type|locale|video|audio|publisher|section)|fb:|google|image$|url$"
)


def meta(page: Page, tag: Tag, where: Where) -> None:
    """A meta tag's content becomes a metadata block with the tag's name."""
    name = tag.get("name") or tag.get("property")
    if name and tag.has("content") and not _TECHNICAL.search(name.lower()):
        page.aside("metadata", name, tag.pieces("content", where))
        page.end_block()


def is_json_ld(tag: Tag) -> bool:
    return tag.name == "script" and tag.get("type").strip().lower() == "application/ld+json"


def json_ld(page: Page, text: str, start: int, end: int, where: Where) -> None:
    """The strings of `text[start:end]` about authors, reviewers, dates and claims.

    A block is named by its keys ("jsonld.reviewedBy.name"); a script that is no
    JSON gives what can be read of it.
    """
    found, _ = scalars(text, start, end)
    for scalar in found:
        keys = [key for key in scalar.path if key != "@graph"]
        if scalar.quote and _KEYS.intersection(keys) and not _NO_WORDS.intersection(keys):
            pieces = [
                (piece, where(first), where(last - 1) + 1 if last > first else where(first))
                for piece, first, last in scalar.pieces(text)
            ]
            page.aside("metadata", ".".join(["jsonld", *keys]), pieces)
    page.end_block()


def itemprop(page: Page, tag: Tag, where: Where, around: Box | None) -> None:
    """An element with itemprop=reviewedBy and the like is metadata, too.

    `around` is the innermost box as it was before the element began.
    """
    names = [name for name in tag.get("itemprop").split() if name in _KEYS]
    if not names:
        return
    name = f"itemprop.{names[0]}"
    if tag.name in VOID:
        page.aside("metadata", name, tag.pieces("content", where))
        return
    top = page.boxes[-1] if page.boxes else None
    if top is None or top is around or top.name != tag.name:
        top = page.enter(Box(tag.name), breaks=False)
    page.gather(top, ("metadata", name))
