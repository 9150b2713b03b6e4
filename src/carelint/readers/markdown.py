"""Markdown: CommonMark with tables, footnotes, task lists, front matter and raw HTML."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pyromark import Options, events_with_range

from carelint.document import Builder, Document
from carelint.readers import frontmatter, html, mask
from carelint.readers.box import Box
from carelint.readers.decoding import decode, with_line_ends
from carelint.readers.lists import enter_cell, enter_item, enter_list, enter_row, enter_table
from carelint.readers.mask import Masks, here
from carelint.readers.page import Page
from carelint.readers.tag import read_tag

_OPTIONS = (
    Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS | Options.ENABLE_HEADING_ATTRIBUTES | Options.ENABLE_GFM
)  # fmt: skip
_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
#: Finds what must be covered from an offset on; gives the source as it is to be covered.
Masker = Callable[[str, int], tuple[Masks, str]]


def read(data: bytes, path: str) -> Document:
    """Read Markdown. Raises ReadError where it is not UTF-8 or its front matter is broken."""
    return read_with(data, path, lambda source, start: (mask.templates(source, start), source))


def read_with(data: bytes, path: str, masker: Masker) -> Document:
    """Read Markdown in which a masker covers what is something else."""
    source = decode(data)
    page = Page(Builder(path, source))
    source = with_line_ends(source)
    start = frontmatter.read(page, source)
    masks, shaped = masker(source, start)
    body = mask.covered(shaped, start, masks.covers, html=shaped is source)
    walker = _Walker(page, source, masks, _characters(source[start:], start))
    for event, place in events_with_range(body, options=_OPTIONS):
        walker.take(event, place["start"], place["end"])
    walker.act(len(source))
    page.finish()
    return page.builder.build()


def _characters(body: str, start: int) -> Callable[[int], int]:
    """From an offset in bytes of the body to one in characters of the source."""
    if body.isascii():
        return lambda offset: offset + start
    ends, extra, total = [], [0], 0
    for match in _NOT_ASCII.finditer(body):
        size = len(match.group().encode())
        ends.append(match.start() + total + size)
        total += size - 1
        extra.append(total)
    return lambda offset: offset - extra[bisect_right(ends, offset)] + start


@dataclass
class _Walker:
    """Puts the parser's events on the page."""

    page: Page
    source: str
    masks: Masks
    where: Callable[[int], int]
    _html: list[tuple[int, int]] = field(default_factory=list)
    _code: bool = False
    _note_end: int = -1
    _done: int = 0
    _cover: int = 0

    def take(self, event: Any, first: int, last: int) -> None:
        """One event, which covers these bytes."""
        start, end = self.where(first), self.where(last)
        if isinstance(event, str):
            if event == "Rule":
                self.page.interrupt()
            else:  # a soft break or a hard one
                self.page.space(start, end)
            return
        kind, value = next(iter(event.items()))
        if kind == "Text":
            if not self._code:
                self._text(value, start, end)
            return
        self.act(end - 1 if kind == "End" else start)
        if kind == "Start":
            name, data = (value, None) if isinstance(value, str) else next(iter(value.items()))
            self._start(name, data, start)
        elif kind == "End":
            self._end(value if isinstance(value, str) else next(iter(value)))
        elif kind == "Html":
            self._html.append((start, end))
        elif kind == "InlineHtml":
            self._tag(start)
        elif kind == "Code":
            self._inline_code(value, start, end)
        elif kind == "FootnoteReference":
            self.page.mark("note", value)
            self.page.text(self.source[start:end], start)
            self.page.unmark("note")

    def act(self, offset: int) -> None:
        """Do what the covered places up to an offset ask for."""
        actions = self.masks.actions
        while self._done < len(actions) and actions[self._done][0] <= offset:
            actions[self._done][1](self.page)
            self._done += 1

    # Blocks

    def _start(self, name: str, data: Any, start: int) -> None:
        page = self.page
        if name == "Paragraph":
            page.end_block()
        elif name == "Heading":
            page.enter(Box("#Heading", "heading", level=int(data["level"][1])))
        elif name == "BlockQuote":
            # "> [!NOTE]" is set like a quotation and is none.
            page.enter(Box("#BlockQuote", "" if data else "quote"))
        elif name == "FootnoteDefinition":
            page.enter(Box("#FootnoteDefinition", "note", label=data))
        elif name == "List":
            enter_list(page, "#List", data)
        elif name == "Item":
            enter_item(page, "#Item")
        elif name == "Table":
            enter_table(page, "#Table")
        elif name in ("TableHead", "TableRow"):
            enter_row(page)
        elif name == "TableCell":
            enter_cell(page, "#TableCell")
        elif name in ("CodeBlock", "HtmlBlock"):
            page.interrupt() if name == "CodeBlock" else page.end_block()
            self._code, self._html = name == "CodeBlock", []
        elif name == "Image":
            box = page.enter(Box("#Image"), breaks=False)
            page.gather(box, ("alt", ""), diverts=True)
        elif name == "Link":
            target = data["dest_url"]
            page.mark("link", target.strip(",") if self.masks.covers else target)
        elif name in ("Strong", "Emphasis"):
            page.mark(name.lower())

    def _end(self, name: str) -> None:
        if name == "Paragraph":
            self.page.end_block()
        elif name in ("Strong", "Emphasis", "Link"):
            self.page.unmark(name.lower())
        elif name == "CodeBlock":
            self._code = False
        elif name == "HtmlBlock":
            self._html_block()
        else:
            self.page.leave(f"#{name}")

    def _html_block(self) -> None:
        """Raw HTML, without the markers of a quotation or a list that it stands in."""
        if not self._html:
            return
        source = mask.blanked(self.source, self.masks.covers) if self.masks.covers else self.source
        text = "".join(source[start:end] for start, end in self._html)
        starts, lengths, total = [], [], 0
        for start, end in self._html:
            starts.append(start)
            lengths.append(total)
            total += end - start

        def where(offset: int) -> int:
            line = bisect_right(lengths, offset) - 1
            return starts[line] + offset - lengths[line]

        html.feed(self.page, text, where)
        self._html = []

    # Inlines

    def _text(self, text: str, start: int, end: int) -> None:
        if len(text) != end - start and not self._covers(start, end):
            self.act(start)
            self.page.unit(text, start, end)
            return
        if text == "[" and self.source[start - 1 : start] != "\\":
            self._open_note(start)
        for begin, stop in self._uncovered(start, end):
            self.act(begin)
            self.page.text(self.source[begin:stop], begin)
        if end == self._note_end:
            self.page.unmark("note")

    def _open_note(self, start: int) -> None:
        """A reference to a note that is not defined is plain text to the parser."""
        if note := _NOTE.match(self.source, start):
            self.page.mark("note", note.group(1))
            self._note_end = note.end()

    def _covers(self, start: int, end: int) -> bool:
        """Whether a covered range reaches into this one."""
        covers = self.masks.covers
        while self._cover < len(covers) and covers[self._cover][1] <= start:
            self._cover += 1
        return self._cover < len(covers) and covers[self._cover][0] < end

    def _uncovered(self, start: int, end: int) -> list[tuple[int, int]]:
        """The parts of a range that no cover hides."""
        parts = []
        while self._covers(start, end):
            begin, stop = self.masks.covers[self._cover]
            if start < begin:
                parts.append((start, begin))
            start = min(stop, end)
        if start < end:
            parts.append((start, end))
        return parts

    def _inline_code(self, code: str, start: int, end: int) -> None:
        raw = self.source[start:end]
        ticks = len(raw) - len(raw.lstrip("`"))
        start, end = start + ticks, end - ticks
        begin = self.source.find(code, start, end)
        self.page.mark("code")
        if begin >= 0:
            self.page.text(code, begin)
        elif self._covers(start, end):
            for begin, stop in self._uncovered(start, end):
                self.page.text(self.source[begin:stop], begin)
        else:
            self.page.unit(" ".join(code.split()), start, end)
        self.page.unmark("code")

    def _tag(self, start: int) -> None:
        """An HTML tag or a comment inside a line."""
        if self.source.startswith("<!--", start):
            html.comment(self.page, self.source, start, here)
        elif tag := read_tag(self.source, start):
            if tag.closing:
                html.end(self.page, tag.name)
            else:
                html.start(self.page, tag, here)
