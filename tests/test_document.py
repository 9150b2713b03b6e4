"""The document: the builder's blocks, and the way back to the source."""

from __future__ import annotations

import pytest

from carelint.document import Builder, Document, Location, Span


def one_paragraph(source: str, *runs: tuple[str, int, int]) -> Document:
    builder = Builder("a.txt", source)
    builder.open("paragraph")
    for run in runs:
        builder.add(*run)
    return builder.build()


def place(document: Document, text: str) -> str:
    """The source of a text that stands in the document once."""
    start = document.text.index(text)
    found = document.place(Span(start, start + len(text)))
    return document.source[found.start : found.end]


def test_an_entity_is_one_unit() -> None:
    document = one_paragraph("a &lt;b&gt; c", ("a ", 0, 2), ("<", 2, 6), ("b", 6, 7), (">", 7, 11))
    assert document.text == "a <b>"
    assert place(document, "<") == "&lt;"
    assert place(document, "b>") == "b&gt;"
    assert place(document, "a <") == "a &lt;"


def test_an_entity_ends_where_it_ends_before_another_block() -> None:
    builder = Builder("a.html", "<p>a&lt</p><p>b</p>")
    builder.open("paragraph")
    builder.add("a", 3)
    builder.add("<", 4, 7)
    builder.open("paragraph")
    builder.add("b", 14)
    document = builder.build()
    assert [place(document, text) for text in ("a<", "b")] == ["a&lt", "b"]


@pytest.mark.parametrize(
    ("source", "text", "word", "spelt"),
    [
        ("sertra\u00adline helps", "sertraline helps", "sertraline", "sertra\u00adline"),
        ("2\u00a0% of us", "2 % of us", "2 %", "2\u00a0%"),
        ("un\u200bder\u2009way", "under way", "under way", "un\u200bder\u2009way"),
    ],
)
def test_characters_that_nobody_sees(source: str, text: str, word: str, spelt: str) -> None:
    document = one_paragraph(source, (source, 0, len(source)))
    assert document.text == text
    assert place(document, word) == spelt


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_and_columns_count_characters_from_one(line_end: str) -> None:
    source = f"é🙂 one{line_end}two é three"
    start = source.index("three")
    document = one_paragraph(source, ("three", start, start + 5))
    assert document.locate(Span(0, 5)) == Location("a.txt", 2, 7, 2, 12)
    assert document.line_text(1) == "é🙂 one"
    assert document.line_text(2) == "two é three"


def test_a_block_without_visible_text_leaves_no_trace() -> None:
    builder = Builder("a.txt", "one   two")
    builder.open("paragraph")
    builder.add("one", 0)
    builder.open("paragraph")
    builder.mark("strong", builder.position)
    builder.add("   ", 3)
    builder.open("paragraph")
    builder.add("two", 6)
    document = builder.build()
    assert document.text == "one\n\ntwo"
    assert [document.slice(block.span) for block in document.blocks] == ["one", "two"]


@pytest.mark.parametrize("first", [True, False])
def test_an_empty_metadata_block_has_a_place(first: bool) -> None:
    builder = Builder("a.md", "x\nreviewer:\n")
    if not first:
        builder.open("metadata", name="title")
        builder.add("x", 0)
    builder.open("metadata", name="reviewer")
    builder.add("", 11)
    builder.open("paragraph")
    builder.add("x", 0)
    document = builder.build()
    (block,) = document.metadata("reviewer")
    assert document.slice(block.span) == ""
    assert document.locate(block.span) == Location("a.md", 2, 10, 2, 10)


def test_headings_stand_over_what_follows_until_one_as_high() -> None:
    builder = Builder("a.md", "abcdef")
    for level, at in ((1, 0), (2, 1), (0, 2), (3, 3), (2, 4), (0, 5)):
        builder.open("heading" if level else "paragraph", level=level)
        builder.add("abcdef"[at], at)
    headings = [block.headings for block in builder.build().blocks]
    assert headings == [(), (0,), (0, 1), (0, 1), (0,), (0, 4)]


def test_a_section_takes_its_headings_with_it() -> None:
    builder = Builder("a.html", "abcd")
    before = ()
    for kind, level, at in (("heading", 1, 0), ("heading", 2, 1), ("paragraph", 0, 2)):
        builder.open(kind, level=level)
        builder.add("abcd"[at], at)
    builder.close()
    builder.end_section(before)
    builder.open("paragraph")
    builder.add("d", 3)
    assert [block.headings for block in builder.build().blocks] == [(), (0,), (0, 1), (0,)]


def test_a_kind_that_no_one_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="banner"):
        Builder("a.md", "x").open("banner")


def test_a_sentence_never_crosses_a_block() -> None:
    builder = Builder("a.md", "One. Two\nthree")
    builder.open("paragraph")
    builder.add("One. Two", 0)
    builder.open("paragraph")
    builder.add("three", 9)
    document = builder.build()
    assert [(document.slice(s.span), s.block) for s in document.sentences] == [
        ("One.", 0), ("Two", 0), ("three", 1),
    ]  # fmt: skip
    assert document.sentences_of(1) == [document.sentences[2]]
