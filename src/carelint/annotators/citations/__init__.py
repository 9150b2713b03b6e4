"""Citations: every in-text citation against the reference list.

    citation                 a citation that resolves, or a link to evidence
    citation-broken          a citation that does not, with one of:
      citation-unlisted      no entry in the list            values: near
      citation-year          the entry has another year      values: near, years
      citation-author        the entry has other authors     values: near
      citation-out-of-range  no such number in the list      values: number, count
      note-undefined         no such footnote or key         values: key
      reference-list-missing the page has no list at all     values: count
    citation-order           numbers out of order            values: number, highest
    study-named, study-uncited, study-journal                values: near
    reference                an entry                        values: author, year
    reference-list           a list from its heading on
    reference-duplicate, reference-uncited, reference-incomplete
                                                             values: near, name, missing

A bracket with several works is labelled as a whole, and each of its works too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from carelint.annotators.citations import listing
from carelint.annotators.citations.listed import Lists, find_lists, is_reference_note
from carelint.annotators.citations.page import Page
from carelint.annotators.citations.prose import Place, Prose
from carelint.annotators.citations.resolving import NO_LIST, Outcome, Resolver
from carelint.annotators.citations.studies import named_studies
from carelint.document import Document, Span
from carelint.label import Label, Labels

#: Every label that this annotator may yield.
LABELS = frozenset(
    """citation citation-broken citation-unlisted citation-out-of-range citation-year
    citation-author citation-order note-undefined reference reference-list reference-list-missing
    reference-duplicate reference-uncited reference-incomplete study-named study-uncited
    study-journal""".split()
)
#: Blocks that hold no prose of the page.
_NOT_PROSE = frozenset({"metadata", "note", "button"})


def annotate(document: Document, labels: Labels) -> Iterator[Label]:
    """The labels above, for a document whose terms are labelled already."""
    page = Page(document, labels)
    lists = find_lists(page)
    blocks = [
        i
        for i, b in enumerate(document.blocks)
        if b.kind not in _NOT_PROSE and i not in lists.blocks
    ]
    resolver = Resolver(page, lists, blocks)
    outcomes = resolver.outcomes()
    yield from _cited(outcomes)
    places = [Place(o.span, o.entries, o.years, o.form == "link") for o in outcomes]
    prose = Prose(page, list(named_studies(page, blocks)), places, lists.entries)
    yield from prose.labels()
    yield from _listed(page, lists, resolver.short_forms)
    yield from listing.order(resolver.numbers, lists.by_region)
    used = [e for o in outcomes for e in (*o.entries, *((o.near,) if o.near else ()))]
    used += [*resolver.used_otherwise(outcomes), *prose.told]
    if used or any(outcome.form != "link" for outcome in outcomes):
        yield from listing.uncited(lists.entries, used)


def _cited(outcomes: Sequence[Outcome]) -> Iterator[Label]:
    """`citation` or `citation-broken` for each citation, with the label that says why."""
    unlisted = sum(outcome.label == NO_LIST for outcome in outcomes)
    told = False
    groups: dict[Span, list[Outcome]] = {}
    for outcome in outcomes:
        yield Label("citation-broken" if outcome.label else "citation", outcome.span)
        groups.setdefault(outcome.group, []).append(outcome)
        related = (outcome.near.opening,) if outcome.near else ()
        if outcome.label == NO_LIST:
            if not told:
                yield Label(NO_LIST, outcome.span, {"count": str(unlisted)})
            told = True
        elif outcome.label:
            yield Label(outcome.label, outcome.span, outcome.values, related)
    for group, members in groups.items():
        if all(member.span != group for member in members):
            resolved = any(not member.label for member in members)
            yield Label("citation" if resolved else "citation-broken", group)


def _listed(page: Page, lists: Lists, short_forms: Mapping[str, str]) -> Iterator[Label]:
    """The lists, their entries, and what is wrong with the entries."""
    sources = [e for e in lists.entries if not e.note or is_reference_note(page, e)]
    for region in lists.regions:
        if region.pieces:
            yield Label("reference-list", region.span)
    for entry in sources:
        if entry.note:
            yield Label("reference-list", entry.span)
        year = entry.years[0] if entry.years else ""
        yield Label("reference", entry.span, {"author": entry.author, "year": year})
    yield from listing.duplicates([entry for entry in sources if not entry.soft], short_forms)
    yield from listing.incomplete(sources)
