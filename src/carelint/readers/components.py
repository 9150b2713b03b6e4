"""Components of MDX and shortcodes of Hugo: the words in their attributes, and what they hold.

What a component looks like is not known here, so its name and its attributes'
names decide: a testimonial's children are a quotation, a button's label is a
button, a figure beside its label is one statement.
"""

from __future__ import annotations

import re

from carelint.readers.box import Box
from carelint.readers.literal import scalars
from carelint.readers.page import Page
from carelint.readers.pieces import Piece, Where
from carelint.readers.tag import Tag

_QUOTATION = re.compile(r"testimonial|quote|review(?!ed|er)", re.IGNORECASE)
_BUTTON = re.compile(r"button|btn|cta(?![a-z])", re.IGNORECASE)
_REVIEWER = re.compile(r"review(?:ed|er)", re.IGNORECASE)
#: Attributes that hold words, whatever the component is; compared without "-", "_" and capitals.
_WORDS = frozenset(
    """alt answer attribution author badge body button buttonlabel buttontext byline caption copy
    credentials cta ctalabel ctatext description eyebrow footnote header heading headline intro
    kicker label lead message name note q question quote reviewedby reviewer role subheading
    subtitle summary tagline text title value""".split()
)
_TITLES = frozenset({"q", "question", "title", "header", "heading", "summary", "label"})
_FIGURES = frozenset("amount count figure number percent percentage score stat value".split())
_NO_WORDS = frozenset(
    """class classname style id src href to url path d points transform viewbox sizes srcset media
    css sx tw code key slug rel target variant icon fill stroke width height query include
    """.split()
)
_PROSE = re.compile(r"[^\W\d_]\S*\s+\S|\S\s+[^\W\d_]")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_SENTENCE = re.compile(r"(?:[^\W_][^\s/{}<>=;]*\s+){3}[^\W_]")
_PLAIN = re.compile(r"[-_\s]")
#: An attribute's plain name and its value.
_Value = tuple[str, list[Piece]]


def opened(page: Page, tag: Tag, where: Where) -> None:
    """A component begins: its words become blocks, its children a quotation or a button."""
    if page.silent:
        return
    before = page.builder.headings
    asks = False
    for kind, name, pieces in _asides(tag, where):
        page.aside(kind, name, pieces)
        asks = asks or kind == "heading"
    if tag.empty:
        return
    if asks:
        page.enter(Box(f"<{tag.name}", section=before))
    elif _QUOTATION.search(tag.name):
        page.enter(Box(f"<{tag.name}", "quote"))
    elif _BUTTON.search(tag.name):
        page.enter(Box(f"<{tag.name}", "button"))
    elif target := tag.get("href") or tag.get("to"):
        page.enter(Box(f"<{tag.name}", link=True), breaks=False)
        page.mark("link", target)
    elif page.has(f"<{tag.name}"):
        page.enter(Box(f"<{tag.name}"), breaks=False)


def closed(page: Page, name: str) -> None:
    """A component ends."""
    page.leave(f"<{name}")


def _asides(tag: Tag, where: Where) -> list[tuple[str, str, list[Piece]]]:
    found = list(_values(tag, where))
    if _REVIEWER.search(tag.name):
        return [("metadata", f"{tag.name}.{name}", pieces) for name, pieces in found]
    figures_first = next((_is_figure(*item) for item in found if _is_said(*item)), False)
    asides: list[tuple[str, str, list[Piece]]] = []
    index = 0
    while index < len(found):
        name, pieces = found[index]
        after = found[index + 1] if index + 1 < len(found) else None
        if after and _is_pair(found[index], after, figures_first):
            gap = (" ", pieces[-1][2], max(after[1][0][1], pieces[-1][2]))
            name, pieces, index = after[0], [*pieces, gap, *after[1]], index + 1
        if _is_prose(name, pieces):
            asides.append((_kind(tag, name, pieces), "", pieces))
        index += 1
    return asides


def _values(tag: Tag, where: Where) -> list[_Value]:
    """The strings of the attributes, those inside of `{[{ ... }]}` too, by plain name."""
    found = []
    for attribute in tag.attributes:
        if attribute.data:
            for scalar in scalars(tag.text, attribute.start, attribute.end, (attribute.name,))[0]:
                if scalar.quote:
                    found.append((_plain(scalar.path[-1]), list(scalar.pieces(tag.text))))
        else:
            found.append((_plain(attribute.name), list(tag.value(attribute, where))))
    return [(name, pieces) for name, pieces in found if name not in _NO_WORDS]


def _plain(name: str) -> str:
    return _PLAIN.sub("", name).lower()


def _text(pieces: list[Piece]) -> str:
    return "".join(piece[0] for piece in pieces)


def _is_figure(name: str, pieces: list[Piece]) -> bool:
    return name in _FIGURES and any(character.isdigit() for character in _text(pieces))


def _is_said(name: str, pieces: list[Piece]) -> bool:
    """Whether this may be half of a pair; beside a figure, one word is enough."""
    return _is_figure(name, pieces) or (name in _WORDS and bool(_LETTERS.search(_text(pieces))))


def _is_pair(first: _Value, second: _Value, figures_first: bool) -> bool:
    """Whether these are a figure and its label, in the order of this component."""
    if not _is_said(*first) or not _is_said(*second):
        return False
    return _is_figure(*first) == figures_first != _is_figure(*second)


def _is_prose(name: str, pieces: list[Piece]) -> bool:
    """Whether a person reads this: some words, or a sentence under an unknown name."""
    return bool((_PROSE if name in _WORDS else _SENTENCE).search(_text(pieces)))


def _kind(tag: Tag, attribute: str, pieces: list[Piece]) -> str:
    if attribute == "alt":
        return "alt"
    if "button" in attribute or attribute.startswith("cta") or _BUTTON.search(tag.name):
        return "button"
    if _QUOTATION.search(tag.name) and attribute in ("text", "quote", "body", "message", "copy"):
        return "quote"
    if not tag.empty and attribute in _TITLES and _text(pieces).rstrip().endswith("?"):
        return "heading"  # a question over its answer
    return "caption"
