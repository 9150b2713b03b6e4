"""One fault at a time: what a tired writer does to a page that is right.

Each function takes a document and yields its mutants of one kind. A change that leaves the page
right is no mutant; the comments say why.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mutation.styles import RAISED
from mutation.works import JOURNALS
from mutation.writing import Base, Mark, Named

#: The most mutants of one kind that a document gives, and from how many characters on it gives
#: half of them, for the sake of time.
MOST, LONG = 6, 4000
_TOKEN = re.compile(r"\d+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_PLAIN = {raised: plain for plain, raised in RAISED.items()}


@dataclass(frozen=True)
class Mutant:
    """A document with one fault: a finding with one of `codes` belongs on each of `lines`.

    A place of `lines` is its first and its last line, from 1; `forms` says how the citation at
    each place is written.
    """

    base: Base
    kind: str
    what: str
    text: str
    lines: tuple[tuple[int, int], ...]
    codes: frozenset[str]
    forms: tuple[str, ...]


def mutants(base: Base) -> Iterator[Mutant]:
    """The mutants of a document: of each kind at most `MOST`, spread over the page; half as many
    of a long page.
    """
    most = MOST if len(base.text) < LONG else MOST // 2
    for kind, (codes, make) in KINDS.items():
        made = list(make(base))
        kept = made if len(made) <= most else [made[i * len(made) // most] for i in range(most)]
        for what, (start, end, new), marks in kept:
            text = base.text[:start] + new + base.text[end:]
            shift = len(new) - (end - start)
            places = []
            for mark in marks:
                first = mark.start + (shift if mark.start >= end else 0)
                last = mark.end + (shift if mark.end >= end else 0)
                places.append((_line(text, first), _line(text, last)))
            forms = tuple(mark.form for mark in marks)
            yield Mutant(base, kind, what, text, tuple(places), codes, forms)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


#: What a mutation gives: a description, the change (from, to, new text), the marks it makes wrong.
_Change = tuple[str, tuple[int, int, str], list[Mark]]


def drop_entry(base: Base) -> Iterator[_Change]:
    """A dated entry goes; every citation of it is then without one."""
    for entry in base.of("entry"):
        (key,) = entry.works
        cited = [mark for mark in base.of("date") if key in mark.works]
        if cited and cited[0].form != "linked":  # a link finds the work without an entry
            yield f"{key} dropped", _without_line(base, entry), cited


def drop_numbered_entry(base: Base) -> Iterator[_Change]:
    """A numbered entry goes. Where the page numbers by itself, the last number has no entry then;
    else the number of the one dropped has none.
    """
    entries = base.of("entry")
    for entry in entries:
        gone = entries[-1] if base.suffix == ".html" else entry
        cited = [mark for mark in base.of("number") if gone.works[0] in mark.works]
        if cited:  # one that nothing cites may go
            yield f"{entry.works[0]} dropped", _without_line(base, entry), cited


def drop_definition(base: Base) -> Iterator[_Change]:
    """The definition of a footnote or key goes."""
    for entry in base.of("entry"):
        cited = [mark for mark in base.of("note", "key") if entry.works == mark.works]
        if cited:
            yield f"{entry.works[0]} undefined", _without_line(base, entry), cited


def misspell_key(base: Base) -> Iterator[_Change]:
    """The text gives a footnote or key that is not defined."""
    for mark in base.of("note", "key"):
        text = base.slice(mark)
        new = text[:-1] + "9]" if text.endswith("]") else text[:-1] + "9"
        if new.strip("[^@]") not in base.works and new != text:
            yield f"{text} to {new}", (mark.start, mark.end, new), [mark]


def year_in_text(base: Base) -> Iterator[_Change]:
    """The text gives the year after the entry's."""
    for mark in base.of("date"):
        work = base.works[mark.works[0]]
        if not _another(base, work, +1):
            yield from _year(base, mark, work, [mark])


def year_in_entry(base: Base) -> Iterator[_Change]:
    """The entry gives the year after the text's."""
    for entry in base.of("entry"):
        work = base.works[entry.works[0]]
        cited = [mark for mark in base.of("date") if entry.works[0] in mark.works]
        cited = [mark for mark in cited if work.year in base.slice(mark)]
        if cited:
            yield from _year(base, entry, work, cited)


def _year(base: Base, mark: Mark, work: Named, wrong: list[Mark]) -> Iterator[_Change]:
    plain = work.year.rstrip("ab")
    match = re.search(rf"\b{plain}(?!\d)", base.slice(mark))
    if match:  # a citation by page gives none
        other, at = str(int(plain) + 1), mark.start + match.start()
        yield f"{work.first} {work.year} to {other}", (at, at + 4, other), wrong


def name_in_text(base: Base) -> Iterator[_Change]:
    """Two letters of the first author change places in the text."""
    for mark in base.of("date"):
        name = base.works[mark.works[0]].first
        if name in base.slice(mark):  # else the text gives a short form, or the year only
            yield from _swap(base, mark, name, [mark])


def name_in_entry(base: Base) -> Iterator[_Change]:
    """Two letters of the only work's first author change places in the entry."""
    yield from _in_entry(base, again=False)


def name_in_one_entry(base: Base) -> Iterator[_Change]:
    """The same where the author has another entry, which may be taken for the one meant."""
    yield from _in_entry(base, again=True)


def _in_entry(base: Base, again: bool) -> Iterator[_Change]:
    firsts = [work.first for work in base.works.values()]
    for entry in base.of("entry"):
        name = base.works[entry.works[0]].first
        cited = [mark for mark in base.of("date") if entry.works[0] in mark.works]
        cited = [mark for mark in cited if name in base.slice(mark)]
        if cited and (firsts.count(name) > 1) == again:  # a short form tells no spelling
            yield from _swap(base, entry, name, cited)


def _swap(base: Base, mark: Mark, name: str, wrong: list[Mark]) -> Iterator[_Change]:
    words = re.findall(r"[^\W\d_]+", name)
    word = max((word for word in words if word[0].isupper()), key=len)
    i = next(i for i in range(1, len(word) - 1) if word[i] != word[i + 1])
    other = word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    at = mark.start + base.slice(mark).index(word)
    yield f"{word} to {other}", (at, at + len(word), other), wrong


def author_dropped(base: Base) -> Iterator[_Change]:
    """Of two authors the text names only the first."""
    for mark in base.of("date"):
        work = base.works[mark.works[0]]
        match = work.second and re.search(
            rf",? (?:and|&|&amp;) {re.escape(work.second)}", base.slice(mark)
        )
        if match:
            at = mark.start + match.start()
            change = (at, at + len(match.group()), "")
            yield f"{match.group()} dropped", change, [mark]


def number_out_of_range(base: Base) -> Iterator[_Change]:
    """One number of a citation goes past the end of the list."""
    count = len(base.of("entry"))
    for mark in base.of("number"):
        for match in _TOKEN.finditer(base.slice(mark)):
            raised = not match.group().isascii()
            number = int(match.group().translate(_PLAIN)) + count
            new = str(number).translate(RAISED) if raised else str(number)
            at = mark.start + match.start()
            yield f"{match.group()} to {new}", (at, at + len(match.group()), new), [mark]


def journal_renamed(base: Base) -> Iterator[_Change]:
    """The text puts a cited study into another journal: the next ones of the table."""
    for mark in base.of("journal"):
        at = JOURNALS.index(base.slice(mark))
        for other in (*JOURNALS, *JOURNALS)[at + 1 : at + 3]:
            yield f"journal to {other}", (mark.start, mark.end, other), [mark]


def _without_line(base: Base, entry: Mark) -> tuple[int, int, str]:
    """The change that takes an entry out, with the lines it stands on."""
    start = base.text.rfind("\n", 0, entry.start) + 1
    end = base.text.find("\n", entry.end)
    return start, end + 1 if end >= 0 else len(base.text), ""


def _another(base: Base, work: Named, by: int) -> bool:
    """Whether a year later the same author has another work: the fault is then another one."""
    year = str(int(work.year.rstrip("ab")) + by)
    return any(w.first == work.first and w.year.startswith(year) for w in base.works.values())


_Make = Callable[[Base], Iterator[_Change]]
#: The kinds of fault, the codes that fit each, and how it is made. A dropped entry may be
#: told as another year or name where a near entry is left.
KINDS: dict[str, tuple[frozenset[str], _Make]] = {
    "entry dropped": (frozenset({"CIT001", "CIT003", "CIT004"}), drop_entry),
    "numbered entry dropped": (frozenset({"CIT002"}), drop_numbered_entry),
    "footnote or key undefined": (frozenset({"CIT012"}), drop_definition),
    "footnote or key misspelt": (frozenset({"CIT012"}), misspell_key),
    "year changed in the text": (frozenset({"CIT003"}), year_in_text),
    "year changed in the entry": (frozenset({"CIT003"}), year_in_entry),
    "name misspelt in the text": (frozenset({"CIT004"}), name_in_text),
    "name misspelt in the entry": (frozenset({"CIT004"}), name_in_entry),
    "name misspelt in one of two entries": (frozenset({"CIT003", "CIT004"}), name_in_one_entry),
    "second author dropped": (frozenset({"CIT004"}), author_dropped),
    "number out of range": (frozenset({"CIT002"}), number_out_of_range),
    "journal renamed": (frozenset({"CIT008"}), journal_renamed),
}
