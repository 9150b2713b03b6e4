"""Which files a path stands for, in git repositories and out of them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from carelint import discovery
from carelint.config import Config
from carelint.discovery import discover
from carelint.finding import Problem

SUFFIXES = (".md", ".html")
NOTHING_HERE = "there is no post in this folder; carelint reads .html, .md"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site, with what must be left out of it; not a git repository."""
    for name in (
        "posts/b.md", "posts/a.md", "posts/2024/c.html", "posts/logo.png", "about.MD",
        "drafts/d.md", "posts/drafts/e.md",
        ".obsidian/f.md", "posts/._a.md", "node_modules/lib/README.md", "src/__pycache__/g.md",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.")
    monkeypatch.chdir(tmp_path)
    # The folder that tests run in may itself lie in a repository.
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path


def globs(*written: str) -> tuple[str, ...]:
    """Globs as a config in the working folder has them."""
    return Config().merge({"exclude": written}, []).exclude


def git(*arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=T", "-c", "user.email=t@e.org", *arguments], check=True)


ALL = [
    "about.MD",
    "drafts/d.md",
    "posts/2024/c.html",
    "posts/a.md",
    "posts/b.md",
    "posts/drafts/e.md",
]


@pytest.fixture(params=["plain", "git", "no git program"])
def any_site(request: pytest.FixtureRequest, site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site without git, as a repository, and where git is not installed."""
    if request.param == "git":
        git("init", "-q")
    elif request.param == "no git program":
        monkeypatch.setenv("PATH", "")
    return site


@pytest.mark.parametrize(
    ("paths", "files"),
    [
        (["."], ALL),
        (["posts"], ["posts/2024/c.html", "posts/a.md", "posts/b.md", "posts/drafts/e.md"]),
        (["posts/2024/"], ["posts/2024/c.html"]),
        # Paths come back as given, in the order given, each file once.
        (["posts/b.md", "./posts/a.md"], ["posts/b.md", "posts/a.md"]),
        (["posts/b.md", "posts/2024/../b.md", "posts/2024", "posts/2024"],
         ["posts/b.md", "posts/2024/c.html"]),
        # What is named outright is taken, hidden or not.
        ([".obsidian", "posts/._a.md"], [".obsidian/f.md", "posts/._a.md"]),
    ],
)  # fmt: skip
def test_a_path_stands_for_its_posts(any_site: Path, paths: list[str], files: list[str]) -> None:
    assert discover(paths, [], SUFFIXES) == (files, [])


def test_a_path_from_elsewhere_comes_back_as_given(
    any_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(any_site / "drafts")
    files, problems = discover(["../posts/2024", str(any_site / "drafts")], [], SUFFIXES)
    assert files == ["../posts/2024/c.html", f"{any_site.as_posix()}/drafts/d.md"]
    assert problems == []


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("posts/none.md", "there is no such file or folder"),
        ("posts/logo.png", "carelint does not read `.png` files; it reads .html, .md"),
        ("LICENSE", "carelint does not read files without a suffix; it reads .html, .md"),
        ("empty", NOTHING_HERE),
        ("src", NOTHING_HERE),
        ("gone.md", "this is neither a file nor a folder that can be read"),
    ],
)
def test_a_path_that_gives_nothing_is_a_problem(any_site: Path, path: str, message: str) -> None:
    (any_site / "LICENSE").touch()
    (any_site / "empty").mkdir()
    (any_site / "gone.md").symlink_to("nowhere.md")
    files, problems = discover([path, "about.MD"], [], SUFFIXES)
    assert problems == [Problem(path, 0, message)]
    assert files == ["about.MD"]  # the others are checked all the same


@pytest.mark.parametrize(
    ("glob", "left_out"),
    [
        ("drafts", ["drafts/d.md", "posts/drafts/e.md"]),
        ("drafts/", ["drafts/d.md", "posts/drafts/e.md"]),
        ("./drafts", ["drafts/d.md"]),
        ("posts/drafts", ["posts/drafts/e.md"]),
        ("posts/**", ALL[2:]),
        ("**/*.html", ["posts/2024/c.html"]),
        ("posts/**/**/c.html", ["posts/2024/c.html"]),
        ("posts/*.md", ["posts/a.md", "posts/b.md"]),
        ("[ab].md", ["posts/a.md", "posts/b.md"]),
        ("posts/?.html", []),
        ("/drafts", ["drafts/d.md"]),
        ("2024/c.html", []),
    ],
)
def test_globs_leave_out(any_site: Path, glob: str, left_out: list[str]) -> None:
    files, problems = discover(["."], globs(glob), SUFFIXES)
    assert (files, problems) == ([file for file in ALL if file not in left_out], [])


def test_globs_of_a_config_elsewhere_hold_there(
    any_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    excluded = globs("drafts")
    monkeypatch.chdir(any_site / "posts")
    assert discover(["drafts", "../drafts", "a.md"], excluded, SUFFIXES)[0] == ["a.md"]


def test_an_excluded_file_stays_out_even_when_named(any_site: Path) -> None:
    # A commit hook names every file that changed; the config still decides.
    assert discover(["drafts/d.md", "about.MD"], globs("drafts"), SUFFIXES) == (["about.MD"], [])


def test_a_folder_of_which_all_is_excluded_says_so(any_site: Path) -> None:
    message = "every post in this folder is excluded by the configuration"
    assert discover(["drafts"], globs("drafts"), SUFFIXES) == ([], [Problem("drafts", 0, message)])


def test_a_name_does_not_match_the_path_that_leads_here(any_site: Path) -> None:
    above = globs(any_site.name, any_site.parent.name)
    assert discover(["drafts"], above, SUFFIXES) == (["drafts/d.md"], [])


def test_links_make_no_loop_and_no_second_copy(any_site: Path) -> None:
    (any_site / "posts/2024/up").symlink_to(any_site, target_is_directory=True)
    (any_site / "posts/z.md").symlink_to("a.md")
    (any_site / "news").symlink_to("posts/2024", target_is_directory=True)
    assert discover(["."], [], SUFFIXES) == (ALL, [])
    assert discover(["news"], [], SUFFIXES) == (["news/c.html"], [])  # a link named outright


class TestGit:
    """In a repository, git says what belongs to it."""

    def test_ignored_files_are_left_out(self, site: Path) -> None:
        git("init", "-q")
        (site / ".gitignore").write_text("drafts/\n")
        (site / "posts/.gitignore").write_text("b.md\n")
        left = ["about.MD", "posts/2024/c.html", "posts/a.md"]
        assert discover(["."], [], SUFFIXES) == (left, [])
        assert discover(["posts"], [], SUFFIXES) == (left[1:], [])

    def test_an_ignored_file_or_folder_named_outright_is_taken(self, site: Path) -> None:
        git("init", "-q")
        (site / ".gitignore").write_text("drafts/\n")
        assert discover(["drafts", "posts/drafts/e.md"], [], SUFFIXES) == (
            ["drafts/d.md", "posts/drafts/e.md"],
            [],
        )

    def test_a_tracked_file_that_was_deleted_is_no_file(self, site: Path) -> None:
        git("init", "-q")
        git("add", ".")
        (site / "posts/a.md").unlink()
        assert "posts/a.md" not in discover(["posts"], [], SUFFIXES)[0]

    def test_a_repository_within_is_walked_by_its_own_rules(self, site: Path) -> None:
        git("init", "-q")
        git("init", "-q", "posts")
        (site / "posts/.gitignore").write_text("b.md\n")
        assert discover(["."], [], SUFFIXES)[0] == [file for file in ALL if file != "posts/b.md"]

    def test_a_name_that_git_would_quote_comes_back_whole(self, site: Path) -> None:
        git("init", "-q")
        (site / "posts/2024/Angst „für“\tzwei.md").touch()
        found, _ = discover(["posts/2024"], [], SUFFIXES)
        assert found == ["posts/2024/Angst „für“\tzwei.md", "posts/2024/c.html"]

    def test_it_works_within_a_commit_hook(
        self, site: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        git("init", "-q")
        monkeypatch.setenv("GIT_DIR", ".git")
        monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
        assert discover(["posts/2024"], [], SUFFIXES) == (["posts/2024/c.html"], [])

    def test_a_program_that_a_repository_names_is_not_run(self, site: Path) -> None:
        git("init", "-q")
        (site / "spy").write_text("#!/bin/sh\ntouch ran\n")
        (site / "spy").chmod(0o755)
        git("config", "core.fsmonitor", str(site / "spy"))
        assert discover(["."], [], SUFFIXES)[0] == ALL
        assert not (site / "ran").exists()


def test_a_folder_that_cannot_be_read_is_a_problem(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def scandir(path: str) -> object:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(discovery, "_git", lambda *_: None)
    assert discover(["posts"], [], SUFFIXES) == (
        [],
        [Problem("posts", 0, "this folder cannot be read: Permission denied")],
    )
