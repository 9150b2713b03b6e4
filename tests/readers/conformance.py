"""What every reader must keep: each character of a block stands where it is said to stand."""

from __future__ import annotations

import re

from carelint.document import Document, Span

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_WIDE = re.compile(r"[\xa0\u2002-\u200a\u202f]")


def problems(document: Document) -> list[str]:
    """What is wrong with a document's places; an empty list is right."""
    return [*_runs(document), *_blocks(document), *_marks(document)]


def _runs(document: Document) -> list[str]:
    found = []
    text, source = document.text, document.source
    ends = [run[0] for run in document.runs[1:]] + [len(text)]
    for (start, first, last), end in zip(document.runs, ends, strict=False):
        if not 0 <= first <= last <= len(source):
            found.append(f"run {start} lies outside of the source: {first}-{last}")
        elif end - start == last - first and not _same(text[start:end], source[first:last]):
            found.append(f"{text[start:end]!r} is not {source[first:last]!r}")
        elif end - start > last - first and text[start:end] != "\n\n":
            found.append(f"{text[start:end]!r} is longer than {source[first:last]!r}")
    return found


def _same(text: str, source: str) -> bool:
    """Equal, but that white space of any kind may stand for white space."""
    return re.sub(r"\s", " ", text) == re.sub(r"\s", " ", _WIDE.sub(" ", source))


def _blocks(document: Document) -> list[str]:
    found = []
    end = 0
    for block in document.blocks:
        text = document.slice(block.span)
        place = document.place(block.span)
        if block.span.start < end:
            found.append(f"{text!r} overlaps the block before it")
        end = block.span.end
        if not 0 <= place.start <= place.end <= len(document.source):
            found.append(f"{text!r} lies outside of the source")
        if text != text.strip() or (not text and block.kind != "metadata"):
            found.append(f"{text!r} has space around it")
        if re.search(r"\s\s", text):
            found.append(f"{text!r} holds unfolded space")
        found += _words(document, block.span.start, text)
        if any(document.blocks[index].kind != "heading" for index in block.headings):
            found.append(f"{text!r} stands under something that is no heading")
    return found


def _words(document: Document, start: int, text: str) -> list[str]:
    """A word that its source spells out stands at its place and nowhere else."""
    found = []
    for word in WORD.finditer(text):
        place = document.place(Span(start + word.start(), start + word.end()))
        raw = document.source[place.start : place.end]
        if place.end - place.start == len(word.group()) and raw != word.group():
            found.append(f"{word.group()!r} is located at {raw!r}")
        if place.start >= place.end:
            found.append(f"{word.group()!r} has no place")
    return found


def _marks(document: Document) -> list[str]:
    spans = [block.span for block in document.blocks]
    return [
        f"{mark} lies outside of every block"
        for mark in document.marks
        if not any(span.covers(mark.span) for span in spans)
    ]


def letters(text: str) -> str:
    """The letters and digits of a text, for a comparison with what another program reads."""
    return "".join(WORD.findall(text))
