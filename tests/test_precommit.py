"""The hook in a repository of its own, through the real pre-commit and a real git commit."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from command import SOURCE, write

ROOT = Path(__file__).parents[1]
BAD = "# Six weeks\n\nOur six-week programme cures depression.\n"
CLEAN = (
    "# Six weeks\n\nOur programme lasts six weeks. We cannot say beforehand whom it will help.\n"
)


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new repository with our hook installed; it runs the carelint of this checkout."""
    for key, value in {
        "PRE_COMMIT_HOME": str(tmp_path / "cache"),
        "PYTHONPATH": str(SOURCE),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
    }.items():  # fmt: skip
        monkeypatch.setenv(key, value)
    for name in [n for n in os.environ if n.startswith("GIT_") and n[4:] in ("DIR", "INDEX_FILE")]:
        monkeypatch.delenv(name)  # set where these tests run in a hook themselves
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.chdir(site)
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert (hook["language"], hook["entry"]) == ("python", "carelint check")
    hook |= {"language": "system", "entry": f'"{sys.executable}" -m carelint check'}
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    write(".pre-commit-config.yaml", yaml.safe_dump(config))
    assert run("git", "init", "-q").returncode == 0
    installed = run(sys.executable, "-m", "pre_commit", "install")
    assert installed.returncode == 0, installed.stderr


def commit() -> tuple[bool, str]:
    """Whether the commit went through, and what the hook printed."""
    assert run("git", "add", ".").returncode == 0
    done = run("git", "commit", "-m", "A post")
    return done.returncode == 0, done.stdout + done.stderr


def test_a_bad_post_blocks_the_commit_until_it_is_mended() -> None:
    write("posts/six-weeks.md", BAD)
    write("LICENSE", "This programme cures depression.\n")  # plain text, and no post
    write("posts/logo.svg", "<svg/>")
    went_through, printed = commit()
    assert not went_through
    assert (
        "posts/six-weeks.md:3:24 error EFF001 efficacy-cure-claim\n"
        "  3 | Our six-week programme cures depression.\n"
        "    |                        ^^^^^^^^^^^^^^^^\n"
    ) in printed
    assert "LICENSE" not in printed

    write("posts/six-weeks.md", CLEAN)
    went_through, printed = commit()
    assert went_through, printed
    assert "carelint" in printed
    assert "Passed" in printed


def test_one_process_takes_the_posts_of_every_format() -> None:
    names = [f"posts/a{suffix}" for suffix in (".htm", ".html", ".markdown", ".md", ".mdx", ".txt")]
    for name in names:
        write(name, BAD)
    went_through, printed = commit()
    assert not went_through
    for name in names:
        assert f"{name}:3:24 error EFF001" in printed
    assert printed.count(" in 6 files, ") == 1
