"""Findings that the author excused, each with its reason; ignores that do not work are findings.

An ignore is never silent: it stays in the report, and one without a reason,
one that names no rule and one that matches nothing are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carelint.directive import FORMS, Directive, read_directives
from carelint.document import Document, Span
from carelint.finding import Finding, Ignored
from carelint.names import Known, Names
from carelint.yaml_source import nearest

FAMILY = "ignore"
NO_REASON = ("IGN001", "ignore-without-reason", "warning")
UNKNOWN_RULE = ("IGN002", "ignore-unknown-rule", "warning")
UNUSED = ("IGN003", "ignore-unused", "info")
UNKNOWN_FORM = ("IGN004", "ignore-unknown-form", "warning")

#: (code, id, family) of the rules kept here, so that a config may name them.
RULES = tuple(
    (code, rule, FAMILY) for code, rule, _ in (NO_REASON, UNKNOWN_RULE, UNUSED, UNKNOWN_FORM)
)


def apply(
    document: Document,
    findings: Sequence[Finding],
    known_rules: Known,
    ran: Known | None = None,
) -> tuple[list[Finding], list[Ignored]]:
    """The findings that remain, and those that the document's ignores excuse.

    `known_rules` are all rules there are; `ran` those that this run looked for
    (all, when left out): an ignore of another rule is not called unused. Where
    several ignores match, the narrowest gives the reason. Findings about the
    ignores themselves are added, and all are in order of place.
    """
    names = Names([rule for rule in known_rules if rule[2] != FAMILY])
    directives = sorted(read_directives(document), key=_width)
    kept: list[Finding] = []
    ignored: list[Ignored] = []
    used: set[tuple[int, str]] = set()
    working = [_rules_named(directive, names) for directive in directives]
    for finding in findings:
        matched = [
            (index, name)
            for index, directive in enumerate(directives)
            for name in (finding.rule, finding.family)
            if name in working[index] and directive.covers(finding.location)
        ]
        used.update(matched)
        if matched:
            ignored.append(Ignored(finding, directives[matched[0][0]].reason))
        else:
            kept.append(finding)
    looked_for = {name for rule in (known_rules if ran is None else ran) for name in rule[1:]}
    for index, directive in enumerate(directives):
        unused = {
            name: place
            for rule, (name, place) in working[index].items()
            if (index, rule) not in used and rule in looked_for
        }
        kept += _complaints(document, directive, names, unused)
    return sorted(kept, key=lambda finding: (finding.location, finding.code)), ignored


def _width(directive: Directive) -> tuple[int, Span]:
    known = directive.form in FORMS
    return FORMS.index(directive.form) if known else len(FORMS), directive.place


def _rules_named(directive: Directive, names: Names) -> dict[str, tuple[str, Span]]:
    """The ids and families that an ignore excuses; none where it gives no reason."""
    if not directive.reason or directive.form not in FORMS:
        return {}
    named = ((names.find(name), (name, place)) for name, place in directive.names)
    return {rule: where for rule, where in named if rule is not None}


def _complaints(
    document: Document, directive: Directive, names: Names, unused: dict[str, Span]
) -> Iterator[Finding]:
    """What is wrong with one ignore."""
    written = ", ".join(name for name, _ in directive.names) or "RULE"
    if directive.form not in FORMS:
        yield _finding(
            document, UNKNOWN_FORM, directive.place,
            f"“carelint: {directive.form}” is nothing that carelint knows"
            f"{nearest(directive.form, FORMS)}.",
            f"Write one of {', '.join(FORMS)}, then the rule, two dashes and the reason.",
        )  # fmt: skip
        return
    if not directive.reason:
        yield _finding(
            document, NO_REASON, directive.place,
            "This ignore gives no reason, so it excuses nothing.",
            f"Say after two dashes who allowed it and why: “{written} -- approved by …”.",
        )  # fmt: skip
    if not directive.names:
        yield _finding(
            document, UNKNOWN_RULE, directive.place,
            "This ignore names no rule.",
            "Name the code, id or family of each finding to excuse, before the reason.",
        )  # fmt: skip
    for name, place in directive.names:
        if names.find(name) is None:
            yield _finding(
                document, UNKNOWN_RULE, place,
                f"“{name}” is no rule that an ignore can name{names.hint(name)}.",
                "Name the code, id or family of the finding; `carelint rules` lists them.",
            )  # fmt: skip
    for name, place in unused.items():
        yield _finding(
            document, UNUSED, place,
            f"The ignore of “{name}” matches no finding.",
            "Remove it, or move it to the text that it is meant for.",
        )  # fmt: skip


def _finding(
    document: Document, rule: tuple[str, str, str], place: Span, message: str, advice: str
) -> Finding:
    location = document.locate_source(place)
    lines = range(location.line, location.end_line + 1)
    return Finding(
        location=location,
        code=rule[0],
        rule=rule[1],
        family=FAMILY,
        severity=rule[2],
        text=" ".join(document.source[place.start : place.end].split()),
        message=message,
        advice=advice,
        authority=("house policy",),
        lines=tuple(document.line_text(line) for line in lines),
    )
