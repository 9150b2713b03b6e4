"""The cited documents of `tests/gold` and `examples` that are right as they stand.

Where their citations and entries stand is read here with patterns of its own, so that the
benchmark does not ask carelint where to break them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mutation.writing import Base, Mark, Named

ROOT = Path(__file__).parents[2]
CLEAN = {
    "tests/gold/da-1-tms-evidence.md": "number",
    "tests/gold/da-7-starting-antidepressant.txt": "date",
    "tests/gold/db-02-home-detox.md": "note",
    "tests/gold/dc-probiotics-mood.md": "number",
    "tests/gold/dc-text-therapy.html": "date",
    "tests/gold/dd-insomnia-cbti.md": "number",
    "examples/clinic/posts/panic-attacks.md": "date",
}
#: Documents with a list and a fault of their own, which somebody put there for carelint to find.
FAULTY = {
    "tests/gold/da-2-mismatched-desire.md": "other years and names, a missing entry",
    "tests/gold/db-03-steady-hands.md": "other years and names, a missing entry",
    "tests/gold/db-06-police-trauma.html": "a number that the list does not have",
    "tests/gold/db-07-veterans-therapy.txt": "other years and names, a missing entry",
    "tests/gold/dc-ashwagandha-cbd.md": "other years and names, a missing entry",
    "tests/gold/dc-companion-app.mdx": "a footnote that is not defined",
    "tests/gold/dc-grief-galway.txt": "another year, a missing entry",
    "tests/gold/dc-hypnosis-dublin.html": "a number that the list does not have",
    "tests/gold/dd-chronic-pain.txt": "another year, a missing entry",
    "tests/gold/dd-grief-support.mdx": "a footnote that is not defined",
    "tests/gold/dd-perinatal-therapy.md": "other years and names, a missing entry",
    "tests/gold/dd-teen-school.html": "a number that the list does not have",
    "examples/clinic/posts/antidepressants.md": "other years and names, a missing entry",
    "examples/clinic/posts/emdr-after-trauma.mdx": "a footnote that is not defined",
    "examples/clinic/posts/sleep-programme.html": "a number that the list does not have",
}
_HEADING = re.compile(r"^(?:## |<h2>)?(?:References|Sources)\b.*$", re.MULTILINE)
_NUMBERED = re.compile(r"^(\d+)\. .+$", re.MULTILINE)
_NUMBER = re.compile(r"\[(\d+(?:(?:, ?|-)\d+)*)\]")
_NOTE = re.compile(r"^\[\^(\w+)\]: .+$", re.MULTILINE)
_NOTED = re.compile(r"\[\^(\w+)\](?!:)")
_ITEM = re.compile(r"\n(?=- |\s*<li>)|\n\n+")
_DATED = re.compile(
    r"(?:<li>|- )?(?P<first>(?:U\.S\. )?[^\W\d_][^\n,.(]*?)(?:,|\.| [A-Z]{1,3}(?=[,.])| (?=\())"
    r"[^\n(]*(?:\n[^\n(]*)?(?:\(NICE\)\. )?\((?P<year>\d{4})\)"
)
_SECOND = re.compile(r", & ([^\W\d_][\w’'-]+),")
_LINK = re.compile(r'<a href="[^"]*">$')
_SHORT = {
    "National Institute for Health and Care Excellence": "NICE",
}


def collected() -> Iterator[Base]:
    """The clean documents with their marks."""
    for path, kind in CLEAN.items():
        file = ROOT / path
        text = file.read_text("utf-8")
        marks, works = {"number": _numbers, "note": _notes, "date": _dates}[kind](text)
        ordered = tuple(sorted(marks, key=lambda mark: mark.start))
        yield Base(file.name, file.suffix, text, ordered, works)


def _numbers(text: str) -> tuple[list[Mark], dict[str, Named]]:
    heading = _HEADING.search(text)
    assert heading
    entries = [
        Mark("entry", (m[1],), m.start(), m.end()) for m in _NUMBERED.finditer(text, heading.end())
    ]
    cited = [
        Mark("number", tuple(_expanded(m[1])), m.start(), m.end())
        for m in _NUMBER.finditer(text, 0, heading.start())
    ]
    return [*entries, *cited], {mark.works[0]: Named("", "") for mark in entries}


def _expanded(run: str) -> Iterator[str]:
    """The numbers of "1-3, 7"."""
    for part in re.split(r", ?", run):
        first, _, last = part.partition("-")
        yield from map(str, range(int(first), int(last or first) + 1))


def _notes(text: str) -> tuple[list[Mark], dict[str, Named]]:
    entries = [Mark("entry", (m[1],), m.start(), m.end()) for m in _NOTE.finditer(text)]
    cited = [Mark("note", (m[1],), m.start(), m.end()) for m in _NOTED.finditer(text)]
    return [*entries, *cited], {mark.works[0]: Named("", "") for mark in entries}


def _dates(text: str) -> tuple[list[Mark], dict[str, Named]]:
    """Entries of a list, and each place before it that gives the first author and the year."""
    heading = _HEADING.search(text)
    assert heading
    marks, works = [], {}
    at = heading.end()
    for piece in _ITEM.split(text[at:]):
        start = text.index(piece, at)
        at = start + len(piece)
        entry = _DATED.match(piece.lstrip())
        if not entry:
            continue
        end = start + len(piece.rstrip())
        key, second = f"{entry['first']} {entry['year']}", _SECOND.search(piece)
        two = second[1] if second and piece.index("&") < 30 else ""
        works[key] = Named(entry["first"], entry["year"], two)
        marks.append(Mark("entry", (key,), start, end))
        name = re.escape(_SHORT.get(entry["first"], entry["first"]))
        cited = re.compile(rf"\b{name}\b[^.;()]{{0,40}}(?:\.,?)?[\s(,]+{entry['year']}\b\)?")
        for match in cited.finditer(text, 0, heading.start()):
            form = "linked" if _LINK.search(text, 0, match.start()) else "plain"
            marks.append(Mark("date", (key,), match.start(), match.end(), form))
    return marks, works
