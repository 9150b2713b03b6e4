"""Texts with marks: what is written remembers where its citations and entries stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mutation.works import Work

_MARK = re.compile("\ue000(\\d+)\ue001(.*?)\ue002", re.DOTALL)
_ITALIC = re.compile(r"\*(.+?)\*")


@dataclass(frozen=True)
class Mark:
    """A place in a document's source, from `start` up to `end` (characters).

    `kind` is entry, date, number, note, key or journal; `works` are the keys of the works it
    means. The entry of a footnote or key goes by the same keys. `form` says how it is written.
    """

    kind: str
    works: tuple[str, ...]
    start: int = 0
    end: int = 0
    form: str = "plain"


@dataclass(frozen=True)
class Named:
    """What the faults of an author-year citation touch: the first author and the year."""

    first: str
    year: str
    second: str = ""


@dataclass(frozen=True)
class Base:
    """A document that is right as it stands, its marks in order of place, and its works."""

    name: str
    suffix: str
    text: str
    marks: tuple[Mark, ...]
    works: Mapping[str, Named]

    def of(self, *kinds: str) -> list[Mark]:
        return [mark for mark in self.marks if mark.kind in kinds]

    def slice(self, mark: Mark) -> str:
        return self.text[mark.start : mark.end]


@dataclass
class Writer:
    """Marks what is written, and reads the marks off again."""

    marks: list[Mark] = field(default_factory=list)

    def mark(self, kind: str, works: tuple[str, ...], text: str, form: str = "plain") -> str:
        self.marks.append(Mark(kind, works, form=form))
        return f"\ue000{len(self.marks) - 1}\ue001{text}\ue002"

    def base(self, name: str, suffix: str, text: str, works: Mapping[str, Named]) -> Base:
        """The document of a marked text."""
        pieces, found, at, length = [], [], 0, 0
        for match in _MARK.finditer(text):
            before = text[at : match.start()]
            length += len(before)
            found.append(
                replace(self.marks[int(match[1])], start=length, end=length + len(match[2]))
            )
            length += len(match[2])
            pieces += [before, match[2]]
            at = match.end()
        return Base(name, suffix, "".join([*pieces, text[at:]]), tuple(found), works)


def named(works: tuple[Work, ...]) -> dict[str, Named]:
    """What is needed to know of the works that a document cites."""
    return {
        w.key: Named(w.first, w.year, w.people[1].family if len(w.people) == 2 else "")
        for w in works
    }


def page(suffix: str, title: str, paragraphs: list[list[str]], heading: str, entries: str) -> str:
    """A whole page of a format; a paragraph has a sentence a line."""
    if suffix == ".html":
        body = "\n".join(f"<p>{inline(suffix, chr(10).join(lines))}</p>" for lines in paragraphs)
        return (
            f"<html><head><title>{title}</title></head><body>\n<h1>{title}</h1>\n{body}\n"
            f"<h2>{heading}</h2>\n{entries}\n</body></html>\n"
        )
    body = "\n\n".join(inline(suffix, "\n".join(lines)) for lines in paragraphs)
    if suffix == ".txt":
        return f"{title}\n\n{body}\n\n{heading}\n{entries}\n"
    return f"# {title}\n\n{body}\n\n## {heading}\n\n{entries}\n"


def inline(suffix: str, text: str) -> str:
    """Markdown's italics and ampersands as a format has them."""
    if suffix == ".html":
        return _ITALIC.sub(r"<i>\1</i>", text.replace("&", "&amp;"))
    return _ITALIC.sub(r"\1", text) if suffix == ".txt" else text
