"""What carelint says of the mistakes in a config: each with its line, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from carelint import config
from carelint.config import ConfigError
from carelint.reporters import REPORTERS
from carelint.yaml_source import Source

RULES = [
    ("EFF001", "efficacy-cure-claim", "efficacy"),
    ("EFF002", "efficacy-unsourced", "efficacy"),
    ("PRO001", "promise-guarantee", "promise"),
]


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def problems(path: Path, text: str | None = None) -> list[str]:
    if text is not None:
        path.write_text(text, encoding="utf-8", newline="")
    with pytest.raises(ConfigError) as caught:
        config.load(path, RULES)
    return str(caught.value).splitlines()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("slect: [EFF001]", "1: unknown key `slect` (did you mean `select`?)"),
        ("colour: never", "1: unknown key `colour`"),
        (
            "ignore:\n  - EFF001\n  - EFF02",
            "3: `ignore`: no rule, code or family `EFF02` (did you mean `EFF002`?)",
        ),
        (
            "select: [eficacy]",
            "1: `select`: no rule, code or family `eficacy` (did you mean `efficacy`?)",
        ),
        (
            "\nseverity:\n  EFF001: eror",
            "3: `severity` of `EFF001` is one of error, warning, info, off; `eror` is not"
            " (did you mean `error`?)",
        ),
        (
            "severity:\n  EFF001: off\n  efficacy-cure-claim: info",
            "3: `severity`: `efficacy-cure-claim` is named twice, by code and by id",
        ),
        ("severity: error", "1: `severity` must hold `rule: severity` lines"),
        ("severity:\n  EFF001: [off]", "2: `EFF001` must be a text"),
        (
            "fail-on: errors",
            "1: `fail-on` is one of error, warning, info, never; `errors` is not"
            " (did you mean `error`?)",
        ),
        (
            "format: jsn",
            f"1: `format` is one of {', '.join(REPORTERS)}; `jsn` is not (did you mean `json`?)",
        ),
        ("model:", "1: `model` has no value"),
        ("profile: [uk]", "1: `profile` must be a text"),
        ("rules: [nowhere]", "1: `rules`: there is no folder `nowhere`"),
        ("exclude: ['/']", "1: `exclude`: a glob is empty"),
        ("select: [{EFF001: no}]", "1: `select` must hold texts only"),
        ("model: a\nmodel: b", "2: `model` stands twice (first on line 1)"),
        ("- EFF001", "1: expected `key: value` lines"),
    ],
)
def test_a_mistake_is_named_with_its_line(site: Path, text: str, expected: str) -> None:
    assert problems(site / ".carelint.yaml", text) == [f".carelint.yaml:{expected}"]


def test_all_mistakes_of_a_file_are_named_at_once(site: Path) -> None:
    text = """\
[build-system]
requires = ['''
[tool.carelint]
select = "not here"
''']

[tool]
other.carelint = 1

[tool.carelint] # select = 1
"select" = [ "EFF001", # a ], "b"
  "promise", 'EFF1',
  3,
]
fail-on = true
slect = []
  [ tool . "carelint" . severity ]
PRO1 = '''
info'''
"""
    assert problems(site / "pyproject.toml", text) == [
        "pyproject.toml:12: `select`: no rule, code or family `EFF1` (did you mean `EFF001`?)",
        "pyproject.toml:13: `select`: no rule, code or family `3`",
        "pyproject.toml:15: `fail-on` is one of error, warning, info, never; `true` is not",
        "pyproject.toml:16: unknown key `slect` (did you mean `select`?)",
        "pyproject.toml:18: `severity`: no rule, code or family `PRO1` (did you mean `PRO001`?)",
    ]


@pytest.mark.parametrize(
    "text",
    [
        'tool.carelint.select = ["x"]',
        '[tool]\ncarelint = {model = "m", select = ["x"]}',
        '[tool]\ncarelint.select = ["x"]',
        "[[a]]\nb = '\\'\n[tool.carelint]\nselect = ['x']",
        '[tool.carelint]\r\nmodel = """\r\na\\""""""\r\nselect = ["x"]\r\n',
        '[tool.carelint]\nselect = [\n\n  # "no"\n  "PRO001", "x"]',
    ],
)
def test_the_line_is_right_however_the_toml_is_written(site: Path, text: str) -> None:
    line = next(n for n, written in enumerate(text.split("\n"), 1) if "x" in written)
    assert problems(site / "pyproject.toml", text) == [
        f"pyproject.toml:{line}: `select`: no rule, code or family `x`"
    ]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        (
            "pyproject.toml",
            b"[tool]\ncarelint = 3",
            ["pyproject.toml:2: `tool.carelint` must be a table"],
        ),
        ("pyproject.toml", b"[tool]", ["pyproject.toml: there is no [tool.carelint] in it"]),
        (".carelint.yaml", b"model: \xff", [".carelint.yaml: cannot be read: this is not UTF-8"]),
        (".carelint.yaml", None, [".carelint.yaml: cannot be read: No such file or directory"]),
    ],
)
def test_what_cannot_be_read_is_named(
    site: Path, name: str, content: bytes | None, expected: list[str]
) -> None:
    if content is not None:
        (site / name).write_bytes(content)
    assert problems(site / name) == expected


def test_yaml_tags_build_nothing(site: Path) -> None:
    text = "model: !!python/object/apply:os.mkdir [made]\n"
    assert problems(site / ".carelint.yaml", text) == [".carelint.yaml:1: `model` must be a text"]
    assert not (site / "made").exists()


def test_an_alias_that_holds_itself_is_a_problem_not_a_crash() -> None:
    source = Source("a.yaml")
    assert source.parse("select: &a [*a]\n") is None
    assert [p.message for p in source.problems] == [
        "YAML aliases (`*name`) are not read; write the value out"
    ]
