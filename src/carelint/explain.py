"""Rules as pages for people, made from the same YAML that the engine reads."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from carelint import ignore
from carelint.names import Names
from carelint.rule import HOUSE_POLICY, Authority, Example, Rule, RuleBook
from carelint.rule_file import load_rules
from carelint.ruleset import RuleErrors, rule_folder

_WIDTH = 80
#: The labelled sets, by their folders under tests/.
_SETS = {
    "gold": "tuned set",
    "gold-blind": "held-out set of the same kind",
    "gold-unseen": "held-out set in other styles",
}
#: Title, reason and advice of what `ignore` finds; it works on comments, so no YAML can say it.
_IGNORES = {
    ignore.NO_REASON: (
        "An ignore without a reason",
        "A reader of the file should see who allowed the words and why; without that it excuses "
        "nothing.",
        "Add two dashes and the reason: “ignore EFF001 -- approved by counsel, 2026-03-02”.",
    ),
    ignore.UNKNOWN_RULE: (
        "An ignore that names no rule",
        "A mistyped code excuses nothing, though its author thinks that it does.",
        "Name the code, id or family that the finding shows.",
    ),
    ignore.UNUSED: (
        "An ignore that matches nothing",
        "The words it was written for have gone or moved, and it would excuse the next ones.",
        "Remove it, or move it to the text that it is meant for.",
    ),
    ignore.UNKNOWN_FORM: (
        "A comment to carelint that it does not know",
        "A mistyped form excuses nothing.",
        "Write ignore, ignore-next-line, ignore-block or ignore-file.",
    ),
}


def explain(name: str, extra: Iterable[Path] = ()) -> str:
    """The page of a rule, or the list of a family's rules; `extra` are more folders of rules.

    Raises names.UnknownRule, and ruleset.RuleErrors.
    """
    book = _book(extra)
    rules = book.rules
    names = Names([(rule.code, rule.id, rule.family) for rule in rules.values()])
    wanted = names.require(name)
    if wanted in rules:
        return "\n".join(_page(rules[wanted], book.authorities)) + "\n"
    family = [rule for rule in rules.values() if rule.family == wanted]
    return "\n".join(map(_line, sorted(family, key=lambda rule: rule.code))) + "\n"


def listed(format_: str, extra: Iterable[Path] = ()) -> str:
    """All rules, a line each, or as JSON. Raises ruleset.RuleErrors."""
    book = _book(extra)
    rules = sorted(book.rules.values(), key=lambda r: r.code)
    if format_ == "json":
        return json.dumps([_data(r) for r in rules], ensure_ascii=False, indent=2) + "\n"
    return "\n".join(map(_line, rules)) + "\n"


def _book(extra: Iterable[Path]) -> RuleBook:
    """All rules, and those that the ignores themselves are held to."""
    book = load_rules([rule_folder(), *extra])
    if book.problems:
        raise RuleErrors(book.problems)
    for (code, name, severity), (title, why, advice) in _IGNORES.items():
        book.rules[name] = Rule(
            name, code, title, ignore.FAMILY, severity, why, (HOUSE_POLICY,), "", advice
        )
    return book


def _line(rule: Rule) -> str:
    return f"{rule.code}  {rule.severity:8} {rule.id:44} {rule.title}".rstrip()


def _data(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code, "id": rule.id, "family": rule.family, "severity": rule.severity,
        "title": rule.title, "why": rule.why, "authority": list(rule.authority),
        "message": rule.message, "advice": rule.advice, "measured": _measured(rule),
        "examples": {
            "flag": [e.text for e in rule.flags], "pass": [e.text for e in rule.passes],
        },
    }  # fmt: skip


def _page(rule: Rule, authorities: dict[str, Authority]) -> Iterator[str]:
    yield f"{rule.code} {rule.id} ({rule.severity})"
    yield rule.title
    yield ""
    yield from _wrapped(rule.why)
    yield ""
    yield "It rests on:"
    for key in rule.authority:
        yield from _wrapped(_cited(key, authorities), "  - ", "    ")
    yield ""
    yield "What to write instead:"
    yield from _wrapped(rule.advice, "  ", "  ")
    for title, examples in (("It flags:", rule.flags), ("It passes:", rule.passes)):
        if not examples:
            continue
        yield ""
        yield title
        for example in examples:
            yield from _shown(example)
    if rule.notes:
        yield ""
        yield from _wrapped(rule.notes)
    yield ""
    yield from _counted(rule)


def _counted(rule: Rule) -> Iterator[str]:
    """How often the rule was right on the labelled documents."""
    found = _measured(rule)
    if not found:
        yield "Not measured: it has no finding in the labelled documents."
        return
    yield "Measured on the labelled documents:"
    for name, row in found.items():
        told = f"{row['right']} of {row['findings']} findings stand on labelled words"
        share = f"it finds {row['found']} of the {row['of']} {rule.family} labels"
        yield from _wrapped(f"{_SETS[name]}: {told}; {share}", "  - ", "    ")


def _measured(rule: Rule) -> dict[str, dict[str, float]]:
    """Counts, precision and recall by set, as `tests/gold/measure.py` wrote them."""
    shipped = rule_folder() in Path(rule.path).parents
    rows = _measurements().get(rule.id, {}) if shipped else {}
    return {
        name: {
            **row,
            "precision": round(row["right"] / row["findings"], 3),
            "recall": round(row["found"] / row["of"], 3) if row["of"] else 0.0,
        }
        for name, row in rows.items()
    }


@cache
def _measurements() -> dict[str, dict[str, dict[str, int]]]:
    """The counts by rule and set; they are the same for all rules of a run."""
    found: dict[str, dict[str, dict[str, int]]] = json.loads(
        (rule_folder() / "measured.json").read_text("utf-8")
    )
    return found


def _cited(key: str, authorities: dict[str, Authority]) -> str:
    if key == HOUSE_POLICY:
        return "house policy of carelint"
    known = authorities[key]
    return f"{known.cite()}: {known.demands}".strip()


def _shown(example: Example) -> Iterator[str]:
    lines = example.text.strip().splitlines()
    if len(lines) == 1:
        yield from _wrapped(lines[0], "  - ", "    ")
        return
    yield "  - " + lines[0]
    yield from ("    " + line if line else "" for line in lines[1:])


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=rest)
