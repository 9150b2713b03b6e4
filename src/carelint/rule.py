"""What rule files hold: rules, terms, standings' cues and authorities, as checked data.

`rule_file.py` reads them; what the patterns mean is `pattern.py`'s business.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from carelint.finding import Problem

HOUSE_POLICY = "house policy"
#: The severity of a rule that only keeps others silent; its findings are not reported.
OFF = "off"
#: What a rule may say that its findings cover.
COVERS = ("sentence", "rest")
_BRIEF = 30


@dataclass(frozen=True, slots=True)
class Pattern:
    """A phrase (text) or a claim (parts: who, does, what, how, not), not yet compiled."""

    line: int
    text: str = ""
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule must flag or pass; `format` is the suffix of a reader."""

    text: str
    line: int
    format: str = "markdown"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule file.

    `blocks` limits the kinds of block it reads; empty means all prose. `covers` is
    "sentence" where a finding speaks for all claims of its family in the sentence, "rest"
    where the rule speaks only of sentences in which no other of its family does.
    """

    id: str
    code: str
    title: str
    family: str
    severity: str
    why: str
    authority: tuple[str, ...]
    message: str
    advice: str
    flag: tuple[Pattern, ...] = ()
    with_: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    when: tuple[Pattern, ...] = ()
    require: tuple[Pattern, ...] = ()
    blocks: tuple[str, ...] = ()
    covers: str = ""
    flags: tuple[Example, ...] = ()
    passes: tuple[Example, ...] = ()
    notes: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """An entry of a term: its main word, other spellings, and a replacement if any."""

    word: str
    also: tuple[str, ...] = ()
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A defined term: `<name>` in patterns."""

    name: str
    means: str
    inflect: str
    words: tuple[Word, ...]
    includes: tuple[str, ...] = ()
    path: str = ""


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue phrases of a standing, by how they bear on a claim.

    `words` stand beside it ("not", "may", "if"), `governors` above it ("aim",
    "claim"), `subjects` in its subject ("no", "nobody"), `phrases` anywhere in the
    sentence, `opens` at its beginning; a cue inside a `trap` does not count.
    """

    standing: str
    means: str
    words: tuple[str, ...] = ()
    governors: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    path: str = ""


@dataclass(frozen=True, slots=True)
class Authority:
    """A law, guide or code that rules rest on; `verified` is yes, partly or no."""

    key: str
    name: str
    section: str = ""
    demands: str = ""
    jurisdictions: tuple[str, ...] = ()
    link: str = ""
    checked: str = ""
    verified: str = "no"

    def cite(self) -> str:
        """Name and section in full; a section that nobody verified yet is marked."""
        place = f"{self.name}, {self.section}" if self.section else self.name
        return place if self.verified == "yes" else f"{place} (section to be verified)"

    def brief(self) -> str:
        """Name and section for a line of a report; a section that is long or not
        verified is left out.
        """
        if self.verified != "yes" or not self.section or len(self.section) > _BRIEF:
            return self.name
        return f"{self.name}, {self.section}"


@dataclass
class RuleBook:
    """All rules, terms and authorities of a run, and the problems met while reading."""

    rules: dict[str, Rule] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    standings: dict[str, Cues] = field(default_factory=dict)
    authorities: dict[str, Authority] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
