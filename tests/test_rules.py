"""Every rule: its examples do what they say, and it is complete."""

import re
from pathlib import Path

import pytest

from carelint.annotators import LABELS
from carelint.annotators.parser import Parser
from carelint.rule import HOUSE_POLICY
from carelint.rule_examples import rule_failures
from carelint.rule_file import load_rules
from carelint.ruleset import load_ruleset, rule_folder

RULES = load_ruleset()
BOOK = load_rules([rule_folder()])
PARSER = Parser()
IDS = sorted(BOOK.rules)
ABOUT_THE_PAGE = {"medical-review-missing", "medical-review-placeholder"}
#: Terms written for rules that are still to come; a rule that uses one takes it out.
WAITING = set(
    """
    ai-role evidence-based fact-label fda-status myth-label preliminary privacy-absolute
    protected-title reporting-verb risk-information variability-note
    """.split()
)


@pytest.mark.parametrize("name", IDS)
def test_examples(name):
    assert list(rule_failures(BOOK.rules[name], RULES, PARSER)) == []


@pytest.mark.parametrize("name", IDS)
def test_a_rule_is_complete(name):
    rule = BOOK.rules[name]
    assert len(rule.flags) >= 3
    assert len(rule.passes) >= 3
    assert rule.authority
    assert "house policy" in rule.authority or set(rule.authority) <= set(BOOK.authorities)
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert len(rule.advice) > 20
    # A message names the words that it is about; a whole page has none.
    assert "<" in rule.message or rule.id in ABOUT_THE_PAGE
    # A linter finds; a person decides.
    text = f"{rule.message} {rule.advice}".lower()
    assert not re.search(r"\b(violat\w*|illegal|unlawful|breaks the law)\b", text)


def test_codes_are_unique():
    codes = [rule.code for rule in BOOK.rules.values()]
    assert len(codes) == len(set(codes))


def test_no_example_is_taken_from_the_gold():
    gold = Path(__file__).parent / "gold"
    text = " ".join(
        " ".join(path.read_text("utf-8").split())
        for path in sorted(gold.iterdir())
        if path.suffix in (".md", ".mdx", ".html", ".txt") and path.name != "GUIDELINE.md"
    )
    for rule in BOOK.rules.values():
        for example in (*rule.flags, *rule.passes):
            plain = " ".join(example.text.replace("_", "").split())
            if len(plain) > 40:
                assert plain not in text, f"{rule.id}: {plain}"


def test_every_term_is_used():
    """By a rule, a standing, another term, or an annotator that looks it up by name."""
    root = Path(__file__).parents[1]
    spoken = " ".join(
        path.read_text("utf-8") for path in sorted((root / "rules").rglob("*.yaml"))
        if path.parent.name != "terms"
    )  # fmt: skip
    included = {name for term in BOOK.terms.values() for name in term.includes}
    code = " ".join(p.read_text("utf-8") for p in sorted((root / "src").rglob("*.py")))
    unused = {
        name
        for name in BOOK.terms
        if f"<{name}>" not in spoken and name not in included and f'"{name}"' not in code
        and not re.search(rf'["\s]{re.escape(name)}["\s]', code)
    }  # fmt: skip
    assert unused == WAITING


def test_no_label_shadows_a_term():
    # An annotator may add to a term's label, but not invent another meaning for its name.
    assert LABELS & set(BOOK.terms) <= {"treatment", "condition"}


def test_house_policy_is_spelt_one_way():
    assert HOUSE_POLICY == "house policy"
