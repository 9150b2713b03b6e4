"""Every citation of a page brought together with the entries: what it means, or how it misses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from carelint.annotators.citations.authordate import Cited, author_date, filled_column
from carelint.annotators.citations.authorpage import Paged, author_pages, mentioned
from carelint.annotators.citations.entries import Entry
from carelint.annotators.citations.grammar import DOI, URL
from carelint.annotators.citations.keys import Keyed, footnotes, keys, reference_links
from carelint.annotators.citations.links import identifiers, is_evidence, is_external
from carelint.annotators.citations.listed import Lists, is_reference_note, short_forms
from carelint.annotators.citations.matching import Book, Verdict
from carelint.annotators.citations.numeric import Numbered, numbered
from carelint.annotators.citations.page import Page
from carelint.annotators.citations.rounded import in_round_brackets
from carelint.document import Span

#: The label of a citation that could only be found in a list, on a page without one.
NO_LIST = "reference-list-missing"
_LABELS = {"year": "citation-year", "author": "citation-author", "unlisted": "citation-unlisted"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one citation fares: `label` is empty where it resolves, to `entries` if known.

    `near` is the entry that a broken one comes nearest to; `form` is "date",
    "number", "page", "key" or "link".
    """

    span: Span
    group: Span
    form: str
    label: str = ""
    entries: tuple[Entry, ...] = ()
    near: Entry | None = None
    years: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)


class Resolver:
    """The citations of a page, resolved against its lists."""

    def __init__(self, page: Page, lists: Lists, blocks: list[int]) -> None:
        self.page, self.lists, self.blocks = page, lists, blocks
        self.short_forms = short_forms(page)
        self._book = Book(lists.entries, self.short_forms)
        self._by_number: dict[int, list[Entry]] = {}
        for entry in lists.entries:
            if entry.number is not None and not entry.note:
                self._by_number.setdefault(entry.number, []).append(entry)
        self._by_id = {identifier: entry for entry in lists.entries for identifier in entry.ids}
        self._works = [entry for entry in lists.entries if not entry.note]
        self.numbers = self._plausible(list(numbered(page, blocks)))
        self.numbers = self.numbers or in_round_brackets(page, blocks, lists)
        self._has_list = bool(lists.bibliography) or any(
            not entry.note or is_reference_note(page, entry) for entry in lists.entries
        )

    def outcomes(self) -> list[Outcome]:
        """All citations in order of place."""
        lost = [self._lost_link(item) for item in reference_links(self.page, self.blocks)]
        found: list[Outcome | None] = [*self._all_dated(), *map(self._number, self.numbers)]
        found = [o for o in found if o and not any(o.span.overlaps(link.span) for link in lost)]
        if not any(outcome and not outcome.label for outcome in found):
            found += [self._paged(p) for p in author_pages(self.page, self.blocks, self._works)]
        found += [*lost, *map(self._keyed, footnotes(self.page, self.blocks))]
        bare = self.lists.bibliography or bool(self.lists.keys)
        found += [self._keyed(item) for item in keys(self.page, self.blocks, bare)]
        kept = [outcome for outcome in found if outcome is not None]
        kept += self._links([outcome.group for outcome in kept])
        return sorted(kept, key=lambda o: (o.span.start, o.span.end))

    def _all_dated(self) -> Iterator[Outcome]:
        """The author-year citations; a doubtful one that fills a cell of a table counts
        where another cell of its column cites a work of the list.
        """
        cells: dict[tuple[int, int], list[tuple[Cited, bool]]] = {}
        for cited in author_date(self.page, self.blocks):
            outcome = self._dated(cited, self._book.find(cited))
            if outcome:
                yield outcome
            if cited.names and (column := filled_column(self.page, cited)):
                resolved = outcome is not None and not outcome.label
                cells.setdefault(column, []).append((cited, resolved))
        for cell in cells.values():
            if any(resolved for _, resolved in cell):
                doubtful = [replace(c, sure=True) for c, _ in cell if not c.sure]
                again = (self._dated(c, self._book.find(c)) for c in doubtful)
                yield from (outcome for outcome in again if outcome and outcome.label)

    def _dated(self, cited: Cited, verdict: Verdict) -> Outcome | None:
        if verdict.kind == "resolved" and verdict.entry:
            return Outcome(cited.span, cited.group, "date", entries=(verdict.entry,))
        linked = self._linked(cited.group) if self._evidence(cited.group) else None
        if linked is not None and not (verdict.kind != "unlisted" and verdict.entry in linked):
            return Outcome(cited.span, cited.group, "date", entries=linked)
        if not cited.sure and not verdict.firm:
            return None
        if not self._has_list:
            return Outcome(cited.span, cited.group, "date", NO_LIST, years=cited.years)
        entry = verdict.entry
        values = {"near": entry.name if entry else "none"}
        if verdict.kind == "year" and entry:
            values["years"] = " or ".join(entry.years)
        near = entry if verdict.kind != "unlisted" else None
        return Outcome(cited.span, cited.group, "date", _LABELS[verdict.kind], near=near,
                       years=cited.years, values=values)  # fmt: skip

    def _plausible(self, found: list[Numbered]) -> list[Numbered]:
        """The numbers that are citations: the page has a list, or uses several of them."""
        if self._by_number or self.lists.regions:
            return found
        brackets = [item for item in found if not item.certain]
        return [item for item in found if item.certain or item.linked or len(brackets) > 1]

    def _number(self, item: Numbered) -> Outcome:
        unknown = [n for n in item.numbers if n not in self._by_number]
        entries = tuple(entry for n in item.numbers for entry in self._by_number.get(n, ()))
        label, number = "", ""
        if not item.linked and (unknown or item.falls):
            label = "citation-out-of-range" if self._has_list else NO_LIST
            number = str(unknown[0]) if unknown else f"{item.numbers[0]}–{item.numbers[-1]}"
        values = {"number": number, "count": str(len(self._by_number))}
        return Outcome(item.span, item.span, "number", label, entries, values=values)

    def _paged(self, paged: Paged) -> Outcome:
        label = "" if paged.kind == "resolved" else _LABELS[paged.kind]
        near = paged.entries[0] if label and paged.entries else None
        values = {"near": near.name if near else "none"}
        entries = () if label else paged.entries
        return Outcome(paged.span, paged.span, "page", label, entries, near, values=values)

    def _lost_link(self, item: Keyed) -> Outcome:
        return Outcome(item.span, item.span, "key", "note-undefined", values={"key": item.key})

    def _keyed(self, item: Keyed) -> Outcome | None:
        if item.kind == "note":
            note = self.lists.notes.get(item.key)
            entries = (note,) if note else ()
            label = "" if note else "note-undefined"
        else:
            entry = self.lists.keys.get(item.key.lower())
            entries = (entry,) if entry else ()
            label = "note-undefined" if self.lists.keys else NO_LIST
            if entry or self.lists.bibliography:
                label = ""
            if label == NO_LIST and not any(c.isdigit() for c in item.key):
                return None  # a handle: @calmharbor
        return Outcome(item.span, item.span, "key", label, entries, values={"key": item.key})

    def _links(self, taken: list[Span]) -> Iterator[Outcome]:
        """Links to evidence that stand outside every other citation."""
        groups = sorted(taken)
        for index in self.blocks:
            block = self.page.document.blocks[index].span
            spans = [m.span for m in self.page.marks(block, "link") if is_evidence(m.target)]
            for pattern in (URL, DOI):
                for match in pattern.finditer(self.page.text, block.start, block.end):
                    span = Span(*match.span())
                    bare = pattern is DOI or is_evidence(match.group())
                    if bare and not any(span.overlaps(other) for other in spans):
                        spans.append(span)
            for span in spans:
                near = bisect_left(groups, span.end, key=lambda group: group.start)
                if block.covers(span) and not any(
                    span.overlaps(o) for o in groups[near - 3 if near > 3 else 0 : near]
                ):
                    yield Outcome(span, span, "link", entries=self._linked(span))

    def _evidence(self, span: Span) -> bool:
        """Whether a citation leads to its work: a link to evidence, or all of it a link."""
        return any(
            is_evidence(mark.target)
            or (is_external(mark.target) and len(mark.span) >= len(span) - len("()"))
            for mark in self.page.marks(span, "link")
        )

    def _linked(self, span: Span) -> tuple[Entry, ...]:
        """The entries whose DOI, address or code a link or its text gives."""
        targets = tuple(mark.target for mark in self.page.marks(span, "link"))
        ids = identifiers(self.page.document.slice(span), targets)
        return tuple(
            {self._by_id[i].span: self._by_id[i] for i in sorted(ids) if i in self._by_id}.values()
        )

    def used_otherwise(self, outcomes: Sequence[Outcome]) -> list[Entry]:
        """The entries that a link of the prose leads to, evidence or not, and those whose
        author the prose names, where works are cited by their pages.
        """
        found: list[Entry] = []
        if any(outcome.form == "page" for outcome in outcomes):
            found += mentioned(self.page, self.blocks, self._works)
        for index in self.blocks:
            for mark in self.page.marks(self.page.document.blocks[index].span, "link"):
                found += self._linked(mark.span)
        return found
