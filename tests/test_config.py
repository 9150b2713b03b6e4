"""Configs: which one counts, what it says, and how the command line goes before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from carelint import config
from carelint.config import Config, ConfigError
from carelint.finding import Problem
from carelint.settings import KEYS

RULES = [
    ("EFF001", "efficacy-cure-claim", "efficacy"),
    ("EFF002", "efficacy-unsourced", "efficacy"),
    ("PRO001", "promise-guarantee", "promise"),
]
YAML = """\
select: [efficacy, PRO001]
ignore:
  - EFF002
severity:
  EFF001: warning
  promise: off
fail-on: error
format: json
exclude: [drafts, "*.old.md", /archive/2019]
profile: uk
rules: [house]
model: en_core_web_md
"""
TOML = """\
[project]
name = "site"

[tool.carelint]
select = ["efficacy", "PRO001"]
ignore = [
    "EFF002",  # our counsel's wish
]
fail-on = "error"
format = "json"
exclude = ["drafts", "*.old.md", "/archive/2019"]
profile = "uk"
rules = ["house"]
model = "en_core_web_md"

[tool.carelint.severity]
EFF001 = "warning"
promise = "off"
"""


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, the root of a git repository."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("name", "text"), [(".carelint.yaml", YAML), ("pyproject.toml", TOML)])
def test_every_key_is_read_alike_from_both_files(site: Path, name: str, text: str) -> None:
    (site / "house").mkdir()
    found = config.load(write(site / name, text), RULES)
    assert found.select == ("efficacy", "promise-guarantee")
    assert found.ignore == ("efficacy-unsourced",)
    assert found.severity == {"efficacy-cure-claim": "warning", "promise": "off"}
    assert (found.fail_on, found.format) == ("error", "json")
    assert (found.profile, found.model) == ("uk", "en_core_web_md")
    assert found.rules == (site / "house",) == config.rule_folders(site / name)
    assert found.exclude == tuple(
        f"{site}/{glob}" for glob in ("**/drafts", "**/*.old.md", "archive/2019")
    )


def test_each_value_knows_where_it_came_from(site: Path) -> None:
    found = config.load(write(site / "blog/pyproject.toml", TOML.replace('"house"', "")), RULES)
    merged = found.merge({"fail-on": "never", "select": None}, RULES)
    assert merged.origin["select"] == "blog/pyproject.toml:5"
    assert merged.origin["severity.promise"] == "blog/pyproject.toml:18"
    assert merged.origin["fail-on"] == "command line"
    assert Config().origin["model"] == "default"
    assert set(Config().origin) == set(KEYS)


class TestFind:
    """The nearest config counts, up to the root of the repository."""

    def test_the_nearest_counts(self, site: Path) -> None:
        outer = write(site / "pyproject.toml", TOML)
        inner = write(site / "blog/.carelint.yaml", "")
        assert config.find(Path("blog/2024/post.md")) == inner
        assert config.find(Path("blog")) == inner
        assert config.find(site / "about.md") == outer

    def test_a_pyproject_without_our_table_is_passed_by(self, site: Path) -> None:
        outer = write(site / ".carelint.yaml", "")
        inner = write(site / "blog/pyproject.toml", "# carelint is not set up here\n[project]\n")
        assert config.find(site / "blog/a.md") == outer
        write(inner, "[tool.carelint]\nfail-on = 'never'\n# longer, so that it is seen as changed")
        assert config.find(site / "blog/a.md") == inner

    def test_the_search_ends_at_the_repository(self, site: Path) -> None:
        write(site / ".carelint.yaml", "")
        (site / "other/.git").mkdir(parents=True)
        assert config.find(site / "other/posts/a.md") is None

    def test_two_in_one_folder_are_a_mistake(self, site: Path) -> None:
        write(site / "pyproject.toml", TOML)
        write(site / ".carelint.yaml", YAML)
        with pytest.raises(ConfigError) as caught:
            config.find(site / "a.md")
        assert str(caught.value) == (
            ".carelint.yaml: pyproject.toml in the same folder configures carelint too; "
            "keep one of them"
        )

    def test_a_broken_file_that_names_us_is_not_passed_by(self, site: Path) -> None:
        path = write(site / "pyproject.toml", "[tool.carelint]\nselect = [EFF001]\n")
        assert config.find(site / "a.md") == path
        with pytest.raises(ConfigError, match=r"toml:2: cannot read the TOML"):
            config.load(path, RULES)


def test_a_config_named_by_a_relative_path_has_absolute_globs(site: Path) -> None:
    write(site / "own/strict.toml", "[tool.carelint]\nexclude = ['drafts']\n")
    assert config.load(Path("own/strict.toml"), RULES).exclude == (f"{site}/own/**/drafts",)


@pytest.mark.parametrize("text", ["", "# select: [EFF001]\n\n", "\ufeff# a mark before it"])
def test_an_empty_config_changes_nothing(site: Path, text: str) -> None:
    assert config.load(write(site / ".carelint.yaml", text), RULES) == Config()


class TestMerge:
    """The command line goes first."""

    def test_an_option_replaces_the_value_of_its_key(self) -> None:
        found = Config(exclude=("/site/**/drafts",), format="json").merge(
            {"exclude": ["*.tmp.md"], "fail-on": "info", "format": None}, RULES
        )
        assert found.exclude == (f"{Path.cwd()}/**/*.tmp.md",)
        assert (found.fail_on, found.format) == ("info", "json")

    def test_severities_are_merged_rule_by_rule(self) -> None:
        found = Config(severity={"promise": "off", "efficacy": "info"}).merge(
            {"severity": {"efficacy": "error"}}, RULES
        )
        assert found.severity == {"promise": "off", "efficacy": "error"}

    @pytest.mark.parametrize("asked", ["EFF001", "efficacy-cure-claim"])
    def test_a_rule_asked_for_by_name_is_on(self, asked: str) -> None:
        off = Config(ignore=("efficacy-cure-claim",), severity={"efficacy-cure-claim": "off"})
        found = off.merge({"select": [asked]}, RULES)
        assert found.level("efficacy-cure-claim", "efficacy", "error") == "error"

    def test_a_wrong_name_is_a_mistake_here_too(self) -> None:
        with pytest.raises(ConfigError) as caught:
            Config().merge({"select": ["EFF01"], "ignore": ["x"]}, RULES)
        assert caught.value.problems == (
            Problem("command line", 0, "`ignore`: no rule, code or family `x`"),
            Problem(
                "command line", 0,
                "`select`: no rule, code or family `EFF01` (did you mean `EFF001`?)",
            ),
        )  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "level"),
    [
        ({}, "error"),
        ({"select": ["efficacy"]}, "error"),
        ({"select": ["promise"]}, None),
        ({"ignore": ["EFF001"]}, None),
        ({"ignore": ["efficacy"]}, None),
        ({"ignore": ["efficacy"], "select": ["EFF001"]}, "error"),
        ({"ignore": ["EFF001"], "select": ["efficacy"]}, None),
        ({"severity": {"efficacy": "info"}}, "info"),
        ({"severity": {"efficacy": "info", "EFF001": "warning"}}, "warning"),
        ({"severity": {"efficacy": "off", "EFF001": "warning"}}, "warning"),
        ({"severity": {"EFF001": "off"}}, None),
    ],
)
def test_the_level_of_a_rule(settings: dict[str, object], level: str | None) -> None:
    found = Config().merge(settings, RULES)
    assert found.level("efficacy-cure-claim", "efficacy", "error") == level
