"""One tag of HTML or JSX and the places of its attributes' values."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from carelint.readers.pieces import Piece, Where, entities, escapes

_NAME = re.compile(r"[A-Za-z][^\s/>{]*")
_SPACE = re.compile(r"[\s/]*")
_ATTRIBUTE = re.compile(r"[^\s/>={][^\s/>=]*")
_EQUALS = re.compile(r"\s*=\s*")
_VALUE = re.compile(r""""([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)""")
_STRING = re.compile(
    r"""\s*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\$]|\\.)*)`)\s*"""
)
_BRACE = re.compile(r"""[{}]|/\*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`""")


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute's value is `text[start:end]`.

    `code`: a string of JavaScript, in braces; `data`: a list or an object, in braces.
    """

    name: str
    start: int
    end: int
    code: bool = False
    data: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """The tag `text[start:end]`."""

    text: str
    name: str
    start: int
    end: int
    closing: bool
    empty: bool
    attributes: tuple[Attribute, ...]

    def get(self, name: str) -> str:
        """The value of an attribute, decoded; "" where it is missing."""
        for attribute in self.attributes:
            if attribute.name == name:
                return html.unescape(self.text[attribute.start : attribute.end])
        return ""

    def has(self, name: str) -> bool:
        return any(attribute.name == name for attribute in self.attributes)

    def pieces(self, name: str, where: Where) -> list[Piece]:
        """The value of an attribute as pieces of the source; [] where it is missing."""
        for attribute in self.attributes:
            if attribute.name == name:
                return list(self.value(attribute, where))
        return []

    def value(self, attribute: Attribute, where: Where) -> Iterator[Piece]:
        """The value as pieces of the source."""
        split = escapes if attribute.code else entities
        for text, start, end in split(self.text, attribute.start, attribute.end):
            first = where(start)
            yield text, first, where(end - 1) + 1 if end > start else first


def read_tag(text: str, start: int, *, jsx: bool = False) -> Tag | None:
    """The tag at `text[start]`, which is "<"; None where none stands there.

    With `jsx` a value may be `{an expression}` and the fragment `<>` is a tag.
    """
    closing = text.startswith("/", start + 1)
    at = start + 1 + closing
    match = _NAME.match(text, at)
    if match is None:
        if jsx and text.startswith(">", at):
            return Tag(text, "", start, at + 1, closing, False, ())
        return None
    found: list[Attribute] = []
    at = match.end()
    name = match.group() if jsx else match.group().lower()
    while True:
        space = _SPACE.match(text, at)
        at = space.end() if space else at
        if at >= len(text):
            return None
        if text[at] == ">":
            empty = text[at - 1] == "/"
            return Tag(text, name, start, at + 1, closing, empty, tuple(found))
        after = _attribute(text, at, found, jsx)
        if after is None:
            return None
        at = after


def _attribute(text: str, at: int, found: list[Attribute], jsx: bool) -> int | None:
    """Read one attribute into `found`; its end, or None where this is no attribute."""
    if jsx and text[at] == "{":
        return balanced(text, at)
    match = _ATTRIBUTE.match(text, at)
    if jsx and text[at] == "<":
        return None
    if match is None:  # a stray "=": leave it out
        return None if jsx else at + 1
    name = match.group() if jsx else match.group().lower()
    equals = _EQUALS.match(text, match.end())
    if equals is None:
        found.append(Attribute(name, match.end(), match.end()))
        return match.end()
    at = equals.end()
    if jsx and text.startswith("{", at):
        end = balanced(text, at)
        if end is not None and (string := _STRING.fullmatch(text, at + 1, end - 1)):
            found.append(Attribute(name, *string.span(string.lastindex or 0), code=True))
        elif end is not None:
            data = text[at + 1 : end].lstrip()[:1] in ("[", "{")
            found.append(Attribute(name, at + 1, end - 1 if data else at + 1, data=data))
        return end
    value = _VALUE.match(text, at)
    if value is None:
        return None if jsx else at + 1
    found.append(Attribute(name, *value.span(value.lastindex or 0)))
    return value.end()


def balanced(text: str, start: int) -> int | None:
    """The offset after the "}" that closes the "{" at `start`; None where nothing does."""
    depth, at = 0, start
    while match := _BRACE.search(text, at):
        at = match.end()
        sign = match.group()
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if not depth:
                return at
        elif sign == "/*":
            at = text.find("*/", at) + 2
            if at == 1:
                return None
    return None
