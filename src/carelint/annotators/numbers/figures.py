"""Figures: every expression of a share, a rate, a multiple or a change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from carelint.document import Span

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: value for value, word in enumerate([*_ONES, *_TEENS], 1)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
_WORDS["hundred"] = 100
_ONE_WORD = "|".join(_ONES)
_WORD = (
    rf"(?:(?:an?\s|one\s)?hundred|(?:{'|'.join(_TENS)})(?:-(?:{_ONE_WORD}))?"
    rf"|{'|'.join(_TEENS)}|{_ONE_WORD})"
)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_N = rf"(?:{_DIGITS}|{_WORD}\b)"
_PART = r"(?:third|quarter|fifth|tenth|half)"
_UNIT = r"(?:minutes?|hours?|days?|weeks?|months?|years?|sessions?|visits?)\b"

_FIGURE = re.compile(
    rf"""
      (?P<percent> (?<![\w.]) {_N} (?:\s?(?:to|or|-|–|and)\s?{_N})?
          (?:\s?%|[\s-]per\s?cent(?:age\spoints?)?\b) )
    | (?P<ratio> \b (?!(?:19|20)\d\d\b) {_N} (?: (?:\s[a-z-]+){{0,2}}? \s (?:out\sof|in) | \sof ) \s
          (?:(?:every|the|all|our|my)\s)? (?:(?:last|first)\s)? {_N}
          (?!\s?{_UNIT}) (?![-\d%/]|[a-z]{{1,3}}\b) )
    | (?P<group> \b of \s (?:the|our|all|every|each|those|these) \s (?:(?:last|first)\s)? {_N}\b
          [^.;:!?\n]{{2,60}}?, \s (?:(?:only|about|some|fully|nearly|almost|over)\s)? {_N}\b
          (?!\s?{_UNIT}) (?![-\d%/])
          | \b {_N} \s of \s (?:them|these|those) \b )
    | (?<![\d/.]) (?P<slash> \d{{1,2}}/(?:10|100) ) (?![\d/])
    | (?P<fraction> \b (?:(?:one|two|three|four|an?|the)[\s-])? {_PART}s? \s of \b
          | \b (?:by|in) \s (?:an?\s|one[\s-]|two[\s-]|three[\s-])? {_PART}s? \b
          | \b (?:two|three)[\s-](?:thirds|quarters|fifths) \b
          | \b half \s (?:the|our|all|as) \b )
    | (?P<multiple> \b (?:twice|thrice|{_N}\s?(?:times|x|×)) \s
          (?:(?:as|more|less|fewer)\b|\w+er\b|the\s(?:\w+\s){{0,2}}(?:average|rate|risk|number|odds))
          | \b (?:two|three|four|five|six|ten|\d+)-?fold \b
          | \b (?:doubl|halv|tripl|trebl|quadrupl)(?:es|ed|ing) \b
          | \b (?:halve|treble|quadruple)\b
          | \b (?:to|will|can|may|could) \s (?:double|halve|triple|treble|quadruple) \b )
    | (?P<change> \b from \s (?:an?\s)? {_N}\b (?:\s[\w-]+){{0,9}}? \s to \s
            (?:(?:an?|about|just|only|under|around|(?:less|fewer)\sthan)\s)? {_N}
          | \b to \s (?:(?:an?|about|just|only|under|around)\s)? {_N}\b (?:\s[\w-]+){{0,6}}?
            ,? \s from \s (?:an?\s)? {_N}\b
          | (?<![\w.]) {_N} \s? (?:→|->|⟶) \s? {_N}\b
          | \b by \s (?:\w+\s){{0,3}}? {_N} (?:\s[\w-]+){{0,2}}?
            \s (?:points?|bands?|levels?|stages?|steps?|scores?|kilos?|pounds?) \b
          | (?<![\w.]) {_N} (?:\s[\w-]+){{0,2}}? \s (?:points?|bands?) \b )
    | (?P<fewer> (?<![\w$£€.-]) {_N} \s
          (?: (?:fewer|less|more|extra) (?=\s[a-z])
           | (?:minutes|hours) \s (?:longer|more|extra)\b ) )
    | (?P<per> \b (?:every|each) \s (?:single\s)? (?:dollar|pound|euro|rand|[$£€R]\s?1)\b (?![.,]\d)
          | \b (?:ROI|returns?(?:\son\sinvestment)?) \s? (?:of|is|was|:|=) \s (?:\w+\s){{0,2}}?
            {_N} \s? (?::\s?1\b|%|x\b|times\b|-?fold\b|(?:\s|-)?to(?:\s|-)(?:one|1)\b|per\s?cent)
          | (?<![\w.:]) {_N} \s? (?::\s?1|%|x|-?fold|(?:\s|-)to(?:\s|-)(?:one|1)) \s
            (?:ROI|return(?:\son\s(?:investment|the\sspend))?)\b )
    | (?P<odds> \b by \s (?:a\s(?:margin|factor|ratio)\sof\s)? {_N} \s to \s (?:one|1)\b
          | \b by \s a \s (?:margin|factor|ratio) \s of \s {_N} )
    | (?P<equal> \b as \s (?:bad|harmful|dangerous|deadly|good|effective|powerful|strong|addictive)
          (?:\s\w+){{0,5}}? \s as \s (?:\w+\s){{0,3}}? {_N} )
    | (?P<pace> (?<![\w$£€.-]) {_N} \s (?:sessions?|visits?|days|weeks|months|infusions?|hours)
          (?= [^.;!?]{{0,40}}? \b (?:to|until|till|before|for)\b ) )
    | (?P<count> (?<![\w$£€.-]) (?: (?:tens\sof\s|hundreds\sof\s)?(?:hundreds|thousands|millions)
          | (?:{_WORD}|\d+(?:\.\d+)?)\s(?:hundred|thousand|million|billion)
          | (?!(?:19|20)\d\d\b)(?:\d{{1,3}}(?:,\d{{3}})+|\d{{3,}})\+?) (?=\s+[A-Za-z]) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A sentence without a digit and without one of these words holds no figure.
HINTS = frozenset(
    """
    half halves third thirds quarter quarters fifth fifths tenth tenths twice thrice twofold
    threefold fourfold fivefold sixfold tenfold fold hundred hundreds thousand thousands million
    millions billion billions every each
    """.split()
) | {
    *_WORDS,
    *(
        stem + end
        for stem in ("doubl", "halv", "tripl", "trebl", "quadrupl")
        for end in ("e", "es", "ed", "ing")
    ),
}
_NUMBER = re.compile(_N, re.IGNORECASE)
#: Groups of the expression that are forms of another kind.
_KINDS = {"slash": "ratio", "group": "ratio", "odds": "multiple"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the text: its kind (`percent`, `ratio`, `count` ...) and its place."""

    kind: str
    span: Span
    text: str


def figures(text: str, start: int, end: int) -> Iterator[Figure]:
    """The figures in `text[start:end]`, in order; a later one never overlaps an earlier."""
    for match in _FIGURE.finditer(text, start, end):
        kind = _KINDS.get(match.lastgroup or "", match.lastgroup or "")
        if kind == "ratio" and not _is_share(match.group()):
            continue
        yield Figure(kind, Span(*match.span()), match.group())


def _is_share(text: str) -> bool:
    """Whether "one in five" counts a part of a whole: "two of two" and "3 in 2019" do not."""
    found = [number_of(m.group()) for m in _NUMBER.finditer(text)]
    if text.endswith(("them", "these", "those")):
        return found[0] > 1
    if len(found) < 2:
        return False
    part, whole = found[0], found[-1]
    if text[:2].lower() == "of":  # "of the 130 who came, 117"
        part, whole = whole, part
    return 0 < part < whole and not 1900 <= whole <= 2100


def number_of(text: str) -> float:
    """The value of a number in digits or in words up to ninety-nine; 0 for another text."""
    text = text.lower().replace(",", "")
    if text[:1].isdigit():
        return float(text)
    tens, _, ones = text.split()[-1].partition("-")
    return float(_WORDS.get(tens, 0) + _WORDS.get(ones, 0))
