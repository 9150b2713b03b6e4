"""Ignores as an author writes them, in comments and in the front matter, and what each covers.

<!-- carelint: ignore EFF001 -- approved by counsel 2026-03-02 -->
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from carelint.document import Block, Comment, Document, Location, Span

#: The forms from the narrowest to the widest.
FORMS = ("ignore", "ignore-next-line", "ignore-block", "ignore-file")
_OPENING = re.compile(r"carelint:\s*([\w-]*)", re.IGNORECASE)
_REASON = re.compile(r"--+|[–—]")
_NAME = re.compile(r"[^\s,]+")
# Tags, templates and comments: a line that holds nothing else has no text of its own.
_UNWRITTEN = re.compile(r"<[^<>]*>|\{[{%/][^{}]*\}|[\s>{}]")

#: (line, column), both 1-based.
_Point = tuple[int, int]
_Named = tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Directive:
    """One ignore. Its place and those of the names are spans of the source.

    It covers what lies between the points `start` and `end`.
    """

    form: str
    place: Span
    names: _Named
    reason: str
    start: _Point = (1, 1)
    end: _Point = (1 << 62, 1)

    def covers(self, location: Location) -> bool:
        """Whether a place of the same document lies in reach, at least in part."""
        start = (location.line, location.column)
        end = max((location.end_line, location.end_column), (location.line, location.column + 1))
        return start < self.end and self.start < end


def read_directives(document: Document) -> Iterator[Directive]:
    """Yield each comment addressed to carelint and each entry of `carelint.ignore`.

    A form that is not one of FORMS comes as it was written.
    """
    yield from _front_matter(document)
    for comment in document.comments:
        opening = _OPENING.match(comment.text)
        if opening:
            form = opening[1].lower()
            names, reason = _parts(comment.text, opening.end(), _in_comment(document, comment))
            reach = _reach(document, form, comment.span)
            yield Directive(form, comment.span, names, reason, *reach)


def _front_matter(document: Document) -> Iterator[Directive]:
    """Entries "EFF001 -- reason", or a rule and a reason in either order."""
    rule, reason = None, None
    for block in document.metadata("carelint.ignore.rule", "carelint.ignore.reason"):
        is_rule = block.name.endswith("rule")
        if (rule if is_rule else reason) is not None:  # the next entry begins
            yield from _entry(document, rule, reason)
            rule, reason = None, None
        rule, reason = (block, reason) if is_rule else (rule, block)
    yield from _entry(document, rule, reason)
    for block in document.metadata("carelint.ignore"):
        names, why = _parts(document.slice(block.span), 0, _in_block(document, block))
        yield Directive("ignore-file", document.place(block.span), names, why)


def _entry(document: Document, rule: Block | None, reason: Block | None) -> Iterator[Directive]:
    block = rule or reason
    if block is None:
        return
    names: _Named = ()
    if rule is not None:
        names, _ = _parts(document.slice(rule.span), 0, _in_block(document, rule))
    why = " ".join(document.slice(reason.span).split()) if reason else ""
    yield Directive("ignore-file", document.place(block.span), names, why)


def _parts(text: str, start: int, place: Callable[[int, int], Span]) -> tuple[_Named, str]:
    """The names in `text[start:]`, with their places in the source, and the reason."""
    dash = _REASON.search(text, start)
    found = _NAME.finditer(text, start, dash.start() if dash else len(text))
    names = tuple((name.group(), place(*name.span())) for name in found)
    return names, " ".join(text[dash.end() :].split()) if dash else ""


def _in_comment(document: Document, comment: Comment) -> Callable[[int, int], Span]:
    """From offsets in the text of a comment to the source, where the text stands there as it is."""
    at = document.source.find(comment.text, comment.span.start, comment.span.end)
    return lambda start, end: Span(at + start, at + end) if at >= 0 else comment.span


def _in_block(document: Document, block: Block) -> Callable[[int, int], Span]:
    at = block.span.start
    return lambda start, end: document.place(Span(at + start, at + end))


def _reach(document: Document, form: str, place: Span) -> tuple[_Point, _Point]:
    """The points between which a comment's ignore holds."""
    at = document.locate_source(place)
    alone = _unwritten(
        document.line_text(at.line)[: at.column - 1]
        + document.line_text(at.end_line)[at.end_column - 1 :]
    )
    if form == "ignore-file":
        return (1, 1), (1 << 62, 1)
    if form == "ignore-block":
        return _block_reach(document, place, at, alone)
    if form == "ignore" and not alone:
        return (at.line, 1), (at.end_line + 1, 1)
    line = _next_line(document, at.end_line) if form in FORMS else None
    if line is None:
        return (0, 0), (0, 0)
    last = line
    if form == "ignore":  # a comment on its own line goes with the whole paragraph below it
        places = (document.locate(block.span) for block in _blocks(document))
        last = max([line, *(p.end_line for p in places if p.line == line)])
    return (line, 1), (last + 1, 1)


def _block_reach(
    document: Document, place: Span, at: Location, alone: bool
) -> tuple[_Point, _Point]:
    """The block around the comment or just before it on its line, else the next one.

    Before a list or a table, the whole of it is the next block.
    """
    blocks = [(document.place(block.span), block) for block in _blocks(document)]
    around = [pair for pair in blocks if pair[0].covers(place)]
    before = [pair for pair in blocks if pair[0].end <= place.start]
    after = [pair for pair in blocks if pair[0].start >= place.end]
    found = around[-1:] or [p for p in before[-1:] if _trails(document, p[0], place, at, alone)]
    if not found and after:
        group = after[0][1].group
        opens = group is not None and all(block.group != group for _, block in before)
        found = after[: _group_length([block for _, block in after])] if opens else after[:1]
    if not found:
        return (0, 0), (0, 0)
    ends = Span(found[0][0].start, max(span.end for span, _ in found))
    reach = document.locate_source(ends)
    return (reach.line, reach.column), (reach.end_line, reach.end_column)


def _group_length(blocks: list[Block]) -> int:
    """How many blocks belong to the list or table that the first one opens, lists within too."""
    length = 1 + max(i for i, block in enumerate(blocks) if block.group == blocks[0].group)
    deeper = takewhile(lambda b: b.kind == "item" and b.level > blocks[0].level, blocks[length:])
    return length + sum(1 for _ in deeper)


def _trails(document: Document, block: Span, place: Span, at: Location, alone: bool) -> bool:
    """Whether a comment belongs to the block that ends before it on the same line."""
    gap = document.source[block.end : place.start]
    if alone or "\n" in gap or "\r" in gap:
        return False
    ends_line = not document.line_text(at.end_line)[at.end_column - 1 :].strip()
    return ends_line or "<" not in gap


def _blocks(document: Document) -> list[Block]:
    """The blocks of the page itself, in the order of the source."""
    shown = (block for block in document.blocks if block.kind != "metadata")
    return sorted(shown, key=lambda block: document.place(block.span).start)


def _next_line(document: Document, line: int) -> int | None:
    """The next line that holds text; None at the end of the source."""
    end = len(document.source)
    last = document.locate_source(Span(end, end)).line
    following = range(line + 1, last + 1)
    return next((n for n in following if not _unwritten(document.line_text(n))), None)


def _unwritten(line: str) -> bool:
    return not _UNWRITTEN.sub("", line)
