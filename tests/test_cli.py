"""The command line as a person or a script meets it: what it prints and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from command import SOURCE, carelint, codes, paths, write

CURE = "Our six-week programme cures depression.\n"  # EFF001, an error
REDUCES = "CBT reduces anxiety.\n"  # EFF003, a warning
CLEAN = "We are open from nine to five. A session lasts 50 minutes.\n"


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, the root of a repository without a config."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path


class TestCheck:
    def test_it_shows_the_line_the_words_and_what_to_do(self) -> None:
        write("posts/cure.md", "# Six weeks\n\n" + CURE)
        result = carelint("check", "posts")
        assert result.output.startswith(
            "posts/cure.md:3:24 error EFF001 efficacy-cure-claim\n"
            "  3 | Our six-week programme cures depression.\n"
            "    |                        ^^^^^^^^^^^^^^^^\n"
        )
        assert "\n  advice     " in result.output
        assert "\n  authority  " in result.output
        assert result.output.endswith("\n1 finding (1 error) in 1 file, 8 words\n")
        assert result.exit_code == 1

    def test_without_a_path_it_checks_the_working_folder(self) -> None:
        write("posts/cure.md", CURE)
        assert paths(carelint("check", "--format", "json")) == ["posts/cure.md"]

    def test_git_ignored_posts_are_left_out_of_folders(self, site: Path) -> None:
        (site / ".git").rmdir()
        subprocess.run(["git", "init", "-q"], check=True)
        write(".gitignore", "drafts/\n")
        write("drafts/cure.md", CURE)
        write("posts/cure.md", CURE)
        assert paths(carelint("check", ".", "--format", "json")) == ["posts/cure.md"]

    @pytest.mark.parametrize(
        ("arguments", "status"),
        [
            (["clean.md"], 0),
            (["cure.md"], 1),
            (["reduces.md"], 1),
            (["clean.md", "cure.md"], 1),
            (["reduces.md", "--fail-on", "error"], 0),
            (["cure.md", "--fail-on", "error"], 1),
            (["cure.md", "--fail-on", "never"], 0),
            (["clean.md", "gone.md"], 2),
            (["cure.md", "gone.md", "--fail-on", "never"], 2),
            (["cure.md", "--fail-on", "sometimes"], 2),
            (["cure.md", "--format", "pdf"], 2),
            (["cure.md", "--no-such-option"], 2),
            (["cure.md", "--config", "gone.yaml"], 2),
        ],
    )
    def test_exit_status(self, arguments: list[str], status: int) -> None:
        for name, text in (("clean", CLEAN), ("cure", CURE), ("reduces", REDUCES)):
            write(f"{name}.md", text)
        assert carelint("check", *arguments).exit_code == status

    @pytest.mark.parametrize(
        ("options", "found"),
        [
            ([], ["EFF001", "EFF003"]),
            (["--select", "EFF001"], ["EFF001"]),
            (["--select", "efficacy-cure-claim"], ["EFF001"]),
            (["--select", "efficacy"], ["EFF001", "EFF003"]),
            (["--select", "eff001,EFF003"], ["EFF001", "EFF003"]),
            (["--select", "EFF001", "--select", "EFF003"], ["EFF001", "EFF003"]),
            (["--select", "promise"], []),
            (["--ignore", "EFF001"], ["EFF003"]),
            (["--ignore", "efficacy"], []),
            (["--select", "efficacy", "--ignore", "EFF003"], ["EFF001"]),
        ],
    )
    def test_select_and_ignore(self, options: list[str], found: list[str]) -> None:
        write("post.md", f"{CURE}\n{REDUCES}")
        assert codes(carelint("check", "post.md", "--format", "json", *options)) == found

    def test_a_mistyped_rule_is_not_passed_over(self) -> None:
        write("post.md", CLEAN)
        result = carelint("check", "post.md", "--select", "EFF01")
        assert result.exit_code == 2
        assert result.output == (
            "carelint: command line: `select`: no rule, code or family `EFF01`"
            " (did you mean `EFF001`?)\n"
        )


class TestOutput:
    def test_a_report_in_a_file_is_the_same_at_every_terminal(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write("post.md", CURE + REDUCES)
        reports = []
        for columns in ("40", "200"):
            monkeypatch.setenv("COLUMNS", columns)
            result = carelint("check", "post.md", "--color", "--output", "report.txt")
            assert (result.output, result.exit_code) == ("", 1)
            reports.append(Path("report.txt").read_text("utf-8"))
        assert reports[0] == reports[1]
        assert "\x1b" not in reports[0]
        assert max(map(len, reports[0].splitlines())) <= 88

    def test_a_run_that_fails_leaves_the_old_report(self, site: Path) -> None:
        write("report.txt", "the report of yesterday\n")
        write(".carelint.yaml", "fail-on: sometimes\n")
        write("post.md", CURE)
        assert carelint("check", "post.md", "--output", "report.txt").exit_code == 2
        assert Path("report.txt").read_text("utf-8") == "the report of yesterday\n"

    def test_nothing_but_the_report_stays_behind(self, site: Path) -> None:
        write("post.md", CLEAN)
        carelint("check", "post.md", "--output", "report.txt")
        assert sorted(path.name for path in site.iterdir()) == [".git", "post.md", "report.txt"]

    def test_a_report_that_cannot_be_written_is_told(self) -> None:
        write("post.md", CLEAN)
        result = carelint("check", "post.md", "--output", "no/such/folder/report.txt")
        assert result.exit_code == 2
        assert "no/such/folder/report.txt: cannot be written" in result.output

    def test_json_is_one_object_and_the_same_each_time(self) -> None:
        write("a.md", CURE)
        write("b.md", REDUCES)
        results = [carelint("check", "a.md", "b.md", "gone.md", "--format", "json") for _ in "12"]
        assert results[0].output == results[1].output
        report = json.loads(results[0].output)
        assert list(report) == ["version", "tool", "findings", "ignored", "errors", "summary"]
        assert report["errors"][0]["path"] == "gone.md"
        finding = report["findings"][0]
        assert (finding["line"], finding["column"], finding["end_column"]) == (1, 24, 40)
        assert finding["text"] == "cures depression"


class TestStandardInput:
    def test_it_goes_by_the_name_it_is_given(self) -> None:
        page = "<p>Our programme <!-- cures grief --> cures depression.</p>"
        result = carelint(
            "check", "-", "--stdin-filename", "posts/draft.html", "--format", "json", stdin=page
        )
        assert (paths(result), codes(result)) == (["posts/draft.html"], ["EFF001"])
        assert result.exit_code == 1

    def test_it_is_markdown_where_no_name_is_given(self) -> None:
        assert paths(carelint("check", "-", "--format", "json", stdin=CURE)) == ["stdin.md"]

    def test_the_config_nearest_to_the_name_counts(self) -> None:
        write("posts/.carelint.yaml", "ignore: [efficacy]\n")
        result = carelint("check", "-", "--stdin-filename", "posts/draft.md", stdin=CURE)
        assert result.exit_code == 0


class TestConfig:
    def test_the_nearest_file_wins(self) -> None:
        write("pyproject.toml", '[tool.carelint]\nignore = ["efficacy"]\n')
        write("blog/.carelint.yaml", "severity: {EFF001: info}\n")
        write("about.md", CURE)
        write("blog/post.md", CURE)
        report = json.loads(carelint("check", "--format", "json").output)
        assert [(f["path"], f["severity"]) for f in report["findings"]] == [
            ("blog/post.md", "info")
        ]

    @pytest.mark.parametrize(
        ("options", "found"),
        [([], []), (["--no-config"], ["EFF001"]), (["--config", "strict.yaml"], ["EFF001"])],
    )
    def test_it_can_be_left_aside(self, options: list[str], found: list[str]) -> None:
        write(".carelint.yaml", "ignore: [efficacy]\n")
        write("strict.yaml", "fail-on: info\n")
        write("post.md", CURE)
        assert codes(carelint("check", "post.md", "--format", "json", *options)) == found

    def test_what_a_config_further_down_excludes_stays_out(self) -> None:
        write("blog/.carelint.yaml", "exclude: [drafts]\n")
        for name in ("blog/drafts/a.md", "blog/b.md", "drafts/c.md"):
            write(name, CURE)
        assert paths(carelint("check", ".", "--format", "json")) == ["blog/b.md", "drafts/c.md"]

    def test_the_command_line_goes_first(self) -> None:
        write(".carelint.yaml", "fail-on: never\nformat: json\n")
        write("post.md", CURE)
        assert carelint("check", "post.md").exit_code == 0
        result = carelint("check", "post.md", "--fail-on", "error", "--format", "terminal")
        assert result.exit_code == 1
        assert result.output.startswith("post.md:1:24 error EFF001")


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of its own")
@pytest.mark.parametrize(("no_color", "colored"), [("", True), ("1", False)])
def test_colour_is_for_terminals_that_want_it(no_color: str, colored: bool) -> None:
    import pty

    write("post.md", "---\ntitle: [\n---\n")  # a problem is enough, and quick
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "TERM": "xterm", "NO_COLOR": no_color}
    command = [sys.executable, "-m", "carelint", "check", "post.md"]
    subprocess.run(command, stdout=theirs, stderr=theirs, env=environment, check=False)
    os.close(theirs)
    assert ("\x1b[" in os.read(ours, 4096).decode()) is colored
    os.close(ours)
