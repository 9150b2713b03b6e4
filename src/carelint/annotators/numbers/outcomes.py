"""Whether a figure states an outcome, by the form of the figure."""

from __future__ import annotations

import re

from carelint.annotators.numbers.context import RESEARCH, SUCCESS_RATE, Context
from carelint.annotators.numbers.figures import Figure, number_of
from carelint.annotators.numbers.states import completes, tells_later, tells_state
from carelint.document import Span

#: Term labels of which one makes a figure's sentence tell an outcome.
MEASURED = ("measured-change", "told-outcome")
#: Term labels of which a change in number is an outcome.
COUNTED = ("condition", "distress", "health-result", "strain-measure")
_RESULTS = (*MEASURED, "outcome", "condition", "distress", "feels-better")
_SHARES = ("percent", "ratio", "fraction")
_HELPED = ("heals", "cures", "restores")
#: How far behind a count ("2,000 couples rebuild ...") its verb may stand, in characters.
_NEAR = 40

_COMPARED = re.compile(
    r"\s?(?:fewer|less|more|lower|higher|greater|better|faster|drop|fall|reduction|increase"
    r"|improvement|many|much|often|down|up|cut|rise|jump|decrease|decline)\b",
    re.IGNORECASE,
)
_TREND = re.compile(
    r"\b(?:up|down)\s(?:by\s)?(?:(?:about|almost|nearly|over|around|more\sthan|at\sleast)\s)?$",
    re.IGNORECASE,
)
# "fight 60% less", "sleep 40% better"
_DOES_LESS = re.compile(
    r"\b(?:fight|argue|row|drink|smoke|worr(?:y|ies)|sleep|laugh|panic|cr(?:y|ies)|yell|shout|gamble"
    r"|binge)s?\s$",
    re.IGNORECASE,
)
# "your score may go from 0 to 21" explains a scale.
_MODAL = re.compile(r"\b(?:may|might|can|could|must|should)\b", re.IGNORECASE)
_NOT_PEOPLE = re.compile(
    r"\s?(?:of\s(?:the|our|all)\s)?(?:\w+\s)?(?:rooms?|beds?|sessions?|team|staff|therapists|counsell?ors"
    r"|clinicians|facilitators|coaches|courses|visits|bookings|calls|referrals|sites|practices)\b",
    re.IGNORECASE,
)
_WENT = re.compile(
    r"\b(?:go(?:es)?|went|gone|came|comes?|dips?|dipped|slid|plung\w+|climb\w*|down|up)\s",
    re.IGNORECASE,
)
_GROWS = re.compile(r"fold|doubl|halv|tripl|trebl|quadrupl|factor|margin|to\s(?:one|1)", re.I)
_OUTDOES = re.compile(
    r"\b(?:outperform\w*|outdo\w*|outdid|beats?|beat(?:en|ing)|better|stronger|worse|superior|wins?"
    r"|won|surpass\w*)\b",
    re.IGNORECASE,
)
_COMES_BACK = re.compile(
    r"\b(?:back|returns?|ROI|saves?|saved|gets?|sees?|gains?|yields?|earns?|recoups?)\b", re.I
)
_SATISFIED = re.compile(
    r"\b(?:recommend|satisf\w+|rated|ratings?|stars?|would\schoose)\b", re.IGNORECASE
)
_ON_AVERAGE = re.compile(r"\b(?:averag\w+|typical\w*|median|mean|most)\b", re.IGNORECASE)
_GOAL = re.compile(r"\b(?:to|until|till|before|for)\b", re.IGNORECASE)
_SLEEP = re.compile(r"\b(?:sleeps?|slept|asleep)\b", re.IGNORECASE)
_SAVED = re.compile(r"\bsav(?:e|es|ed|ing)\b", re.IGNORECASE)
_OF = re.compile(r"\s?of\s(?:\w+\s){0,3}?\w+")
# "of those", and people by what troubles them: gamblers, flyers, hoarders.
_THEM = re.compile(
    r"\b(?:them|those|these|us|who)\b"
    r"|\b(?!numb|pap|lett|ord|off|answ|oth|shopp|fold|post|prov)[a-z]{2,}ers\b"
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?|[a-z]+(?:-[a-z]+)?", re.IGNORECASE)


def tells_outcome(figure: Figure, clause: Span, context: Context) -> bool:
    """Whether a figure, read in its clause and sentence, states an outcome."""
    kind = figure.kind
    if kind == "count":
        return _count_tells(figure, clause, context)
    if kind == "per":
        return bool(_COMES_BACK.search(context.words))
    if kind == "pace":
        return _pace_tells(figure, clause, context)
    if kind == "fewer":
        counted = Span(figure.span.end, min(figure.span.end + _NEAR, clause.end))
        longer = bool(_SLEEP.search(context.document.slice(clause)))
        return longer or (len(counted) > 0 and context.any(("strain-measure",), counted))
    if kind == "equal":
        return True
    # "148 of them sent back a form, and ...": such a count is told by its own clause alone.
    alone = figure.text.endswith(("them", "these", "those"))
    measured = is_measured(clause, context, alone)
    if kind == "multiple":
        outdone = bool(_OUTDOES.search(context.words)) and bool(_GROWS.search(figure.text))
        return measured or outdone or not _GROWS.search(figure.text)
    if kind == "change":
        return measured or _changes(figure, clause, context)
    return _share_tells(figure, clause, context, measured)


def is_measured(clause: Span, context: Context, alone: bool = False) -> bool:
    """Whether a verb tells that something changed; money that is saved is no such thing."""
    # A figure in brackets ("a small risk (about 1 in 100)") is no part of what the sentence tells.
    aside = context.document.text[clause.start - 1 : clause.start] == "("
    where = clause if aside or alone else context.sentence
    for name in MEASURED:
        for label in context.labels.within(name, where):
            saved = _SAVED.match(context.document.slice(label.span))
            if not saved or context.any((*COUNTED, "relationship", "outcome"), where):
                return True
    return False


def _share_tells(figure: Figure, clause: Span, context: Context, measured: bool) -> bool:
    words = context.document.slice(clause)
    if SUCCESS_RATE.search(words):
        return True
    of_clients = context.any(("clientele",), clause) and context.any(("outcome",), clause)
    if measured or of_clients or _is_compared(figure, clause, context):
        return not _SATISFIED.search(words)
    if figure.kind in _SHARES and _people_tell(figure, clause, context):
        return not _SATISFIED.search(words)
    return bool(RESEARCH.search(context.words)) and context.any(("outcome",), context.sentence)


def _is_compared(figure: Figure, clause: Span, context: Context) -> bool:
    """Whether so many more or fewer of a trouble are counted: "sick leave down by a third"."""
    text = context.document.text
    trend = _COMPARED.match(text, figure.span.end) or _TREND.search(
        text, max(clause.start, figure.span.start - 30), figure.span.start
    )
    if not trend:
        return False
    if _DOES_LESS.search(text, clause.start, figure.span.start):
        return True
    gained = Span(figure.span.end, min(figure.span.end + _NEAR, clause.end))
    more = len(gained) > 0 and context.any(("outcome",), gained)
    return more or context.any(COUNTED, clause)


def _people_tell(figure: Figure, clause: Span, context: Context) -> bool:
    """Whether a share of people is in a good state, or in any state at a time after care."""
    text, labels = context.document.text, context.labels
    after = Span(figure.span.end, clause.end)
    if not len(after) or not _counts_people(after, context):
        return False
    if tells_state(text, after, labels) or completes(text, after, labels):
        return True
    prevalent = context.any(("prevalence", "condition", "distress"), context.sentence)
    return not prevalent and tells_later(text, clause)


def _counts_people(after: Span, context: Context) -> bool:
    """Whether what a share is a share of may be people: "80% of sessions" is not."""
    text = context.document.text
    if _NOT_PEOPLE.match(text, after.start, after.end):
        return False
    of = _OF.match(text, after.start, after.end)
    if not of:
        return True
    near = Span(after.start, min(of.end() + 25, after.end))
    return context.any(("population",), near) or bool(_THEM.search(context.document.slice(near)))


def _count_tells(figure: Figure, clause: Span, context: Context) -> bool:
    after = Span(figure.span.end, min(figure.span.end + _NEAR, clause.end))
    if not len(after):
        return False
    people = context.any(("population",), after) and context.any(_HELPED, after)
    told = context.any(("told-outcome", "health-result"), after)
    return people or told or tells_state(context.document.text, after, context.labels)


def _pace_tells(figure: Figure, clause: Span, context: Context) -> bool:
    """Whether a number of sessions or days is said to lead to a result on average."""
    if not _ON_AVERAGE.search(context.words):
        return False
    goal = _GOAL.search(context.document.text, figure.span.end, context.sentence.end)
    results = ("outcome", "feels-better", "told-outcome")
    return goal is not None and context.any(results, Span(goal.end(), context.sentence.end))


def _changes(figure: Figure, clause: Span, context: Context) -> bool:
    """Whether a trouble is counted twice: "panic attacks: from five a week to one"."""
    if not context.any((*COUNTED, "outcome"), context.sentence):
        return False
    if _MODAL.search(context.document.text, clause.start, figure.span.start):
        return False
    before = context.document.text[max(clause.start, figure.span.start - 12) : figure.span.start]
    if _WENT.search(before) or "→" in figure.text or "->" in figure.text:
        return True
    found = [number_of(m.group()) for m in _NUMBER.finditer(figure.text)]
    found = [value for value in found if value]
    named = context.any(("strain-measure", "distress"), clause)
    return named and len(found) > 1 and found[0] > found[-1]
