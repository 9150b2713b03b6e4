"""Journals as prose and references name them, and whether two names are one journal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from carelint.annotators.citations.entries import Entry
from carelint.annotators.citations.grammar import WORD
from carelint.annotators.citations.names import fold
from carelint.annotators.citations.page import Page
from carelint.document import Span

_SMALL = r"(?:of|for|and|the|on|in|&|de|für|und)"
#: Capitalised words among which "Journal", "Archives" or the like stands.
_PERIODICAL = re.compile(
    rf"(?<![\w’'-])(?:{WORD}\s+(?:(?:of|and|&)\s+)?){{0,5}}"
    r"\b(?:Journal|Quarterly|Bulletin|Acta|Zeitschrift"
    r"|(?:Archives|Annals|Proceedings) of|(?:Frontiers|Advances) in)\b"
    rf"(?:\s+(?:{_SMALL}\s+){{0,2}}{WORD}){{0,8}}"
)
#: A name cut short with dots: "J. Affect. Disord."
_DOTTED = re.compile(
    r"(?<![\w.])(?:[A-Z][a-z]{0,9}\.\s){1,5}[A-Z][a-z]{1,9}\.?(?=\s*[,;:(\[]|\s+[a-z\d])"
)
#: What may follow "published in": capitalised words, at least two.
_TITLE_CASE = re.compile(rf"(?<![\w’'-]){WORD}(?:\s+(?:{_SMALL}\s+){{0,2}}{WORD}){{0,8}}")
_CUE = re.compile(
    r"\b(?:published (?:\w+ )?(?:\d{4} )?(?:in|by)|appear(?:s|ed|ing) in|reported in|writing in"
    r"|the journal)"
    r"\s+(?:the\s+)?[*_“\"]?$",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\b(?:in|from|journal|by|according to)\s+(?:the\s+)?(?:journal\s+)?[*_“\"]?$", re.IGNORECASE
)
_OPENING = re.compile(r"^(?:In|The|A|An|This|As|From|By|While|But|And|One|Another)\s+(?:the\s+)?")
#: A name that needs no cue: "Journal of", not "Mood Journal".
_SELF_EVIDENT = re.compile(
    r"\b(?:Journal|Bulletin) (?:of|for)\b|\b(?:of|in)\b|\bActa\b|\bZeitschrift\b"
)
_STOP = frozenset("the of for and on in a de".split())


@dataclass(frozen=True, slots=True)
class Named:
    """A journal named in prose; `name` is the name it is known by."""

    span: Span
    name: str


def journals(page: Page, span: Span) -> list[Named]:
    """The journals that a sentence names, in order of place, without overlaps."""
    found = sorted(_candidates(page, span), key=lambda n: (n.span.start, -n.span.end))
    kept: list[Named] = []
    for named in found:
        if not kept or named.span.start >= kept[-1].span.end:
            kept.append(named)
    return kept


def _candidates(page: Page, span: Span) -> Iterator[Named]:
    """Every stretch of a sentence that may be a journal's name: known ones, and those that
    their words, a cue before them or italics give away.
    """
    yield from _known(page, span)
    text = page.text
    for match in _PERIODICAL.finditer(text, span.start, span.end):
        start = match.start() + (m.end() if (m := _OPENING.match(match.group())) else 0)
        name = text[start : match.end()]
        cued = _SELF_EVIDENT.search(name) or _IN.search(_before(page, span, start))
        if cued and len(name.split()) > 1:
            yield Named(Span(start, match.end()), name)
    # A sentence seems to end at "Affect.", so a name may reach over its end.
    for match in _DOTTED.finditer(text, span.start, min(len(text), span.end + 40)):
        shortened = match.start() < span.end and _IN.search(_before(page, span, match.start()))
        if shortened and re.match(r"J\.|(?:\w+\.\s){2}", match.group()):
            yield Named(Span(*match.span()), match.group().rstrip("."))
    for match in _TITLE_CASE.finditer(text, span.start, span.end):
        words, before = Span(*match.span()), _before(page, span, match.start())
        named = _CUE.search(before) and len(match.group().split()) > 1
        italic = page.italic(words) and _IN.search(before)
        if (named or italic) and not page.term(words, "not-an-author", "organisation"):
            yield Named(words, match.group())


def _known(page: Page, span: Span) -> Iterator[Named]:
    """The journals of the term files; one named by an everyday word needs a cue."""
    text = page.text
    for label in page.labels.within("journal", span):
        if _is_title_case(text[label.span.start : label.span.end]):
            yield Named(label.span, label.values.get("name", page.document.slice(label.span)))
    for label in page.labels.within("ambiguous-journal", span):
        before = _before(page, span, label.span.start)
        cued = page.italic(label.span) or _CUE.search(before) or _IN.search(before)
        goes_on = re.match(r"\s+[A-Z]\w", text[label.span.end : label.span.end + 3])
        if cued and not goes_on:
            yield Named(label.span, label.values.get("name", page.document.slice(label.span)))


def _before(page: Page, span: Span, at: int) -> str:
    """The words of a sentence before a place, as many as a cue may have."""
    return page.text[max(span.start, at - 50) : at]


def _is_title_case(text: str) -> bool:
    """Whether the words are written as a name: "Behavior Therapy", not "behavior therapy"."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if word not in _STOP]
    return bool(words) and all(w[0].isupper() for i, w in enumerate(words) if i == 0 or len(w) > 3)


def same_journal(one: str, other: str) -> bool:
    """Whether two names are one journal: abbreviated, with or without "the", misspelt a little."""
    a, b = _words(one), _words(other)
    if not a or not b:
        return False
    if len(a) == len(b) and all(
        x.startswith(y) or y.startswith(x) for x, y in zip(a, b, strict=True)
    ):
        return True
    if " ".join(a) == " ".join(b):
        return True
    return len(a) == len(b) > 1 and fuzz.ratio(" ".join(a), " ".join(b), score_cutoff=92) >= 92


def in_journal(page: Page, entry: Entry, name: str) -> bool:
    """Whether an entry's work stands in the journal of this name."""
    holder = entry.container or re.split(r"[,\d]", entry.title)[0]
    if same_journal(holder, name):
        return True
    known = {label.values.get("name", "") for label in page.labels.within("journal", entry.span)}
    if any(same_journal(name, other) for other in known if other):
        return True
    return (
        len(name.split()) > 1
        and f" {' '.join(_words(name))} " in f" {' '.join(_words(entry.text))} "
    )


def journal_of(page: Page, entry: Entry) -> str:
    """The journal of an entry as the list names it, "" where it stands in none for sure."""
    for label in page.labels.within("journal", entry.span):
        if label.span.start > entry.opening.end:
            return page.document.slice(label.span)
    return entry.container if entry.volume and entry.container else ""


def _words(name: str) -> list[str]:
    return [word for word in fold(name).split() if word not in _STOP]
