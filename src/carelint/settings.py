"""What each key of a config may hold: one function a key, which reads and checks its value."""

from __future__ import annotations

import glob
import posixpath
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from carelint import reporters, yaml_source
from carelint.finding import SEVERITIES
from carelint.names import Known, Names
from carelint.yaml_source import Source, Text, Value, nearest

FAIL_ON = (*reversed(SEVERITIES), "never")
LEVELS = (*reversed(SEVERITIES), "off")


@dataclass(frozen=True, slots=True)
class Reading:
    """The settings being read; paths and globs start at `folder`."""

    source: Source
    settings: yaml_source.Mapping
    folder: Path
    names: Names

    def line(self, key: str) -> int:
        return self.settings.lines[key]


def read(
    source: Source, settings: yaml_source.Mapping, folder: Path, known_rules: Known
) -> dict[str, Any]:
    """The checked values by field name of Config; what is wrong becomes a problem."""
    source.check_keys(settings, KEYS)
    reading = Reading(source, settings, folder, Names(known_rules))
    return {
        key.replace("-", "_"): read_value(reading, key)
        for key, read_value in _READERS.items()
        if key in settings.entries
    }


def from_options(options: Mapping[str, object]) -> yaml_source.Mapping:
    """Options of the command line as settings without lines; None means not given."""
    given = {key: _value(option) for key, option in options.items() if option is not None}
    return yaml_source.Mapping(given, dict.fromkeys(given, 0), 0)


def read_folders(reading: Reading, key: str) -> tuple[Path, ...]:
    """The folders of a list that exist; the others are problems."""
    found = []
    for item in reading.source.texts(reading.settings, key):
        folder = Path(posixpath.normpath((reading.folder / item.value).as_posix()))
        if folder.is_dir():
            found.append(folder)
        else:
            reading.source.problem(item.line, f"`{key}`: there is no folder `{item.value}`")
    return tuple(found)


def _value(option: object) -> Value:
    if isinstance(option, Mapping):
        entries = {str(key): _value(value) for key, value in option.items()}
        return yaml_source.Mapping(entries, dict.fromkeys(entries, 0), 0)
    if isinstance(option, Sequence) and not isinstance(option, str):
        return yaml_source.Sequence(tuple(_value(item) for item in option), 0)
    return Text(str(option), 0)


def _name(reading: Reading, key: str, name: str, line: int) -> str | None:
    """The id or family that a name stands for."""
    found = reading.names.find(name)
    if found is None:
        hint = reading.names.hint(name)
        reading.source.problem(line, f"`{key}`: no rule, code or family `{name}`{hint}")
    return found


def _rules(reading: Reading, key: str) -> tuple[str, ...]:
    items = reading.source.texts(reading.settings, key)
    found = [_name(reading, key, item.value, item.line) for item in items]
    return tuple(dict.fromkeys(name for name in found if name))


def _severities(reading: Reading, key: str) -> dict[str, str]:
    value = reading.settings.entries[key]
    if not isinstance(value, yaml_source.Mapping):
        reading.source.problem(reading.line(key), f"`{key}` must hold `rule: severity` lines")
        return {}
    found: dict[str, str] = {}
    for name, line in value.lines.items():
        rule = _name(reading, key, name, line)
        level = reading.source.text(value, name)
        if not isinstance(value.entries[name], Text):
            continue  # told by `text`
        if level not in LEVELS:
            _no_choice(reading, f"{key}` of `{name}", level, LEVELS, line)
        elif rule in found:
            reading.source.problem(line, f"`{key}`: `{name}` is named twice, by code and by id")
        elif rule:
            found[rule] = level
    return found


def _fail_on(reading: Reading, key: str) -> str:
    value = _text(reading, key)
    if value and value not in FAIL_ON:
        _no_choice(reading, key, value, FAIL_ON, reading.line(key))
    return value


def _format(reading: Reading, key: str) -> str:
    value = _text(reading, key)
    # Plugins are looked up only for a name that is not ours.
    if value and value not in reporters.REPORTERS and value not in (known := reporters.names()):
        _no_choice(reading, key, value, known, reading.line(key))
    return value


def _no_choice(
    reading: Reading, what: str, value: str, choices: Collection[str], line: int
) -> None:
    near = nearest(value, choices)
    listed = f"`{what}` is one of {', '.join(choices)}; `{value}` is not{near}"
    reading.source.problem(line, listed)


def _text(reading: Reading, key: str) -> str:
    value = reading.settings.entries[key]
    if isinstance(value, Text) and not value.value.strip():
        reading.source.problem(reading.line(key), f"`{key}` has no value")
    return reading.source.text(reading.settings, key)


def _globs(reading: Reading, key: str) -> tuple[str, ...]:
    """Globs as in .gitignore, made absolute: one without a slash counts at any depth."""
    found = []
    for item in reading.source.texts(reading.settings, key):
        pattern = item.value.strip().rstrip("/")
        if not pattern:
            reading.source.problem(item.line, f"`{key}`: a glob is empty")
        path = pattern.lstrip("/") if "/" in pattern else f"**/{pattern}"
        base = glob.escape(reading.folder.as_posix())
        found.append(posixpath.normpath(f"{base}/{path}"))
    return tuple(found)


_READERS: dict[str, Callable[[Reading, str], object]] = {
    "select": _rules,
    "ignore": _rules,
    "severity": _severities,
    "fail-on": _fail_on,
    "format": _format,
    "exclude": _globs,
    "profile": _text,
    "rules": read_folders,
    "model": _text,
}
#: Every key of a config, in the order in which it is shown.
KEYS = tuple(_READERS)
