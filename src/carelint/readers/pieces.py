"""Pieces: text with its place in the source, whatever it is escaped with.

A piece is `(text, start, end)`: what a person reads, and the characters of the
source it came from. Where both are equally long they are equal; an entity or an
escape is a piece of its own.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

Piece = tuple[str, int, int]
#: From an offset in the text that is read to the offset in the source.
Where = Callable[[int], int]

_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPE = re.compile(
    r"\\(?:u\{[0-9a-fA-F]{1,6}\}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|\r\n[ \t]*|[\r\n][ \t]*|.)",
    re.DOTALL,
)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\n", "b": "", "f": " ", "0": "", "a": "", "e": "", "v": " ",
            "N": " ", "_": " ", "L": "\n", "P": "\n", "\n": "", "\r": ""}  # fmt: skip
_DOUBLED = re.compile(r"''")


def entities(text: str, start: int, end: int) -> Iterator[Piece]:
    """The pieces of `text[start:end]` as HTML reads them: `&amp;` is "&"."""
    return _split(text, start, end, _ENTITY, html.unescape)


def escapes(text: str, start: int, end: int) -> Iterator[Piece]:
    """The pieces of a string in JSON, JavaScript, TOML or YAML: a backslash and "n" end a line."""
    return _split(text, start, end, _ESCAPE, _unescape)


def doubled(text: str, start: int, end: int) -> Iterator[Piece]:
    """The pieces of a single-quoted YAML string: `''` is one apostrophe."""
    return _split(text, start, end, _DOUBLED, lambda _: "'")


def verbatim(text: str, start: int, end: int) -> Iterator[Piece]:
    """`text[start:end]` as it stands."""
    yield text[start:end], start, end


def _split(
    text: str, start: int, end: int, unit: re.Pattern[str], decode: Callable[[str], str]
) -> Iterator[Piece]:
    at = start
    for match in unit.finditer(text, start, end):
        if at < match.start():
            yield text[at : match.start()], at, match.start()
        yield decode(match.group()), match.start(), match.end()
        at = match.end()
    if at < end or start == end:
        yield text[at:end], at, end


def _unescape(escape: str) -> str:
    if len(escape) == 12:  # a character beyond the first 65,536, as JSON writes it
        high, low = int(escape[2:6], 16), int(escape[8:], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    if len(escape) > 2 and escape[1] in "uUx":
        code = int(escape[2:].strip("{}"), 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return _ESCAPED.get(escape[1], escape[1])
