"""Personal names: where one stands in a text, and when two are the same person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from carelint.annotators.review.page import Page
from carelint.document import Document, Span

_TITLE = (
    r"(?:(?:Associate|Assistant|Adjunct|Clinical)\s+(?=Prof))?"
    r"(?:Dr|Prof|Professor|Doctor|Mr|Mrs|Ms|Miss|Mx|Rev|Sir|Dame|Nurse)\.?\s+"
    r"(?:(?:med|phil|rer|nat|sc|hum|univ|habil|psych|dent|pharm)\.\s+){0,4}"
)
TITLED = re.compile(rf"(?:{_TITLE}){{1,3}}(?=[^\W\d_])", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\b\.?")
_SURNAME_FIRST = re.compile(
    r"([^\W\d_]+(?:['’-][^\W\d_]+)*),\s+([^\W\d_][^\W\d_]+)(?=\s*(?:[(,;]|$))"
)
_SLUG = re.compile(r"[a-z]+(?:[-_][a-z]+)*\d*")
_PARTICLES = frozenset(
    """van von der den de da di del della la le du dos das do bin bint ibn al el ter ten ní ó
    mac y st""".split()
)
# Words with a capital that begin a phrase, never a person's name.
_NO_NAME = frozenset(
    """the our a an your this these those all two three several some many every each in and by
    licensed qualified registered certified chartered accredited leading independent external
    internal in-house trained experienced practising practicing top senior us we""".split()
)
_GENERATIONS = frozenset("jr sr ii iii iv".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, its place, and whether a title such as Dr stands before it."""

    text: str
    span: Span
    titled: bool = False
    slug: bool = False


def is_phrase(word: str) -> bool:
    """Whether a word opens a noun phrase ("our", "a", "licensed"), not a name."""
    return word[:1].islower() or word.lower() in _NO_NAME


def name_at(page: Page, start: int, end: int) -> Name | None:
    """The name that begins at `start`: two words or more, or one after a title."""
    text = page.text
    turned = _turned(page, start, end)
    if turned and turned[1].isupper() and len(turned[1]) > 1:
        return _given_first(turned)
    title = TITLED.match(text, start, end)
    begin = title.end() if title else start
    words = list(_words(page, begin, end))
    if not words or (is_phrase(words[0].group()) and words[0].group() not in _PARTICLES):
        return None
    if len(words) < 2 and not title:
        return None
    stop = words[-1].end()
    last = words[-1].group()
    if last.endswith(".") and len(last) > 2 and last[:-1].lower() not in _GENERATIONS:
        stop -= 1
    suffix = _SUFFIX.match(text, stop, end)
    stop = suffix.end() if suffix else stop
    name = " ".join(text[begin:stop].split())
    titled = title is not None and bool(
        re.search(r"\b(?:dr|prof|doctor)", title.group(), re.IGNORECASE)
    )
    return Name(name, Span(start, stop), titled)


def formal_name(page: Page, start: int, end: int) -> Name | None:
    """The name in a field of its own: "Nair, Priya", "ana-sousa" and one word count too."""
    text = page.text
    turned = _turned(page, start, end)
    if turned:
        return _given_first(turned)
    slug = _SLUG.fullmatch(text, start, end)
    if slug:
        parts = re.split("[-_]", slug.group())
        return Name(" ".join(part.title() for part in parts), Span(start, end), slug=True)
    found = name_at(page, start, end)
    if found:
        return found
    word = _WORD.match(text, start, end)
    if word and not is_phrase(word.group()):
        return Name(word.group().rstrip("."), Span(start, word.end()))
    return None


def _turned(page: Page, start: int, end: int) -> re.Match[str] | None:
    """A match of "Nair, Priya", whose second word is no credential or role."""
    match = _SURNAME_FIRST.match(page.text, start, end)
    second = Span(match.start(2), match.end(2)) if match else Span(0, 0)
    known = any(page.has(term, second) for term in ("credential", "clinical-role", "other-role"))
    return None if known else match


def _given_first(turned: re.Match[str]) -> Name:
    return Name(f"{turned[2]} {turned[1]}", Span(*turned.span()))


def _words(page: Page, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words of a name: capitals, initials and the particles between them."""
    text, position, capitals = page.text, start, True
    found: list[re.Match[str]] = []
    while (word := _WORD.match(text, position, end)) and len(found) < 7:
        plain = word.group().rstrip(".")
        if found and page.has("credential", Span(*word.span())):
            break
        if found and not capitals and plain.isupper() and len(plain) > 1:
            break  # letters after the name that no list knows
        if not plain[0].isupper() and plain.lower() not in _PARTICLES:
            break
        capitals = capitals and plain.isupper()
        found.append(word)
        position = word.end()
        if word.group().endswith(".") and len(plain) > 1 and plain.lower() not in _PARTICLES:
            break
        gap = position
        while gap < end and text[gap].isspace():
            gap += 1
        if gap == position or (len(found) > 1 and breaks_line(page.document, position, gap)):
            break
        position = gap
    while found and not found[-1].group()[0].isupper():
        found.pop()
    yield from found


def breaks_line(document: Document, start: int, end: int) -> bool:
    """Whether a line of the source ends between two places of the text."""
    if "\n" in document.text[start:end]:
        return True
    first = document.place(Span(max(start - 1, 0), start)).end
    after = document.place(Span(end, end + 1)).start if end < len(document.text) else first
    return "\n" in document.source[first:after]


def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: accents, case, titles, order of a middle
    name and initials aside; Jr and Sr are two people.
    """
    first, second = _parts(one), _parts(other)
    if not first or not second:
        return False
    if ({*first} & _GENERATIONS) != ({*second} & _GENERATIONS):
        return False
    first = [part for part in first if part not in _GENERATIONS]
    second = [part for part in second if part not in _GENERATIONS]
    if len(first) == 1 or len(second) == 1:
        return first == second
    if _alike(first[-1], second[-1]) and _alike(first[0], second[0]):
        return len(first[-1]) > 1 or len(first[0]) > 1
    return False


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) == 1 and long.startswith(short))


def _parts(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", TITLED.sub("", name)).lower()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", plain)
