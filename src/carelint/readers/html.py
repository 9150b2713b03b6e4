"""HTML: whole pages, fragments, and the raw HTML inside Markdown."""

from __future__ import annotations

import html
import re

from carelint.document import Builder, Document
from carelint.readers import elements, frontmatter, mask, structured
from carelint.readers.box import Box
from carelint.readers.decoding import decode, with_line_ends
from carelint.readers.lists import enter_cell, enter_item, enter_list, enter_row, enter_table
from carelint.readers.page import Page
from carelint.readers.pieces import Where
from carelint.readers.tag import Tag, read_tag

_COMMENT_END = re.compile(r"--!?>|\Z")


def read(data: bytes, path: str) -> Document:
    """Read a page of HTML, with front matter and template tags or without.

    Raises ReadError where it is not UTF-8 or its front matter is broken.
    """
    source = decode(data)
    page = Page(Builder(path, source))
    source = with_line_ends(source)
    start = frontmatter.read(page, source)
    masks = mask.templates(source, start)
    text = mask.blanked(source, masks.covers)
    feed(page, text[start:] if start else text, lambda offset: offset + start)
    for _, action in masks.actions:
        action(page)
    page.finish()
    return page.builder.build()


def feed(page: Page, text: str, where: Where) -> None:
    """Read a piece of HTML onto the page; `where` maps its offsets to the source."""
    # turbohtml takes a while to import: most Markdown never needs it.
    from turbohtml import TokenType, tokenize

    # The tokenizer leaves this sign out and joins the texts around it.
    text = text.replace("</>", "   ")
    starts = [0, *(end.end() for end in re.finditer("\n", text))]
    tokens = tokenize(text, resolve_references=False, capture_source=True, capture_attributes=False)
    kind = TokenType
    for token in tokens:
        at = starts[token.line - 1] + token.col
        if token.type is kind.TEXT:
            if not page.silent:
                _text(page, token.data or "", at, token.line, starts, where)
        elif token.type is kind.CHARACTER_REFERENCE:
            spelt = token.source or ""
            page.unit(html.unescape(spelt), where(at), where(at + len(spelt) - 1) + 1)
        elif token.type is kind.START_TAG:
            tag = read_tag(text, at)
            start(page, tag or Tag(text, token.tag or "", at, at, False, False, ()), where)
        elif token.type is kind.END_TAG:
            end(page, token.tag or "")
        elif token.type is kind.COMMENT:
            comment(page, text, at, where)


def _text(page: Page, data: str, at: int, line: int, starts: list[int], where: Where) -> None:
    """Text, line by line: the tokenizer makes every line end one character."""
    for index, part in enumerate(data.split("\n")):
        if index:
            at = starts[line + index - 1]
            end = where(at - 1) + 1
            page.space(end - 1, end)
        if part:
            page.text(part, where(at))


def comment(page: Page, text: str, start: int, where: Where) -> None:
    """Keep the comment at `text[start]`."""
    if text.startswith("<!--", start):
        close = _COMMENT_END.search(text, start + 4)
        inner, end = (close.start(), close.end()) if close else (len(text), len(text))
        page.builder.comment(text[start + 4 : inner].strip(), where(start), where(end - 1) + 1)


def start(page: Page, tag: Tag, where: Where) -> None:
    """An element begins."""
    name = tag.name
    if page.silent:
        # Only what may stand inside itself has to be counted.
        if name in elements.SILENT and page.has(name):
            page.enter(Box(name))
        return
    around = page.boxes[-1] if page.boxes else None
    if name in elements.VOID:
        _void(page, tag, where)
    elif name in elements.SILENT and not (name == "pre" and elements.is_prose(tag.get("class"))):
        if structured.is_json_ld(tag):
            structured.json_ld(page, tag.text, tag.end, _raw_end(tag), where)
        if not (name == "svg" and tag.empty):
            page.enter(Box(name, silent=True), breaks=name != "svg")
    elif name in elements.BLOCKS or name == "pre":
        _block(page, tag)
    else:
        _inline(page, tag)
    structured.itemprop(page, tag, where, around)


def end(page: Page, name: str) -> None:
    """An element ends."""
    if page.silent:
        if name in elements.SILENT:
            page.leave(name)
        return
    if name == "a":
        page.unmark("link")
    elif name in elements.MARKS:
        page.unmark(elements.MARKS[name])
    elif name in elements.BLOCKS:
        page.end_block()
    page.leave(name, inside=elements.WALLS - {name} if name != "table" else ())


def _raw_end(tag: Tag) -> int:
    """Where the raw text of an element ends."""
    found = re.compile(rf"</{re.escape(tag.name)}", re.IGNORECASE).search(tag.text, tag.end)
    return found.start() if found else len(tag.text)


def _void(page: Page, tag: Tag, where: Where) -> None:
    if tag.name == "br":
        _line_break(page, where(tag.start), where(tag.end - 1) + 1)
    elif tag.name == "hr":
        page.interrupt()
    elif tag.name == "img":
        if tag.get("alt").strip():
            page.aside("alt", "", tag.pieces("alt", where))
    elif tag.name == "meta":
        structured.meta(page, tag, where)
    elif tag.name == "input" and tag.get("type").lower() in ("submit", "button"):
        page.aside("button", "", tag.pieces("value", where))


def _line_break(page: Page, start: int, end: int) -> None:
    """One is a space; two in a row part paragraphs."""
    if page.broken:
        page.end_block()
    page.space(start, end)
    page.broken = True


def _inline(page: Page, tag: Tag) -> None:
    name = tag.name
    button = name == "a" and (elements.is_button(tag.get("class")) or tag.get("role") == "button")
    if button:
        page.enter(Box(name, "button"))
    elif page.has(name):
        page.enter(Box(name), breaks=False)
    if name == "a":
        page.unmark("link")
        if tag.has("href"):
            page.mark("link", tag.get("href"))
    elif name in elements.MARKS:
        page.mark(elements.MARKS[name])


def _block(page: Page, tag: Tag) -> None:
    name = tag.name
    page.end_block()
    closed, walls = elements.CLOSES.get(name, ((), ()))
    for other in closed:
        page.leave(other, inside=walls)
    if page.boxes and page.boxes[-1].name in elements.HEADINGS:
        page.leave(page.boxes[-1].name)
    if name in elements.HEADINGS:
        page.enter(Box(name, "heading", level=elements.HEADINGS[name]))
    elif name in elements.LISTS:
        number = tag.get("start")
        first = int(number) if re.fullmatch(r"\d{1,6}", number) else 1
        enter_list(page, name, first if name == "ol" else None)
    elif name in ("li", "dd"):
        number = tag.get("value")
        if name == "dd" and (around := page.around("list")) is not None:
            around.lead = page.previous
        enter_item(page, name, int(number) if re.fullmatch(r"\d{1,6}", number) else None)
    elif name == "table":
        enter_table(page, name)
    elif name == "tr":
        enter_row(page)
    elif name in elements.CELLS:
        span = tag.get("colspan")
        enter_cell(page, name, int(span) if re.fullmatch(r"[1-9]\d?", span) else 1)
    elif name == "title":
        page.enter(Box(name, "metadata", label="title"))
    elif name in elements.SECTIONS:
        kind = "quote" if elements.is_quotation(tag.get("class")) else ""
        page.enter(Box(name, kind, section=page.builder.headings))
    elif name == "summary":
        page.enter(Box(name, "heading", level=page.builder.level + 1))
    elif name in elements.KINDS:
        page.enter(Box(name, elements.KINDS[name]))
    elif elements.is_quotation(tag.get("class")):
        page.enter(Box(name, "quote"))
    elif page.has(name):
        page.enter(Box(name))
