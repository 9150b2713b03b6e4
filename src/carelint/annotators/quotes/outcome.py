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
    rf"\b{_COUNT}\s(?:[\w-]+\s)?{_UNIT}\s(?:later|here|with|at|and|since|of|on|now|clean|sober)\b",
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
_FROM_TO = re.compile(r"\b(?:went|gone|go|came)\sfrom\s[^.!?]{3,60}\sto\s", re.IGNORECASE)
_STILL_BAD = re.compile(r"\bstill\s(?:have|going|struggl|get|am|bad|hard)", re.IGNORECASE)


def tells_outcome(document: Document, labels: Labels, span: Span) -> bool:
    """Whether a sentence of a client's story tells a change for the better."""
    text = document.slice(span)
    if _STILL_BAD.search(text):
        return False
    if labels.any("told-outcome", span):
        return True
    if any(pattern.search(text) for pattern in (_BACK, _SINCE, _FROM_TO, _BETTER, _TODAY)):
        return True
    if _NO_MORE.search(text) and not _WOULD.search(text):
        return True
    return bool(_FIRST_PERSON.search(text)) and bool(_AFTER.search(text) or _THEN.search(text))
