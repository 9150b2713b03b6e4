"""YAML front matter: every scalar with its exact place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import yaml

from carelint.readers.frontmatter import fail
from carelint.readers.page import Page
from carelint.readers.pieces import Piece, doubled, escapes, verbatim

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LOOKS_LIKE_YAML = re.compile(r"^[\w-]+[ \t]*:(?:\s|\Z)", re.MULTILINE)
_NOT_ALLOWED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
#: What the parser says, and what a writer can do about it.
_PLAIN_WORDS = {
    "mapping values are not allowed": "a colon stands inside a value; put the value in quotes",
    "found character that cannot start": "a value begins with a sign that needs quotes, or a line"
    " begins with a tab",
    "found unexpected end of stream": "a quotation mark is never closed",
    "could not find expected ':'": "a line has no “key: value”",
    "did not find expected key": "something stands after a closing quotation mark, or the line is"
    " not indented like its neighbours",
    "did not find expected '-'": "a list and keys stand at the same depth",
    "did not find expected ',' or ']'": "a list that begins with [ is never closed",
    "did not find expected ',' or '}'": "a value that begins with { is never closed",
    "found undefined alias": "a value that begins with * needs quotes",
    "found unknown escape character": "a backslash inside double quotes; use single quotes",
}


def read(page: Page, source: str, start: int, end: int) -> bool:
    """Put the scalars of `source[start:end]` on the page; False where it is no mapping."""
    text = source[start:end]
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError) as error:
        if not _LOOKS_LIKE_YAML.search(text):
            return False
        raise _failure(source, start, text, error) from None
    if isinstance(root, yaml.MappingNode):
        for name, node in _scalars(root, "", set()):
            page.aside("metadata", name, list(_pieces(source, start, node)))
        return True
    return root is None


def _failure(source: str, start: int, text: str, error: Exception) -> Exception:
    mark = getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", None) or "")
    if mark is None or "never closed" not in _plain(problem):
        mark = getattr(error, "problem_mark", None)
    if mark is not None:
        return fail(source, start + min(mark.index, len(text)), _plain(problem))
    odd = _NOT_ALLOWED.search(text)
    return fail(source, start + (odd.start() if odd else 0), "it holds a control character")


def _plain(problem: str) -> str:
    return next((say for key, say in _PLAIN_WORDS.items() if key in problem), problem)


def _scalars(node: yaml.Node, name: str, seen: set[int]) -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Each scalar with its key path; an alias gives its anchor's text no second time."""
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        yield name, node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item, name, seen)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield from _scalars(value, f"{name}.{key.value}" if name else key.value, seen)


def _pieces(source: str, offset: int, node: yaml.ScalarNode) -> Iterator[Piece]:
    """The scalar's text piece by piece, or as one unit where the pieces do not add up."""
    start, end = offset + node.start_mark.index, offset + node.end_mark.index
    split: Callable[[str, int, int], Iterator[Piece]] = verbatim
    if node.style in ("'", '"'):
        start, end = start + 1, end - 1
        split = doubled if node.style == "'" else escapes
    elif node.style in ("|", ">"):
        body = source.find("\n", start, end)
        start = end if body < 0 else body + 1
    start += len(source[start:end]) - len(source[start:end].lstrip())
    end = max(start, start + len(source[start:end].rstrip()))
    pieces = list(split(source, start, end))
    if "".join(piece[0] for piece in pieces).split() == node.value.split():
        yield from pieces
    else:
        yield " ".join(node.value.split()), start, end
