"""Plain text, as it is pasted from a word processor or wrapped by hand.

There are no marks: a line is a paragraph, unless the whole text is wrapped at
one width. What is a heading or a list is told by how the lines look.
"""

from __future__ import annotations

from carelint.document import Builder, Document
from carelint.readers.box import Box
from carelint.readers.decoding import decode
from carelint.readers.lines import Line, continues, lines, wrap_width
from carelint.readers.lists import enter_item, enter_list
from carelint.readers.page import Page

#: The first lines may hold the title; from here on a heading is a section's.
_TITLE_LINES = 3


def read(data: bytes, path: str) -> Document:
    """Read plain text. Raises ReadError where it is not UTF-8."""
    source = decode(data)
    page = Page(Builder(path, source))
    found = list(lines(source))
    #: Whether blank lines part the paragraphs, so that one stands before each heading.
    spaced = sum(1 for line in found if line.gap) > 0.15 * len(found)
    paragraphs = _paragraphs(page, found)
    #: The indentation of each list that is open.
    depths: list[int] = []
    for index, paragraph in enumerate(paragraphs):
        line = paragraph[0]
        level = _heading(paragraphs, index, spaced)
        if not level and (marker := line.item):
            _open_item(page, depths, line, marker.group(1))
            _put(page, paragraph, marker.end())
            continue
        while depths:
            depths.pop()
            page.leave("list")
        if level:
            page.enter(Box("heading", "heading", level=level))
        _put(page, paragraph)
        page.leave("heading")
        page.end_block()
    page.finish()
    return page.builder.build()


def _paragraphs(page: Page, found: list[Line]) -> list[list[Line]]:
    """The lines that belong together; comments go to the page."""
    width = wrap_width(found)
    paragraphs: list[list[Line]] = []
    for line in found:
        if comment := line.comment:
            page.builder.comment(comment.group(1).strip(), line.start, line.end)
            continue
        last = paragraphs[-1] if paragraphs else []
        hangs = bool(last) and last[0].item and line.indent > last[0].indent and not line.gap
        if last and not line.item and (hangs or continues(last[-1], line, width)):
            last.append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _open_item(page: Page, depths: list[int], line: Line, number: str | None) -> None:
    while depths and line.indent < depths[-1]:
        depths.pop()
        page.leave("list")
    if not depths or line.indent > depths[-1]:
        depths.append(line.indent)
        enter_list(page, "list", int(number) if number else None)
    else:
        page.leave("item", inside=("list",))
    enter_item(page, "item", int(number) if number else None)


def _put(page: Page, paragraph: list[Line], skip: int = 0) -> None:
    """The text of a paragraph; a drawn line is none."""
    for index, line in enumerate(paragraph):
        if line.is_rule:
            continue
        if index:
            page.space(paragraph[index - 1].end, line.start)
        page.text(line.text[skip:], line.start + skip)
        skip = 0


def _heading(paragraphs: list[list[Line]], index: int, spaced: bool) -> int:
    """The level of the heading that a paragraph is, or 0."""
    line = paragraphs[index][0]
    if len(paragraphs[index]) > 1 or line.is_rule or line.is_byline:
        return 0
    before = paragraphs[index - 1][-1] if index else None
    after = paragraphs[index + 1] if index + 1 < len(paragraphs) else []
    level = 1 if _is_first(paragraphs, index) else 2
    if after and after[0].is_rule and not after[0].gap and len(line.text) <= 100:
        return 1 if after[0].text[0] == "=" and level == 1 else 2
    if line.is_list_title:
        return 2
    if not after or not line.is_short or (before and before.text.endswith(",")):
        return 0
    if line.item:  # "1. Sleep" over a paragraph about it
        after_item = before is not None and paragraphs[index - 1][0].item
        return 2 if not after_item and not after[0].item and _introduces(line, after) else 0
    if line.is_capitals:
        return level
    alone = not spaced or before is None or line.gap or before.is_rule
    return level if alone and _introduces(line, after) else 0


def _introduces(line: Line, after: list[Line]) -> bool:
    """Whether a short line stands over what follows."""
    if after[0].item:
        return len(line.text.split()) <= 8
    length = sum(len(part.text) for part in after)
    if line.text.endswith("?"):
        return length > 20 and not after[0].is_short
    return length > max(len(line.text), 60) and not line.text.endswith(("!", "”", '"'))


def _is_first(paragraphs: list[list[Line]], index: int) -> bool:
    """Whether nothing but bylines stands above."""
    return index < _TITLE_LINES and all(p[0].is_byline or p[0].is_rule for p in paragraphs[:index])
