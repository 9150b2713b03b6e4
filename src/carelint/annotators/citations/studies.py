"""Studies that prose names: by year, journal, university, researchers or a name of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from carelint.annotators.citations.grammar import PHRASE, UPPER, WORD, YEAR
from carelint.annotators.citations.journals import Named, journals
from carelint.annotators.citations.page import Page
from carelint.document import Sentence, Span

_LEAD = re.compile(
    r"(?:(?<![\w’'])(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]his|[Tt]hat|[Tt]hese|[Aa]nother|[Tt]heir|[Tt]wo|[Tt]hree)\s+)?"
    r"(?:[\w*’'&.-]+\s+){0,6}$"
)
_DETERMINER = re.compile(
    r".*(?<![\w’'])([Aa]n?|[Tt]he|[Oo]ne|[Tt]his|[Tt]hat|[Aa]nother|[Nn]o|[Aa]ny|[Ee]very|[Ee]ach|[Oo]ur|[Mm]y|[Yy]our|[Tt]heir)\s",
    re.DOTALL,
)
_YEAR_BEFORE = re.compile(rf"\b({YEAR})\s+(?:[\w-]+\s+){{0,4}}$")
_YEAR_AFTER = re.compile(
    r"\s*(?:,?\s*(?:published|conducted|carried out|done|released)?\s*(?:from|in|of)\s+"
    rf"(?:early |late )?|\()({YEAR})\b\)?"
)
_YEAR_FIRST = re.compile(rf"\s*In\s+({YEAR}),\s")
_LAST_YEAR = re.compile(r"\s+(?:published\s+)?(?:last|earlier this) year\b")
_SCHOOL = re.compile(
    rf"\bUniversity of (?:the )?{WORD}(?:\s+{WORD}){{0,2}}(?:,?\s+{WORD}){{0,2}}"
    rf"|\b(?!The\b|A\b|An\b|Our\b|This\b|In\b|At\b)(?:{WORD}\s+){{1,4}}"
    r"(?:University|College|Institute|Institutet|Hospital|Medical School|Polytechnic)\b"
    rf"(?:\s+(?:of|for|at)\s+(?:the\s+)?{WORD}(?:\s+{WORD}){{0,2}}|\s+{WORD})?"
)
_PEOPLE = re.compile(
    r"\b(?:[Rr]esearchers?|[Ss]cientists?|[Ii]nvestigators|[Pp]sychologists?|[Pp]sychiatrists?"
    r"|[Aa]cademics|[Nn]euroscientists?|[Rr]esearch (?:[Tt]eam|[Gg]roup)"
    r"|(?:[Tt]eam|[Gg]roup)(?=\s(?:at|from)\s))\b"
)
_AT = re.compile(r"\s+(?:[\w’'-]+,?\s+){0,4}?(?:at|from|of|by)\s+(?:the\s+)?$")
_FROM = re.compile(r"\s+(?:and [\w-]+\s+)?(?:at|from|of)\s+(?:the\s+)?$")
_FEW_WORDS = re.compile(r"(?:[\s,)]+[\w’'-]+){0,5}")
#: How much of a sentence on either side of a noun is read, in characters.
_REACH = 240
#: How far after its noun an institution may begin, in characters.
_FAR = 70
_NAMED = re.compile(
    rf"\b(?:[Tt]he\s+(?P<trial>{UPPER}[\w*-]*[A-Z*\d][\w*-]*)|(?:[Aa]|[Tt]he)\s+(?:\w+\s+)?Cochrane)\s+(?:\w+\s+)?$"
)
_BY = re.compile(
    r"\s+(?:(?:led|conducted|published|run|carried out|done|authored)\s+)?by\s+"
    rf"(?:Drs?\.?\s+|Professors?\s+)?(?P<who>{PHRASE})"
)
_SAMPLE = re.compile(
    r"\s+of\s+(?:more than |over |about |nearly |almost )?\d[\d,]*\s+(?!studies|trials)\w+"
)
#: Before the noun: studies that are denied, wished for or the speaker's own, and other senses.
_NO_STUDY_BEFORE = re.compile(
    r"\b(?:no|any|every|each|future|planned|upcoming|your|our|my|court|peer|own|book|app|google|yelp"
    r"|trustpilot|facebook|customer|client|stars?|online|free|annual|yearly|performance|case|film)"
    r"\s+(?:[\w-]+\s+){0,5}$|\b(?:we|I|us|whether)\b[^.;:]{0,40}$|\b(?:to|of|will|can)\s+$",
    re.IGNORECASE,
)
#: After it: "the review board", "a survey of our clients".
_NO_STUDY_AFTER = re.compile(
    r"\s+(?:board|committee|guide|room|group|date|site|page|team|abroad|skills|fellowship)\b"
    r"|\s+(?:of|among|with|by|from|in)\s+(?:our|my|your)\b"
)
#: Nouns that name a study only beside a journal or an institution, or beside a year and a verb.
_WEAK = frozenset(
    """research work works finding findings report reports article articles analysis analyses
    paper papers investigation investigations""".split()
)


@dataclass(frozen=True, slots=True)
class Study:
    """A study named in prose; a `definite` one ("the trial") may look back to a citation."""

    span: Span
    sentence: Sentence
    years: tuple[str, ...] = ()
    journals: tuple[Named, ...] = ()
    institution: str = ""
    people: str = ""
    definite: bool = False


def named_studies(page: Page, blocks: Iterable[int]) -> Iterator[Study]:
    """The studies named in the sentences of these blocks, in order of place."""
    for index in blocks:
        if page.document.blocks[index].kind in ("heading", "button", "link", "alt"):
            continue
        for sentence in page.document.sentences_of(index):
            end = -1
            for study in sorted(
                _in_sentence(page, sentence), key=lambda s: (s.span.start, -s.span.end)
            ):
                if study.span.start >= end:
                    yield study
                    end = study.span.end


def _in_sentence(page: Page, sentence: Sentence) -> Iterator[Study]:
    nouns = list(page.labels.within("study", sentence.span))
    people = list(_PEOPLE.finditer(page.text, sentence.span.start, sentence.span.end))
    if not nouns and not people:
        return
    named = journals(page, sentence.span)
    # "a review of studies, published in ...": the journal is the review's.
    heads = [n.span for n in nouns if not page.text.endswith(" of ", 0, n.span.start)]
    others = [n.span for n in nouns] or [Span(*m.span()) for m in people]
    owners = _owners(named, heads or others)
    for noun in nouns:
        study = _by_noun(
            page, sentence, noun.span, tuple(j for j in named if owners[j.span] == noun.span)
        )
        if study:
            yield study
    for match in people:
        study = _by_people(page, sentence, Span(*match.span()), () if nouns else tuple(named))
        if study:
            yield study


def _owners(named: list[Named], nouns: list[Span]) -> dict[Span, Span]:
    """The noun that each journal belongs to: the last one before it, else the first after."""
    return {
        journal.span: max((n for n in nouns if n.start < journal.span.start), default=nouns[0])
        for journal in named
    }


def _by_noun(page: Page, sentence: Sentence, noun: Span, named: tuple[Named, ...]) -> Study | None:
    """The study that a noun stands for, if the words around it name one."""
    before, after = _around(page, sentence, noun)
    lead = _lead(before)
    if _NO_STUDY_BEFORE.search(before) or _NO_STUDY_AFTER.match(after):
        return None
    led = Span(noun.start - len(lead), noun.start)
    if _is_part_of_name(page, noun, lead) or _has_verb(page, led):
        return None
    years, dated, certain = _years(lead, before, after)
    institution, placed = _institution(page, lead, noun, after)
    by = _BY.match(after)
    size = _SAMPLE.match(after) or _LAST_YEAR.match(after)
    ends = [noun.end, noun.end + dated, placed, *(noun.end + m.end() for m in (by, size) if m)]
    told = _tells(page, Span(noun.end, sentence.span.end))
    word = page.document.slice(noun).lower()
    if word in _WEAK:
        new = institution or (years and re.match(r"(?:an?|one|another)\s", lead, re.IGNORECASE))
        is_named = bool(new) and _tells(page, _few_words(page, max(ends)))
    else:
        loosely = years or institution or size
        own_name = _named_trial(page, sentence, lead, word)
        is_named = bool(certain or by or own_name or (loosely and told))
    if not (is_named or named):
        return None
    start = min([noun.start - len(lead), *(j.span.start for j in named)])
    end = max([*ends, *(j.span.end for j in named)])
    return Study(
        Span(start, end), sentence, years, named, institution, by["who"] if by else "",
        definite=lead.lower().startswith(("the ", "this ", "that ", "their ")),
    )  # fmt: skip


def _around(page: Page, sentence: Sentence, span: Span) -> tuple[str, str]:
    """The text of a sentence before and after a span, as far as it matters."""
    start = max(sentence.span.start, span.start - _REACH)
    end = min(sentence.span.end, span.end + _REACH)
    return page.text[start : span.start], page.text[span.end : end]


def _lead(before: str) -> str:
    """The words of the noun phrase before its noun: "a large 2019 "."""
    lead = _LEAD.search(before)
    words = lead.group() if lead else ""
    cut = _DETERMINER.match(words)
    if cut:
        return words[cut.start(1) :]
    last = re.search(r"(?:\S+\s+){0,2}$", words)
    return last.group() if last else ""


def _years(lead: str, before: str, after: str) -> tuple[tuple[str, ...], int, bool]:
    """The years that the words around a noun give, how far after it they reach, and
    whether they surely are the study's: "a 2019 study", not "she led a study in 2019".
    """
    found = [m[1]] if (m := _YEAR_BEFORE.search(lead)) else []
    certain = bool(found)
    later = _YEAR_AFTER.match(after)
    if later:
        found.append(later[1])
        certain = certain or not later.group().lstrip().startswith("in ")
    if not found and (first := _YEAR_FIRST.match(before)):
        found.append(first[1])
    return tuple(found), later.end() if later else 0, certain


def _institution(page: Page, lead: str, noun: Span, after: str) -> tuple[str, int]:
    """The university or body that a noun's words name, and where it ends in the text."""
    before = Span(noun.start - len(lead), noun.start)
    if school := _school(page, before):
        return page.document.slice(school), noun.end
    for label in page.labels.within("organisation", before):
        return page.document.slice(label.span), noun.end
    school = _school(page, Span(noun.end, noun.end + min(len(after), _FAR)))
    if school and _AT.match(page.text[noun.end : school.start]):
        return page.document.slice(school), school.end
    return "", 0


def _school(page: Page, span: Span) -> Span | None:
    """The first university or institute that begins in a span."""
    found = [Span(*m.span()) for m in [_SCHOOL.search(page.text, span.start, span.end + 40)] if m]
    found += [label.span for label in page.labels.within("university", span)]
    inside = [school for school in found if span.start <= school.start < span.end]
    return min(inside, key=lambda s: (s.start, -s.end), default=None)


def _named_trial(page: Page, sentence: Sentence, lead: str, noun: str) -> bool:
    """Whether the words before a noun are a trial's own name: STAR*D, "a Cochrane review"."""
    match = _NAMED.search(lead)
    if not match:
        return False
    if match["trial"] is None:
        return True
    return (
        len(match["trial"]) > 3
        and noun in ("trial", "study", "experiment")
        and not any(
            match["trial"] in page.document.slice(label.span)
            for kind in ("treatment", "condition", "organisation", "not-an-author", "population")
            for label in page.labels.within(kind, sentence.span)
        )
    )


def _is_part_of_name(page: Page, noun: Span, lead: str) -> bool:
    """Whether a noun belongs to a name: "Pew Research Center", "How to Create Reports"."""
    if not page.text[noun.start].isupper() or "Cochrane" in lead:
        return False
    before = page.text[max(noun.start - 2, 0) : noun.start]
    return bool(before.strip() or re.search(rf"{UPPER}\w*\s$", lead)) or bool(
        re.match(r"\s+[A-Z]", page.text[noun.end : noun.end + 3])
    )


def _few_words(page: Page, start: int) -> Span:
    """The next few words of the text."""
    words = _FEW_WORDS.match(page.text, start)
    return Span(start, words.end() if words else start)


def _tells(page: Page, span: Span) -> bool:
    """Whether a span has a verb that tells a result."""
    return page.term(span, "result-verb")


def _has_verb(page: Page, lead: Span) -> bool:
    """Whether the words before a noun hold a verb: "this 2024 guide lists studies"."""
    verbs = page.labels.within("finding-verb", lead)
    return any(page.text[label.span.end - 1] == "s" for label in verbs)


def _by_people(
    page: Page, sentence: Sentence, people: Span, named: tuple[Named, ...]
) -> Study | None:
    """The study of "researchers at Stanford", or of scientists "writing in Sleep"."""
    before, _ = _around(page, sentence, people)
    school = _school(page, Span(people.end, min(people.end + _FAR, sentence.span.end)))
    if school and not _FROM.match(page.text[people.end : school.start]):
        school = None
    told = _tells(page, Span(people.end, sentence.span.end))
    if not (school or named) or not told or _NO_STUDY_BEFORE.search(before):
        return None
    year = _YEAR_FIRST.match(before)
    start = min([people.start - len(_lead(before)), *(j.span.start for j in named)])
    end = max([school.end if school else people.end, *(j.span.end for j in named)])
    institution = page.document.slice(school) if school else ""
    return Study(Span(start, end), sentence, (year[1],) if year else (), named, institution)
