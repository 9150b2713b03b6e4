"""Which files a path stands for: itself, or the posts of a folder.

In a git work tree a folder stands for the files that git tracks or would
track; elsewhere for all its files. Hidden files and folders and `node_modules`
are left out of folders; a file named outright is taken, unless it is excluded.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import PurePath

from carelint.finding import Problem

_LEFT_OUT = frozenset(("node_modules", "__pycache__"))
# A commit hook runs with these set; they would send git to another work tree or index.
_GIT_PLACES = frozenset(("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"))


def discover(
    paths: Iterable[str], exclude: Sequence[str], suffixes: Collection[str]
) -> tuple[list[str], list[Problem]]:
    """The files to check, each once, in the order of `paths` and sorted within a folder.

    `suffixes` are those that a reader knows (".md"). The globs of `exclude` are
    absolute, as a Config has them; `**` stands for any folders, and what lies in
    an excluded folder is excluded. Paths come back as given, with `/` between
    their parts. A path that gives nothing to check becomes a problem.
    """
    excluded = matcher(exclude)
    known = tuple(sorted({suffix.lower() for suffix in suffixes}))
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for path in map(os.fspath, paths):
        shown = PurePath(path).as_posix()
        if os.path.isdir(path):
            before = len(problems)
            found = _posts(path, known, problems)
            kept = [post for post in found if not excluded(post)]
            if not kept and len(problems) == before:
                problems.append(Problem(shown, 0, _why_empty(bool(found), known)))
        else:
            problem = _why_not(path, known)
            problems += [Problem(shown, 0, problem)] if problem else []
            kept = [] if problem or excluded(path) else [path]
        for post in kept:
            files.setdefault(os.path.realpath(post), PurePath(post).as_posix())
    return list(files.values()), problems


def _why_not(path: str, suffixes: tuple[str, ...]) -> str:
    """Why a file cannot be checked; empty where it can."""
    if not os.path.lexists(path):
        return "there is no such file or folder"
    if not os.path.isfile(path):
        return "this is neither a file nor a folder that can be read"
    if not path.lower().endswith(suffixes):
        suffix = PurePath(path).suffix
        what = f"`{suffix}` files" if suffix else "files without a suffix"
        return f"carelint does not read {what}; it reads {', '.join(suffixes)}"
    return ""


def _why_empty(excluded: bool, suffixes: tuple[str, ...]) -> str:
    if excluded:
        return "every post in this folder is excluded by the configuration"
    return f"there is no post in this folder; carelint reads {', '.join(suffixes)}"


def _posts(folder: str, suffixes: tuple[str, ...], problems: list[Problem]) -> list[str]:
    """The posts of a folder, sorted by their parts."""
    tracked = _tracked(folder)
    found = _walk(folder, problems) if tracked is None else tracked
    return sorted(
        (path for path in found if path.lower().endswith(suffixes) and os.path.isfile(path)),
        key=lambda path: PurePath(path).parts,
    )


def _walk(folder: str, problems: list[Problem]) -> Iterator[str]:
    """All files below a folder; links to folders are not followed, so no loop can form."""

    def unreadable(error: OSError) -> None:
        shown = PurePath(error.filename).as_posix()
        problems.append(Problem(shown, 0, f"this folder cannot be read: {error.strerror}"))

    for parent, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not _left_out(name)]
        yield from (os.path.join(parent, name) for name in names if not _left_out(name))


def _tracked(folder: str) -> list[str] | None:
    """The files below a folder that git does not ignore; None where git cannot say."""
    listed = _git(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    if listed is None:
        return None
    # Someone who names an ignored folder wants its files: `carelint check public/`.
    if not listed and _git(folder, "check-ignore", "--quiet", os.path.abspath(folder)) is not None:
        return None
    found: list[str] = []
    for name in dict.fromkeys(filter(None, listed.split(b"\0"))):
        parts = os.fsdecode(name).rstrip("/").split("/")
        path = os.path.join(folder, *parts)
        if any(map(_left_out, parts)):
            continue
        # A submodule or another repository stands in the list as a folder.
        if os.path.isdir(path) and not os.path.islink(path):
            found += _tracked(path) or []
        else:
            found.append(path)
    return found


def _git(folder: str, *arguments: str) -> bytes | None:
    """What git prints in a folder; None where there is no git or it refuses."""
    environment = {k: v for k, v in os.environ.items() if k not in _GIT_PLACES}
    # A repository may name a program for git to run here; it is not ours to start.
    command = ["git", "-C", folder, "-c", "core.fsmonitor=false", *arguments]
    try:
        done = subprocess.run(command, env=environment, capture_output=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout


def _left_out(name: str) -> bool:
    return name.startswith(".") or name in _LEFT_OUT


def matcher(patterns: Sequence[str]) -> Callable[[str], bool]:
    """A test of paths: does one, or a folder above it, match one of the absolute globs?"""
    globs = [_parts(pattern) for pattern in patterns]

    def matches(path: str) -> bool:
        parts = PurePath(os.path.abspath(path)).as_posix().split("/")
        return any(_matches(parts, wanted) for wanted in globs)

    return matches


def _parts(pattern: str) -> list[str]:
    parts = pattern.split("/")
    # "**/**" says no more than "**", and would be tried in more ways.
    return [part for i, part in enumerate(parts) if part != "**" or parts[i - 1 : i] != ["**"]]


def _matches(parts: list[str], wanted: list[str]) -> bool:
    if not wanted:
        return True
    if wanted[0] == "**":
        return any(_matches(parts[i:], wanted[1:]) for i in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], wanted[0]) and _matches(parts[1:], wanted[1:])
