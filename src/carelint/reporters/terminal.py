"""Findings for a person at a terminal: the line, a marker under the words, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import click

from carelint.finding import SEVERITIES, Finding, Problem, Related, Report
from carelint.reporters.cells import visible, wrap
from carelint.reporters.excerpt import excerpt

_COLORS = {"error": "red", "warning": "yellow", "info": "cyan"}
_INDENT = "  "
# The widest label, "authority", and two spaces.
_LABEL = 11
# Authorities named under a finding; `explain` names them all.
_CITED = 3
_NARROWEST = 24


class _Page:
    """The width and the colours of one report."""

    def __init__(self, color: bool, width: int) -> None:
        self.color = color
        self.width = max(width, _NARROWEST)

    def paint(self, text: str, fg: str | None = None, *, bold: bool = False) -> str:
        return click.style(text, fg=fg, bold=bold or None) if self.color else text

    def quiet(self, text: str) -> str:
        return click.style(text, dim=True) if self.color else text

    def paragraph(self, text: str) -> Iterator[str]:
        for line in wrap(text, self.width - len(_INDENT)):
            yield _INDENT + line

    def labelled(self, label: str, text: str) -> Iterator[str]:
        """A text with its label before the first line, the others aligned below it."""
        before = _INDENT + self.quiet(label) + " " * (_LABEL - len(label))
        for line in wrap(text, self.width - len(_INDENT) - _LABEL):
            yield before + line
            before = _INDENT + " " * _LABEL


def report(report: Report, *, color: bool = False, width: int = 80) -> str:
    """The findings by file, a line that sums up, and the problems last."""
    page = _Page(color, width)
    parts = [
        "\n".join(_finding(finding, report.authorities, page))
        for finding in _by_file(report.findings)
    ]
    parts.append(_summary(report, page))
    if report.errors:
        parts.append("\n".join(_problems(report.errors, page)))
    return "\n\n".join(parts) + "\n"


def _by_file(findings: list[Finding]) -> Iterator[Finding]:
    """The findings of each file together, the files in the order of their first finding."""
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.location.path, []).append(finding)
    for found in by_path.values():
        yield from found


def _finding(finding: Finding, authorities: Mapping[str, str], page: _Page) -> Iterator[str]:
    place, hue = finding.location, _COLORS.get(finding.severity)
    where = f"{visible(place.path)}:{place.line}:{place.column}"
    severity = page.paint(finding.severity, hue, bold=True)
    code = page.paint(visible(finding.code), bold=True)
    yield f"{page.paint(where, bold=True)} {severity} {code} {visible(finding.rule)}"
    if finding.lines:
        yield from _source(finding, page)
    yield from page.paragraph(finding.message)
    yield from page.labelled("advice", finding.advice)
    if finding.authority:
        cited = [authorities.get(key, key) for key in finding.authority]
        more = len(cited) - _CITED
        rest = f"; {more} more: carelint explain {finding.code}" if more > 0 else ""
        yield from page.labelled("authority", "; ".join(cited[:_CITED]) + rest)
    for related in finding.related:
        yield from page.labelled("near", _near(related, place.path))


def _source(finding: Finding, page: _Page) -> Iterator[str]:
    """The first line of the finding, and the marker; a longer span is marked to its end."""
    place, line = finding.location, finding.lines[0]
    end = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
    number = str(place.line)
    shown = excerpt(line, place.column - 1, end, page.width - len(_INDENT) - len(number) - 3)
    marker = page.paint("^" * shown.length, _COLORS.get(finding.severity), bold=True)
    yield f"{_INDENT}{page.quiet(f'{number} |')} {shown.text}"
    yield f"{_INDENT}{page.quiet(' ' * len(number) + ' |')} {' ' * shown.offset}{marker}"


def _near(related: Related, path: str) -> str:
    place = related.location
    where = f"line {place.line}" if place.path == path else f"{place.path}:{place.line}"
    return f"{where}: {related.text}" if related.text else where


def _summary(report: Report, page: _Page) -> str:
    if not report.files and not report.findings:
        return page.paint("Nothing was checked.", bold=True)
    counts = Counter(finding.severity for finding in report.findings)
    by_severity = ", ".join(
        page.paint(_count(counts[severity], severity), _COLORS[severity])
        for severity in reversed(SEVERITIES)
        if counts[severity]
    )
    total = _count(len(report.findings), "finding")
    head = f"{page.paint(total, bold=True)} ({by_severity})" if by_severity else "No findings"
    excused = f"; {len(report.ignored):,} ignored" if report.ignored else ""
    return f"{head} in {_count(report.files, 'file')}, {_count(report.words, 'word')}{excused}"


def _count(number: int, word: str) -> str:
    plural = "" if number == 1 or word == "info" else "s"
    return f"{number:,} {word}{plural}"


def _problems(problems: list[Problem], page: _Page) -> Iterator[str]:
    yield page.paint(f"{_count(len(problems), 'problem')}:", "red", bold=True)
    for problem in problems:
        where = f"{problem.path}:{problem.line}" if problem.line else problem.path
        yield from page.paragraph(f"{where}: {problem.message}")
