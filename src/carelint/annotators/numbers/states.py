"""States that people are in after care: words of any page that tell that somebody got there.

A share of people beside one of them ("96% were still burnout-free a year on") is an
outcome, whatever the trouble was.
"""

from __future__ import annotations

import re

from carelint.document import Span
from carelint.label import Labels

#: Term labels with which people who do better are told.
_DONE = ("regained-activity", "feels-better")
_TROUBLE = ("condition", "distress", "strain-measure")

# "binge-free", "free of panic"; a page's other "free" words are prices and ingredients.
_FREE = re.compile(
    r"\b(?!(?:fee|cost|toll|hands|gluten|sugar|jargon|ad|judg\w+|duty|tax|wheat|dairy|caffeine|rent"
    r"|interest|hassle|commitment|risk)\b)[a-z]{3,}-free\b|\bfree\s(?:of|from)\s(?!charge|cost)",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"\b(?:still|stay\w*|remain\w*|keep|kept)\s(?:\w+ly\s)?(?:off|clean|dry|sober|well|abstinent"
    r"|calm\w*|together|married|working|asleep|awake|at\s(?:work|home|school)|in\s(?:work|school"
    r"|remission|recovery|the\sjob|their\sjobs?)|out\sof\s(?:hospital|trouble)|symptom|smok\w+-free)\b"
    r"|\b(?:are|were|is|was|be|been)\s(?:now\s)?(?:clean|sober|dry|abstinent|off\s(?:it|them|all|the"
    r"|their|medication|tablets|opioids|alcohol|drugs|benzos)|in\s(?:full\s)?(?:remission|recovery)"
    r"|well\s(?:again|enough)|asleep|symptom)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\bback\s(?:at|in|to|on|behind|with|together|flying|driving|working|running|playing)\b"
    r"(?!\s(?:our|the\s(?:clinic|centre|center|practice)|us|pain)\b)",
    re.IGNORECASE,
)
_COMPARATIVE = re.compile(
    r"\b(?:fe(?:el|lt|eling)|am|are|were|is|was|bec[ao]mes?|g[eo]ts?|got|ha[sd]|have|report\w*"
    r"|left|leaves?|went\shome|(?:c[ao]me|walk\w*)\s(?:out|away)|slee?pt?"
    r"|notic\w+|saw|sees?|show\w*|enjoy\w*|grew)\s(?:\w+\s){0,3}?(?:calmer|happier|lighter|stronger"
    r"|closer|steadier|healthier|better|fewer|(?:more|less)\s(?:confident|hopeful|relaxed|rested"
    r"|connected|settled|energetic|energy|in\scontrol|anxious|depressed|stressed|afraid|alone|tired"
    r"|lonely|irritable|overwhelmed|low))\b",
    re.IGNORECASE,
)
# "had not gambled for a month", "haven't touched a drop since".
_HABIT = (
    r"(?:gambl\w+|bet|drunk|drank|drink|smok\w+|vap\w+|us(?:e|ed|ing)|bing\w+|purg\w+|pull\w*|pick\w*"
    r"|cut|self-harm\w*|relaps\w+|touch\w*|had\s(?:a|an|one|any)\s\w+|reoffend\w*|worr\w+|panick\w*"
    r"|missed)"
)
_STOPPED = re.compile(
    rf"(?:\bnot|n['’]t|\bnever|\bno\slonger|\bnone)\s(?:since\s|once\s|yet\s)?(?:been\s)?{_HABIT}\b",
    re.IGNORECASE,
)
_NEVER_BACK = re.compile(
    r"\b(?:never|not|n['’]t|nobody|none)\s(?:\w+\s)?(?:g[eo]|gone|went|look\w*|c[ao]me)\sback\b",
    re.I,
)
_RID = re.compile(
    r"\b(?:no|zero|without|fewer|less|not\sa\ssingle|rid\sof|beat\w*|lost|past)"
    r"\s(?:\w+\s){0,2}?$",
    re.IGNORECASE,
)
_N = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen)"
_LONG = r"(?:weeks?|months?|years?|sessions?)"
#: A time after care: "a year on", "at six months", "by week 12", "at discharge".
FOLLOW_UP = re.compile(
    rf"\b{_N}\s(?:full\s)?{_LONG}\s(?:on|later|out|afterwards?|down\sthe\s(?:line|road|track))\b"
    rf"|\b(?:at|by|after|within|inside)\s(?:the\s|their\s)?(?:{_N}\s)?(?:full\s)?{_LONG}\b"
    r"|\b(?:at|by|after|on|since)\s(?:their\s|the\s)?(?:discharge|follow-up|graduation|leaving"
    r"|finishing|graduating|completion|(?:end\sof|last|final|first)\s\w+)\b"
    rf"|\bby\s(?:week|month|session|day)\s{_N}\b",
    re.IGNORECASE,
)
#: What a service does or sells, or how people come and go: never an outcome by its time alone.
PROCESS = re.compile(
    r"\b(?:seen|offered|answer\w*|repl(?:y|ies|ied)|start\w*|beg[aiu]n\w*|book\w*|pa(?:y|id|ys)"
    r"|refund\w*|wait\w*|match\w*|contact\w*|appointments?|assess\w*|join\w*|hired?|train\w*"
    r"|qualif\w+|cancel\w*|renew\w*|calls?|emails?|left|leave|quit\sthe|drop\w*\s?out|register\w*"
    r"|refer\w*|subscri\w+|download\w*|deliver\w*|invoice\w*|sen[dt]|fill\w*|respon\w+|sign\w*|born|develop\w*|diagnos\w+|die|died)\b",
    re.IGNORECASE,
)
_COMPLETES = re.compile(r"\b(?:complet|finish|graduat)(?:e|es|ed)\b", re.IGNORECASE)


def tells_state(text: str, span: Span, labels: Labels) -> bool:
    """Whether words tell a good state, or that a trouble or a habit is gone."""
    words = text[span.start : span.end]
    if any(p.search(words) for p in (_FREE, _STILL, _BACK, _COMPARATIVE, _STOPPED, _NEVER_BACK)):
        return True
    return any(labels.any(name, span) for name in _DONE) or _is_rid(text, span, labels)


def tells_later(text: str, span: Span) -> bool:
    """Whether words tell how people were at a time after care."""
    words = text[span.start : span.end]
    return bool(FOLLOW_UP.search(words)) and not PROCESS.search(words)


def completes(text: str, span: Span, labels: Labels) -> bool:
    """Whether words tell that people went through with a treatment: "complete detox"."""
    match = _COMPLETES.search(text, span.start, span.end)
    return match is not None and labels.any("treatment", Span(match.end(), span.end))


def _is_rid(text: str, span: Span, labels: Labels) -> bool:
    """Whether a trouble is said to be gone or less: "no panic attacks", "fewer bad days"."""
    return any(
        _RID.search(text, max(span.start, label.span.start - 40), label.span.start)
        for name in _TROUBLE
        for label in labels.within(name, span)
        if label.span.start > span.start
    )
