"""Offers: the names under which the publisher sells, such as a programme, an app or a clinic.

A page does not say what its own names are, but it uses them: a coined word
(CalmCode), a name with a trade mark sign, a capitalised name that its title or
main heading holds or that stands several times where no sentence begins.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from carelint.document import Document, Span
from carelint.label import Label, Labels

LABELS = frozenset({"offer", "treatment", "condition"})

_COINED = re.compile(r"\b[A-Z][a-z]+[A-Z][a-z]+\w*")
_NAME = re.compile(r"\b[A-Z][\w’']*(?:[ -](?:of |the |& |and )?[A-Z][\w’']*)*[™®]?")
_TITLES = ("title", "og:title", "og:site_name", "site", "name")
#: Names that are never offers: people, places of publication, works, crisis lines.
_OTHERS = ("journal", "organisation", "credential", "citation", "citation-broken", "reference-list")
_OFTEN = 3
_INTRODUCED = re.compile(r" ?\(([A-Z]{2,6})\)")
_SHORT_FORM = re.compile(r"\b[A-Z]{2,6}\b")
_WORD = re.compile(r"[A-Za-z]+")
_SMALL = frozenset("of and the for in with".split())
_ABBREVIATED = ("treatment", "condition")


def annotate(document: Document, labels: Labels) -> Iterator[Label]:
    """Yield an `offer` label for each mention of a name of the publisher's own."""
    yield from _abbreviations(document, labels)
    for match in _COINED.finditer(document.text):
        span = Span(match.start(), match.end())
        if not _belongs_to_others(span, labels):
            yield Label("offer", span)
    names = list(_names(document, labels))
    counted = Counter(document.slice(span) for span, begins in names if not begins)
    titled = _titled(document)
    for span, _ in names:
        name = document.slice(span)
        if name[-1] in "™®" or counted[name] >= _OFTEN or (counted[name] and name in titled):
            yield Label("offer", span)


def _abbreviations(document: Document, labels: Labels) -> Iterator[Label]:
    """Labels for short forms that the page introduces: "pain reprocessing therapy (PRT)"."""
    meant: dict[str, set[str]] = defaultdict(set)
    for match in _INTRODUCED.finditer(document.text):
        start = _initials_start(document.text, match)
        if start is not None:
            span = Span(start, match.start())
            meant[match[1]].update(name for name in _ABBREVIATED if labels.any(name, span))
    for use in _SHORT_FORM.finditer(document.text) if meant else ():
        for name in sorted(meant.get(use[0], ())):
            yield Label(name, Span(use.start(), use.end()))


def _initials_start(text: str, match: re.Match[str]) -> int | None:
    """Where the words begin whose initials stand in the bracket; None where they do not."""
    words = list(_WORD.finditer(text, max(match.start() - 120, 0), match.start()))
    words = words[-len(match[1]) - 2 :]
    for index, word in enumerate(words):
        initials = "".join(w[0][0] for w in words[index:] if w[0] not in _SMALL).upper()
        if initials == match[1]:
            return word.start()
    return None


def _names(document: Document, labels: Labels) -> Iterator[tuple[Span, bool]]:
    """Capitalised names in running text, and whether each begins its sentence."""
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        if block.kind in ("heading", "metadata", "note", "cell"):
            continue
        text = document.slice(sentence.span)
        for match in _NAME.finditer(text):
            span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            if (
                len(match[0]) > 2
                and not match[0].isupper()
                and not _belongs_to_others(span, labels)
            ):
                yield span, not text[: match.start()].strip(" \"'“‘([*_-")


def _titled(document: Document) -> str:
    """The text of titles and main headings, where offers are named."""
    blocks = [b for b in document.blocks if b.kind == "heading" and b.level == 1]
    return " | ".join(document.slice(b.span) for b in (*document.metadata(*_TITLES), *blocks))


def _belongs_to_others(span: Span, labels: Labels) -> bool:
    return any(labels.any(name, span) for name in _OTHERS)
