"""What a figure of a sentence says: a provider's success, an outcome, a prevalence."""

from __future__ import annotations

import re

from carelint.annotators.health import speaks_of_health
from carelint.annotators.numbers.context import RESEARCH, SUCCESS_RATE, Context, clause_of
from carelint.annotators.numbers.figures import Figure
from carelint.annotators.numbers.outcomes import tells_outcome
from carelint.document import Span

_MONEY = re.compile(r"[$£€]\s?$")
_DEAL = re.compile(
    r"\b(?:discount\w*|refund\w*|deposit\w*|fees?|prices?|rent|APR|GST|VAT|interest rate"
    r"|co-?pay\w*)\b",
    re.IGNORECASE,
)
_PRICE_OFF = re.compile(r"\soff\b", re.IGNORECASE)
# A firm's own page does not "claim"; another's advert "boasts".
_CLAIMED = re.compile(
    r"\b(?:claim(?:s|ed|ing)?|allegedly|supposedly|so-called|hearsay)\b", re.IGNORECASE
)
_WHETHER = re.compile(r"\bwhether\b", re.IGNORECASE)
_WHOLE = re.compile(r"(?:100|(?:a |one )?hundred)(?:\s?%|\s?per\s?cent)", re.IGNORECASE)
_OF_PEOPLE = re.compile(r"\s(?:of|success|recovery)\b", re.IGNORECASE)
_REPLIES = re.compile(
    r"\b(?:response|reply|open|click|bounce|vacancy|occupancy|turnout)\srates?\b", re.IGNORECASE
)
_DOSE = re.compile(r"\b(?:dos(?:e|es|age)|mg|mcg|tablets?)\b", re.IGNORECASE)
_PROCESS = re.compile(
    r"\b(?:waiting\stimes?|waiting\slists?\s(?:fell|is|was|has|dropped|grew)|waits?|in\ssize|downloads|followers|listeners|drop(?:s|ped)?\sout"
    r"|stop(?:s|ped)?\s(?:after|coming|early|attending))\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(r"\W*(?:if|when|whether|unless|even\sif|suppose)\b", re.IGNORECASE)
_THEN_ASKS = re.compile(r"[,;—–]\s(?:so|and|but)\s(?:why|what|how|who|when)\b", re.IGNORECASE)
_DEFINES = re.compile(r"\bmeans?\s(?:that|a|an)\b|\bdefined\sas\b", re.IGNORECASE)
# "US" is a country.
_OWN = re.compile(r"\b(?:[Oo]urs?|[Mm]y|[Ww]e|us)\b")
_OTHERS = re.compile(r"\b(?:most|other|many|average|typical|usual)\b", re.IGNORECASE)
_MANY = re.compile(r"(?:hundreds|thousands|[mb]illions?)$", re.IGNORECASE)


def kind_of(figure: Figure, context: Context) -> str:
    """`success-figure`, `outcome-figure`, `prevalence-figure`, or "" for any other number."""
    clause = clause_of(context.document, figure.span, context.sentence)
    if _is_guarded(figure, clause, context):
        return ""
    sentence = context.document.slice(context.sentence)
    if not (context.page or _is_of_health(context, sentence)):
        return ""
    if tells_outcome(figure, clause, context):
        return "success-figure" if _is_own(context, sentence) else "outcome-figure"
    if _is_prevalence(figure, context):
        return "prevalence-figure"
    return ""


def _is_of_health(context: Context, sentence: str) -> bool:
    if speaks_of_health(context.labels, context.sentence):
        return True
    rate = SUCCESS_RATE.search(sentence) and _OWN.search(sentence)
    return bool(rate) and context.any(("provider", "treatment"), context.sentence)


def _is_guarded(figure: Figure, clause: Span, context: Context) -> bool:
    """Whether a figure is a price, a certainty word, a condition or a definition."""
    document, text = context.document, context.document.text
    words = document.slice(clause)
    before = text[max(clause.start, figure.span.start - 2) : figure.span.start]
    if figure.kind != "per" and _MONEY.search(before):
        return True
    if _WHOLE.match(figure.text) and not _OF_PEOPLE.match(text, figure.span.end, clause.end):
        return True
    if context.labels.any("quote", figure.span) or _is_asked(figure, context):
        return True
    # Only a near "whether" doubts a figure; one in an earlier clause is about something else.
    if _WHETHER.search(text, clause.start, figure.span.start) or _is_anothers(figure, context):
        return True
    if _DEAL.search(words) or _SUPPOSED.match(words):
        return True
    if figure.kind == "percent" and _PRICE_OFF.match(text, figure.span.end):
        return True
    if _DEFINES.search(document.slice(context.sentence)):
        return True
    dose = figure.kind == "multiple" and _DOSE.search(words)
    if dose or _PROCESS.search(words):
        return True
    clinical = context.any(("condition", "treatment"), clause)
    return bool(_REPLIES.search(words)) and not clinical


def _is_anothers(figure: Figure, context: Context) -> bool:
    """Whether a figure is what somebody else claims: "one advert claimed a 98% success rate"."""
    before = context.document.text[context.sentence.start : figure.span.start]
    return bool(_CLAIMED.search(before)) and not re.search(r"\b[Ww]e\b", before)


def _is_asked(figure: Figure, context: Context) -> bool:
    """Whether a figure stands in a question, and not in a statement with a question after it."""
    text, end = context.document.text, context.sentence.end
    if text[end - 1] != "?":
        return False
    return not _THEN_ASKS.search(text, figure.span.end, end)


def _is_own(context: Context, sentence: str) -> bool:
    """Whether the publisher counts its own clients."""
    if RESEARCH.search(sentence):
        return False
    if _OWN.search(sentence):
        return True
    if SUCCESS_RATE.search(sentence):
        return not _OTHERS.search(sentence)
    return any(
        label.values.get("name") not in ("patient", "participant", "user")
        for label in context.labels.within("clientele", context.sentence)
    )


def _is_prevalence(figure: Figure, context: Context) -> bool:
    """Whether a share of people, or "millions", is said to have a condition or a trouble."""
    many = figure.kind == "count" and bool(_MANY.search(figure.text))
    if not many and figure.kind not in ("percent", "ratio", "fraction"):
        return False
    named = context.any(("condition", "prevalence"), context.sentence)
    return named and (many or context.any(("population",), context.sentence))
