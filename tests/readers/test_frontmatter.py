"""Front matter: every scalar with its key and its place, or what is wrong and on which line."""

from __future__ import annotations

import pytest
from outline import outline, read, where

from carelint.document import ReadError

YAML = """\
---
title: "A \\"B\\" \\u00e9"
reviewer:
  name: 'Dr O''Neill'   # who
  roles: [GP, "MRC Psych"]
summary: >-
  Two lines,
  folded.
text: |
  Kept

  apart
plain: goes on
  here
date: 2024-09-03
draft: no
medical_reviewer:
empty: ""
---
# Body
"""


def test_yaml_scalars() -> None:
    assert outline(YAML) == [
        'metadata[title]: A "B" é',
        "metadata[reviewer.name]: Dr O'Neill",
        "metadata[reviewer.roles]: GP",
        "metadata[reviewer.roles]: MRC Psych",
        "metadata[summary]: Two lines, folded.",
        "metadata[text]: Kept apart",
        "metadata[plain]: goes on here",
        "metadata[date]: 2024-09-03",
        "metadata[draft]: no",
        "metadata[medical_reviewer]: ",
        "metadata[empty]: ",
        "heading: Body",
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('"B" é', "2:11-2:23"),
        ("O'Neill", "4:13-4:21"),
        ("MRC Psych", "5:16-5:25"),
        ("lines, folded", "7:7-8:9"),
        ("Kept apart", "10:3-12:8"),
        ("on here", "13:13-14:7"),
        ("Body", "20:3-20:7"),
    ],
)
def test_where_a_scalar_stands(text: str, place: str) -> None:
    assert where(YAML, text) == place
    assert where(YAML.replace("\n", "\r\n"), text) == place
    assert where("\ufeff" + YAML, text) == place


@pytest.mark.parametrize(("key", "place"), [("medical_reviewer", (17, 18)), ("empty", (18, 9))])
def test_an_empty_value_has_a_place(key: str, place: tuple[int, int]) -> None:
    document = read(YAML)
    (block,) = document.metadata(key)
    at = document.locate(block.span)
    assert (at.line, at.column, at.end_line, at.end_column) == (*place, *place)


TOML = """\
+++
title = "A \\"B\\""     # a comment
date = 2024-09-03
tags = ["a, b", 'c\\d']
[reviewer]
name = "Dr É"
links = { home = "x", "of work" = "y" }
text = \"\"\"
Two
lines\"\"\"
+++
Body
"""


def test_toml_scalars() -> None:
    assert outline(TOML) == [
        'metadata[title]: A "B"',
        "metadata[date]: 2024-09-03",
        "metadata[tags]: a, b",
        "metadata[tags]: c\\d",
        "metadata[reviewer.name]: Dr É",
        "metadata[reviewer.links.home]: x",
        "metadata[reviewer.links.of work]: y",
        "metadata[reviewer.text]: Two lines",
        "paragraph: Body",
    ]
    assert where(TOML, "Dr É") == "6:9-6:13"
    assert where(TOML.replace("\n", "\r\n"), "Two lines") == "9:1-10:6"


@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        ("---\nx: 1\ntitle: Anxiety: a guide\n---\n", 3, "put the value in quotes"),
        ('---\na: 1\ntitle: "open\nb: 2\n---\n', 3, "never closed"),
        ("---\ntitle: a\n\tb: c\n---\n", 3, "tab"),
        ("---\ntitle: @home\n---\n", 2, "needs quotes"),
        ("---\ntags: [a, b\ntitle: c\n---\n", 2, "never closed"),
        ("---\na: b\nc: \x01\n---\n", 3, "control character"),
        ('+++\na = 1\ntitle = "open\n+++\n', 3, "illegal character"),
    ],
)
def test_broken_front_matter_is_named_with_its_line(source: str, line: int, says: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(source)
    assert caught.value.line == line
    assert says in caught.value.message


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("---\n---\ntext", ["paragraph: text"]),
        ("---\n# only a comment\n---\ntext", ["paragraph: text"]),
        ("---\nSome words\n---\n\ntext", ["heading: Some words", "paragraph: text"]),
        ("---\n\nno end", ["paragraph: no end"]),
        ("text\n\n---\na: b\n---\n", ["paragraph: text", "heading: a: b"]),
        ("---\na: &x [b]\nc: *x\n---\n", ["metadata[a]: b"]),
    ],
)
def test_what_is_no_front_matter(source: str, blocks: list[str]) -> None:
    assert outline(source) == blocks
