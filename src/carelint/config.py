"""The configuration of a run: found, checked, merged; it knows where each value came from.

A config is `[tool.carelint]` in pyproject.toml, or the same keys in
`.carelint.yaml`. The nearest one above a file counts, and it counts alone.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from carelint import settings, toml_source, yaml_source
from carelint.finding import Problem
from carelint.names import Known, Names
from carelint.settings import KEYS
from carelint.yaml_source import Source

YAML_NAMES = (".carelint.yaml", ".carelint.yml")
TOML_NAME, TABLE = "pyproject.toml", ("tool", "carelint")
DEFAULT, COMMAND_LINE = "default", "command line"


class ConfigError(Exception):
    """Settings that cannot be used; `problems` holds all of one file, in order of line."""

    def __init__(self, problems: Collection[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(_line(problem) for problem in self.problems))


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a run, checked.

    Rules are named by id or family, whatever the file wrote. The globs of
    `exclude` and the folders of `rules` are absolute. `origin` says of each key,
    and of each entry of `severity` ("severity.ID"), where it came from:
    "default", "FILE:LINE" or "command line".
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    fail_on: str = "warning"
    format: str = "terminal"
    exclude: tuple[str, ...] = ()
    profile: str = ""
    rules: tuple[Path, ...] = ()
    model: str = ""
    origin: Mapping[str, str] = field(default_factory=lambda: dict.fromkeys(KEYS, DEFAULT))

    def level(self, rule: str, family: str, severity: str) -> str | None:
        """The severity of a rule here, given its own; None where it is off.

        What names the rule goes before what names its family; where both lists
        name it alike, `ignore` wins. An empty `select` means every rule.
        """
        if self.select and rule not in self.select and family not in self.select:
            return None
        if rule in self.ignore or (family in self.ignore and rule not in self.select):
            return None
        level = self.severity.get(rule) or self.severity.get(family) or severity
        return None if level == "off" else level

    def merge(self, options: Mapping[str, object], known_rules: Known) -> Config:
        """Put the options of the command line, by the keys of the file, over this config.

        An option is a text, a list of texts or, for `severity`, a mapping; None
        stands for one not given. An option replaces the value of its key, but
        severities are merged rule by rule. A name that `select` asks for is on,
        even where this config ignores it or has it off. Raises ConfigError.
        """
        source = Source(COMMAND_LINE)
        given = settings.from_options(options)
        found, origin = _read(source, given, Path.cwd(), known_rules)
        asked = found.get("select", ())
        if asked:
            found.setdefault("ignore", tuple(n for n in self.ignore if n not in asked))
        kept = {n: v for n, v in self.severity.items() if not (v == "off" and n in asked)}
        found["severity"] = kept | found.get("severity", {})
        return replace(self, **found, origin={**self.origin, **origin})


def find(path: Path) -> Path | None:
    """The config nearest to a file or folder, upwards; None where there is none.

    The search ends with the first folder that holds `.git`, or at the root.
    Raises ConfigError where one folder holds two configs: either could be meant.
    """
    start = Path(os.path.abspath(path))
    for folder in (start, *start.parents):
        found = [folder / name for name in YAML_NAMES if (folder / name).is_file()]
        if _has_table(folder / TOML_NAME):
            found.append(folder / TOML_NAME)
        if len(found) > 1:
            others = " and ".join(other.name for other in found[1:])
            message = f"{others} in the same folder configures carelint too; keep one of them"
            raise ConfigError([Problem(shown(found[0]), 0, message)])
        if found:
            return found[0]
        if (folder / ".git").exists():
            return None
    return None


def load(path: Path, known_rules: Known) -> Config:
    """The config in a file: TOML by its suffix, else YAML. Raises ConfigError with all problems."""
    source = Source(shown(path))
    found, origin = _read(source, _settings(source, path), _folder(path), known_rules)
    return Config(**found, origin={**Config().origin, **origin})


def rule_folders(path: Path) -> tuple[Path, ...]:
    """The extra rule folders that a config names, needed before its rules are known.

    Problems are left to `load`, which reports all of them at once.
    """
    source = Source(shown(path))
    reading = settings.Reading(source, _settings(source, path), _folder(path), Names(()))
    return settings.read_folders(reading, "rules")


def shown(path: Path) -> str:
    """A path as messages show it: from the working folder where it lies below that."""
    absolute, here = Path(os.path.abspath(path)), Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


def _read(
    source: Source, given: yaml_source.Mapping, folder: Path, known_rules: Known
) -> tuple[dict[str, Any], dict[str, str]]:
    """The values by field of Config, and the origin of each. Raises ConfigError."""
    values = settings.read(source, given, folder, known_rules)
    if source.problems:
        raise ConfigError(source.problems)
    places, names = dict(given.lines), Names(known_rules)
    severities = given.entries.get("severity")
    if isinstance(severities, yaml_source.Mapping):
        places |= {f"severity.{names.find(key)}": at for key, at in severities.lines.items()}
    origin = {key: f"{source.path}:{at}" if at else source.path for key, at in places.items()}
    return values, origin


def _settings(source: Source, path: Path) -> yaml_source.Mapping:
    """The settings of a file; what cannot be read becomes a problem of the source."""
    nothing = yaml_source.Mapping({}, {}, 1)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        source.problem(0, f"cannot be read: {error.strerror}")
        return nothing
    except UnicodeDecodeError:
        source.problem(0, "cannot be read: this is not UTF-8")
        return nothing
    if path.suffix == ".toml":
        table = toml_source.parse_table(source, text, TABLE)
        if table is None and not source.problems:
            source.problem(0, f"there is no [{'.'.join(TABLE)}] in it")
        return table or nothing
    if all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines()):
        return nothing  # every setting is commented out
    return source.parse(text) or nothing


def _folder(path: Path) -> Path:
    return Path(os.path.abspath(path)).parent


def _has_table(path: Path) -> bool:
    try:
        return _file_has_table(path, path.stat().st_mtime_ns)
    except OSError:  # no such file
        return False


@lru_cache(maxsize=64)
def _file_has_table(path: Path, changed: int) -> bool:
    """Whether a TOML file configures carelint; asked for every file, so kept until it changes."""
    text = path.read_text("utf-8-sig", errors="replace")
    if TABLE[-1] not in text:
        return False
    source = Source(str(path))
    # A file that cannot be read may be meant for carelint: `load` will say what is wrong.
    return toml_source.parse_table(source, text, TABLE) is not None or bool(source.problems)


def _line(problem: Problem) -> str:
    where = f"{problem.path}:{problem.line}" if problem.line else problem.path
    return f"{where}: {problem.message}"
