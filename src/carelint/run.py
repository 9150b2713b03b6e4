"""One run: which files, under which config, into one report.

A file that cannot be read never stops the others: it becomes a problem of the
report. Rules are compiled once for each config that a run meets.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from carelint import config as configs
from carelint import discovery, ignore, readers
from carelint.annotators.parser import ModelMissing, Parser
from carelint.config import Config, ConfigError
from carelint.document import Document, ReadError
from carelint.engine import check
from carelint.finding import SEVERITIES, Finding, Ignored, Problem, Report
from carelint.names import Known
from carelint.rule import OFF, Rule
from carelint.ruleset import RuleErrors, RuleSet, load_ruleset

#: The path that stands for standard input.
STDIN = "-"


@dataclass(frozen=True)
class Setup:
    """A config with its rules compiled, and the parser that they share."""

    config: Config
    known: Known
    rules: RuleSet
    parser: Parser

    def check(self, document: Document) -> tuple[list[Finding], list[Ignored]]:
        """Findings and ignored findings of one document."""
        found = check(document, self.rules, self.parser)
        kept, ignored = ignore.apply(document, found, self.known, self.ran)
        return [f for f in map(self._levelled, kept) if f is not None], ignored

    def _levelled(self, finding: Finding) -> Finding | None:
        """The finding at the config's severity; rules have theirs already, ignores not."""
        if finding.family != ignore.FAMILY:
            return finding
        level = self.config.level(finding.rule, finding.family, finding.severity)
        return replace(finding, severity=level) if level else None

    def fails(self, finding: Finding) -> bool:
        """Whether a finding is at or above the config's `fail-on`."""
        if self.config.fail_on == "never":
            return False
        return SEVERITIES.index(finding.severity) >= SEVERITIES.index(self.config.fail_on)

    @cached_property
    def ran(self) -> Known:
        """The rules that the config wants."""
        return tuple(_known(self.rules, heard=True))

    @cached_property
    def excludes(self) -> Callable[[str], bool]:
        """Whether the config leaves a path out."""
        return discovery.matcher(self.config.exclude)


@dataclass
class Run:
    """The options of the command line, and the setups met so far.

    `config_file` is the only config that counts where it is given; with
    `use_config` false none does.
    """

    options: Mapping[str, object] = field(default_factory=dict)
    config_file: Path | None = None
    use_config: bool = True
    report: Report = field(default_factory=Report)
    failed: bool = False
    _setups: dict[Path | None, Setup | None] = field(default_factory=dict)
    _rulesets: dict[tuple[Path, ...], RuleSet] = field(default_factory=dict)
    _parsers: dict[str, Parser] = field(default_factory=dict)

    @cached_property
    def base(self) -> Setup:
        """The setup of the working folder. Raises ConfigError and RuleErrors."""
        return self._setup(self._config_for(Path.cwd()))

    def setup_for(self, path: str) -> Setup:
        """The setup that governs a file. Raises ConfigError and RuleErrors."""
        return self._setup(self._config_for(Path(path)))

    def check_paths(self, paths: Sequence[str], stdin_name: str) -> None:
        """Check files, folders and standard input (`-`); everything goes into the report."""
        named = [path for path in paths if path != STDIN]
        files, problems = discovery.discover(
            named, self.base.config.exclude, tuple(readers.SUFFIXES)
        )
        self.report.errors += problems
        for path in files:
            self._check(path, Path(path).read_bytes)
        if STDIN in paths:
            self._check(stdin_name, sys.stdin.buffer.read)

    def _check(self, path: str, data: Callable[[], bytes]) -> None:
        setup = self._setup_of(path)
        if setup is None or setup.excludes(path):
            return
        try:
            document = readers.read(data(), path)
            findings, ignored = setup.check(document)
        except ReadError as error:
            self.report.errors.append(Problem(path, error.line, error.message))
        except OSError as error:
            self.report.errors.append(Problem(path, 0, f"cannot be read: {error.strerror}"))
        except ModelMissing as error:
            self._once(Problem(path, 0, str(error)))
        else:
            self.report.files += 1
            self.report.words += sum(norm[0].isalnum() for norm in document.tokens.norms)
            self.report.findings += findings
            self.report.ignored += ignored
            self.failed = self.failed or any(map(setup.fails, findings))
            self._cite(setup, findings)

    def _cite(self, setup: Setup, findings: Sequence[Finding]) -> None:
        known = setup.rules.authorities
        for key in {key for finding in findings for key in finding.authority}:
            if key in known:
                self.report.authorities[key] = known[key].brief()

    def _setup_of(self, path: str) -> Setup | None:
        """The setup that governs a file; None where its config cannot be used."""
        try:
            found = self._config_for(Path(path))
            if found in self._setups:
                return self._setups[found]
            self._setups[found] = None  # its problems are told once
            return self._setup(found)
        except (ConfigError, RuleErrors) as error:
            for problem in error.problems:
                self._once(problem)
            return None

    def _config_for(self, path: Path) -> Path | None:
        if not self.use_config:
            return None
        return self.config_file or configs.find(path)

    def _setup(self, path: Path | None) -> Setup:
        if made := self._setups.get(path):
            return made
        folders = [Path(configs.shown(f)) for f in configs.rule_folders(path)] if path else []
        rules = self._rulesets.get(tuple(folders)) or load_ruleset(folders)
        self._rulesets[tuple(folders)] = rules
        known = (*_known(rules), *ignore.RULES)
        loaded = configs.load(path, known) if path else Config()
        config = loaded.merge(self.options, known)
        parser = self._parsers.setdefault(config.model, Parser(config.model))
        setup = self._setups[path] = Setup(config, known, _chosen(rules, config), parser)
        return setup

    def _once(self, problem: Problem) -> None:
        if problem not in self.report.errors:
            self.report.errors.append(problem)


def _known(rules: RuleSet, *, heard: bool = False) -> Iterator[tuple[str, str, str]]:
    """Code, id and family of each rule; of those only that are reported, where `heard`."""
    wanted = (one.rule for one in rules.rules if not (heard and one.rule.severity == OFF))
    return ((rule.code, rule.id, rule.family) for rule in wanted)


def _chosen(rules: RuleSet, config: Config) -> RuleSet:
    """The rules that a config wants, at the severities that it gives them."""

    def choose(rule: Rule) -> Rule | None:
        level = config.level(rule.id, rule.family, rule.severity)
        return replace(rule, severity=level) if level else None

    return rules.choose(choose)
