"""carelint: the linter for mental-health marketing.

    >>> import carelint
    >>> [f.code for f in carelint.check("Our programme cures depression.")]
    ['EFF001']

`read` makes a Document of a file, `load_rules` compiles rules, and `check`
returns the findings; the command line does the same and prints a report.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from carelint.document import Document, Location, Span
from carelint.finding import Finding, Report

if TYPE_CHECKING:
    from carelint.ruleset import RuleSet

__version__ = "0.1.0"
__all__ = [
    "Document",
    "Finding",
    "Location",
    "Report",
    "Span",
    "__version__",
    "check",
    "load_rules",
    "read",
]


def read(path: str | Path) -> Document:
    """Read a post. Raises document.ReadError where it cannot be read, and OSError."""
    from carelint import readers

    return readers.read(Path(path).read_bytes(), Path(path).as_posix())


def load_rules(*folders: str | Path) -> RuleSet:
    """The shipped rules, and those of `folders` over them. Raises ruleset.RuleErrors."""
    from carelint.ruleset import load_ruleset

    return load_ruleset(map(Path, folders))


def check(document: Document | str, rules: RuleSet | None = None) -> list[Finding]:
    """The findings of a document, or of a text taken as Markdown, in order of place.

    Raises annotators.parser.ModelMissing where no language model is installed.
    """
    from carelint import readers
    from carelint.annotators.parser import Parser
    from carelint.engine import check as check_document

    if isinstance(document, str):
        document = readers.read(document.encode(), "text.md")
    return check_document(document, rules or load_rules(), Parser())
