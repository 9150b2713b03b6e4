"""Plain text: a paste from a word processor, or wrapped by hand."""

from __future__ import annotations

import pytest
from outline import outline, read, where

LONG = "This is a paragraph that says enough to be longer than any heading above it would be."
BLOCKS = [
    (f"{LONG}\n{LONG}", [f"paragraph: {LONG}"] * 2),
    (
        f"Medically Reviewed by A. Person, MD\n{LONG}",
        ["paragraph: Medically Reviewed by A. Person, MD", f"paragraph: {LONG}"],
    ),
    (
        f"By Jane Doe\nWhat It Does\n{LONG}",
        ["paragraph: By Jane Doe", "heading: What It Does", f"paragraph: {LONG}"],
    ),
    (f"Does it hurt?\n{LONG}", ["heading: Does it hurt?", f"paragraph: {LONG}"]),
    ("It is short.\nSo is this", ["paragraph: It is short.", "paragraph: So is this"]),
    (
        f"Most people have some, such as:\n{LONG}",
        ["paragraph: Most people have some, such as:", f"paragraph: {LONG}"],
    ),
    ("WHAT CHANGES\n\nAll of it.", ["heading: WHAT CHANGES", "paragraph: All of it."]),
    ("Title\n=====\nand\n---\nmore", ["heading: Title", "heading: and", "paragraph: more"]),
    ("====\nBOX\n====\n\ntext", ["heading: BOX", "paragraph: text"]),
    ("Five myths\n1. one\n2) two", ["heading: Five myths", "item[1]: one", "item[2]: two"]),
    (
        "You will:\n- a\n* b\n• c\n– d\n\n– e",
        ["paragraph: You will:", "item: a", "item: b", "item: c", "item: d", "item: e"],
    ),
    ("- one\n  goes on\n- two\n\nafter", ["item: one goes on", "item: two", "paragraph: after"]),
    ("References:\n- A (2019).", ["heading: References:", "item: A (2019)."]),
    ("Sources\n\nA (2019). Title.", ["heading: Sources", "paragraph: A (2019). Title."]),
    ("<!-- carelint: ignore A -- b -->\ntext", ["paragraph: text"]),
    (f"1. Sleep\n{LONG}", ["heading: 1. Sleep", f"paragraph: {LONG}"]),
    (f"1. Book\n2. Talk\n{LONG}", ["item[1]: Book", "item[2]: Talk", f"paragraph: {LONG}"]),
    ("✓ No fee\n✓ No wait", ["item: No fee", "item: No wait"]),
    ("Dear reader,\n\nThad", ["paragraph: Dear reader,", "paragraph: Thad"]),
    ("— J.T., Plano", ["paragraph: — J.T., Plano"]),
]


@pytest.mark.parametrize(("source", "blocks"), BLOCKS)
def test_blocks(source: str, blocks: list[str]) -> None:
    assert outline(source, ".txt") == blocks
    assert outline(source.replace("\n", "\r\n"), ".txt") == blocks


WRAPPED = """\
Grief is the price we pay for love, as the saying goes, and in Ireland
we are good at the first week of it. The house fills with neighbours
and stories.

What helps

It is often in the second month, when the dishes have gone home, that
people find it hard. Counselling cures nothing, but many find that it
eases the worst of it.

Ring us
on 01 555
"""


def test_lines_wrapped_by_hand_are_joined() -> None:
    assert outline(WRAPPED, ".txt") == [
        "paragraph: Grief is the price we pay for love, as the saying goes, and in Ireland we are"
        " good at the first week of it. The house fills with neighbours and stories.",
        "heading: What helps",
        "paragraph: It is often in the second month, when the dishes have gone home, that people"
        " find it hard. Counselling cures nothing, but many find that it eases the worst of it.",
        "paragraph: Ring us",
        "paragraph: on 01 555",
    ]
    assert where(WRAPPED, "Ireland we", ".txt") == "1:64-2:3"


def test_items_know_their_lead_and_depth() -> None:
    document = read("You will:\n- a\n  - b\n- c\n\nAnd:\n- d", ".txt")
    items = [(b.level, b.group, b.lead) for b in document.blocks if b.kind == "item"]
    assert items == [(1, 0, 0), (2, 1, 1), (1, 0, 0), (1, 2, 4)]


def test_the_title_stands_over_the_headings() -> None:
    document = read(f"By Jane Doe\nA Title\n{LONG}\nA Head\n{LONG}", ".txt")
    headings = [(document.slice(b.span), b.level) for b in document.blocks if b.kind == "heading"]
    assert headings == [("A Title", 1), ("A Head", 2)]
    assert document.blocks[-1].headings == (1, 3)
