"""From bytes to the text of a source: the only place where a reader decodes."""

from __future__ import annotations

import codecs
import re

from carelint.document import ReadError

_LINE_END = re.compile(rb"\r\n|\r|\n")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_OTHER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes) -> str:
    """The text of UTF-8 data without its byte-order mark.

    Raises ReadError for other data; `line` is the line of the first wrong byte.
    """
    if data.startswith(_OTHER_MARKS):
        raise ReadError("this file is saved as UTF-16; save it as UTF-8", 1)
    if b"\0" in data:
        raise ReadError("this looks like a binary file, not like text")
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line = sum(1 for _ in _LINE_END.finditer(before)) + 1
        byte = error.object[error.start]
        message = f"this file is not UTF-8 (byte 0x{byte:02x} on line {line}); save it as UTF-8"
        raise ReadError(message, line) from None


def with_line_ends(source: str) -> str:
    """The source with a line feed for each carriage return that stands alone: same places."""
    return _LONE_RETURN.sub("\n", source) if "\r" in source else source
