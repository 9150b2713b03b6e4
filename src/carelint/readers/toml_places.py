"""TOML front matter: every scalar with its exact place."""

from __future__ import annotations

import re
import tomllib

from carelint.readers.frontmatter import fail
from carelint.readers.literal import scalars
from carelint.readers.page import Page

_KEY = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_PATH = rf"({_KEY}(?:[ \t]*\.[ \t]*{_KEY})*)"
_LINE = re.compile(
    rf"[ \t]*(?:\[\[?[ \t]*{_PATH}[ \t]*\]\]?|{_PATH}[ \t]*=[ \t]*|)(?:[ \t]*(?:#[^\n]*)?\n?)"
)
_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)")


def read(page: Page, source: str, start: int, end: int) -> None:
    """Put the scalars of `source[start:end]` on the page."""
    text = source[start:end]
    try:
        tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        place = _AT_LINE.search(str(error))
        lines = text.splitlines(keepends=True)[: int(place.group(1)) - 1 if place else 0]
        message = _AT_LINE.sub("", str(error))
        raise fail(source, start + sum(map(len, lines)), message[0].lower() + message[1:]) from None
    at, table = start, ()  # type: int, tuple[str, ...]
    while at < end:
        line = _LINE.match(source, at, end)
        if line is None or line.end() == at:
            at += 1
        elif line.group(2):
            at = _value(page, source, (*table, *_keys(line.group(2))), line.end(2), end)
        else:
            at = line.end()
            table = _keys(line.group(1)) if line.group(1) else table


def _value(page: Page, source: str, path: tuple[str, ...], at: int, end: int) -> int:
    """The value after the "=": put its scalars on the page; the offset after it."""
    found, stop = scalars(source, source.index("=", at) + 1, end, path, raw=True)
    for scalar in found:
        page.aside("metadata", ".".join(scalar.path), list(scalar.pieces(source)))
    return stop


def _keys(path: str) -> tuple[str, ...]:
    return tuple(key.strip("\"'") for key in re.findall(_KEY, path))
