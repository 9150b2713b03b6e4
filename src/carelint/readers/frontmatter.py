"""Front matter: the YAML or TOML at the head of a file, as metadata blocks."""

from __future__ import annotations

import re

from carelint.document import ReadError
from carelint.readers.page import Page

_YAML = re.compile(r"---[ \t]*\r?\n")
_YAML_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_TOML = re.compile(r"\+\+\+[ \t]*\r?\n")
_TOML_END = re.compile(r"^\+\+\+[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


def read(page: Page, source: str) -> int:
    """Put each scalar of the front matter on the page; where the body begins, or 0.

    A block is named by its key ("title", "reviewer.name"); the items of a list
    share their key. Lines of `source` end at a line feed. Raises ReadError, with
    the line in the file, where the front matter is broken.
    """
    # The parsers take a while to import: a file without front matter never does.
    if (head := _YAML.match(source)) and (foot := _YAML_END.search(source, head.end())):
        from carelint.readers import yaml_places

        if not yaml_places.read(page, source, head.end(), foot.start()):
            return 0
    elif (head := _TOML.match(source)) and (foot := _TOML_END.search(source, head.end())):
        from carelint.readers import toml_places

        toml_places.read(page, source, head.end(), foot.start())
    else:
        return 0
    page.end_block()
    return foot.end()


def fail(source: str, offset: int, message: str) -> ReadError:
    """The error at a place of the source."""
    line = 1 + source.count("\n", 0, offset)
    return ReadError(f"the front matter cannot be read: {message}", line)
