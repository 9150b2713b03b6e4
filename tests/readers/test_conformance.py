"""Every reader, over many inputs: what a block says stands where the block says it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pyromark
import pytest
import turbohtml
from conformance import letters, problems
from hypothesis import given
from hypothesis import strategies as st

from carelint import readers
from carelint.document import Document, ReadError
from carelint.readers.markdown import _OPTIONS

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"

MARKDOWN = """\
---
title: "CBT \\u2013 what it’s for"
reviewer: {name: 'Dr O''Neill', role: GP}
summary: >
  Two lines,
  folded.
empty:
tags: [a, "b c"]
---
Title of *this* page
====================

un*frigging*believable &amp; caf&eacute; 🙂 naïve\\* `code here` text[^1] and[^gone].
A second line\\
after a break, H<sub>2</sub>O<sup>1</sup> and <!-- inside --> more.

> quoted **text
> over two** lines
>
> - item in a quotation
>   goes on
>   - nested &lt;one&gt;
>
> <div class="note">
> raw &nbsp;text
> </div>

| A | B \\| C |
|---|:---:|
| cli\\|ents | `x` |
| é🙂 | **bold** |

1. one

   more of one
2. two ![alt *text* here](a.png "t") after
- [ ] task

[a reference][ref] and <https://example.org>, [@key], [1].

<details><summary>Ask?</summary>

Markdown **inside**.

</details>

[^1]: The note,
    and more.

[ref]: https://example.org/x "Title"
"""

HTML = """\
<!doctype html><html><head><title>A &amp; B</title>
<meta name="description" content="caf&eacute; &amp; more">
<script type="application/ld+json">{"reviewedBy": {"name": "Dr \\u00c9va <Kov\\u00e1cs>"}}</script>
<script>var a = "<p>never</p>";</script><style>p { }</style></head>
<body><nav><p>never</p></nav>
<h1>One<br>two</h1>
<p>un<em>frigging</em>believable &amp;
   caf&eacute;&nbsp;🙂 <b>bold <i>both</b> text</i> x&shy;y<sup>2</sup></p>
loose text <p>unclosed <li>item <ul><li>nested</ul>
<table><tr><th>a<th>b<tr><td colspan=2>wide<td><p>one</p><p>two</p></table>
<a href="/x"><h2>Linked</h2><p>card</p></a>
<img alt='a "picture"
 over lines'><a class="btn" href=#>Book</a>
<blockquote>said<footer>who</footer></blockquote>
<dl><dt>Q?<dd>A.</dl> 1 < 2 & 3 &unknown; </body></html>
"""

MDX = """\
import A from 'a'
export const meta = {
  title: 'It\\'s “here”',
  other: { reviewedBy: "Dr É" },
}

# Head {#id}

<Hero title="Words in a title" src="/a b.png" items={[{ value: '82%', label: "feel better" }]} />

<Card>
    Indented *text* {props.name} goes
    on.

    <Testimonial author="J. and R.">
        - quoted item
    </Testimonial>
</Card>

{/* a comment */}

Inline <Tooltip tip="x">word</Tooltip> and <br /> `<Not a="tag">` {1 + 1}.

<ul><li>one</li><li>two é</li></ul>
"""

TEXT = """\
Medically Reviewed by É. Person, M.D.
A Title of the Paste
A paragraph that is “long” enough to stand under its title, with 🙂 and\u00a0a wide space in it.
Benefits
- one
  hanging on
– two
* three

References:
1. Smith, J. (2019). Title.
<!-- carelint: ignore EFF001 -- why -->
"""

SAMPLES = [("a.md", MARKDOWN), ("a.html", HTML), ("a.mdx", MDX), ("a.txt", TEXT)]
WAYS = {
    "lf": lambda text: text.encode(),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "cr": lambda text: text.replace("\n", "\r").encode(),
    "bom": lambda text: b"\xef\xbb\xbf" + text.encode(),
}


def shape(document: Document) -> list[tuple[object, ...]]:
    return [
        (b.kind, document.slice(b.span), b.headings, b.level, b.name, b.lead, b.group, b.cell)
        for b in document.blocks
    ]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("path", "source"), SAMPLES)
def test_text_stands_where_it_is_said_to_stand(path: str, source: str, way: str) -> None:
    document = readers.read(WAYS[way](source), path)
    assert problems(document) == []
    assert len(document.blocks) > 5


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("path", "source"), SAMPLES)
def test_line_ends_and_byte_order_mark_change_nothing(path: str, source: str, way: str) -> None:
    read = readers.read(WAYS[way](source), path)
    assert shape(read) == shape(readers.read(source.encode(), path))


FILES = sorted(
    path
    for folder in (ROOT / "tests/gold", ROOT / "tests/gold-unseen", ROOT / "examples")
    for path in folder.rglob("*")
    if path.suffix in readers.SUFFIXES
)
CORPUS = sorted((SHARED / "corpora").rglob("*.md"))[::6]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_our_documents(path: Path) -> None:
    assert problems(readers.read(path.read_bytes(), str(path))) == []


@pytest.mark.skipif(not CORPUS, reason="the corpora are not here")
def test_corpora() -> None:
    found = {path.name: problems(readers.read(path.read_bytes(), str(path))) for path in CORPUS}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


SHOWN = ("heading", "paragraph", "item", "quote", "cell", "link", "note", "caption")


@pytest.mark.parametrize("path", [p for p in FILES if p.suffix == ".md"], ids=lambda p: p.name)
def test_no_word_of_markdown_is_lost(path: Path) -> None:
    """The words of the blocks are those that a browser shows of the rendered page, in order."""
    document = readers.read(path.read_bytes(), str(path))
    if "{{" in document.source:
        pytest.skip("a template, which another program renders")
    body = re.sub(r"\A---\n.*?\n---\n", "", document.source, flags=re.DOTALL)
    page = pyromark.html(body, options=_OPTIONS)
    page = re.sub(r'<sup class="footnote.*?</sup>', "", page)
    page = re.sub(r"<pre>.*?</pre>", "", page, flags=re.DOTALL)
    read = " ".join(document.slice(b.span) for b in document.blocks if b.kind in SHOWN)
    shown, read = (re.sub(r"\[\^[^\]]+\]", "", text) for text in (turbohtml.parse(page).text, read))
    assert letters(read) == letters(shown)


@pytest.mark.parametrize("path", [p for p in FILES if p.suffix == ".txt"], ids=lambda p: p.name)
def test_no_word_of_plain_text_is_lost(path: Path) -> None:
    document = readers.read(path.read_bytes(), str(path))
    source = re.sub(r"(?m)^\s*\d{1,3}[.)]\s", "", document.source)
    assert letters(" ".join(document.slice(b.span) for b in document.blocks)) == letters(source)


SIGNS = [*"ab \n\r\t<>/&;#[]()*_`~|-+=:!\"'{}\\^@.,0é🙂\u00a0\u00ad"]
PARTS = """<p> </p> <li> <!-- --> {{ }} [^1] <table> <td> <Quote> </Quote> <nav> <details> <summary>
<br><br> <title> &nbsp; &lt; ** __""".split()
PARTS += ["---\n", "+++\n", "```\n", "> ", "- ", "1. ", "import ", "a: b\n", "{% x %}", ":::note\n",
          "<a href=x>", "<A b={", "| a | b |\n|---|---|\n"]  # fmt: skip
TEXTS = st.lists(st.sampled_from([*SIGNS, *PARTS]), max_size=60).map("".join)
SUFFIXES = [".md", ".mdx", ".html", ".txt"]


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(source=TEXTS)
def test_any_text_can_be_read(suffix: str, source: str) -> None:
    try:
        document = readers.read(source.encode(), f"a{suffix}")
    except ReadError:
        return
    assert problems(document) == []


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(data=st.binary(max_size=80))
def test_any_bytes_can_be_read_or_refused(suffix: str, data: bytes) -> None:
    try:
        document = readers.read(data, f"a{suffix}")
    except ReadError:
        return
    assert document.source == data.removeprefix(b"\xef\xbb\xbf").decode()
