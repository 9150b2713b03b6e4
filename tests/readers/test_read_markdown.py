"""Markdown: what a person reads, and where it stands."""

from __future__ import annotations

import pytest
from outline import marks, outline, read, where

LINES = """\
# *A* title

un*frigging*believable, cure &amp; hope, caf&eacute;
one \\*two\\* three
  > guaran**teed** text
  > second line
- [link *text*](https://example.org) after
- ![an *alt* text](/a.png)

| A | B |
|---|---|
| cli\\|ents | ü🙂 `co de` end |

Next[^1].

[^1]: Smith et al.
"""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A title", "1:4-1:12"),
        ("unfriggingbelievable", "3:1-3:23"),
        ("cure & hope", "3:25-3:40"),
        ("café", "3:42-3:53"),
        ("one *two* three", "4:1-4:18"),
        ("*two", "4:6-4:10"),
        ("guaranteed text second", "5:5-6:11"),
        ("link text", "7:4-7:14"),
        ("text after", "7:10-7:43"),
        ("an alt text", "8:5-8:18"),
        ("cli|ents", "12:3-12:12"),
        ("co de end", "12:19-12:29"),
        ("Next[^1]", "14:1-14:9"),
        ("Smith et al.", "16:7-16:19"),
    ],
)
def test_where_a_text_stands(text: str, place: str) -> None:
    assert where(LINES, text) == place
    assert where(LINES.replace("\n", "\r\n"), text) == place
    assert where("\ufeff" + LINES, text) == place
    assert where("---\nlang: ü\n---\n" + LINES, text) != place


BLOCKS = [
    ("# A\ntext\nmore", ["heading: A", "paragraph: text more"]),
    ("Title\n=====\n\nSub {#id}\n---", ["heading: Title", "heading: Sub"]),
    ("> said\n>\n> more\n\nnot said", ["quote: said", "quote: more", "paragraph: not said"]),
    ("3. c\n4. d", ["item[3]: c", "item[4]: d"]),
    ("- [ ] a\n- [x] b", ["item: a", "item: b"]),
    ("- a\n\n  more\n- b", ["item: a", "paragraph: more", "item: b"]),
    ("|a|b|\n|-|-|\n||d|", ["cell: a", "cell: b", "cell: d"]),
    ("```\ncode\n```\n\n    code\n\ntext", ["paragraph: text"]),
    ("text ![alt](a.png) more\n\nnext", ["paragraph: text more", "alt: alt", "paragraph: next"]),
    ("![](a.png)\n\n![alone](b.png)", ["alt: alone"]),
    ("[See it all](/x)", ["link: See it all"]),
    ("[See it all](/x) now", ["paragraph: See it all now"]),
    ("a[^n]\n\n[^n]: Note.\n\n    More.", ["paragraph: a[^n]", "note[n]: Note.", "note[n]: More."]),
    ("Gone[^n] and [@key; @b].", ["paragraph: Gone[^n] and [@key; @b]."]),
    ("one  \ntwo\\\nthree", ["paragraph: one two three"]),
    ("a ~~b~~ `c`", ["paragraph: a b c"]),
    ("> [!NOTE]\n> A note.\n\n> Said.", ["paragraph: A note.", "quote: Said."]),
    # Raw HTML
    ("<div>\ntext\n</div>", ["paragraph: text"]),
    ('<p class="x">One<br>two</p><p>three</p>', ["paragraph: One two", "paragraph: three"]),
    ("<blockquote>\n\n**Said**\n\n</blockquote>\n\nnot", ["quote: Said", "paragraph: not"]),
    (
        "<figure><img alt='An alt'><figcaption>Cap</figcaption></figure>",
        ["alt: An alt", "caption: Cap"],
    ),
    (
        "<script>\nvar a = 'never';\n\nnever\n</script>\n\n<style>p {}</style>\n\ntext",
        ["paragraph: text"],
    ),
    ("<nav>\n\n- never\n\n</nav>\n\ntext", ["paragraph: text"]),
    ("a <kbd>x</kbd>y <!-- no --> z", ["paragraph: a xy z"]),
    ("> <div>\n> in a quotation\n> </div>", ["quote: in a quotation"]),
    ("- <b>x</b> y\n- z", ["item: x y", "item: z"]),
    (
        "<details><summary>Ask?</summary>\n\nAnswer.\n\n</details>\n\nAfter",
        ["heading: Ask?", "paragraph: Answer.", "paragraph: After"],
    ),
    # Templates
    (
        '{{< note title="Good to know" >}}\ntext\n{{< /note >}}',
        ["caption: Good to know", "paragraph: text"],
    ),
    ("text {{< ref >}} more {{ page.x }} end", ["paragraph: text more end"]),
    ('[a]({{< ref "x y.md" >}}) b', ["paragraph: a b"]),
    ("{{< testimonial >}}\nSaid.\n{{< /testimonial >}}\n\nnot", ["quote: Said.", "paragraph: not"]),
    ("    {% if x %}\ntext\n{% endif %}", ["paragraph: text"]),
    (
        '{% include testimonial.html text="I feel well." author="A. B." %}',
        ["quote: I feel well.", "caption: A. B."],
    ),
    (":::tip Title\n\ntext\n\n:::", ["paragraph: text"]),
    ("# Head {: .no_toc}\n\ntext\n{: .lead}", ["heading: Head", "paragraph: text"]),
    ("`{{ code }}` and {{ open", ["paragraph: and {{ open"]),
]


@pytest.mark.parametrize(("source", "blocks"), BLOCKS)
def test_blocks(source: str, blocks: list[str]) -> None:
    assert outline(source) == blocks


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("**a** *b* `c`", [("strong", "a", ""), ("emphasis", "b", ""), ("code", "c", "")]),
        ("x [a](/u)", [("link", "a", "/u")]),
        ("x [a][r]\n\n[r]: https://e.org", [("link", "a", "https://e.org")]),
        ("x <https://e.org>", [("link", "https://e.org", "https://e.org")]),
        ("a<sup>1</sup>", [("sup", "1", "")]),
        ('x <a href="/u&amp;v">a</a>', [("link", "a", "/u&v")]),
        ("a[^n].\n\n[^n]: b", [("note", "[^n]", "n")]),
        ("a[^gone].", [("note", "[^gone]", "gone")]),
        ("a\\[^gone] `[^b]`", [("code", "[^b]", "")]),
        ("a <q>b</q>", [("quote", "b", "")]),
    ],
)
def test_marks(source: str, expected: list[tuple[str, str, str]]) -> None:
    assert marks(source) == expected


def test_lists_know_their_lead_depth_and_group() -> None:
    document = read("You will:\n\n- sleep\n  - well\n- rest\n\n# Also\n\n1. eat\n\n---\n\n- drink")
    items = [block for block in document.blocks if block.kind == "item"]
    lead = [
        document.slice(document.blocks[b.lead].span) if b.lead is not None else "" for b in items
    ]
    assert lead == ["You will:", "sleep", "You will:", "Also", ""]
    assert [item.level for item in items] == [1, 2, 1, 1, 1]
    assert [item.group for item in items] == [0, 1, 0, 2, 3]


def test_cells_know_their_row_and_column() -> None:
    document = read("|a|b|\n|-|-|\n|c|d|\n||f|\n")
    cells = {document.slice(b.span): b.cell for b in document.blocks}
    assert cells == {"a": (0, 0), "b": (0, 1), "c": (1, 0), "d": (1, 1), "f": (2, 1)}


def test_blocks_know_their_headings() -> None:
    document = read("# A\n## B\ntext\n## C\nmore")
    texts = [[document.slice(document.blocks[h].span) for h in b.headings] for b in document.blocks]
    assert texts == [[], ["A"], ["A", "B"], ["A"], ["A", "C"]]


@pytest.mark.parametrize(
    "source",
    [
        "x <!-- carelint: ignore A -- b --> y",
        "<!--\ncarelint: ignore A -- b\n-->\n",
        "{{/* carelint: ignore A -- b */}}",
        "{% comment %}carelint: ignore A -- b{% endcomment %}",
    ],
)
def test_comments_are_kept_and_are_no_text(source: str) -> None:
    document = read(source)
    assert [comment.text for comment in document.comments] == ["carelint: ignore A -- b"]
    assert "ignore" not in document.text
    span = document.comments[0].span
    assert "ignore A" in document.source[span.start : span.end]
