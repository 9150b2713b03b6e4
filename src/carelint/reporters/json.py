"""One JSON object for programs; the same keys in the same order in every run."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from carelint import __version__
from carelint.finding import SEVERITIES, Finding, Problem, Related, Report

#: Raised when a key changes its meaning or goes; a new key is no new version.
VERSION = 1
# JSON lets these stand as they are; a terminal, a log or an encoder does not take them well.
# Outside strings JSON is ASCII, so each of them stands in a string and may be escaped.
_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


def report(report: Report, *, color: bool = False, width: int = 80) -> str:
    """The report as JSON, indented by two spaces, with a line end; never coloured."""
    data = {
        "version": VERSION,
        "tool": {"name": "carelint", "version": __version__},
        "findings": [_finding(finding) for finding in report.findings],
        "ignored": [{**_finding(i.finding), "reason": i.reason} for i in report.ignored],
        "errors": [_problem(problem) for problem in report.errors],
        "summary": _summary(report),
    }
    return _UNSAFE.sub(_escape, json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.location
    return {
        "path": place.path,
        "code": finding.code,
        "rule": finding.rule,
        "family": finding.family,
        "severity": finding.severity,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "text": finding.text,
        "message": finding.message,
        "advice": finding.advice,
        "authority": list(finding.authority),
        "related": [_related(related) for related in finding.related],
    }


def _related(related: Related) -> dict[str, Any]:
    place = related.location
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "text": related.text,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {"path": problem.path, "line": problem.line, "message": problem.message}


def _summary(report: Report) -> dict[str, int]:
    counts = Counter(finding.severity for finding in report.findings)
    return {
        "files": report.files,
        "words": report.words,
        "findings": len(report.findings),
        **{severity: counts[severity] for severity in reversed(SEVERITIES)},
        "ignored": len(report.ignored),
        "problems": len(report.errors),
    }


def _escape(match: re.Match[str]) -> str:
    point = ord(match.group())
    if point < 0x10000:
        return f"\\u{point:04x}"
    high, low = divmod(point - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
