"""Strings inside data: JSON, an object of JavaScript, an inline table of TOML.

The scan takes what it understands and steps over the rest, since pages in the
wild hold broken JSON, functions and comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from carelint.readers.pieces import Piece, escapes, verbatim

_BLANK = re.compile(r"(?:\s+|//[^\n]*|/\*(?:[^*]|\*(?!/))*\*/|#[^\n]*)*")
_STRING = re.compile(
    r'"""((?:[^"\\]|\\.|"(?!""))*)"""' r"|'''((?:[^']|'(?!''))*)'''"
    r'|"((?:[^"\\]|\\.)*)"' r"|'((?:[^'\\]|\\.)*)'" r"|`((?:[^`\\]|\\.)*)`",
    re.DOTALL,
)  # fmt: skip
_KEY = re.compile(r"""(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|([\w$@.-]+))\s*[:=]""")
_BARE = re.compile(r"[^,\]}\r\n]*")
_DEPTH = 100


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value at a path of keys (a list adds none); it is `text[start:end]`."""

    path: tuple[str, ...]
    start: int
    end: int
    quote: str = ""

    def pieces(self, text: str) -> Iterator[Piece]:
        """What a person reads; a TOML string in single quotes (`raw`) has no escapes."""
        split = verbatim if self.quote in ("", "raw", "'''") else escapes
        return split(text, self.start, self.end)


def scalars(
    text: str, start: int, end: int, path: tuple[str, ...] = (), *, raw: bool = False
) -> tuple[list[Scalar], int]:
    """The scalars of the one value that begins at `start`, and the offset after it.

    `raw` reads strings in single quotes as TOML does, without escapes.
    """
    found: list[Scalar] = []
    #: The bracket and the path of each value that is open.
    stack: list[tuple[str, tuple[str, ...]]] = []
    at, here = start, path
    while at < end:
        at = _blank(text, at, end)
        if at >= end:
            break
        sign = text[at]
        if stack and sign in "}]":
            at, here = at + 1, stack.pop()[1]
        elif stack and sign == ",":
            at, here = at + 1, stack[-1][1]
            continue
        elif stack and stack[-1][0] == "{" and here == stack[-1][1]:
            key = _KEY.match(text, at, end)
            if key is not None:
                at, here = key.end(), (*here, key.group(key.lastindex or 0))
            else:
                at = _step(text, at, end)
            continue
        elif sign in "{[" and len(stack) < _DEPTH:
            stack.append((sign, here))
            at += 1
            continue
        else:
            at = _scalar(text, at, end, here, raw, found)
        if not stack:
            break
    return found, at


def _scalar(
    text: str, at: int, end: int, path: tuple[str, ...], raw: bool, found: list[Scalar]
) -> int:
    string = _STRING.match(text, at, end)
    if string is not None:
        opened = text[at : string.start(string.lastindex or 0)]
        quote = "raw" if raw and opened == "'" else opened
        found.append(Scalar(path, *string.span(string.lastindex or 0), quote))
        return string.end()
    bare = _BARE.match(text, at, end)
    stop = bare.end() if bare else at
    value = text[at:stop].split(" #")[0].rstrip() if raw else text[at:stop].rstrip()
    if value and text[at] not in "\"'`{[(":
        found.append(Scalar(path, at, at + len(value)))
    return max(stop, at + 1)


def _blank(text: str, at: int, end: int) -> int:
    match = _BLANK.match(text, at, end)
    return match.end() if match else at


def _step(text: str, at: int, end: int) -> int:
    """Over what is neither a key nor a bracket that closes."""
    string = _STRING.match(text, at, end)
    return string.end() if string else at + 1
