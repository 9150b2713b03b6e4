"""MDX: what is code in it, covered for the Markdown parser, and what the code says.

Imports and exports go, an exported `meta` object is metadata. Every tag is
covered, so that its children are read as Markdown, and notes what it puts on
the page: an HTML element as HTML would, a component by its name and attributes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial

from carelint.document import Document
from carelint.readers import components, elements, html, markdown
from carelint.readers.literal import Scalar, scalars
from carelint.readers.mask import Action, Masks, comment, fence_end, here
from carelint.readers.page import Page
from carelint.readers.tag import Tag, balanced, read_tag

_POINT = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*|(?P<code>`+)|^(?P<module>import|export)\b"
    r"|^[ \t]*:::+[^\r\n]*|\\[<{`]|<!--|[<{]",
    re.MULTILINE,
)
_EXPORT = re.compile(r"(?m)^export\s+(?:const|let|var)\s+([\w$]+)\s*(?::[^=\n]*)?=\s*")
_META = re.compile(r"(?i)meta|metadata|frontmatter|seo|page|attributes|config")
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\r?\n)|\Z")
_BLANK_BEFORE = re.compile(r"(?:^|\n)[ \t]*\r?\n\Z")
_BRACKET = re.compile(r"""[()\[\]{}]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`""")
_LINE = re.compile(r"(\r\n|\r|\n)([ \t]*)([^\r\n]?)")


def read(data: bytes, path: str) -> Document:
    """Read MDX. Raises ReadError where it is not UTF-8 or its front matter is broken."""
    return markdown.read_with(data, path, _masks)


def _masks(source: str, start: int) -> tuple[Masks, str]:
    scan = _Scan(source, start)
    scan.run()
    return scan.masks, _dedented(source, scan.inside)


@dataclass
class _Scan:
    """One walk over the source."""

    source: str
    start: int
    masks: Masks = field(default_factory=Masks)
    #: Where the content of an element begins (+1) and ends (-1).
    inside: list[tuple[int, int]] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    #: How many signs may turn out to begin nothing; each look may go to the end of the source.
    _patience: int = 50
    _blank: int = -1

    def run(self) -> None:
        at = self.start
        while match := _POINT.search(self.source, at):
            at = self._point(match)

    def _point(self, match: re.Match[str]) -> int:
        """Deal with one sign of code; the offset to go on from."""
        source, start, sign = self.source, match.start(), match.group()
        if match.group("fence"):
            return fence_end(source, match.group("fence"), match.end())
        if match.group("code"):
            stop = self._blank_line(match.end())
            close = re.compile(rf"(?<!`){sign}(?!`)").search(source, match.end(), stop)
            return close.end() if close else match.end()
        if match.group("module"):
            return self._module(start) if self._begins_block(start) else match.end()
        if sign == "<!--":
            end = source.find("-->", start)
            return end + 3 if end >= 0 else match.end()
        if sign == "{":
            return self._expression(start) if self._patience else match.end()
        if sign == "<":
            tag = read_tag(source, start, jsx=True) if self._patience else None
            return self._tag(tag) if tag else self._give_up(match)
        if sign[0] != "\\":
            self.masks.add(start, match.end())
        return match.end()

    def _give_up(self, match: re.Match[str]) -> int:
        self._patience -= self.source[match.end() : match.end() + 1].isalpha()
        return match.end()

    def _begins_block(self, start: int) -> bool:
        """Whether nothing but code or a blank line stands before."""
        last = self.masks.covers[-1][1] if self.masks.covers else self.start
        blank = _BLANK_BEFORE.search(self.source, max(0, start - 80), start)
        return blank is not None or not self.source[last:start].strip()

    def _module(self, start: int) -> int:
        """Cover imports and exports up to the first blank line outside of brackets."""
        source, depth, at = self.source, 0, start
        end = self._blank_line(start)
        while bracket := _BRACKET.search(source, at, end if depth <= 0 else len(source)):
            at = bracket.end()
            depth += (bracket.group() in "([{") - (bracket.group() in ")]}")
            end = max(end, self._blank_line(at))
        self.masks.add(start, end, self._exports(start, end))
        return end

    def _blank_line(self, at: int) -> int:
        """Where the next blank line begins, or the end of the source."""
        if not at <= self._blank:
            match = _BLANK_LINE.search(self.source, at)
            self._blank = match.start() if match else len(self.source)
        return self._blank

    def _exports(self, start: int, end: int) -> Action | None:
        found: list[Scalar] = []
        for export in _EXPORT.finditer(self.source, start, end):
            name = export.group(1)
            path = () if _META.fullmatch(name) else (name,)
            values, _ = scalars(self.source, export.end(), end, path)
            found += [v for v in values if v.quote and (not path or v.path == path)]
        return partial(_metadata, source=self.source, found=found) if found else None

    def _expression(self, start: int) -> int:
        """Cover `{...}`; a comment in it is kept."""
        end = balanced(self.source, start)
        if end is None:
            self._patience -= 1
            return start + 1
        inner = self.source[start + 1 : end - 1].strip()
        note = inner.startswith("/*") and inner.endswith("*/")
        self.masks.add(start, end, comment(inner[2:-2].strip(), start, end) if note else None)
        return end

    def _tag(self, tag: Tag) -> int:
        if ":" in tag.name and self.source.startswith("//", tag.start + len(tag.name) + 1):
            return tag.start + 1  # an address in angle brackets
        self.masks.add(tag.start, tag.end, _action(tag))
        if tag.closing:
            if tag.name in self._open:
                while self._open.pop() != tag.name:
                    self.inside.append((tag.start, -1))
                self.inside.append((tag.start, -1))
        elif not tag.empty and tag.name not in elements.VOID:
            self._open.append(tag.name)
            self.inside.append((tag.end, 1))
        return tag.end


def _action(tag: Tag) -> Action | None:
    """What a tag puts on the page."""
    if not tag.name:
        return None
    if tag.name[0].islower() and "." not in tag.name:
        if tag.closing:
            return partial(html.end, name=tag.name)
        return partial(_element, tag=tag)
    if tag.closing:
        return partial(components.closed, name=tag.name)
    return partial(components.opened, tag=tag, where=here)


def _element(page: Page, tag: Tag) -> None:
    html.start(page, tag, here)
    if tag.empty and tag.name not in elements.VOID:
        html.end(page, tag.name)


def _metadata(page: Page, source: str, found: list[Scalar]) -> None:
    for scalar in found:
        page.aside("metadata", ".".join(scalar.path), list(scalar.pieces(source)))
    page.end_block()


def _dedented(source: str, inside: list[tuple[int, int]]) -> str:
    """The source with the indentation of an element's children put before their line's end.

    MDX has no indented code, Markdown has. The characters only change places
    within the white space between two lines, so that no word moves.
    """
    parts: list[str] = []
    bases: list[int | None] = []
    at = index = 0
    for line in _LINE.finditer(source):
        while index < len(inside) and inside[index][0] <= line.start(2):
            if inside[index][1] > 0:
                bases.append(None)
            elif bases:
                bases.pop()
            index += 1
        if not bases or not line.group(3):
            continue
        base = len(line.group(2)) if bases[-1] is None else bases[-1]
        bases[-1], move = base, min(base, len(line.group(2)))
        if move:
            parts += source[at : line.start()], line.group(2)[:move], line.group(1)
            at = line.start(2) + move
    return "".join([*parts, source[at:]])
