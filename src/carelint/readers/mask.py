"""Templates inside a source, covered so that the Markdown parser does not trip over them.

Hugo and Liquid tags, JSX and Docusaurus fences are no Markdown. Each is covered
with as many bytes as it has, so that every place stays where it is: with commas
inside a line (spaces there could make indented code of it), with spaces where it
has its lines to itself. The walker leaves covered characters out by their place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from carelint.readers import components
from carelint.readers.page import Page
from carelint.readers.tag import Attribute, Tag

#: What a covered place puts on the page when its turn comes.
Action = Callable[[Page], None]

_TEMPLATE = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*|\{\{|\{%|^[ \t]*:::+[^\r\n]*|\{:[^{}\r\n]*\}",
    re.MULTILINE,
)
_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}")
_COMMENT_END = re.compile(r"\{%-?\s*endcomment\s*-?%\}")
_SHORTCODE = re.compile(r"[<%]\s*(/?)\s*([A-Za-z][\w/.-]*)")
_INCLUDE = re.compile(r"-?\s*(?:include|render)\s+[\"']?([A-Za-z][\w/-]*)")
_SHORTCODE_END = re.compile(r"\{\{[<%]\s*/\s*([A-Za-z][\w/.-]*)")
_PARAMETER = re.compile(r'([\w-]+)\s*=\s*(?:"((?:[^"\\\n]|\\.)*)"|`([^`]*)`)')
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_TAG = re.compile(r"[ \t]*<")
_AFTER = re.compile(r"[ \t]*(?:[\r\n]|\Z)")
_NO_LINE_END = re.compile(r"[^\r\n]+")


@dataclass(slots=True)
class Masks:
    """The covered ranges of a source and the actions at their places, both in order."""

    covers: list[tuple[int, int]] = field(default_factory=list)
    actions: list[tuple[int, Action]] = field(default_factory=list)

    def add(self, start: int, end: int, action: Action | None = None) -> None:
        self.covers.append((start, end))
        if action is not None:
            self.actions.append((start, action))


def templates(source: str, start: int) -> Masks:
    """Cover the template tags, fences and attribute lists from `start` on."""
    masks = Masks()
    at = start
    #: Ends that the rest of the source does not have, so that none is looked for twice.
    missing: set[str] = set()
    paired = set(_SHORTCODE_END.findall(source, start))
    while match := _TEMPLATE.search(source, at):
        sign, begin, at = match.group(), match.start(), match.end()
        if match.group("fence"):
            at = fence_end(source, match.group("fence"), at)
        elif sign not in ("{{", "{%"):
            masks.add(begin, at)
        elif sign not in missing:
            end = source.find("}}" if sign == "{{" else "%}", at)
            if end < 0:
                missing.add(sign)
            elif _COMMENT.fullmatch(source, begin, end + 2):
                at = _liquid_comment(source, begin, end + 2, masks, missing)
            elif not _BLANK_LINE.search(source, at, end):
                at = end + 2
                masks.add(begin, at, _action(source, begin, at, paired))
    return masks


def fence_end(source: str, fence: str, at: int) -> int:
    """Where the code block that begins with this fence ends."""
    close = re.compile(rf"^[ \t>]*{fence[0]}{{{len(fence)},}}[ \t]*\r?$", re.MULTILINE)
    match = close.search(source, at)
    return match.end() if match else len(source)


def _liquid_comment(source: str, start: int, end: int, masks: Masks, missing: set[str]) -> int:
    """Cover `{% comment %}` and all up to its end; the offset after it."""
    close = None if "comment" in missing else _COMMENT_END.search(source, end)
    if close is None:
        missing.add("comment")
        masks.add(start, end)
        return end
    note = comment(source[end : close.start()].strip(), start, close.end())
    masks.add(start, close.end(), note)
    return close.end()


def _action(source: str, start: int, end: int, paired: set[str]) -> Action | None:
    """What one template tag puts on the page: a comment is kept, a shortcode is a component."""
    inner = source[start + 2 : end - 2]
    text = inner.strip("- \t\r\n")
    if text.startswith("/*"):
        return comment(text.removeprefix("/*").removesuffix("*/").strip(), start, end)
    shortcode = _SHORTCODE.match(inner)
    include = _INCLUDE.match(inner) if source[start + 1] == "%" else None
    if shortcode is None and include is None:
        return None
    name = shortcode.group(2) if shortcode else include.group(1) if include else ""
    if shortcode and shortcode.group(1):
        return lambda page: components.closed(page, name)
    attributes = tuple(
        Attribute(found.group(1), *found.span(found.lastindex or 0), code=True)
        for found in _PARAMETER.finditer(source, start, end)
    )
    # A shortcode may or may not have an end; only one that has holds something.
    tag = Tag(source, name, start, end, False, name not in paired, attributes)
    return lambda page: components.opened(page, tag, here)


def comment(text: str, start: int, end: int) -> Action:
    """Keep a comment."""
    return lambda page: page.builder.comment(text, start, end)


def here(offset: int) -> int:
    """The place of an offset in the source itself."""
    return offset


def covered(source: str, start: int, covers: list[tuple[int, int]], *, html: bool) -> str:
    """The source from `start` on as the parser may see it: as many bytes, in the same places.

    With `html`, a line beside raw HTML is not made blank, which would end the HTML.
    """
    parts: list[str] = []
    at = start
    for group in _groups(source, covers):
        alone = _is_alone(source, group[0][0], group[-1][1], html)
        for begin, end in group:
            parts += source[at:begin], _cover(source[begin:end], alone)
            at = end
    return "".join([*parts, source[at:]])


def blanked(source: str, covers: list[tuple[int, int]]) -> str:
    """The source with spaces for the covered characters: as many characters, same places."""
    parts: list[str] = []
    at = 0
    for begin, end in covers:
        parts += source[at:begin], " " * (end - begin)
        at = end
    return "".join([*parts, source[at:]])


def _groups(source: str, covers: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Covers with nothing but blanks between them."""
    group: list[tuple[int, int]] = []
    for cover in covers:
        if group and source[group[-1][1] : cover[0]].strip(" \t"):
            yield group
            group = []
        group.append(cover)
    if group:
        yield group


def _is_alone(source: str, start: int, end: int, html: bool) -> bool:
    """Whether the range has its lines to itself."""
    line = source.rfind("\n", 0, start) + 1
    line = max(line, source.rfind("\r", line, start) + 1)
    after = _AFTER.match(source, end)
    if source[line:start].strip(" \t") or after is None:
        return False
    if not html:
        return True
    before = source.rfind("\n", 0, max(line - 1, 0)) + 1
    return not (_TAG.match(source, after.end()) or _TAG.match(source, before, line))


def _cover(text: str, alone: bool) -> str:
    if alone:
        return _NO_LINE_END.sub(lambda part: " " * len(part.group().encode()), text)
    return "," * len(text.encode())
