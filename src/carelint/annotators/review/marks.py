"""The words that open a byline ("Medically reviewed by", "Clinical reviewer:",
"Written by", "Last updated"), and where such words may stand.

"Photo reviewed by the design desk" opens none: a byline begins a block, a line, a
sentence or a part of another byline, or says that "this article was reviewed".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from carelint.annotators.review.names import breaks_line
from carelint.document import Block, Document, Span

_VERB = (
    r"(?:(?:re-?)?reviewed|checked|verified|approved|vetted|validated|fact[- ]?checked|edited"
    r"|proof-?read|copy[- ]?edited|peer[- ]edited|source[- ]checked|signed[- ]off)"
)
_ADVERB = (
    r"(?:medically|clinically|scientifically|professionally|expertly|expert|psychologically"
    r"|psychiatrically|legally|technically|editorially|independently|seo|compliance|peer"
    r"|last|originally|first|also)"
)
_FIELD = (
    r"(?:medical|clinical|psychological|psychiatric|scientific|expert|professional|specialist"
    r"|peer|compliance|legal|copy|editorial|technical|content|fact)"
)
_ROLE = r"(?:review(?:ers?)?|advis[eo]r|editor|fact[- ]?check(?:er)?|sign-?off|approval)"
_MARK = re.compile(
    rf"""\b(?:
      (?P<done>(?P<written>(?:written|researched)\s*(?:,|and|&)\s+)?
        (?:{_ADVERB}[\s-]+){{0,3}}{_VERB}
        (?:\s*(?:,|/|,?\s(?:and|&))\s+(?:{_ADVERB}\s+){{0,2}}{_VERB}){{0,2}}
        (?:\s+for\s+(?:\w+\s+){{0,4}}(?:accuracy|safety|correctness))?
        (?P<by>\s*by\b)?(?P<colon>\s*:)?)
    | (?P<role>(?:(?:{_FIELD}[\s-]+)?{_ROLE}|clinical[\s-]+check)
        (?:\s+by\b\s*:?|\s*\)?\s*:|\s+[–—-](?=\s)|(?=\s)|$))
    | (?P<next>next\s+review(?:\s+(?:due|date))?)
    | (?P<reviewed>(?:date\s+of\s+)?(?:last\s+)?review\s+date|date\s+of\s+(?:last\s+)?review)
    | (?P<updated>(?:last\s+)?(?:updated|modified|revised))
    | (?P<published>(?:first\s+)?(?:published|posted))
    | (?P<author>(?:written|authored|words)\s*(?:by\b\s*:?|:)|authors?\s*:|by\b(?=\s+[^\W\d_]))
    )""",
    re.IGNORECASE | re.VERBOSE,
)
#: Openings of other statements: the names of their groups.
_OTHERS = ("next", "reviewed", "updated", "published", "author")
#: A block without one of these holds no byline; the search is for speed.
_HINTS = (
    "review", "check", "verif", "approv", "vetted", "valid", "edit", "proof", "advis", "signed",
    "written", "words", "author", "updat", "publish", "posted", "modif", "revis", "by ", "by:",
)  # fmt: skip
_CONTENT = (
    r"(?:article|page|post|guide|content|information|text|resource|blog|piece|copy|website|site"
    r"|material|handout|leaflet|section|story|document|fact\s?sheet|newsletter|entry|episode)s?"
)
_SUBJECT = re.compile(
    rf"\b{_CONTENT}(?:\s+\w+){{0,5}}?\s+(?:was|were|is|are|(?:has|have)\s+been)(?:\s+also)?\s+$"
    rf"|\b{_CONTENT}\s+$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:^|[|·•–—/:;.!?)\]✓✔☑*_>]|\s-)\s*[\"“'‘(\[*_]*$|\b(?:and|then|&)\s+$")
_OPENED = re.compile(
    r"\b(?:by|written|words|author|edited|checked|reviewed|updated|published|posted|read)\b",
    re.IGNORECASE,
)
#: The most characters of markup and space before the first word of a line.
_MARKUP = 40
_CLINICAL = re.compile(r"medical|clinical|psycholog|psychiatr", re.IGNORECASE)
_OTHER_CHECK = re.compile(r"legal|compliance|copy|editorial|technical|\bseo|content", re.IGNORECASE)
_EDITING = re.compile(r"fact|edit|proof|source", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opening:
    """The opening words of a statement. `what` is review, author, next, reviewed,
    updated or published; `kind` is clinical, general or editorial for a review;
    `named` if "by" or a colon says that a name must follow, `alone` if it is all that
    the block says; `written` if the same people wrote the page.
    """

    what: str
    span: Span
    kind: str = ""
    named: bool = False
    alone: bool = False
    written: bool = False


def openings(document: Document, block: Block) -> Iterator[Opening]:
    """The openings of a block, in order of place."""
    start, end = block.span.start, block.span.end
    text = document.text[start:end].lower()
    if not any(hint in text for hint in _HINTS):
        return
    for match in _MARK.finditer(document.text, start, end):
        bare = match["role"] and re.search(r"(?<!\bby)\b$", match.group(), re.IGNORECASE)
        alone = match.span() == (start, end)
        if bare and not alone and not _ends_line(document, block, match):
            continue  # "Senior Editor" is no opening, a line "Medical reviewer" is
        if _may_open(document, block, match):
            yield _opening(match, alone=alone, named=bool(bare) and not alone)


def _ends_line(document: Document, block: Block, match: re.Match[str]) -> bool:
    """Whether the words are a line of their own at the head of their block."""
    return match.start() == block.span.start and breaks_line(document, match.end(), match.end() + 1)


def _opening(match: re.Match[str], *, alone: bool, named: bool) -> Opening:
    span = Span(*match.span())
    words = match.group().rstrip()
    if match["done"] or match["role"]:
        named = named or bool(match["by"]) or words.endswith((":", "by", "–", "—", "-"))
        written = bool(match["written"])
        return Opening("review", span, _kind(words), named, alone and not named, written)
    return Opening(next(what for what in _OTHERS if match[what]), span)


def _kind(words: str) -> str:
    if _CLINICAL.search(words):
        return "clinical"
    if _OTHER_CHECK.search(words):
        return "editorial"
    return "editorial" if _EDITING.search(words) and "review" not in words.lower() else "general"


def _may_open(document: Document, block: Block, match: re.Match[str]) -> bool:
    before = document.text[max(block.span.start, match.start() - 120) : match.start()]
    capital = match.group()[0].isupper()
    glossed = before.endswith("(") and match.group().rstrip().endswith(":")
    if glossed or _BEFORE.search(before) or (capital and _at_line_start(document, match.start())):
        return True
    if match["done"] and _SUBJECT.search(before):
        return True
    # "By Dana Cole, reviewed by": a comma goes on where a byline has begun.
    goes_on = before.rstrip().endswith(",") or capital
    return goes_on and _OPENED.search(before) is not None


def _at_line_start(document: Document, position: int) -> bool:
    place = document.place(Span(position, position + 1)).start
    line = max(document.source.rfind("\n", 0, place), document.source.rfind("\r", 0, place)) + 1
    return place - line <= _MARKUP and not document.source[line:place].strip(" \t*_>-#|\"'“(")
