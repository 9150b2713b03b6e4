"""The rules of a run, compiled: patterns ready to match, terms ready to scan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from carelint.annotators import LABELS
from carelint.annotators.standing import CueSet, compile_cues
from carelint.annotators.terms import Lexicon
from carelint.finding import Problem
from carelint.pattern import (
    Choice,
    Claim,
    Condition,
    PatternError,
    Phrase,
    compile_condition,
    compile_flag,
)
from carelint.rule import OFF, Authority, Pattern, Rule, RuleBook
from carelint.rule_file import load_rules

T = TypeVar("T")
#: Where the shipped rules are: beside the package in a wheel, at the root in a checkout.
_SHIPPED = Path(__file__).parent / "rules"
_CHECKOUT = Path(__file__).parents[2] / "rules"


class RuleErrors(Exception):
    """Rule files that cannot be used; `problems` names file and line of each fault."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(f"{p.path}:{p.line}: {p.message}" for p in problems))
        self.problems = problems


@dataclass(frozen=True)
class CompiledRule:
    """A rule with its patterns compiled."""

    rule: Rule
    flag: tuple[Phrase | Claim, ...]
    with_: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    when: tuple[Condition, ...]
    require: tuple[Condition, ...]

    @cached_property
    def standings(self) -> frozenset[str]:
        """The standings that excuse a match; where there are any, the parser is needed."""
        return frozenset(c.standing for c in self.unless if c.standing)


@dataclass(frozen=True)
class RuleSet:
    """Everything that `engine.check` needs to know about the rules."""

    rules: list[CompiledRule]
    lexicon: Lexicon
    cues: dict[str, CueSet]
    authorities: dict[str, Authority]

    def choose(self, choose: Callable[[Rule], Rule | None]) -> RuleSet:
        """This set with each rule as `choose` returns it; None leaves a rule out.

        A rule that is left out stays, unheard (severity OFF), where another covers the rest
        of its family: what somebody turned off must not come back under another name.
        """
        chosen = {one.rule.id: choose(one.rule) for one in self.rules}
        rest = {rule.family for rule in chosen.values() if rule and rule.covers == "rest"}
        for one in self.rules:
            if chosen[one.rule.id] is None and one.rule.family in rest:
                chosen[one.rule.id] = replace(one.rule, severity=OFF)
        kept = ((chosen[one.rule.id], one) for one in self.rules)
        return replace(self, rules=[replace(one, rule=rule) for rule, one in kept if rule])

    @cached_property
    def by_norm(self) -> dict[str, list[tuple[int, int]]]:
        """The (rule, flag) indices to try where a norm stands."""
        return self._index(_norms)

    @cached_property
    def by_label(self) -> dict[str, list[tuple[int, int]]]:
        """The (rule, flag) indices to try where a label stands."""
        return self._index(lambda choice: choice.labels)

    def _index(self, keys: Callable[[Choice], Iterable[str]]) -> dict[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for at, compiled in enumerate(self.rules):
            for number, flag in enumerate(compiled.flag):
                for key in sorted(keys(flag.trigger)):
                    found[key].append((at, number))
        return dict(found)


def rule_folder() -> Path:
    """The folder of the rules that come with carelint."""
    return _SHIPPED if _SHIPPED.is_dir() else _CHECKOUT


def load_ruleset(extra: Iterable[Path] = ()) -> RuleSet:
    """The shipped rules, and those of `extra` folders over them, compiled.

    Raises RuleErrors with every fault of every file.
    """
    return compile_rules(load_rules([rule_folder(), *extra]))


def compile_rules(book: RuleBook) -> RuleSet:
    """Compile a rule book. Raises RuleErrors."""
    problems = list(book.problems)
    names = frozenset(book.terms) | LABELS
    rules = sorted(book.rules.values(), key=lambda rule: rule.code)
    compiled = [_compile_rule(rule, names, problems) for rule in rules]
    try:
        cues = compile_cues(book.standings, names)
    except PatternError as error:
        problems.append(Problem("rules/standings", 1, str(error)))
        cues = {}
    if problems:
        raise RuleErrors(sorted(problems))
    return RuleSet(compiled, Lexicon(book.terms), cues, book.authorities)


def _compile_rule(rule: Rule, names: frozenset[str], problems: list[Problem]) -> CompiledRule:
    def conditions(patterns: Iterable[Pattern]) -> tuple[Condition, ...]:
        return tuple(_each(compile_condition, patterns))

    def _each(
        compile_one: Callable[[Pattern, frozenset[str]], T], patterns: Iterable[Pattern]
    ) -> Iterator[T]:
        for pattern in patterns:
            try:
                yield compile_one(pattern, names)
            except PatternError as error:
                problems.append(Problem(rule.path, pattern.line, str(error)))

    return CompiledRule(
        rule,
        tuple(_each(compile_flag, rule.flag)),
        conditions(rule.with_),
        conditions(rule.unless),
        conditions(rule.when),
        conditions(rule.require),
    )


def _norms(choice: Choice) -> set[str]:
    first = {sequence[0] for sequence in choice.sequences}
    return {*choice.norms, *first, *(word.lower() for word in choice.exact)}
