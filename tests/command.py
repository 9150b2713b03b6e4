"""carelint as a command, run within the test: what the tests of the front door share."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from carelint.cli import main

SOURCE = Path(__file__).parents[1] / "src"


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def carelint(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


def codes(result: Result) -> list[str]:
    """The codes of a JSON report, in order."""
    return [finding["code"] for finding in json.loads(result.output)["findings"]]


def paths(result: Result) -> list[str]:
    return [finding["path"] for finding in json.loads(result.output)["findings"]]
