"""check(document, rules): the one loop.

annotate -> matches (stage 1, no parser) -> stands (stage 2) -> findings
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from carelint.annotators import annotate
from carelint.annotators.parser import Parser
from carelint.annotators.wording import LABELS as WORDED
from carelint.annotators.wording import likely
from carelint.document import Document, Location, Span
from carelint.finding import SEVERITIES, Finding, Related
from carelint.judgement import stands
from carelint.label import Label, Labels
from carelint.matching import matches, sentences_of_prose
from carelint.place import Places
from carelint.reading import Readings
from carelint.rule import OFF, Rule
from carelint.ruleset import CompiledRule, RuleSet

_Found = tuple[object, Finding, Rule]
_SLOT = re.compile(r"<([a-z-]+)>")


@dataclass(frozen=True)
class Annotated:
    """A document, its labels and readings; `prose` are the indices of the sentences in
    which claims are looked for.
    """

    document: Document
    labels: Labels
    readings: Readings
    places: Places
    prose: frozenset[int]


def check(document: Document, rules: RuleSet, parser: Parser) -> list[Finding]:
    """The findings of a document, in order of place, then of rule code.

    Raises parser.ModelMissing where a sentence must be parsed and no model is installed.
    """
    return findings(annotated(document, rules), rules, parser)


def annotated(document: Document, rules: RuleSet) -> Annotated:
    """A document with all that is known of it before a rule is tried."""
    labels = annotate(document, rules.lexicon)
    readings = Readings(document, labels)
    prose = frozenset(sentences_of_prose(document, labels))
    if not WORDED.isdisjoint(rules.by_label):
        labels.extend(list(likely(map(readings.of, sorted(prose)))))
    return Annotated(document, labels, readings, Places(document, labels, readings), prose)


def findings(known: Annotated, rules: RuleSet, parser: Parser) -> list[Finding]:
    """The findings of an annotated document, as `check` gives them."""
    document, labels, places = known.document, known.labels, known.places
    found = list(_from_labels(document, labels, rules, places))
    found += _from_documents(document, rules, places)
    awake = [
        match
        for match in matches(document, labels, rules, known.readings, known.prose)
        if _allowed(match.rule, match.span, places)
    ]
    for match, span in stands(awake, rules, parser):
        found.append(
            (match.reading.sentence, _finding(document, match.rule, span), match.rule.rule)
        )
    return sorted(_one_a_fault(found), key=lambda f: (f.location, f.code))


def _from_labels(
    document: Document, labels: Labels, rules: RuleSet, places: Places
) -> Iterator[_Found]:
    """Findings of rules that flag an annotator's label as such, in whatever standing."""
    for compiled in rules.rules:
        names = [n for flag in compiled.flag if flag.is_label for n in sorted(flag.trigger.labels)]
        for name in names if not compiled.standings else ():
            for label in labels.of(name):
                if _allowed(compiled, label.span, places):
                    yield label.span, _finding(document, compiled, label.span, label), compiled.rule


def _from_documents(document: Document, rules: RuleSet, places: Places) -> Iterator[_Found]:
    """Findings of `when … require …` rules, at the first place that makes the demand."""
    whole = Span(0, len(document.text))
    for compiled in rules.rules:
        demands = [places.first(condition, whole) for condition in compiled.when]
        if demands and all(demands) and not all(places.holds(c, whole) for c in compiled.require):
            span = demands[0] or whole
            yield span, _finding(document, compiled, span), compiled.rule


def _allowed(compiled: CompiledRule, span: Span, places: Places) -> bool:
    """Whether all of `with` and none of `unless` hold, standings apart."""
    return all(places.holds(c, span) for c in compiled.with_) and not any(
        places.holds(c, span) for c in compiled.unless if not c.standing
    )


def _one_a_fault(found: list[_Found]) -> list[Finding]:
    """Of findings of one family in one sentence that share words, the strongest.

    A rule that covers its sentence leaves nothing there to those after it; a rule that
    covers the rest speaks only where no other does.
    """
    kept: dict[tuple[str, object], list[tuple[Finding, Rule]]] = defaultdict(list)
    on_line: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    for place, finding, rule in sorted(found, key=lambda one: _rank(one[1], one[2])):
        family, where = finding.family, finding.location
        lines = range(where.line, where.end_line + 1)
        here = kept[family, place]
        others = [other for other, _ in here]
        if rule.covers == "rest":
            others = [other for line in lines for other in on_line[family, line]]
        covered = any(other_rule.covers == "sentence" for _, other_rule in here)
        if not covered and not any(_touch(where, other.location) for other in others):
            here.append((finding, rule))
            for line in lines:
                on_line[family, line].append(finding)
    return [one for found in kept.values() for one, _ in found if one.severity != OFF]


def _touch(one: Location, other: Location) -> bool:
    """Whether two places share a character or stand side by side."""
    return (one.line, one.column) <= (other.end_line, other.end_column + 1) and (
        other.line, other.column,
    ) <= (one.end_line, one.end_column + 1)  # fmt: skip


def _rank(finding: Finding, rule: Rule) -> tuple[object, ...]:
    level = -1 if rule.severity == OFF else SEVERITIES.index(finding.severity)
    return rule.covers == "rest", -level, finding.location, finding.code


def _finding(
    document: Document, compiled: CompiledRule, span: Span, label: Label | None = None
) -> Finding:
    rule, location = compiled.rule, document.locate(span)
    text = _flat(document, span)
    values = {"match": shortened(text), **(label.values if label else {})}
    return Finding(
        location=location,
        code=rule.code,
        rule=rule.id,
        family=rule.family,
        severity=rule.severity,
        text=text,
        message=_fill(rule.message, values),
        advice=_fill(rule.advice, values),
        authority=rule.authority,
        related=tuple(
            Related(document.locate(other), shortened(_flat(document, other)))
            for other in (label.related if label else ())
        ),
        lines=tuple(
            document.line_text(line) for line in range(location.line, location.end_line + 1)
        ),
    )


def _flat(document: Document, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(document.slice(span).split())


def shortened(text: str, most: int = 90) -> str:
    """A text that fits a message, cut in the middle where it is long."""
    if len(text) <= most:
        return text
    return f"{text[: most * 2 // 3].rstrip()} … {text[-most // 4 :].lstrip()}"


def _fill(template: str, values: Mapping[str, str]) -> str:
    """A message with its slots (`<match>`) filled, in one pass: a match is never a template."""
    return _SLOT.sub(lambda slot: values.get(slot[1], slot[0]), template)
