"""Whether a study that prose names has its citation, and whether that is of the same journal."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from carelint.annotators.citations.entries import Entry
from carelint.annotators.citations.journals import Named, in_journal, journal_of, journals
from carelint.annotators.citations.links import is_external
from carelint.annotators.citations.names import fold, same
from carelint.annotators.citations.page import Page
from carelint.annotators.citations.studies import Study
from carelint.document import Sentence, Span
from carelint.label import Label

_OF_ITS_OWN = re.compile(
    r"\b(?:researchers?|scientists?|investigators?)\b"
    r"|\b(?:an?|another|one)\s+(?:[\w-]+\s+){0,4}(?:study|trial|review|meta-analysis|survey|paper)\b",
    re.IGNORECASE,
)
#: Words after a journal's name that make it the place of a study.
_PUBLISHES = re.compile(
    r"\s+(?:published|ran|carried|printed|reported|paper|study|trial|article|review|report)\b"
)
#: Words before a journal's name that make it the place of a study.
_BEFORE = re.compile(r"\b(?:[Ii]n|[Aa]ccording to|journal|by)\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Place:
    """A citation in the text and the entries it means; none where it is broken or a mere link.

    `years` are those that a broken one gives; `link` tells a link from a citation.
    """

    span: Span
    entries: tuple[Entry, ...]
    years: tuple[str, ...] = ()
    link: bool = False


class Prose:
    """The studies of a page against its citations and entries."""

    def __init__(
        self, page: Page, studies: list[Study], places: Iterable[Place], entries: tuple[Entry, ...]
    ) -> None:
        self.page, self.studies, self.entries = page, studies, entries
        self.places = sorted(places, key=lambda p: p.span)
        self._starts = [place.span.start for place in self.places]
        self._studied = {study.sentence.span for study in studies}
        #: The entries that prose tells of without citing them, once `labels` has run.
        self.told: list[Entry] = []

    def labels(self) -> Iterator[Label]:
        """`study-named` for each study, `study-uncited` and `study-journal` where they apply."""
        for study in self.studies:
            yield Label("study-named", study.span)
            yield from self._check(study)
        for place in self.places:
            yield from self._check_journals(place)

    def _check(self, study: Study) -> Iterator[Label]:
        here = self._within(study.sentence.span)
        if here:
            if not any(not place.entries or self._fits(study, place) for place in here):
                yield self._conflict(study.span, here)
            return
        if self._is_linked(study):
            return
        if found := self._entries_of(study):
            self.told += found
            return
        for reach in self._reach(study):
            if any(self._fits(study, place) for place in reach):
                return
            if reach and any(self._same_year(study, e) for place in reach for e in place.entries):
                yield self._conflict(study.span, reach)
                return
        yield Label("study-uncited", study.span)

    def _reach(self, study: Study) -> Iterator[list[Place]]:
        """The citations that may cover a study from the next sentence, the paragraph's end,
        or, where "the trial" looks back, the sentence before.
        """
        position = self.page.position_of(study.sentence)
        sentences = self.page.document.sentences
        if study.definite and position and sentences[position - 1].block == study.sentence.block:
            yield self._within(sentences[position - 1].span)
        for index in range(position + 1, len(sentences)):
            later = sentences[index]
            if later.block != study.sentence.block or later.span in self._studied:
                return
            if found := [
                place for place in self._within(later.span) if not self._tells_more(place)
            ]:
                yield found
                return

    def _tells_more(self, place: Place) -> bool:
        """Whether a link is of a study of its own: "[another trial](…)"."""
        return place.link and _OF_ITS_OWN.search(self.page.document.slice(place.span)) is not None

    def _within(self, span: Span) -> list[Place]:
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return self.places[first:last]

    def _fits(self, study: Study, place: Place) -> bool:
        """Whether a citation may be of this study: nothing known of its entry speaks against it."""
        if not place.entries:
            given = {year[:4] for year in place.years}
            return not (study.years and given) or bool(given & set(study.years))
        return any(
            self._journal_fits(study.journals, entry) and self._year_fits(study, entry)
            for entry in place.entries
        )

    def _journal_fits(self, named: tuple[Named, ...], entry: Entry) -> bool:
        if not named or not journal_of(self.page, entry):
            return True
        return any(in_journal(self.page, entry, journal.name) for journal in named)

    def _year_fits(self, study: Study, entry: Entry) -> bool:
        listed = {year[:4] for year in entry.years if year[:1].isdigit()}
        return not study.years or not listed or bool(listed & set(study.years))

    def _same_year(self, study: Study, entry: Entry) -> bool:
        return bool(study.years) and bool(entry.years) and self._year_fits(study, entry)

    def _entries_of(self, study: Study) -> list[Entry]:
        """The entries that may be the study's: by journal, body or author, and year."""
        if not (study.journals or study.people or study.institution):
            return []
        return [e for e in self.entries if self._year_fits(study, e) and self._tells_of(study, e)]

    def _tells_of(self, study: Study, entry: Entry) -> bool:
        if any(in_journal(self.page, entry, journal.name) for journal in study.journals):
            return True
        if study.institution and fold(study.institution) in fold(entry.text):
            return True
        people = study.people.split(" and ") if study.people and entry.authors else ()
        return any(same(name, entry.first) for name in people)

    def _is_linked(self, study: Study) -> bool:
        """Whether a link over the study's words leads the reader to it."""
        links = self.page.marks(study.sentence.span, "link")
        return any(is_external(m.target) and m.span.overlaps(study.span) for m in links)

    def _conflict(self, span: Span, places: list[Place]) -> Label:
        entry = next(entry for place in places for entry in place.entries)
        journal = journal_of(self.page, entry)
        near = f"{entry.name}, {journal}" if journal else entry.name
        return Label("study-journal", span, {"near": near}, (entry.opening,))

    def _check_journals(self, place: Place) -> Iterator[Label]:
        """A journal named beside a citation without a word for the study: "in BMJ, Lind (2019)"."""
        sentence: Sentence = self.page.sentence_of(place.span)
        if not place.entries or sentence.span in self._studied:
            return
        here = self._within(sentence.span)
        if here[0] is not place or any(not p.entries for p in here):
            return
        for named in journals(self.page, sentence.span):
            after = self.page.text[named.span.end : sentence.span.end]
            before = self.page.text[sentence.span.start : named.span.start]
            if not (_PUBLISHES.match(after) or _BEFORE.search(before)):
                continue
            if not any(self._journal_fits((named,), e) for p in here for e in p.entries):
                yield self._conflict(named.span, here)
