"""In-text citations by author and year: "(Lind & Ito, 2019)", "Lind et al. (2019) found".

Every bracket that holds a year is read item by item; a bracket that opens with
the year takes its authors from the words before it. What a bracket may mean is
decided in `matching.py`, which knows the entries; `sure` says that the form
leaves no doubt, so that it counts even where no entry fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from carelint.annotators.citations.authors import split_names
from carelint.annotators.citations.doubt import doubtful
from carelint.annotators.citations.grammar import ET_AL, LOCATOR, PHRASE, WHEN, YEAR, when
from carelint.annotators.citations.page import Page
from carelint.document import Span

#: How far before a bracket its authors may begin, in characters.
_REACH = 200
_BRACKETS = re.compile(
    r"\((?:[^()\[\]]|\[[^()\[\]]{0,40}\]){3,400}\)|\[(?:[^()\[\]]|\([^()\[\]]{0,40}\)){4,300}\]"
)
_AUTHORS = re.compile(
    rf"(?<![\w’'])(?P<names>{PHRASE})(?P<more>{ET_AL})?(?P<owner>['’]s)?\s*[,:]?\s*$"
)
#: "Weiner and Avery-Clark argue (2014, p. 309)".
_AUTHORS_SAY = re.compile(
    rf"(?<![\w’'])(?P<names>{PHRASE})(?P<more>{ET_AL})?\s+(?:(?:have|has|had|also)\s+)?(?P<verb>[a-z]+)\s+$"
)
_CELL_CITATION = re.compile(rf"{PHRASE}(?:{ET_AL})?,?\s*\(\d{{4}}[a-z]?\)")
_RANGE = re.compile(r"\s?[-–—]\s?(?:\d{2,4}|present|today|now)\b")
_OPEN_ET_AL = re.compile(rf"\bet\.? al\b\.?,?\s+(?P<when>{YEAR}[a-z]?)\b(?![-–]\d)")
_TITLE = re.compile(r"[“\"](?P<title>[^“”\"]{3,200})[”\"]\s*,?\s*$")
_SAME_AUTHORS = re.compile(r"[\s,;/&–-]*(?:and\s*)?$")
_CUE = re.compile(
    r"(?:^|[;:]|\b(?:see|see also|e\.?\s?g\.?|i\.?e\.?|cf\.?|compare|also|for example|for instance"
    r"|for (?:a|an|the) [\w-]+|(?:cited|quoted|reviewed|described|reported) (?:in|by)|from|by|after"
    r"|following|sources?|and|adapted))[,:;]?\s*$",
    re.IGNORECASE,
)
_SECOND_HAND = re.compile(r"\b(?:cited|quoted|reported|discussed)\s+(?:in|by)\s*$", re.IGNORECASE)
_POINTS_AT = re.compile(
    r"\b(?:according to|see|e\.g\.,?|following|as"
    r"|(?:study|trial|review|analysis|research|work|paper|model|theory|described|proposed|developed"
    r"|shown|found|reported|suggested|reviewed|introduced|noted|put forward) by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?:(?:also|further|then|later|recently|have|has|had|first|both)\s+)?")
_SHORT_FORM = re.compile(r"[\[(][A-Z][\w/&.-]{1,11}[\])]\s*$")
_JOINED = re.compile(r"\s(?:and|&|und|et|y)\s", re.IGNORECASE)
#: What may follow a year in a citation; another word makes it "(DSM-5-TR, 2022 edition)".
_NOT_A_WORK = re.compile(
    r"\s+(?!and\b|for\b|in\b|as\b|cited\b|see\b|with\b|via\b|but\b|cf\b|ed\b)[a-z]{2,}"
)
#: Capitalised words that open a sentence and are no part of a name.
_OPENERS = frozenset(
    """the a an in as see but and while when if by for from since although though however because
    both after before according unlike like with on at to this that these those one two another
    study studies research researchers authors author reviews review data evidence later earlier
    dr prof professor therapist therapists psychologist psychologists psychiatrist scientist
    scientists also yet so or nor whereas where what our their his her more moreover e.g i.e cf
    compare source sources adapted photo recently today indeed then finally first second third
    notably similarly likewise conversely still even only such each work""".split()
)
_FIRST_WORD = re.compile(r"(\S+)\s+(?!(?:&|and|et)\s)")
#: Openers that a comma may follow: "However, Lind (2019)".
_ADVERBS = frozenset(
    """however moreover yet also still then today finally first second third notably similarly
    likewise conversely indeed recently later earlier e.g i.e cf see""".split()
)


@dataclass(frozen=True, slots=True)
class Cited:
    """One work cited in the text.

    `span` is what a finding shows, `group` the bracket with what belongs to it.
    `names` are the authors read as people, `phrase` the same words read as one
    body or title. `years` are alternatives. A `loose` citation does not tell how
    many authors there are ("Beck's", "and colleagues"). `before` is the sentence up
    to the bracket, where the authors of a bare year may stand. A `sure` citation
    counts even where it resolves to nothing; a `doubtful` one may name no author at all.
    """

    span: Span
    group: Span
    names: tuple[str, ...]
    phrase: str
    years: tuple[str, ...]
    et_al: bool = False
    loose: bool = False
    narrative: bool = False
    title: bool = False
    sure: bool = True
    doubtful: bool = False
    before: str = ""


def author_date(page: Page, blocks: Iterable[int]) -> Iterator[Cited]:
    """The author-year citations in these blocks, in order of place."""
    for index in blocks:
        block = page.document.blocks[index].span
        brackets = [
            Span(*match.span())
            for match in _BRACKETS.finditer(page.text, block.start, block.end)
            if WHEN.search(match.group()) and not page.marked(Span(*match.span()), "code")
        ]
        open_ones = list(_unbracketed(page, block, brackets))
        read = (cited for bracket in brackets for cited in _read_bracket(page, bracket))
        yield from sorted([*read, *open_ones], key=lambda cited: cited.span)


def _unbracketed(page: Page, block: Span, brackets: list[Span]) -> Iterator[Cited]:
    """Citations without any bracket, which "et al." gives away: "Lind et al., 2019 found"."""
    for match in _OPEN_ET_AL.finditer(page.text, block.start, block.end):
        year = Span(*match.span("when"))
        if any(bracket.overlaps(year) for bracket in brackets):
            continue
        begin = max(page.sentence_of(Span(*match.span())).span.start, match.start() - _REACH)
        before = page.text[begin : year.start]
        if found := _named(page, before, begin, year.end, match["when"]):
            phrase_start = found.span.start - begin
            unsure = _doubtful(page, found.span, found.phrase, before[:phrase_start])
            yield replace(found, sure=not unsure, doubtful=unsure)


def _read_bracket(page: Page, bracket: Span) -> Iterator[Cited]:
    """The items of one bracket."""
    inner, at = _blank(page.text[bracket.start + 1 : bracket.end - 1]), bracket.start + 1
    items: list[Cited] = []
    position = 0
    for year in WHEN.finditer(inner):
        before = inner[position : year.start()]
        if _RANGE.match(inner, year.end()) and not items:
            return  # "(1998-2004)", "(volunteer, 2011-2013)"
        if position and items and _SAME_AUTHORS.match(before):
            _carry(items, before, when(year), Span(at + year.start(), at + year.end()))
        elif not position and not before.strip():
            first = _narrative(page, bracket, (when(year),))
            items.append(replace(first, span=Span(first.span.start, at + year.end())))
        elif found := _named(page, before, at + position, at + year.end(), when(year)):
            if _NOT_A_WORK.match(inner, year.end()):
                found = replace(found, sure=False)
            if items and _SECOND_HAND.search(before[: found.span.start - at - position]):
                items.pop()  # the first work is known by way of this one
            items.append(found)
        position = year.end()
    yield from _placed(items, bracket, inner)


def _placed(items: list[Cited], bracket: Span, inner: str) -> Iterator[Cited]:
    """The items with their spans: a bracket that holds one item only is that item."""
    group = Span(min([bracket.start, *(item.span.start for item in items)]), bracket.end)
    for item in items:
        alone = len(items) == 1 and (
            item.narrative or _CUE.search(inner[: max(item.span.start - bracket.start - 1, 0)])
        )
        yield replace(item, group=group, span=group if alone else item.span)


def _carry(items: list[Cited], between: str, year: str, span: Span) -> None:
    """Add a further year of the authors named last: "(Lind, 2019a, 2019b)"."""
    if "/" in between:
        items[-1] = replace(items[-1], years=(*items[-1].years, year))
    elif not {"-", "–"} & set(between):
        items.append(replace(items[-1], years=(year,), span=span))


def _named(page: Page, before: str, offset: int, end: int, year: str) -> Cited | None:
    """The item whose authors or title stand right before the year inside the bracket."""
    if quoted := _TITLE.search(before):
        span = Span(offset + quoted.start(), end)
        return Cited(span, span, (), quoted["title"].strip(" ,."), (year,), title=True)
    match = _AUTHORS.search(before)
    if not match:
        return None
    start = match.start() + _opener(match["names"])
    phrase = _without_owner(before[start : match.end("names")])
    if not phrase:
        return None
    span, names = Span(offset + start, end), tuple(split_names(phrase))
    listed = len(names) < 2 or match["more"] or "," not in phrase or _JOINED.search(phrase)
    sure = bool(names and listed and _CUE.search(before[:start])) and not _doubtful(
        page, span, phrase, before[:start]
    )
    return Cited(span, span, names, phrase, (year,), et_al=match["more"] is not None,
                 loose=_is_loose(match), sure=sure)  # fmt: skip


def _narrative(page: Page, bracket: Span, years: tuple[str, ...]) -> Cited:
    """The citation whose authors stand before a bracket that opens with the year."""
    begin = max(page.sentence_of(bracket).span.start, bracket.start - _REACH)
    before = page.text[begin : bracket.start]
    bare = Cited(bracket, bracket, (), "", years, narrative=True, sure=False, before=before)
    near = _SHORT_FORM.sub("", before.rstrip()) + " "
    match = _AUTHORS.search(near)
    if not match:
        match = _AUTHORS_SAY.search(near)
        if not match or not page.term(
            Span(begin + match.start("verb"), begin + match.end("verb")), "finding-verb"
        ):
            return bare
    start = match.start() + _opener(match["names"])
    phrase = match.string[start : match.end("names")]
    if "," in phrase and not match["more"] and not _JOINED.search(phrase):
        start += phrase.rindex(",") + 2  # "In Germany, Lind (2019)"
        phrase = match.string[start : match.end("names")]
    owner = bool(re.search(r"['’]s?$", phrase) or match.groupdict().get("owner"))
    phrase = _without_owner(phrase)
    if not phrase:
        return bare
    span = Span(begin + start, bracket.end)
    told = match["more"] or match.re is _AUTHORS_SAY or owner
    told = told or _POINTS_AT.search(near[:start]) or _tells(page, bracket)
    unsure = _doubtful(page, span, phrase, near[:start])
    return replace(
        bare, span=span, names=tuple(split_names(phrase)), phrase=phrase,
        et_al=match["more"] is not None, loose=owner or _is_loose(match),
        sure=bool(told) and not unsure, doubtful=unsure,
    )  # fmt: skip


def filled_column(page: Page, cited: Cited) -> tuple[int, int] | None:
    """The table and column of a citation in a cell that holds nothing but such citations."""
    _, block = page.block_of(cited.span)
    if block.cell is None or block.group is None or not cited.narrative:
        return None
    if doubtful(page, cited.span, cited.phrase, ""):
        return None
    rest = _CELL_CITATION.sub("", page.document.slice(block.span))
    return None if re.search(r"\w", rest) else (block.group, block.cell[1])


def _tells(page: Page, bracket: Span) -> bool:
    """Whether a verb of finding follows: "Lind (2019) found", not "Lind Street (2019), where"."""
    after = _GOES_ON.match(page.text, bracket.end)
    return after is not None and page.term(Span(after.end(), after.end() + 1), "finding-verb")


def _doubtful(page: Page, span: Span, phrase: str, before: str) -> bool:
    """Whether the words before a year may be no author at all."""
    return phrase.strip(" .,").lower() in _OPENERS or doubtful(page, span, phrase, before)


def _is_loose(match: re.Match[str]) -> bool:
    if "…" in match["names"] or ".." in match["names"].replace(" ", ""):
        return True
    return match["more"] is not None and not re.search(r"\bal\b", match["more"])


def _opener(names: str) -> int:
    """How many characters of a phrase are words that only open the sentence.

    The last word stays, and so does one that a connector follows: "An & Lee".
    """
    offset = 0
    while match := _FIRST_WORD.match(names, offset):
        word = match[1].lower()
        if (word.endswith(",") and word[:-1] not in _ADVERBS) or word.strip(".,") not in _OPENERS:
            break
        offset = match.end()
    return offset


def _without_owner(phrase: str) -> str:
    """A name without the mark of the possessive: "Beck's", "Williams’"."""
    return re.sub(r"['’]s?$", "", phrase.strip())


def _blank(text: str) -> str:
    """A bracket's text with page numbers and inner brackets blanked out, of the same length."""
    text = re.sub(r"\[[^\[\]]*\]|\([^()]*\)", lambda m: " " * len(m.group()), text)
    return LOCATOR.sub(lambda m: " " * len(m.group()), text)
