"""Who is said to have spoken: a client, an expert, or somebody named and no more."""

from __future__ import annotations

import re
from functools import lru_cache

from carelint.annotators.quotes.marks import DECORATION
from carelint.document import Document, Span
from carelint.label import Labels

#: The longest line that still reads as "Name, place" and not as prose, in characters.
LONGEST = 70

_NAME = r"[A-ZÀ-Þ][\w’'-]+"
# "Tara P., Mesa", "Priya, 34", "Shop owner, Leeds",
# "Dee and Martin, clients since 2022", "R., Newtown", "J.T."
_FIRST_NAME = re.compile(
    rf"""
      (?:{_NAME}\s)? [A-Z]\. (?:\s?[A-Z]\.)? (?:,|\s(?:and|&)\s|$|\s\()
    | {_NAME} (?:\s(?:and|&)\s{_NAME})? ,\s (?:aged?\s)? \S+ (?:\s\S+){{0,6}} $
    | {_NAME} (?:\s\w+){{1,3}} ,\s (?:an?\s)? [a-z]\w+ (?:\s\w+){{0,4}} $
    | {_NAME} (?:\s[a-z][\w’'-]+){{1,3}} ,\s {_NAME} (?:\s{_NAME})? $
    | [Tt]he\s {_NAME} (?<=s) $
    """,
    re.VERBOSE,
)
_RELATION = re.compile(
    r"""
      (?:(?:the|a|an)\s)? (?:name\swithheld|anonymous|verified|grateful|happy|former|mother|mom
      |mum|dad|father|parents?|wife|husband|spouse|partner|daughter|son|sister|brother|couple)\b
    | (?:the|a|an|one|another)\s (?:\S+\s){1,3} (?:dad|mom|mum|father|mother|parent|couple)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CAPITAL = re.compile(rf"{_NAME}(?:\s(?:and\s|&\s)?{_NAME}){{0,2}}$")
_PROSE_END = re.compile(r"(?<!\b[A-Z])[.!?]$")
_NOT_NAMES = ("No", "Yes", "Well", "So", "But", "And", "Maybe", "Sometimes", "Often", "True")
# "Carl Rogers, On Becoming a Person (1961)": the year of a book, never "(2024)" after "client".
_BOOK = re.compile(r"\(\d{4}\)|\bp\.\s?\d|\bin his book\b|\bin her book\b")
_SAID = r"(?:says?|said|writes?|wrote|recalls?|shares?|adds?|laughs?|smiles?|remembers?)"
_WHO = rf"(?:{_NAME}(?:\s[A-Z]\.?)?(?:,\s\d{{2}})?|the\s[A-Z][\w’'-]+s)"
_SPEAKER = re.compile(
    rf"[,\s]*(?:(?P<verb>{_SAID})\s(?P<after>{_WHO})|(?P<before>{_WHO})\s{_SAID})\b(?P<more>.{{0,40}})",
    re.DOTALL,
)
_SAYS = re.compile(rf"[,\s]*{_SAID}\s(?:the|a|an|one|another|our)\s(?P<who>[^,.;]{{1,40}})")
_TOLD_US = re.compile(
    r"[,\s]*(?:one|a|an|another)\s(?:[\w-]+\s){1,3}(?:told|tells|wrote\sto|said\sto)\sus\b"
)
_PRONOUNS = ("He", "She", "They", "It", "We", "I", "This", "That")
_SHE_SAID = re.compile(r"[,\s]*(?:s?he|they)\s(?:says?|said|adds|told\sus|laughs)\b")


def trimmed(document: Document, span: Span) -> Span:
    """The span without outer space, dashes, brackets and markup."""
    text = document.slice(span)
    left = len(text) - len(text.lstrip(DECORATION + "("))
    right = len(text.rstrip(DECORATION + ")"))
    return Span(span.start + left, span.start + max(left, right))


def signed_by(document: Document, labels: Labels, span: Span) -> str:
    """How a line signs a quotation: "client" (says so), "private" (a first name with a place,
    an age or an initial, as clients sign), "named", "expert", or "" if it signs none.

    `span` is the line, with or without its dash or brackets.
    """
    span = trimmed(document, span)
    text = " ".join(document.slice(span).split())
    if not text or len(text) > LONGEST:
        return ""
    if _PROSE_END.search(text) or text.split(",")[0] in _NOT_NAMES:
        return ""
    if labels.any("credential", span) or labels.any("expert", span) or _BOOK.search(text):
        return "expert"
    if _RELATION.match(text) or labels.any("clientele", span):
        return "client"
    if _FIRST_NAME.match(text):
        return "private"
    return "named" if _CAPITAL.match(text) else ""


def spoken_by(document: Document, labels: Labels, span: Span) -> str:
    """Who speaks a quotation inside prose, from the words after it.

    "client" for "one Marine told us", "private" for "says Rob, 41", "pronoun" for "she says",
    "expert" where the words go on with a credential or a post, otherwise "".
    """
    text = document.slice(span)
    if _TOLD_US.match(text):
        return "client"
    if _SHE_SAID.match(text):
        return "pronoun"
    somebody = _SAYS.match(text)
    if somebody:
        named = Span(span.start + somebody.start("who"), span.start + somebody.end("who"))
        who = signed_by(document, labels, named)
        if who in ("client", "expert"):
            return who
    match = _SPEAKER.match(text)
    if not match:
        return ""
    near = Span(span.start, span.start + match.end())
    if labels.any("credential", near) or labels.any("expert", near):
        return "expert"
    name = (match["after"] or match["before"]).split(",")[0]
    if name.split()[0] in _PRONOUNS or re.match(rf"\s{_NAME}", match["more"]):
        return ""
    if name.endswith(("'s", "’s")) or _is_surname(document.text, name):
        return ""
    return "private"


@lru_cache(maxsize=64)
def _is_surname(text: str, name: str) -> bool:
    """Whether a name stands beside another somewhere, as a writer's or a member of staff's does."""
    beside = rf"\b{_NAME}\s{re.escape(name)}\b|\b{re.escape(name)}\s{_NAME}"
    return bool(re.search(beside, text))
