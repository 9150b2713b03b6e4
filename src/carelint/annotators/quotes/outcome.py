"""Whether a sentence of a story tells that somebody got better."""

from __future__ import annotations

import re

from carelint.document import Document, Span
from carelint.label import Labels

_COUNT = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    r"|thirty|forty|fifty|a\s(?:few|couple\sof)|my|our|that|the|just|only)"
)
_UNIT = (
    r"(?:minute|hour|day|night|weekend|fortnight|week|month|year|session|infusion|visit|dose|treatment"
    r"|semester|term|class|course|summer|autumn|winter|spring|christmas)s?"
)
#: "after eight weeks", "within my second month", "by the summer", "on day nine".
_AFTER = re.compile(
    rf"\b(?:after|within|in|by|since)\s(?:{_COUNT}\s){{1,3}}(?:[\w-]+\s)?{_UNIT}\b|\bday\s\w+\b",
    re.IGNORECASE,
)
#: "two months later", "forty sessions and", "one weekend with", "six weeks at".
_THEN = re.compile(
    rf"\b{_COUNT}\s(?:[\w-]+\s)?{_UNIT}\s(?:later|here|in|with|at|and|since|of|on|now"
    rf"|clean|sober)\b|\b{_COUNT}\s{_UNIT},\s(?:and|then)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"\b(?:I|we|me|us|my|our|mine|(?:s?he|his|her|(?:son|daughter|husband|wife)))\b"
    r"|\b(?:I|we)['’](?:m|d|ve|ll|re)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:g[ai]ve[sn]?|got|gets?|have|has|brought|bring)\b(?:\s[\w’'-]+){1,4}?\sback\b"
    r"|\b(?:never|not)\s(?:once\s)?(?:look|go|gone|went)(?:ed|ing)?\sback\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:ha(?:ve|s)n['’]t|ha(?:ve|s)\s(?:not|never))\b[^.!?]{0,80}\bsince\b", re.IGNORECASE
)
_NO_MORE = re.compile(r"\b(?:again|finally|no\slonger|any\s?more|for\sgood)\b", re.IGNORECASE)
# "I would go again" recommends, "I can't go on any more" despairs: neither tells an outcome.
_WOULD = re.compile(r"\b(?:would|will|could|cannot)\b|\bcan['’]t\b|['’](?:d|ll)\b", re.IGNORECASE)
_BETTER = re.compile(
    r"\b(?:calmer|happier|less\s(?:anxious|depressed|afraid|alone)|(?:so\s)?much\sbetter)\b", re.I
)
_TODAY = re.compile(
    r"\b(?:now|today),?\s(?:I|we|he|she|our|my)\b|\b(?:I|we)\b[^.!?]{0,30}\snow\b", re.IGNORECASE
)
_FROM_TO = re.compile(r"\b(?:went|gone|go|came)\sfrom\s[^.!?]{1,60}\sto\s", re.IGNORECASE)
# "I was signed off, and now I am back at work", "she is back in class"
_BACK_AT = re.compile(r"\bback\s(?:at|in|to|on)\s(?:\w+\s)?\w+", re.IGNORECASE)
# "came in crying and walked out laughing"
_CAME_AND_LEFT = re.compile(
    r"\b(?:came|walked|went|crawled|limped|arrived)\b[^.!?]{3,60}\b(?:left|walked\sout|walked\saway"
    r"|came\sout|went\shome)\b",
    re.IGNORECASE,
)
_ALL_IT_TOOK = re.compile(
    r"\ball\s(?:it|that\sit|I|we)\s(?:took|needed)\b(?!\sto\sknow)"
    r"|\b(?:believe|see|saw|notic\w+)\sthe\s(?:change|difference)\b"
    r"|\bturn(?:ed|s)\s(?:it|things|everything|me|us|him|her)\s(?:all\s)?a?round\b",
    re.IGNORECASE,
)
# "I can walk past a bookie without going in", "she eats with us now"
_CAN_NOW = re.compile(
    r"\b(?:I|we|s?he|they)\scan\s[^.!?]{1,40}\b(?:now|without)\b|\b(?:I|s?he|they|we)\s[a-z]+s?\s"
    r"[^.!?]{0,30}\snow[.!]?$",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:gone|stopped|over(?![\s-]\w)|lifted|quiet|behind\s(?:me|us|him|her)|thing\sof\sthe\spast"
    r"|done|history|went\saway|left\sme)\b",
    re.IGNORECASE,
)
_OFF_PILLS = re.compile(
    r"\b(?:binned|handed\sback|gave\sup|came\soff|come\soff|threw\s(?:out|away)|flushed)\s"
    r"(?:\w+\s)?(?:prescriptions?|tablets|pills|meds|medication)\b"
    r"|\b(?:I|he|she)['’]?(?:m|s|\sam|\sis|\swas)\s(?:now\s)?off\s(?:everything|it\sall|all|my|his"
    r"|her|the)\b",
    re.IGNORECASE,
)
_TROUBLE = ("condition", "distress", "strain-measure")
_NOT_YET = re.compile(r"\b(?:not|never|n['’]t|if|hope)\b|n['’]t\b", re.IGNORECASE)
_STILL_BAD = re.compile(r"\bstill\s(?:have|going|struggl|get|am|bad|hard)", re.IGNORECASE)


_TELLING = (
    _BACK, _SINCE, _FROM_TO, _BETTER, _TODAY, _CAME_AND_LEFT, _ALL_IT_TOOK, _CAN_NOW, _OFF_PILLS,
)  # fmt: skip


def tells_outcome(document: Document, labels: Labels, span: Span) -> bool:
    """Whether a sentence of a client's story tells a change for the better."""
    text = document.slice(span)
    if _STILL_BAD.search(text):
        return False
    if labels.any("told-outcome", span):
        return True
    if any(pattern.search(text) for pattern in _TELLING):
        return True
    if _OVER.search(text) and any(labels.any(name, span) for name in _TROUBLE):
        return True
    if _BACK_AT.search(text) or labels.any("regained-activity", span):
        return not (_WOULD.search(text) or _NOT_YET.search(text))
    if _NO_MORE.search(text) and not _WOULD.search(text):
        return True
    return bool(_FIRST_PERSON.search(text)) and bool(_AFTER.search(text) or _THEN.search(text))
