"""A table of a TOML file as the same data that YAML files become, lines included.

tomllib gives values without places, so the file is scanned once more for the
line of each key and of each item of a list. The scan runs only over text that
tomllib has accepted; it need not find mistakes, only places.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from carelint.yaml_source import Mapping, Sequence, Source, Text, Value

_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"""(?!")'
    r"|'''.*?'''(?!')"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*|[\[\]{},=\n]|[^\s\[\]{},=\#\"']+",
    re.DOTALL,
)
_AT_LINE = re.compile(r"\(at line (\d+),")
_Path = tuple[str, ...]


def parse_table(source: Source, text: str, table: _Path) -> Mapping | None:
    """The table at a path (`("tool", "carelint")`); None where the file has none.

    Text that is no TOML becomes a problem of the source.
    """
    try:
        data: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, *place = _AT_LINE.split(str(error), maxsplit=1)
        source.problem(int(place[0]) if place else 1, f"cannot read the TOML: {what.strip()}")
        return None
    for key in table:
        data = data.get(key) if isinstance(data, dict) else None
    if data is None:
        return None
    lines = dict(_lines(text))
    line = lines.get(table, 1)
    value = _value(data, table, lines, line)
    if isinstance(value, Mapping):
        return value
    source.problem(line, f"`{'.'.join(table)}` must be a table")
    return None


def _value(data: object, path: _Path, lines: dict[_Path, int], line: int) -> Value:
    """The data with its lines; what the scan did not place has the line of what holds it."""
    if isinstance(data, dict):
        places = {key: lines.get((*path, key), line) for key in data}
        entries = {key: _value(data[key], (*path, key), lines, places[key]) for key in data}
        return Mapping(entries, places, line)
    if isinstance(data, list):
        places_of_items = [lines.get((*path, str(i)), line) for i in range(len(data))]
        items = (
            _value(item, (*path, str(i)), lines, at)
            for i, (item, at) in enumerate(zip(data, places_of_items, strict=True))
        )
        return Sequence(tuple(items), line)
    # true and false as TOML writes them, not as Python does.
    return Text(str(data).lower() if isinstance(data, bool) else str(data), line)


def _lines(text: str) -> Iterator[tuple[_Path, int]]:
    """Yield each key's path with its line; the items of a list count from 0 below its key."""
    table: _Path = ()
    for statement in _statements(text):
        (first, line), *_ = statement
        if first == "[":
            table = _key(piece for piece, _ in statement)
            yield table, line
            continue
        equals = next(i for i, (piece, _) in enumerate(statement) if piece == "=")
        path = (*table, *_key(piece for piece, _ in statement[:equals]))
        yield path, line
        yield from _items(path, statement[equals + 1 :])


def _statements(text: str) -> Iterator[list[tuple[str, int]]]:
    """Yield the tokens of each header and each `key = value`, with their lines."""
    found: list[tuple[str, int]] = []
    line, depth = 1, 0
    for match in _TOKEN.finditer(text):
        piece = match.group()
        if piece == "\n" and depth == 0 and found:
            yield found
            found = []
        if piece[0] not in "#\n":
            found.append((piece, line))
            depth += (piece in "[{") - (piece in "]}")
        line += piece.count("\n")
    if found:
        yield found


def _key(tokens: Iterator[str]) -> _Path:
    parts: list[str] = []
    for piece in tokens:
        if piece[0] in "\"'":
            parts.append(piece[1:-1])
        elif piece not in "[]":
            parts += [part for part in piece.split(".") if part]
    return tuple(parts)


def _items(path: _Path, value: list[tuple[str, int]]) -> Iterator[tuple[_Path, int]]:
    """Yield a place for each item of a list; an inline table has none of its own."""
    depth, index, waiting = 0, 0, False
    for piece, line in value:
        if waiting and piece != "]":
            yield (*path, str(index)), line
            index, waiting = index + 1, False
        if piece in "[{":
            depth += 1
            waiting = waiting or (depth == 1 and piece == "[")
        elif piece in "]}":
            depth -= 1
        elif piece == "," and depth == 1:
            waiting = value[0][0] == "["
