"""What cannot be read is told with its place, and the other posts are checked all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import carelint, write

READS = ".htm, .html, .markdown, .md, .mdx, .text, .txt"
CURE = "Our programme cures depression.\n"
RULE = """\
id: no-relief
code: HSE001
title: Relief
severity: awful
why: We do not speak of relief.
authority: [ftc-hpc]
flag:
  - <conditon> relief
message: “<match>” is not our word.
advice: Say what eases.
examples:
  flag: [Depression relief is near.]
  pass: [We listen.]
"""
MISTAKES = [
    "house/words/no-relief.yaml:1: unknown authority `ftc-hpc` (did you mean `ftc-hpcg`?)",
    "house/words/no-relief.yaml:4: unknown severity `awful`",
    "house/words/no-relief.yaml:8: unknown term or label `<conditon>` (did you mean `condition`?)",
]


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one post that can be read and has one finding."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    write("cure.md", CURE)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.md: this looks like a binary file"),
        ("a.md", "Open.\nCafé.\n".encode("latin-1"), "a.md:2: this file is not UTF-8"),
        ("a.txt", "Open.".encode("utf-16"), "a.txt:1: this file is saved as UTF-16"),
        ("a.md", b"---\ntitle: [open\n---\nText.\n",
         "a.md:2: the front matter cannot be read: a list that begins with [ is never closed"),
        ("a.mdx", b"---\nname: a\ntitle: \"open\n---\n",
         "a.mdx:3: the front matter cannot be read: a quotation mark is never closed"),
        ("a.md", b"+++\ntitle =\n+++\nText.\n", "a.md:2: the front matter cannot be read"),
        ("a.docx", b"PK", f"a.docx: carelint does not read `.docx` files; it reads {READS}"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read(site: Path, name: str, data: bytes, told: str) -> None:
    (site / name).write_bytes(data)
    result = carelint("check", name, "cure.md")
    assert f"\n\n1 problem:\n  {told}" in result.output
    assert result.output.startswith("cure.md:1:15 error EFF001")
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("gone.md", "gone.md: there is no such file or folder"),
        ("gone/", "gone: there is no such file or folder"),
        ("empty", f"empty: there is no post in this folder; carelint reads {READS}"),
        ("pictures", f"pictures: there is no post in this folder; carelint reads {READS}"),
    ],
)
def test_a_path_that_gives_nothing_to_check(site: Path, path: str, told: str) -> None:
    (site / "empty").mkdir()
    write("pictures/logo.svg", "<svg/>")
    result = carelint("check", path, "cure.md")
    assert f"\n\n1 problem:\n  {told}\n" in result.output
    assert result.output.startswith("cure.md:1:15 error EFF001")
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("name", "text"), [("a.md", ""), ("a.mdx", " \n\n"), ("a.html", "\ufeff"), ("a.txt", "")]
)
def test_an_empty_file_has_no_findings(name: str, text: str) -> None:
    write(name, text)
    result = carelint("check", name)
    assert (result.output, result.exit_code) == ("No findings in 1 file, 0 words\n", 0)


def test_standard_input_without_a_suffix(site: Path) -> None:
    result = carelint("check", "-", "cure.md", "--stdin-filename", "draft", stdin="Text.")
    assert f"\n  draft: this name has no suffix; carelint reads {READS}\n" in result.output
    assert result.output.startswith("cure.md:1:15 error EFF001")
    assert result.exit_code == 2


class TestSettings:
    """A config of the working folder ends the run; one further down stops its own posts only."""

    @pytest.mark.parametrize(
        ("name", "text", "told"),
        [
            (".carelint.yaml", "selcet: [efficacy]\n",
             ".carelint.yaml:1: unknown key `selcet` (did you mean `select`?)"),
            (".carelint.yaml", "select:\n  - EFF01\n", ".carelint.yaml:2: `select`: no rule,"
             " code or family `EFF01` (did you mean `EFF001`?)"),
            ("pyproject.toml", '[tool.carelint]\n\nfail-on = "errors"\n',
             "pyproject.toml:3: `fail-on` is one of error, warning, info, never; `errors` is not"
             " (did you mean `error`?)"),
        ],
    )  # fmt: skip
    def test_a_mistake_is_told_with_its_line_and_the_nearest_name(
        self, name: str, text: str, told: str
    ) -> None:
        write(name, text)
        result = carelint("check", "cure.md")
        assert (result.output, result.exit_code) == (f"carelint: {told}\n", 2)

        Path(name).rename(write(f"blog/{name}", text))
        write("blog/post.md", CURE)
        result = carelint("check", ".")
        assert result.output.startswith("cure.md:1:15 error EFF001")
        assert "blog/post.md:" not in result.output
        assert f"\n\n1 problem:\n  blog/{told}\n" in result.output
        assert result.exit_code == 2

    def test_every_mistake_of_a_rule_file_is_told_at_once(self) -> None:
        write("house/words/no-relief.yaml", RULE)
        write(".carelint.yaml", "rules: [house]\n")
        result = carelint("check", "cure.md")
        assert result.output.splitlines() == [f"carelint: {mistake}" for mistake in MISTAKES]
        assert result.exit_code == 2

    def test_rules_of_a_folder_further_down_stop_its_posts_only(self) -> None:
        write("blog/house/words/no-relief.yaml", RULE)
        write("blog/.carelint.yaml", "rules: [house]\n")
        write("blog/post.md", CURE)
        result = carelint("check", ".")
        assert result.output.startswith("cure.md:1:15 error EFF001")
        assert "\n\n3 problems:\n" + "".join(f"  blog/{m}\n" for m in MISTAKES) in result.output
        assert result.exit_code == 2
