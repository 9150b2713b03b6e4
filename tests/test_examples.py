"""The little clinic's site gives the report that lies beside it, to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import carelint

ROOT = Path(__file__).parents[1]
CLINIC = ROOT / "examples" / "clinic"
REPORT = CLINIC / "report.txt"
AGAIN = f"carelint check examples/clinic --output {REPORT.relative_to(ROOT).as_posix()}"


@pytest.fixture(autouse=True)
def november(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of the report, from which the age of a review is counted."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795564800")  # 25 November 2026
    monkeypatch.chdir(ROOT)


def test_the_report_is_what_the_tool_says(tmp_path: Path) -> None:
    made = tmp_path / "report.txt"
    result = carelint("check", "examples/clinic", "--output", str(made))
    assert result.exit_code == 1
    assert made.read_text("utf-8") == REPORT.read_text("utf-8"), f"read it, then run: {AGAIN}"


def test_the_posts_show_every_family_and_one_excused_finding() -> None:
    report = REPORT.read_text("utf-8")
    for prefix in ("EFF", "PRM", "STA", "CIT", "REV", "TST"):
        assert f" {prefix}0" in report, f"no post shows {prefix}"
    assert report.rstrip().endswith("; 1 ignored")


@pytest.mark.parametrize("name", ["first-appointment.txt", "panic-attacks.md"])
def test_a_sober_post_is_left_in_peace(name: str) -> None:
    assert f"posts/{name}" not in REPORT.read_text("utf-8")


def test_every_format_has_a_post() -> None:
    suffixes = sorted(path.suffix for path in (CLINIC / "posts").iterdir())
    assert suffixes == [".html", ".md", ".md", ".md", ".mdx", ".txt"]
