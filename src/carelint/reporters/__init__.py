"""Reporters: a report becomes text. One module a format, one function `report`.

A reporter returns text that ends with one line end; the caller writes it as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from carelint.finding import Report
from carelint.reporters import json, terminal

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


class Reporter(Protocol):
    """`width` counts the columns of the terminal; `color` asks for its colour codes."""

    def __call__(self, report: Report, *, color: bool = False, width: int = 80) -> str: ...


#: The reporters that come with carelint, by the name that `--format` takes.
REPORTERS: dict[str, Reporter] = {"terminal": terminal.report, "json": json.report}
_GROUP = "carelint.reporters"


def reporter(name: str) -> Reporter:
    """The reporter of this name; KeyError where neither carelint nor a plugin has one."""
    if name in REPORTERS:
        return REPORTERS[name]
    loaded: Reporter = _plugins()[name].load()
    return loaded


def names() -> list[str]:
    """The names of all reporters, those of plugins after our own."""
    return [*REPORTERS, *sorted(_plugins().keys() - REPORTERS.keys())]


def _plugins() -> dict[str, EntryPoint]:
    # Looked up only for a name that is not ours: the search reads every installed package.
    from importlib.metadata import entry_points

    return {entry.name: entry for entry in entry_points(group=_GROUP)}
