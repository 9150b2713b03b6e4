"""Readers: from a file's bytes to a Document, one module a format.

A reader is a function `read(data, path) -> Document` that raises ReadError.
Packages may add their own under the entry point group `carelint.readers`; the
name of the entry point is the suffix (".rst").
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import PurePath

from carelint.document import Document, ReadError

Reader = Callable[[bytes, str], Document]


def _reader(module: str) -> Reader:
    """The reader of a module, which is imported when the first file needs it."""

    def read(data: bytes, path: str) -> Document:
        found: Reader = import_module(f"carelint.readers.{module}").read
        return found(data, path)

    return read


#: The reader of each suffix, in small letters.
READERS: dict[str, Reader] = {
    ".md": _reader("markdown"),
    ".markdown": _reader("markdown"),
    ".mdx": _reader("mdx"),
    ".html": _reader("html"),
    ".htm": _reader("html"),
    ".txt": _reader("text"),
    ".text": _reader("text"),
}
#: The suffixes that a walk through a folder takes; `suffixes` knows those of plug-ins too.
SUFFIXES = frozenset(READERS)


@cache
def all_readers() -> dict[str, Reader]:
    """Our own readers and those of installed packages; ours win."""
    from importlib.metadata import entry_points

    found: dict[str, Reader] = {}
    for point in entry_points(group="carelint.readers"):
        found[point.name.lower()] = _plug_in(point.load)
    return found | READERS


def _plug_in(load: Callable[[], Reader]) -> Reader:
    return lambda data, path: load()(data, path)


def suffixes() -> frozenset[str]:
    """Every suffix that some reader takes."""
    return frozenset(all_readers())


def read(data: bytes, path: str, suffix: str = "") -> Document:
    """Read a source by the suffix of its path, or by `suffix` (".md") where that is given.

    Raises ReadError where no reader takes the suffix, or the reader cannot read it.
    """
    suffix = (suffix or PurePath(path).suffix).lower()
    reader = READERS.get(suffix) or all_readers().get(suffix)
    if reader is None:
        known = ", ".join(sorted(suffixes()))
        what = f"no reader for “{suffix}”" if suffix else "this name has no suffix"
        raise ReadError(f"{what}; carelint reads {known}")
    return reader(data, path)
