"""The lines of a plain text, and what each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_COMMENT = re.compile(r"<!--(.*)-->")
_RULE = re.compile(r"([=\-_*~#])\1{2,}")
_ITEM = re.compile(r"(?:[-*•‣▪◦●○–·✓✔✅➤►]|\(?(\d{1,3})[.)]|\(?[a-z]\))[ \t\xa0]+(?=\S)")
_BYLINE = re.compile(
    r"(?:(?:written|medically|clinically|fact|edited|posted|published|updated|last)\b.{0,30}"
    r"\b(?:by|on|updated|reviewed|checked)\b|(?:reviewed|by|author|reviewer|date|published|updated)\b)",
    re.IGNORECASE,
)
_LIST_TITLE = re.compile(
    r"(?:references|sources|works cited|bibliography|citations|further reading|notes|footnotes)"
    r"(?: cited| list)?:?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_SMALL = re.compile(r"[a-zß-ÿ]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without outer space: `text` stands at `start`; `gap` blank lines before it."""

    text: str
    start: int
    indent: int
    gap: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def item(self) -> re.Match[str] | None:
        """The marker, where this line begins a list item."""
        return _ITEM.match(self.text)

    @property
    def is_rule(self) -> bool:
        """Whether it is drawn, not written: "-----"."""
        return bool(_RULE.fullmatch(self.text.replace(" ", "")))

    @property
    def comment(self) -> re.Match[str] | None:
        return _COMMENT.fullmatch(self.text)

    @property
    def is_byline(self) -> bool:
        return bool(_BYLINE.match(self.text))

    @property
    def is_list_title(self) -> bool:
        """Whether it is the title of a list of references."""
        return bool(_LIST_TITLE.fullmatch(self.text))

    @property
    def is_capitals(self) -> bool:
        """Whether it shouts: all capitals, some of them a word."""
        return bool(_WORD.search(self.text)) and not _SMALL.search(self.text)

    @property
    def is_short(self) -> bool:
        """Whether it looks like a heading: short, begun with a capital, not a sentence's end."""
        item = self.item
        start = item.end() if item and item.group(1) else 0
        text = self.text[start:].rstrip("\"'”’)")
        begins = text.lstrip("\"'“‘(¿¡")[:1]
        return (
            len(self.text) <= 80
            and not text.endswith((".", ",", ";", ":", "…"))
            and (begins.isupper() or begins.isdigit())
            and not (item and not start)
            and not self.is_byline
            and "@" not in self.text
            and "://" not in self.text
        )


def lines(source: str) -> Iterator[Line]:
    """The lines of a text that are not blank."""
    gap = 0
    for match in _LINE.finditer(source):
        text = match.group(1)
        stripped = text.strip()
        if not stripped:
            gap += 1
            continue
        indent = len(text) - len(text.lstrip())
        yield Line(stripped, match.start() + indent, len(text[:indent].expandtabs(4)), gap)
        gap = 0


def wrap_width(found: list[Line]) -> int:
    """The width that a text is wrapped at by hand, in characters; 0 where it is not.

    A wrapped line is full: the first word of the next would not have fitted.
    """
    inner = [
        (line, after)
        for line, after in pairwise(found)
        if not after.gap and not after.item and not after.is_rule and not line.is_rule
    ]
    width = max((len(line.text) + line.indent for line in found), default=0)
    if len(inner) < 2 or not 40 <= width <= 110:
        return 0
    full = sum(1 for line, after in inner if _is_full(line, after, width))
    return width if full >= 0.6 * len(inner) else 0


def _is_full(line: Line, after: Line, width: int) -> bool:
    word = after.text.split(maxsplit=1)[0]
    return line.indent + len(line.text) + 1 + len(word) > width - 6


def continues(line: Line, after: Line, width: int) -> bool:
    """Whether the second line goes on with the paragraph of the first."""
    if after.gap or not width or after.item or after.is_rule or after.comment:
        return False
    return _is_full(line, after, width)
