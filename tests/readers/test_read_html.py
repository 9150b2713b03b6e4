"""HTML: what a person reads on the page, what machines read, and where it stands."""

from __future__ import annotations

import pytest
from outline import marks, outline, read, where

LINES = """\
<!DOCTYPE html>
<head><title>A &amp; B</title>
<meta name=description content='It&rsquo;s so'></head>
<p>un<em>frigging</em>believable
   caf&eacute; &lt;🙂&gt;
  after</p>
<ul><li>one<li>two</ul>
<img src=a alt="An &quot;alt&quot;">
"""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A & B", "2:14-2:23"),
        ("It’s so", "3:33-3:46"),
        ("unfriggingbelievable café", "4:4-5:15"),
        ("<🙂> after", "5:16-6:8"),
        ("🙂>", "5:20-5:25"),
        ("two", "7:16-7:19"),
        ('"alt"', "8:20-8:35"),
    ],
)
def test_where_a_text_stands(text: str, place: str) -> None:
    assert where(LINES, text, ".html") == place
    assert where(LINES.replace("\n", "\r\n"), text, ".html") == place
    assert where("\ufeff" + LINES, text, ".html") == place


BLOCKS = [
    ("<h2>A<br>b</h2>text<p>more", ["heading: A b", "paragraph: text", "paragraph: more"]),
    ("<div>a<div>b</div>c</div>", ["paragraph: a", "paragraph: b", "paragraph: c"]),
    ("a<br><br>b<br>c", ["paragraph: a", "paragraph: b c"]),
    ("<blockquote><p>Said</p><cite>Who</cite></blockquote>", ["quote: Said", "quote: Who"]),
    ('<div class="testimonial card"><p>Said</p></div><p>no</p>', ["quote: Said", "paragraph: no"]),
    ("<figure><img alt='A'><figcaption>C</figcaption></figure>", ["alt: A", "caption: C"]),
    ("<a class='btn big' href=/>Go</a><button>Stop</button>", ["button: Go", "button: Stop"]),
    ("<p><a href=/>All</a></p><p>See <a href=/>all</a></p>", ["link: All", "paragraph: See all"]),
    ("<ol start=3><li>c<li>d</ol>", ["item[3]: c", "item[4]: d"]),
    ("<ul><li><p>a</p><p>b</p></ul>", ["item: a", "paragraph: b"]),
    ("<dl><dt>Q?<dd>A.</dl>", ["paragraph: Q?", "item: A."]),
    ("<table><caption>T</caption><tr><td>a<td>b</table>", ["caption: T", "cell: a", "cell: b"]),
    ("<header>H<nav>n <nav>n</nav> n</nav>I</header>", ["paragraph: H", "paragraph: I"]),
    ("<script>'<p>n'</script><noscript>n</noscript><svg><title>n</title></svg>a", ["paragraph: a"]),
    ("<template><p>n</p></template><pre>n</pre><select><option>n</select>a", ["paragraph: a"]),
    ("<p>x<h1>y</h1></b></div>z", ["paragraph: x", "heading: y", "paragraph: z"]),
    ("<h2>never closed<p>text", ["heading: never closed", "paragraph: text"]),
    ("a<span>b</span>c<wbr>d <x-y>e</x-y>f", ["paragraph: abcd ef"]),
    ("1 < 2 & 3 &unknown; </ x> a</>b", ["paragraph: 1 < 2 & 3 &unknown; a b"]),
    ("<input type=submit value='Book now'>", ["button: Book now"]),
    ("<p>a<!-- b -->c</p>", ["paragraph: ac"]),
    ("---\ntitle: T\n---\n<p>{% include x %}a {{ b }}</p>", ["metadata[title]: T", "paragraph: a"]),
    (
        "<title>T</title><meta property=og:title content='O'><meta name=viewport content=v>",
        ["metadata[title]: T", "metadata[og:title]: O"],
    ),
    ("<meta name=reviewer content=''>", ["metadata[reviewer]: "]),
    (
        "<p>By <i itemprop=reviewedBy itemscope><i itemprop=name>Dr <b>X</b></i>, MD</i>.",
        ["paragraph: By Dr X, MD.", "metadata[itemprop.reviewedBy]: Dr X, MD"],
    ),
    (
        "<div itemprop=author><div>A</div>B</div>C",
        ["paragraph: A", "paragraph: B", "metadata[itemprop.author]: AB", "paragraph: C"],
    ),
]


@pytest.mark.parametrize(("source", "blocks"), BLOCKS)
def test_blocks(source: str, blocks: list[str]) -> None:
    assert outline(source, ".html") == blocks


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<b>a</b> <em>b</em>", [("strong", "a", ""), ("emphasis", "b", "")]),
        ("x <a href='/u'>a</a>", [("link", "a", "/u")]),
        ("a<sup><a href=#r>1</a></sup>", [("link", "1", "#r"), ("sup", "1", "")]),
        ("x <b>a <i>b</b> c</i>", [("strong", "a b", ""), ("emphasis", "b c", "")]),
        ("<a href=/u><h2>a</h2><p>b</p></a>", [("link", "a", "/u"), ("link", "b", "/u")]),
    ],
)
def test_marks(source: str, expected: list[tuple[str, str, str]]) -> None:
    assert marks(source, ".html") == expected


JSON_LD = """\
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [
  {"@type": "Article", "headline": "A \\"B\\" \\u00e9", "name": "left out",
   "author": [{"name": "Ann"}, {"name": "Bob", "url": "https://left.out"}],
   "reviewedBy": {"@type": "Person", "name": "Dr X", "honorificSuffix": "MD"},
   "lastReviewed": "2024-11-18",
   broken, }
]</script>
"""


def test_json_ld_is_data_with_places() -> None:
    assert outline(JSON_LD, ".html") == [
        'metadata[jsonld.headline]: A "B" é',
        "metadata[jsonld.author.name]: Ann",
        "metadata[jsonld.author.name]: Bob",
        "metadata[jsonld.reviewedBy.name]: Dr X",
        "metadata[jsonld.reviewedBy.honorificSuffix]: MD",
        "metadata[jsonld.lastReviewed]: 2024-11-18",
    ]
    assert where(JSON_LD, "Dr X", ".html") == "5:47-5:51"
    assert where(JSON_LD, '"B" é', ".html") == "3:39-3:51"


def test_lists_and_tables_know_their_places() -> None:
    source = (
        "<p>You will:</p><ul><li>sleep<ul><li>well</ul><li>rest</ul>"
        "<table><thead><tr><th>a<th>b<tbody><tr><td colspan=2>c<td>d</table>"
    )
    document = read(source, ".html")
    items = [b for b in document.blocks if b.kind == "item"]
    assert [(b.level, b.group, b.lead) for b in items] == [(1, 0, 0), (2, 1, 1), (1, 0, 0)]
    cells = {document.slice(b.span): b.cell for b in document.blocks if b.kind == "cell"}
    assert cells == {"a": (0, 0), "b": (0, 1), "c": (1, 0), "d": (1, 2)}


def test_a_footer_stands_under_no_heading_of_a_section() -> None:
    source = "<h1>T</h1><section><h2>References</h2><p>a</p></section><footer>f</footer>"
    document = read(source, ".html")
    above = [[document.slice(document.blocks[h].span) for h in b.headings] for b in document.blocks]
    assert above == [[], ["T"], ["T", "References"], ["T"]]


def test_comments_are_kept() -> None:
    source = "<!-- carelint: ignore A -- b --><p>x</p><!-- open"
    assert [c.text for c in read(source, ".html").comments] == ["carelint: ignore A -- b", "open"]
