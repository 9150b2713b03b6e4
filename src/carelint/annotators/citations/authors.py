"""The authors at the front of a reference, read name by name, in any usual style.

Lind, A., & Ito, K.      Lind A, Ito K, et al.      Lind, Anna, and Kei Ito.
Lind & Ito (2019)        Anna Lind, "Title"        A. Lind and K. Ito, "Title"
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from carelint.annotators.citations.grammar import ET_AL, NAME, PARTICLE, PHRASE, UPPER, WHEN, WORD
from carelint.annotators.citations.names import is_initials

_LATER = rf"{UPPER}[\w'’‐‑-]*[^\W\d_][\w'’‐‑-]*"
_LAST = (
    rf"(?P<last>(?:(?:{PARTICLE}|Ste?\.)\s+){{0,3}}{NAME}"
    rf"(?:\s(?:{PARTICLE}\s){{0,2}}(?!{UPPER}{{1,3}}\b){_LATER}){{0,2}})"
)
_DOTTED = (
    rf"{UPPER}(?:\.|[‐‑-]{UPPER}|\b)(?:\s?[‐‑-]?\s?(?:(?:de|da|do|van|von)\s)?{UPPER}\.){{0,4}}"
)
_END = r"(?=[\s,.;&:()\[]|$)"
_JUNIOR = r"(?:,?\s+(?:Jr|Sr|II|III)\b\.?)?"
#: "Lind, A. B." and "Lind AB": whoever is written so is a person.
_INVERTED = re.compile(rf"{_LAST},\s+{_DOTTED}(?:\s{_LATER}(?=[.,]))?{_JUNIOR}{_END}")
_VANCOUVER = re.compile(
    rf"{_LAST}\s+{UPPER}{{1,3}}(?:[‐‑-]{UPPER})?{_JUNIOR}(?=[,.;:(]|\s+\(|\s*$)"
)
#: "Lind, Anna." and, after the first, "Kei Ito".
_GIVEN = re.compile(
    rf"{_LAST},\s+{WORD}(?:\s+{WORD}){{0,2}}"
    rf"(?=\.\s|,\s+(?:and|et al)\b|,\s+{WORD}\s+{WORD}|,?\s+[“\"(]|\.?$)"
)
#: "B. T. Ito", as the IEEE writes a name.
_INITIALED = re.compile(
    rf"{UPPER}\.(?:[‐‑ -]?{UPPER}\.){{0,3}}\s+{_LAST}(?=,|\s+(?:and|&|et al)\b|\s+&\s)"
)
_PLAIN = re.compile(rf"(?:{WORD}\s+){{1,2}}{_LAST}(?=[.,]|\s+[“\"(]|$)")
_SHORT = re.compile(
    rf"(?P<names>{PHRASE})(?P<more>{ET_AL})?(?=[.,]?\s*[(\[]?\s*(?:{WHEN.pattern})|\s*$|\.\s*$)"
)
_NEXT = re.compile(
    r"[,;\s]*(?:…|\.\s?\.\s?\.)\s*(?:&\s*)?|[,;]?\s*(?:&|\band\b|\bund\b|\bet\b(?!\s+al))\s*|[,;]\s+"
)
_OTHERS = re.compile(r"[.,;]?\s*(?:et\.?\s+al\b\.?|(?:and|&) (?:others|colleagues)\b)")
_MARK = re.compile(r"\s*(?:\[\d{1,3}\]\s*|\d{1,3}[.)]\s+)?")
_SPLIT = re.compile(
    r",?\s+(?:(?:…|\.\s?\.\s?\.)\s+)?(?:and|&|und|et)\s+|,\s+(?:(?:…|\.\s?\.\s?\.)\s+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Authors:
    """Family names as far as the entry gives them, whether others follow (et al.), and
    where the names end; `people` says that they are written as only people are.
    """

    names: tuple[str, ...] = ()
    et_al: bool = False
    end: int = 0
    people: bool = False


def read_authors(text: str, at: int) -> Authors:
    """The authors that stand at offset `at`; none, ending there, where no people do.

    "Lind & Ito (2019)" gives names too, but so does "Food and Drug Administration (2019)".
    """
    if inverted := _INVERTED.match(text, at):
        return _list(text, inverted, (_INVERTED, _PLAIN, _VANCOUVER))
    if vancouver := _VANCOUVER.match(text, at):
        return _list(text, vancouver, (_VANCOUVER, _INVERTED))
    if initialed := _INITIALED.match(text, at):
        who = _list(text, initialed, (_INITIALED,))
        if text.startswith(",", who.end) or who.et_al:
            return who
    given = _GIVEN.match(text, at)
    short = _SHORT.match(text, at)
    if short and not (given and _has_given_names(short)):
        names = tuple(split_names(short["names"]))
        if names and len(short["names"].split()) <= 16:
            return Authors(names, short["more"] is not None, short.end())
    if given:
        return _list(text, given, (_PLAIN, _GIVEN))
    plain = _PLAIN.match(text, at)
    if plain and text[plain.end() :].lstrip(" ,")[:1] in ("“", '"'):
        return _list(text, plain, (_PLAIN,))
    return Authors(end=at)


def _has_given_names(short: re.Match[str]) -> bool:
    """Whether "Lind, Anna" or "Lind, Anna, and Kei Ito" is meant, not a list of family names."""
    pieces = _SPLIT.split(short["names"])
    joined = len(re.findall(r"\s(?:and|&|und|et)\s", short["names"]))
    return not short["more"] and len(pieces) > 1 and (not joined or len(pieces[-1].split()) > 1)


def _list(text: str, first: re.Match[str], styles: tuple[re.Pattern[str], ...]) -> Authors:
    """The names from a first one on, as long as separators and names alternate."""
    names, end = [first["last"]], first.end()
    while len(names) < 60:
        others = _OTHERS.match(text, end)
        if others:
            return Authors(tuple(names), True, others.end(), True)
        gap = _NEXT.match(text, end)
        if gap is None or gap.end() == end:
            break
        found = next((m for style in styles if (m := style.match(text, gap.end()))), None)
        if found is None:
            break
        names.append(found["last"])
        end = found.end()
    return Authors(tuple(names), False, end, True)


def split_names(phrase: str) -> list[str]:
    """The names in "Lind, Okafor, and Ito"; initials by themselves are dropped."""
    return [name for piece in _SPLIT.split(phrase) if (name := _without_initials(piece))]


def _without_initials(name: str) -> str:
    words = name.split()
    kept = [word for word in words if not is_initials(word)]
    return " ".join(kept)


def has_initials_first(text: str) -> bool:
    """Whether a text opens with a family name and initials: "Lind, A.", "Lind A"."""
    at = _MARK.match(text).end()  # type: ignore[union-attr]
    return any(style.match(text, at) for style in (_INVERTED, _VANCOUVER))


def is_person_first(text: str) -> bool:
    """Whether a text opens with a person as references write them: "Lind, A.", "Lind, Anna."."""
    at = _MARK.match(text).end()  # type: ignore[union-attr]
    return any(style.match(text, at) for style in (_INVERTED, _VANCOUVER, _GIVEN))
