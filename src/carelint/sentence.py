"""Where a sentence ends, decided without a parser.

spaCy reads one sentence at a time, and only those that need it, so the text is
split first. The rules are those that English prose needs: a full stop after an
abbreviation, an initial or a number's dot ends nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ABBREVIATIONS = frozenset(
    """
    dr mr mrs ms mx prof rev sr jr st mt ph md m.d ph.d psy.d d.o d.c r.n b.a m.a m.s b.s
    ed.d d.clin m.phil al cf e.g i.e eg ie vs etc approx no nos vol pp p ed eds fig figs est
    inc ltd co corp dept univ u.s u.k u.s.a jan feb mar apr jun jul aug sep sept oct nov dec
    a.m p.m op ch sec art para viz ca c resp
    """.split()
)
# "etc." and the like may end a sentence too: they do where a capital follows.
_MAY_END = frozenset(
    """
    etc a.m p.m inc ltd co corp u.s u.k u.s.a ph.d m.d psy.d jr sr al
    """.split()
)
_END = re.compile(r"[.!?…]+[\"'”’)\]*_]*(?=\s|$)")
_WORD_BEFORE = re.compile(r"[^\s(\[“\"'‘]+$")
_STARTS = re.compile(r"\s+[\"'“‘(\[*_]*[A-Z0-9À-Þ]")
_LOWER_START = re.compile(r"\s+[\"'“‘(\[*_]*[a-zß-ÿ]")


def split(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield `(start, end)` of each sentence in `text[start:end]`, without outer space.

    Offsets are characters of `text`. A citation that stands alone after a full
    stop ("... it works. (Lind, 2019)") stays with the sentence before it.
    """
    end = len(text) if end is None else end
    begin = start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if stop < end and not _ends(text, match, begin, end):
            continue
        yield from _trimmed(text, begin, stop)
        begin = stop
    yield from _trimmed(text, begin, end)


def _ends(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    mark = match.group()
    if _LOWER_START.match(text, match.end(), end):
        # "Really? yes", "e.g. this": a small letter goes on, unless a mark shouts.
        return mark[0] in "!?" and mark[-1] not in "\"'”’)" and len(mark) == 1
    if mark[0] != "." or mark.startswith(".."):
        return True
    # No abbreviation is longer than a dozen letters, so a look at the last ones is enough.
    word = _WORD_BEFORE.search(text, max(begin, match.start() - 16), match.start())
    before = word.group().lower() if word else ""
    if before in _ABBREVIATIONS:
        return before in _MAY_END and _may_end(text, match.end(), end, before)
    # A single capital is an initial: "J. Lind".
    return not (len(before) == 1 and before.isalpha() and before != "i")


def _may_end(text: str, position: int, end: int, word: str) -> bool:
    if word == "al":  # "et al. (2019)" goes on, "et al. We" ends
        return bool(re.match(r"\s+[A-Z][a-z]+\s", text[position : min(end, position + 40)]))
    return bool(_STARTS.match(text, position, end)) and not re.match(
        r"\s+[(\[]", text[position : position + 3]
    )


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left < right:
        yield left, right
