"""Which reader takes which file, and what cannot be read at all."""

from __future__ import annotations

import codecs
from importlib.metadata import EntryPoint

import pytest

from carelint import readers
from carelint.document import Builder, Document, ReadError


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("a.md", "heading"),
        ("b/A.MD", "heading"),
        ("a.markdown", "heading"),
        ("a.mdx", "heading"),
        ("a.txt", "paragraph"),
        ("a.text", "paragraph"),
        ("a.html", "paragraph"),
        ("a.htm", "paragraph"),
    ],
)
def test_the_suffix_chooses_the_reader(path: str, kind: str) -> None:
    document = readers.read(b"# x", path)
    assert [block.kind for block in document.blocks] == [kind]
    assert document.path == path


def test_a_suffix_may_be_given() -> None:
    assert readers.read(b"# x", "-", ".md").blocks[0].kind == "heading"


@pytest.mark.parametrize(("path", "says"), [("a.pdf", "“.pdf”"), ("README", "no suffix")])
def test_an_unknown_suffix_names_the_known(path: str, says: str) -> None:
    with pytest.raises(ReadError) as caught:
        readers.read(b"x", path)
    assert says in caught.value.message
    assert all(suffix in caught.value.message for suffix in readers.SUFFIXES)


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (b"one\ntwo\r\nth\xe9rapie\n", 3, "0xe9"),
        (b"\x80", 1, "not UTF-8"),
        (b"PNG\x00\x01", 0, "binary"),
        (codecs.BOM_UTF16_LE + "text".encode("utf-16-le"), 1, "UTF-16"),
    ],
)
def test_what_is_not_utf8_is_refused(data: bytes, line: int, says: str) -> None:
    for path in ("a.md", "a.html", "a.txt", "a.mdx"):
        with pytest.raises(ReadError, match=says) as caught:
            readers.read(data, path)
        assert caught.value.line == line


def read_upside_down(data: bytes, path: str) -> Document:
    builder = Builder(path, data.decode())
    builder.open("paragraph")
    builder.add(data.decode(), 0)
    return builder.build()


def test_a_package_may_bring_a_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint(".RST", f"{__name__}:read_upside_down", "carelint.readers")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [point])
    readers.all_readers.cache_clear()
    try:
        assert readers.read(b"x", "a.rst").text == "x"
        assert ".rst" in readers.suffixes()
    finally:
        readers.all_readers.cache_clear()


@pytest.mark.parametrize("path", ["a.md", "a.html", "a.txt", "a.mdx"])
@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b"   \r\n"])
def test_an_empty_file_is_an_empty_document(path: str, data: bytes) -> None:
    assert readers.read(data, path).blocks == ()
