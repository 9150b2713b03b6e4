"""Findings and the report: what carelint says, before anyone prints it."""

from __future__ import annotations

from dataclasses import dataclass, field

from carelint.document import Location

#: Severities from the weakest to the strongest.
SEVERITIES = ("info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding points at, with a few words on what stands there."""

    location: Location
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that a person should check, and why."""

    location: Location
    code: str
    rule: str
    family: str
    severity: str
    text: str
    message: str
    advice: str
    authority: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    #: The source lines that the finding touches, for reporters that show them.
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that the author excused, and the reason given."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """An input that could not be read or a setting that could not be used."""

    path: str
    line: int
    message: str


@dataclass
class Report:
    """The outcome of one run, in the order of the paths given."""

    findings: list[Finding] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
    errors: list[Problem] = field(default_factory=list)
    files: int = 0
    words: int = 0
    #: Names of the authorities that the findings rest on, by key.
    authorities: dict[str, str] = field(default_factory=dict)
