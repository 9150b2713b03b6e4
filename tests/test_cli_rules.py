"""`explain`, `rules`, `--help`: what carelint says of itself, and rules of the house."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from carelint import __version__
from command import carelint, codes, write


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder to work in, the root of a repository without a config."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


class TestRules:
    HOUSE_RULE = """\
        id: no-journey
        code: HSE001
        title: The word journey
        severity: warning
        why: Our readers are in treatment, not on a journey.
        authority: [house policy]
        flag:
          - healing|recovery journey
        message: “<match>” is a word that we do not use.
        advice: Say treatment, therapy or recovery.
        examples:
          flag:
            - Your _healing journey_ begins here.
          pass:
            - {passes}
        """

    def house(self, passes: str) -> str:
        write(".carelint.yaml", "rules: [house]\n")
        rule = "\n".join(line[8:] for line in self.HOUSE_RULE.splitlines())
        return str(write("house/wording/no-journey.yaml", rule.replace("{passes}", passes)))

    @pytest.mark.parametrize("name", ["EFF001", "eff001", "efficacy-cure-claim"])
    def test_explain_goes_by_code_or_id(self, name: str) -> None:
        result = carelint("explain", name)
        assert result.output.startswith("EFF001 efficacy-cure-claim (error)\n")
        for part in ("It rests on:", "What to write instead:", "It flags:", "It passes:"):
            assert f"\n{part}\n" in result.output

    def test_explain_lists_a_family(self) -> None:
        lines = carelint("explain", "efficacy").output.splitlines()
        assert lines[0].startswith("EFF001  error")
        assert all(line.startswith("EFF") for line in lines)

    @pytest.mark.parametrize("code", ["IGN001", "IGN002", "IGN003", "IGN004"])
    def test_explain_knows_what_it_says_of_ignores(self, code: str) -> None:
        assert carelint("explain", code).output.startswith(f"{code} ignore-")

    def test_explain_names_the_nearest_rule(self) -> None:
        result = carelint("explain", "guarantee-outcome")
        assert result.exit_code == 2
        assert result.output == (
            "carelint: there is no rule `guarantee-outcome` (did you mean `guaranteed-outcome`?);"
            " `carelint rules` lists them\n"
        )

    def test_the_list_and_its_json_tell_of_the_same_rules(self) -> None:
        lines = carelint("rules").output.splitlines()
        rules = json.loads(carelint("rules", "--format", "json").output)
        assert [line.split()[0] for line in lines] == [rule["code"] for rule in rules]
        assert [rule["code"] for rule in rules] == sorted(rule["code"] for rule in rules)
        assert all(rule["why"] and rule["authority"] and rule["advice"] for rule in rules)

    def test_a_rule_tells_how_often_it_was_right(self) -> None:
        page = carelint("explain", "EFF001").output
        assert "\nMeasured on the labelled documents:\n  - tuned set: " in page
        assert "efficacy labels" in page
        rules = json.loads(carelint("rules", "--format", "json").output)
        rows = [row for rule in rules for row in rule["measured"].values()]
        assert len(rows) > 50
        for row in rows:
            assert row["right"] <= row["findings"]
            assert row["precision"] == round(row["right"] / row["findings"], 3)

    def test_a_rule_of_the_house_is_not_measured(self) -> None:
        self.house("Treatment is work.")
        assert "Not measured: " in carelint("explain", "HSE001").output

    def test_a_rule_of_the_house_is_a_rule_like_others(self) -> None:
        path = self.house("Treatment is work.")
        write("post.md", "Begin your recovery journey.\n")
        assert codes(carelint("check", "post.md", "--format", "json")) == ["HSE001"]
        assert carelint("explain", "HSE001").output.startswith("HSE001 no-journey (warning)\n")
        assert "HSE001" in carelint("rules").output
        result = carelint("rules", "test", path)
        assert (result.output, result.exit_code) == ("All examples do what they should.\n", 0)

    def test_an_example_that_fails_is_shown_with_its_place(self) -> None:
        result = carelint("rules", "test", self.house("A healing journey takes time."))
        assert result.exit_code == 1
        assert result.output == (
            "house/wording/no-journey.yaml:15: HSE001 should pass: A healing journey takes time."
            " (it marks “healing journey”)\n1 example does not do what it should.\n"
        )

    def test_a_file_that_no_config_names_is_not_passed_as_tested(self) -> None:
        path = self.house("Treatment is work.")
        Path(".carelint.yaml").unlink()
        result = carelint("rules", "test", path)
        assert result.exit_code == 2
        assert "carelint knows no such rule" in result.output


class TestHelp:
    def test_version(self) -> None:
        assert carelint("--version").output == f"carelint, version {__version__}\n"

    @pytest.mark.parametrize(
        ("command", "example"),
        [
            ([], "  carelint check posts/ "),
            (["check"], "  cat draft.md | carelint check - --stdin-filename posts/draft.md\n"),
            (["explain"], "  carelint explain EFF001\n"),
            (["rules"], "  carelint rules --format json "),
            (["rules", "test"], "  carelint rules test house/wording/no-miracles.yaml\n"),
        ],
    )
    def test_every_command_shows_how_it_is_used(self, command: list[str], example: str) -> None:
        result = carelint(*command, "--help")
        assert example in result.output
        assert result.exit_code == 0
