"""Short forms of a document, for tests to compare."""

from __future__ import annotations

from carelint import readers
from carelint.document import Document, Span


def read(source: str, suffix: str = ".md") -> Document:
    return readers.read(source.encode(), f"a{suffix}")


def outline(source: str, suffix: str = ".md") -> list[str]:
    """Each block as "kind: text"; a name stands in brackets."""
    document = read(source, suffix)
    return [
        f"{b.kind}{f'[{b.name}]' if b.name else ''}: {document.slice(b.span)}"
        for b in document.blocks
    ]


def marks(source: str, suffix: str = ".md") -> list[tuple[str, str, str]]:
    """Each mark as (kind, text, target)."""
    document = read(source, suffix)
    return [(mark.kind, document.slice(mark.span), mark.target) for mark in document.marks]


def where(source: str, text: str, suffix: str = ".md") -> str:
    """The lines and columns of a text that the document holds once: "1:2-1:5"."""
    document = read(source, suffix)
    assert document.text.count(text) == 1, document.text
    start = document.text.index(text)
    at = document.locate(Span(start, start + len(text)))
    return f"{at.line}:{at.column}-{at.end_line}:{at.end_column}"
