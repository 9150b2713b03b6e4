"""YAML as plain data that remembers its lines.

Every scalar is a string (YAML would read `no` as false and `988` as a number),
a duplicate key is a problem, and nothing is ever constructed from a tag.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

import yaml

from carelint.finding import Problem

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar and its 1-based line."""

    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Value, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping; `lines` holds the line of each key."""

    entries: dict[str, Value]
    lines: dict[str, int]
    line: int


Value = Text | Sequence | Mapping


@dataclass
class Source:
    """One YAML file being read: its root, and the problems found on the way."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def problem(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.path, line, message))

    def parse(self, text: str) -> Mapping | None:
        """The top mapping of a YAML text, or None after a problem."""
        try:
            # An alias may hold itself or multiply without end, and no file of ours needs one.
            if "*" in text and any(
                isinstance(e, yaml.AliasEvent) for e in yaml.parse(text, _LOADER)
            ):
                self.problem(1, "YAML aliases (`*name`) are not read; write the value out")
                return None
            node = yaml.compose(text, Loader=_LOADER)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            what = getattr(error, "problem", None) or "this is no YAML"
            self.problem(mark.line + 1 if mark else 1, f"cannot read the YAML: {what}")
            return None
        if not isinstance(node, yaml.MappingNode):
            self.problem(1, "expected `key: value` lines")
            return None
        value = self._value(node)
        assert isinstance(value, Mapping)
        return value

    def _value(self, node: yaml.Node) -> Value:
        line = node.start_mark.line + 1
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self._value(item) for item in node.value), line)
        if isinstance(node, yaml.MappingNode):
            entries: dict[str, Value] = {}
            lines: dict[str, int] = {}
            for key, value in node.value:
                name, at = str(key.value), key.start_mark.line + 1
                if name in entries:
                    self.problem(at, f"`{name}` stands twice (first on line {lines[name]})")
                    continue
                entries[name], lines[name] = self._value(value), at
            return Mapping(entries, lines, line)
        return Text(str(node.value), line)

    def check_keys(
        self, mapping: Mapping, known: Collection[str], required: Collection[str] = ()
    ) -> None:
        """Unknown keys, with the nearest known one, and missing keys become problems."""
        for key, line in mapping.lines.items():
            if key not in known:
                self.problem(line, f"unknown key `{key}`{nearest(key, known)}")
        for key in required:
            if key not in mapping.entries:
                self.problem(mapping.line, f"missing key `{key}`")

    def text(self, mapping: Mapping, key: str, default: str = "") -> str:
        """The text of a key, its line ends folded; another kind of value is a problem."""
        value = mapping.entries.get(key)
        if value is None:
            return default
        if isinstance(value, Text):
            return " ".join(value.value.split())
        self.problem(mapping.lines[key], f"`{key}` must be a text")
        return default

    def texts(self, mapping: Mapping, key: str) -> tuple[Text, ...]:
        """The texts of a list (or one text); other items are problems."""
        found = []
        for item in self.items(mapping, key):
            if isinstance(item, Text):
                found.append(item)
            else:
                self.problem(item.line, f"`{key}` must hold texts only")
        return tuple(found)

    def items(self, mapping: Mapping, key: str) -> Iterator[Value]:
        """The items of a list; a single value counts as a list of one."""
        value = mapping.entries.get(key)
        if isinstance(value, Sequence):
            yield from value.items
        elif value is not None and not (isinstance(value, Text) and not value.value):
            yield value


def nearest(word: str, known: Collection[str]) -> str:
    """ " (did you mean `x`?)", or nothing where no known word is near."""
    close = difflib.get_close_matches(word, list(known), n=8, cutoff=0.6)
    # Of equals the first of the alphabet: `EFF01` is sooner EFF001 than EFF010.
    close.sort(key=lambda one: (-difflib.SequenceMatcher(None, one, word).ratio(), one))
    return f" (did you mean `{close[0]}`?)" if close else ""
