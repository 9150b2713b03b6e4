"""Where a sentence ends, decided without a parser.

spaCy reads one sentence at a time, and only those that need it, so the text is
split first. The rules are those that English prose needs: a full stop after an
abbreviation, an initial or a number's dot ends nothing, and the mark of a note
after a full stop belongs to the sentence before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ABBREVIATIONS = frozenset(
    """
    dr mr mrs ms mx prof rev sr jr st mt ph md m.d ph.d psy.d d.o d.c r.n b.a m.a m.s b.s
    ed.d d.clin m.phil al cf e.g i.e eg ie vs etc approx ed eds est inc ltd co corp dept univ
    u.s u.k u.s.a a.m p.m viz ca resp
    """.split()
)
#: They end nothing before a number ("No. 5", "Mar. 4") and are words otherwise ("We said no.").
_BEFORE_NUMBERS = frozenset(
    """
    no nos vol pp p fig figs ch sec art para op c jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()
)
#: They may end a sentence too: they do where a word follows that begins one.
_MAY_END = frozenset(
    """
    etc a.m p.m inc ltd co corp dept u.s u.k u.s.a ph.d m.d psy.d d.o ed.d m.a m.s b.a jr sr al
    """.split()
)
#: Words that begin a sentence and hardly ever a name.
_STARTERS = frozenset(
    """
    A After All Also Although An And Another Any Anyone As Ask At Because Before Being Both But
    By Can Could Did Do Does During Each Even Every Few For From Getting Has Have He Her Here
    His How However I If In Instead Is It It's Its It’s Just Let Like Many Maybe More Most My
    Never No Nobody None Not Nothing Now Of On Once One Only Or Others Our Over People Please
    Research She Should Since So Some Someone Sometimes Still Such That That's That’s The Their
    Then There There's These They Therapy This Those Though Through To Today Together Treatment
    Under Unlike Until Very Was We We'll We're We've We’ll We’re We’ve Were What When Where
    Whether Which While Who Why Will With Without Would Yes Yet You You'll You're You’ll You’re
    Your
    """.split()
)
#: What follows "5 p.m." without a new sentence.
_AFTER_TIME = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays
    Fridays Saturdays Sundays Eastern Central Mountain Pacific Atlantic Mon Tue Wed Thu Fri Sat Sun
    EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT BST UTC CET AEST AEDT NZST NZDT
    """.split()
)
#: The mark of a note: [3], [^2], [1, 4], ¹, 12 (set high), †.
_NOTE = (
    r"(?:\[\^?[^\[\]\s]{1,24}(?:, ?\d{1,3}){0,6}\]){1,6}"
    r"|[⁰¹²³⁴-⁹]{1,3}(?:[,–][⁰¹²³⁴-⁹]{1,3}){0,5}"
    r"|\^?\d{1,3}(?:[,–-]\d{1,3}){0,5}|[†‡§]+"
)
_END = re.compile(rf"(?P<mark>[.!?…]+[\"'”’)\]*_]*)(?P<note>(?:{_NOTE})?)(?=\s|$)")
#: A citation that stands alone after the full stop: "It works. [3] We ...", "(Lind, 2019) We ...".
_AFTER = re.compile(
    r"\s+(?:\[\^?\d{1,3}(?:[,;–-] ?\d{1,3}){0,9}\]"
    r"|\([^()\n]{0,160}\b(?:19|20)\d\d[a-z]?[^().\n]{0,20}\))"
    r"(?=\s+[\"“‘'(*_]*[A-ZÀ-Þ0-9]|\s*\Z)"
)
_SHORTENED = re.compile(r"\s[A-Z][a-z]{2,9}\.\s[a-z]")
#: The last word; an apostrophe within it is part of it ("don't"), a quotation mark is not.
_WORD_BEFORE = re.compile(r"(?:[^\s(\[“\"'‘]|(?<=\w)')+$")
#: The next word; an initial with its full stop.
_NEXT = re.compile(r"\s+[\"'“‘(\[*_]*([A-Z]\.|[^\s,;:.!?…)\]”\"]*)")


def split(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield `(start, end)` of each sentence in `text[start:end]`, without outer space.

    Offsets are characters of `text`. A citation that stands alone after a full
    stop ("... it works. (Lind, 2019)") stays with the sentence before it.
    """
    end = len(text) if end is None else end
    begin = start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if stop < end:
            if not _ends(text, match, begin, end):
                continue
            if text[stop + 1 : stop + 2] in ("[", "(") and (after := _AFTER.match(text, stop, end)):
                stop = after.end()
        yield from _trimmed(text, begin, stop)
        begin = stop
    yield from _trimmed(text, begin, end)


def _ends(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    mark, following = match.group("mark"), _NEXT.match(text, match.end(), end)
    word = following.group(1) if following else ""
    if word[:1].islower() and not match.group("note"):
        # "Really? yes", "e.g. this": a small letter goes on, unless a mark shouts.
        return mark[0] in "!?" and len(mark) == 1
    # No abbreviation is longer than a dozen letters, so a look at the last ones is enough.
    found = _WORD_BEFORE.search(text, max(begin, match.start() - 16), match.start())
    before = found.group() if found else ""
    if match.group("note") and before[-1:].isdigit() and mark == ".":
        return not match.group("note")[0].isdigit()  # "3.5 points"
    if mark[0] != "." or mark.startswith(".."):
        return True
    if _SHORTENED.match(text, match.end(), end):
        return False  # "J. Affect. Disord. found": the next word is shortened too
    return _stop_ends(before, word, is_first=not text[begin : match.start()].strip(before + " "))


def _stop_ends(before: str, word: str, *, is_first: bool) -> bool:
    """Whether a full stop ends a sentence between these two words."""
    low = before.lower()
    if low in _BEFORE_NUMBERS:
        return not word[:1].isdigit()
    if low in ("a.m", "p.m"):
        return word not in _AFTER_TIME and word[:1].isupper()
    if low == "etc":
        return word[:1].isupper()
    if low in _ABBREVIATIONS:
        return low in _MAY_END and word in _STARTERS
    if before.isdigit() and len(before) < 3 and is_first:
        return False  # the number of a list: "1. Book."
    # A single capital is an initial: "J. Lind". But: "rich in vitamin B. It helps".
    return len(before) != 1 or not before.isalpha() or before == "I" or word in _STARTERS


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left < right:
        yield left, right
