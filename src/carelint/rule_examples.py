"""The examples of a rule are its tests: each flag example must be flagged, each pass not.

`_ _` in a flag example marks the words that a finding must touch.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from carelint import readers
from carelint.annotators.parser import Parser
from carelint.document import Document, Span
from carelint.engine import check
from carelint.finding import Finding, Problem
from carelint.rule import Example, Rule
from carelint.ruleset import RuleErrors, RuleSet, load_ruleset

_MARKED = re.compile(r"(?<![\w\\])_(?=\S)([^_\n]+)(?<=\S)_(?!\w)")
_SUFFIXES = {"markdown": ".md", "html": ".html", "mdx": ".mdx", "text": ".txt"}


def failures(
    files: Sequence[Path] = (), extra: Iterable[Path] = (), rules: RuleSet | None = None
) -> Iterator[str]:
    """A line for each example that does not do what it should, with file and line.

    Only the rules of `files` are tried where any are given; `extra` are more
    folders of rules. Raises ruleset.RuleErrors, also where a file is in none of
    the folders, and parser.ModelMissing.
    """
    rules = rules or load_ruleset(extra)
    parser = Parser()
    found = {Path(compiled.rule.path).resolve(): compiled.rule for compiled in rules.rules}
    strange = [path for path in files if path.resolve() not in found]
    if strange:
        message = "carelint knows no such rule; the config must name its folder under `rules`"
        raise RuleErrors([Problem(path.as_posix(), 1, message) for path in strange])
    wanted = {path.resolve() for path in files} or set(found)
    for path, rule in found.items():
        if path in wanted:
            yield from rule_failures(rule, rules, parser)


def rule_failures(rule: Rule, rules: RuleSet, parser: Parser) -> Iterator[str]:
    """A line for each example of one rule, tried alone, that does not do what it should."""
    rules = rules.choose(lambda other: other if other.id == rule.id else None)
    for example in rule.flags:
        document, marked = read_example(example)
        found = check(document, rules, parser)
        if not found:
            yield f"{rule.path}:{example.line}: {rule.code} should flag: {_short(example)}"
        elif marked and not any(_touches(document, f, marked) for f in found):
            words = ", ".join(f"“{f.text}”" for f in found)
            yield (
                f"{rule.path}:{example.line}: {rule.code} should mark the words between _ _,"
                f" not {words}"
            )
    for example in rule.passes:
        document, _ = read_example(example)
        for finding in check(document, rules, parser):
            yield (
                f"{rule.path}:{example.line}: {rule.code} should pass: {_short(example)}"
                f" (it marks “{finding.text}”)"
            )


def read_example(example: Example) -> tuple[Document, Span | None]:
    """The document of an example, and where its marked words stand in the source."""
    text, marked = example.text, None
    if example.format == "markdown" and "\n" not in text.strip():
        match = _MARKED.search(text)
        if match:
            text = text[: match.start()] + match[1] + text[match.end() :]
            marked = Span(match.start(), match.start() + len(match[1]))
    suffix = _SUFFIXES.get(example.format, f".{example.format}")
    return readers.read(text.encode(), f"example{suffix}"), marked


def _touches(document: Document, finding: Finding, marked: Span) -> bool:
    where = document.locate_source(marked)
    start = (finding.location.line, finding.location.column)
    end = (finding.location.end_line, finding.location.end_column)
    return start < (where.end_line, where.end_column) and (where.line, where.column) < end


def _short(example: Example) -> str:
    return " ".join(example.text.split())[:120]
