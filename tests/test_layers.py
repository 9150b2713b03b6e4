"""Who may import whom: the picture of the house as a test."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "carelint"
#: From the ground up; a module may import its own layer's other modules and those below.
LAYERS = [
    {"block", "sentence", "tokens", "finding", "document", "label", "inflect"},
    {"yaml_source", "toml_source", "names"},
    {"rule", "rule_file"},
    {"reading", "context"},
    {"pattern", "phrase"},
    {"readers", "annotators", "reporters"},
    {"ruleset", "place", "matching", "judgement", "engine", "directive", "ignore", "discovery",
     "settings", "config", "rule_examples", "explain"},
    {"run"},
    {"trace"},
    {"cli", "__main__", "__init__"},
]  # fmt: skip
APART = {"readers", "annotators", "reporters"}


def layer(name: str) -> int:
    for number, members in enumerate(LAYERS):
        if name in members:
            return number
    raise AssertionError(f"{name} has no layer yet: give it one in LAYERS")


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
            if node.module == "carelint":
                names = [f"carelint.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("carelint.")}
    return found


MODULES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_go_down_only(path):
    own = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    for other in imports(path) - {own, "__version__"}:
        assert layer(other) <= layer(own), f"{own} may not import {other}"
        assert not {own, other} <= APART, f"{own} and {other} stand apart"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_file_is_too_long_to_read(path):
    assert len(path.read_text("utf-8").splitlines()) <= 300


def test_spacy_is_imported_in_one_place_only():
    for path in MODULES:
        if path.name != "parser.py":
            assert "import spacy" not in path.read_text("utf-8"), path
            assert "from spacy" not in path.read_text("utf-8"), path
