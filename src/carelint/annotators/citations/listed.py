"""All entries of a page: of its reference lists, its footnotes and its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from carelint.annotators.citations.entries import Entry, parse
from carelint.annotators.citations.page import Page
from carelint.annotators.citations.regions import Region, find_regions, looks_like_entry
from carelint.annotators.citations.unnamed import find_unnamed
from carelint.document import Block, Span

_METADATA = re.compile(
    r"(?:references|bibliography|citations|sources|works_cited)(?:\.(\w+(?:[.-]\w+)*))?$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*(?:\[\d{1,3}\]|\(?\d{1,3}[.)])\s")
_BIBLIOGRAPHY_FILE = re.compile(r"\S+\.(?:bib|bibtex|json|ya?ml|ris|xml)$", re.IGNORECASE)
_INTRODUCED = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]{0,60}+(?:,?\s+(?:(?:of|for|and|the|on|in|&)\s+){0,2}[A-Z][\w’'-]{0,60}+){1,12})"
    r"\s+[(\[](?P<short>[A-Z][A-Za-z/&-]{1,9})[)\],;]"
)


@dataclass(frozen=True, slots=True)
class Lists:
    """The regions of a page, its entries, and what its front matter says of keys.

    `numbered` says that a reader sees a number before every entry.
    """

    regions: tuple[Region, ...]
    by_region: tuple[tuple[Entry, ...], ...]
    entries: tuple[Entry, ...]
    notes: dict[str, Entry]
    keys: dict[str, Entry]
    bibliography: bool
    numbered: bool = False

    @property
    def blocks(self) -> frozenset[int]:
        return frozenset().union(*(region.blocks for region in self.regions))


def find_lists(page: Page) -> Lists:
    """Everything that a citation of the page can resolve to."""
    regions = find_regions(page)
    if not any(region.pieces for region in regions):
        regions += find_unnamed(page)
    by_region = tuple(tuple(_of_region(page, region)) for region in regions)
    listed = [entry for entries in by_region for entry in entries]
    notes = {
        block.name: _of_note(page, block) for block in page.document.blocks if block.kind == "note"
    }
    metadata, file = _of_metadata(page)
    if not any(entry.number is not None for entry in listed):
        metadata = [replace(entry, number=n) for n, entry in enumerate(metadata, 1)]
    keys = {entry.key: entry for entry in metadata}
    entries = (*listed, *notes.values(), *metadata)
    shown = bool(listed) and all(_shows_number(page, entry) for entry in listed)
    return Lists(tuple(regions), by_region, entries, notes, keys, file, shown)


def _shows_number(page: Page, entry: Entry) -> bool:
    """Whether a reader sees a number before an entry."""
    return page.block_of(entry.span)[1].name.isdigit() or bool(_NUMBER.match(entry.text))


def short_forms(page: Page) -> dict[str, str]:
    """What each abbreviation stands for: as the page introduces it, or as its term says."""
    found = {}
    for label in page.labels.of("organisation"):
        text, name = page.document.slice(label.span), label.values.get("name", "")
        if name and name != text:
            found[text] = name
    for match in _INTRODUCED.finditer(page.text):
        words = [w for w in re.split(r"[\s-]+", match["name"]) if w[0].isupper()]
        letters = "".join(word[0] for word in words)
        short = re.sub(r"[^A-Z]", "", match["short"])
        if (len(short) > 1 and letters.endswith(short)) or (
            len(short) > 1 and letters[:1] == short[:1] and set(short) <= set(letters)
        ):
            found[match["short"]] = " ".join(match["name"].split())
    return found


def _of_region(page: Page, region: Region) -> Iterator[Entry]:
    """The entries of a list, numbered by their markers or by their order."""
    for position, piece in enumerate(region.pieces, 1):
        text = page.document.slice(piece.span)
        entry = parse(
            text,
            piece.span.start,
            _targets(page, piece.span),
            number=piece.number,
            soft=region.soft,
        )
        yield replace(entry, number=position) if entry.number is None else entry


def _of_note(page: Page, block: Block) -> Entry:
    text = page.document.slice(block.span)
    return parse(text, block.span.start, _targets(page, block.span), note=block.name)


def is_reference_note(page: Page, entry: Entry) -> bool:
    """Whether a footnote gives a source and not a remark."""
    return looks_like_entry(page, entry.span)


def _targets(page: Page, span: Span) -> tuple[str, ...]:
    return tuple(mark.target for mark in page.marks(span, "link") if mark.target)


def _of_metadata(page: Page) -> tuple[list[Entry], bool]:
    """The entries of the front matter, and whether it names a bibliography file."""
    entries: list[Entry] = []
    file = False
    fields: list[tuple[str, Block]] = []
    for block in page.document.blocks:
        match = _METADATA.match(block.name) if block.kind == "metadata" else None
        if match is None or not len(block.span):
            continue
        text = page.document.slice(block.span)
        if match[1]:
            fields.append((match[1].lower(), block))
        elif _BIBLIOGRAPHY_FILE.match(text):
            file = True
        else:
            entries.append(replace(parse(text, block.span.start), key=text.lower()))
    return [*entries, *(_of_fields(page, group) for group in _grouped(fields))], file


def _grouped(fields: list[tuple[str, Block]]) -> Iterator[list[tuple[str, Block]]]:
    """The fields of each entry: a new one begins where the first field's name comes again."""
    group: list[tuple[str, Block]] = []
    for name, block in fields:
        if group and name == group[0][0] and not name.startswith("author"):
            yield group
            group = []
        group.append((name, block))
    if group:
        yield group


def _of_fields(page: Page, group: list[tuple[str, Block]]) -> Entry:
    """An entry whose parts the front matter names: author, year, title, journal, url."""

    def values(*names: str) -> list[str]:
        return [page.document.slice(b.span) for name, b in group if name.split(".")[-1] in names]

    span = Span(group[0][1].span.start, group[-1][1].span.end)
    authors = values("family", "author", "authors")
    years = [
        m.group()
        for v in values("year", "date", "issued", "date-parts")
        if (m := re.search(r"\d{4}[a-z]?", v))
    ]
    line = f"{', '.join(authors)} ({years[0]})." if years else f"{', '.join(authors)}."
    rest = [
        *values("title"),
        *values("journal", "container-title", "container"),
        *values("url", "doi", "link"),
    ]
    entry = parse(" ".join([line, *(f"{part}." for part in rest)]), span.start)
    key = next(iter(values("id", "key", "title")), rest[0] if rest else line).lower()
    return replace(entry, span=span, opening=group[0][1].span, key=key)
