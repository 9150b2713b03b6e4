"""`carelint trace FILE:LINE`: which part of which rule did not match."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import carelint, write

POST = """\
# Panic

Our therapy cures panic attacks.
Our therapy does not cure panic attacks.
We are proud that the building has been cured of damp.

| Column | Other |
| --- | --- |
| a | b |
"""


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    write("post.md", POST)


def told(line: int, *options: str) -> list[str]:
    result = carelint("trace", f"post.md:{line}", *options)
    assert result.exit_code == 0, result.output
    return result.output.splitlines()


def test_a_sentence_is_shown_with_its_words_and_their_labels():
    lines = told(3)
    assert lines[0] == "3:1 paragraph: “Our therapy cures panic attacks.”"
    words = [line.split() for line in lines[1:7]]
    assert [w[0] for w in words] == ["Our", "therapy", "cures", "panic", "attacks", "."]
    assert "<cures>" in words[2]
    assert "<condition>" in words[3]


def test_a_claim_that_stands_is_said_and_reported():
    lines = told(3, "--rule", "EFF001")
    assert any("“cures” with who" in line and line.endswith(": matches") for line in lines)
    assert "  reported: EFF001 efficacy-cure-claim: “cures panic attacks”" in lines


def test_what_excuses_a_claim_is_named():
    lines = told(4, "--rule", "efficacy-cure-claim")
    assert any(line.endswith("matches, but is negated") for line in lines)
    assert not any("reported" in line for line in lines)


def test_the_missing_part_of_a_claim_is_named():
    lines = told(5, "--rule", "EFF001")
    assert any("“cured”" in x and x.endswith("matches, but not its `what`") for x in lines)


def test_without_rules_only_those_that_come_near_are_told():
    assert any("EFF001" in line for line in told(3))
    assert not any("URG" in line for line in told(3))
    assert any("URG" in line for line in told(3, "--rule", "urgency"))


def test_what_is_reported_stands_under_its_own_sentence():
    write("post.md", "Our therapy cures panic attacks. It is kind. It also cures OCD.\n")
    lines = told(1)
    kind = lines.index("1:34 paragraph: “It is kind.”")
    last = next(i for i, line in enumerate(lines) if line.startswith("1:46 "))
    assert any("reported: EFF001" in line for line in lines[:kind])
    assert not any("reported" in line for line in lines[kind:last])
    assert any("reported: EFF001" in line for line in lines[last:])


def test_a_rule_that_leaves_a_fault_to_another_says_so():
    write("post.md", "Research shows that couples who come early do better.\n")
    assert "    left to EFF004: one finding a fault" in told(1, "--rule", "EFF003")


def test_what_reads_like_a_claim_is_among_the_labels():
    write("post.md", "The app quiets the voice that wakes you at three.\n")
    assert any("<likely-efficacy>" in line for line in told(1))


def test_a_line_without_a_sentence_says_so():
    assert told(2) == ["No sentence stands on line 2 of post.md."]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["post.md"], "is no FILE:LINE"),
        (["post.md:x"], "is no FILE:LINE"),
        (["none.md:1"], "none.md: cannot be read"),
        (["post.md:3", "--rule", "EFF1"], "did you mean `EFF001`"),
    ],
)
def test_what_cannot_be_traced_is_said(arguments: list[str], said: str):
    result = carelint("trace", *arguments)
    assert result.exit_code == 2
    assert said in result.output
