"""What a program reads: the contract of `--format json`."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from carelint.finding import Problem, Report
from carelint.reporters import REPORTERS, names, reporter
from reporters import sample

_PLACE = {
    "path": {"type": "string"},
    "line": {"type": "integer", "minimum": 1},
    "column": {"type": "integer", "minimum": 1},
    "end_line": {"type": "integer", "minimum": 1},
    "end_column": {"type": "integer", "minimum": 1},
    "text": {"type": "string"},
}


def _object(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_TEXT, _COUNT = {"type": "string"}, {"type": "integer", "minimum": 0}
_FINDING: dict[str, Any] = {
    **_PLACE,
    **dict.fromkeys(("code", "rule", "family", "message", "advice"), _TEXT),
    "severity": {"enum": ["error", "warning", "info"]},
    "authority": _list(_TEXT),
    "related": _list(_object(**_PLACE)),
}
CONTRACT = _object(
    version={"const": 1},
    tool=_object(name={"const": "carelint"}, version=_TEXT),
    findings=_list(_object(**_FINDING)),
    ignored=_list(_object(**_FINDING, reason=_TEXT)),
    errors=_list(_object(path=_TEXT, line=_COUNT, message=_TEXT)),
    summary=_object(
        **dict.fromkeys("files words findings error warning info ignored problems".split(), _COUNT)
    ),
)


def _data(report: Report) -> Any:
    return json.loads(REPORTERS["json"](report))


@pytest.mark.parametrize("report", [sample.report(), Report()], ids=["full", "empty"])
def test_the_contract_holds(report: Report) -> None:
    jsonschema.validate(_data(report), CONTRACT)


def test_a_finding_says_all_that_is_known() -> None:
    data = _data(sample.report())
    assert data["findings"][1] == {
        "path": "posts/panic.md",
        "code": "STA001",
        "rule": "statistic-unsourced",
        "family": "statistic",
        "severity": "warning",
        "line": 12,
        "column": 780,
        "end_line": 12,
        "end_column": 783,
        "text": "97%",
        "message": "“97%” has no source within reach.",
        "advice": "Cite the study, or leave the figure out.",
        "authority": ["house policy"],
        "related": [
            {"path": "posts/panic.md", "line": 40, "column": 1, "end_line": 40, "end_column": 12,
             "text": "Lind (2019)"},
            {"path": "posts/about.md", "line": 2, "column": 5, "end_line": 2, "end_column": 9,
             "text": ""},
        ],
    }  # fmt: skip
    assert data["ignored"][0]["reason"] == "approved by counsel 2026-03-02"
    assert data["ignored"][0]["text"] == "without drugs"
    assert data["errors"][1] == {
        "path": ".carelint.yaml",
        "line": 4,
        "message": "unknown key `slect` (did you mean `select`?)",
    }
    assert data["summary"] == {
        "files": 3, "words": 1204, "findings": 5, "error": 3, "warning": 1, "info": 1,
        "ignored": 1, "problems": 2,
    }  # fmt: skip


def test_the_text_is_for_people_too() -> None:
    written = REPORTERS["json"](sample.report(), color=True, width=20)
    assert written.startswith('{\n  "version": 1,\n  "tool": {\n    "name": "carelint",\n')
    assert written.endswith("}\n")
    assert "“97%” has no source" in written  # not escaped
    assert written == REPORTERS["json"](sample.report())  # the same in every run, never coloured


@pytest.mark.parametrize(
    "text", ["\x1b[2J", "\x9b", "\u202ecure", "\u2028", "\ufeff", "a\udc80", "\U000e0061", "\x7f"]
)
def test_what_harms_a_terminal_or_an_encoder_is_escaped(text: str) -> None:
    report = Report(errors=[Problem(text, 0, text)])
    written = REPORTERS["json"](report)
    assert written.replace("\n", "").isprintable()
    assert written.encode("utf-8")
    assert json.loads(written)["errors"][0]["path"] == text


def test_reporters_are_found_by_name() -> None:
    assert names()[: len(REPORTERS)] == list(REPORTERS)
    assert reporter("json") is REPORTERS["json"]
    with pytest.raises(KeyError):
        reporter("no-such-format")


def test_a_plugin_adds_a_reporter_but_replaces_none(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib import metadata

    plugins = [
        metadata.EntryPoint("upper", "builtins:str", "carelint.reporters"),
        metadata.EntryPoint("json", "builtins:str", "carelint.reporters"),
    ]
    monkeypatch.setattr(
        metadata, "entry_points", lambda group: plugins if group == "carelint.reporters" else []
    )
    assert names() == [*REPORTERS, "upper"]
    assert reporter("upper") is str
    assert reporter("json") is REPORTERS["json"]
