"""The README keeps its word: its commands, names, examples and excerpts are those of the tool."""

from __future__ import annotations

import contextlib
import io
import json
import re
from pathlib import Path

import pytest

from command import carelint, write

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(match[1], match[2]) for match in FENCE.finditer(README)]


def blocks(language: str, *words: str) -> list[str]:
    """The fenced blocks in a language that hold some words."""
    return [text for name, text in BLOCKS if name == language and all(w in text for w in words)]


def steps(command: str) -> list[str]:
    """The steps of a command, whatever the virtual environment is called."""
    plain = command.replace('"$room/venv/bin/', ".venv/bin/").replace('"$room/venv"', ".venv")
    plain = re.sub(r'(\.venv/bin/\w+)"', r"\1", plain).replace("--quiet", "-q")
    return [step.strip() for step in re.split(r"&&|\n", plain) if step.strip()]


def test_it_opens_with_a_command_that_checks_and_one_that_tests() -> None:
    opening = [text for name, text in BLOCKS if name == "sh"][:2]
    assert "carelint check examples/clinic" in opening[0]
    assert "-m pytest" in opening[1]
    assert README.index(opening[1]) < README.index("## What it finds")
    for command in opening:
        assert steps(command)[0] == "python3 -m venv .venv"


def test_what_the_checks_run_is_the_test_command() -> None:
    (command,) = blocks("sh", "-m pytest")
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert steps(script)[-3:] == steps(command)


def test_every_rule_it_names_exists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    rules = json.loads(carelint("rules", "--format", "json").output)
    codes = {rule["code"] for rule in rules}
    ours = set(re.findall(r"\b[A-Z]{3}\d{3}\b", README)) - {"HSE001"}
    assert len(ours) >= 3
    assert ours <= codes
    rows = re.findall(r"^\| (\w+) \| ([^|]*) \|", README, re.MULTILINE)[0:]
    prefixes = {code for _, cell in rows for code in re.findall(r"`(\w+)`", cell)}
    assert prefixes == {code[:3] for code in codes}
    assert {family for family, _ in rows} - {"Family"} == {rule["family"] for rule in rules}


def test_its_excerpt_is_what_the_tool_prints() -> None:
    report = (ROOT / "examples" / "clinic" / "report.txt").read_text("utf-8")
    (excerpt,) = blocks("text", "examples/clinic/posts/")
    findings = excerpt.rstrip().split("\n\n")
    assert len(findings) == 2
    for finding in findings:
        assert f"{finding}\n\n" in report


def test_its_rule_does_what_its_examples_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    (rule,) = blocks("yaml", "code: HSE001")
    (settings,) = blocks("yaml", "fail-on:")
    write("house/wording/no-journey.yaml", rule)
    write(".carelint.yaml", settings)
    (command,) = blocks("sh", "carelint rules test")
    result = carelint(*command.split()[1:])
    assert (result.output, result.exit_code) == ("All examples do what they should.\n", 0)


def test_its_settings_and_its_ignore_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "house").mkdir()
    monkeypatch.chdir(tmp_path)
    (settings,) = blocks("yaml", "fail-on:")
    (comment,) = blocks("markdown", "carelint: ignore")
    write(".carelint.yaml", settings)
    write("post.md", f"{comment}Our programme cures depression.\n")
    report = json.loads(carelint("check", "--format", "json").output)
    assert (report["findings"], report["errors"]) == ([], [])
    assert report["ignored"][0]["reason"] == "approved by counsel, 2026-03-02"


def test_its_python_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = blocks("python", "import carelint")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), {})
    assert " EFF003 reduces depression" in printed.getvalue()


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_its_links_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\((?!https?://)([^)#]+)\)", (ROOT / page).read_text("utf-8")):
        assert (ROOT / target).exists(), target
