"""MDX: what the components show."""

from __future__ import annotations

import pytest
from outline import marks, outline, read, where

BLOCKS = [
    ("import A from 'a'\nimport {\n  B,\n\n  C } from 'b'\n\ntext", ["paragraph: text"]),
    ("text before\nimport goods are\n\nexport trade", ["paragraph: text before import goods are"]),
    (
        "export const meta = { title: 'It\\'s', reviewedBy: { name: `Dr X` }, n: 1 }\n\ntext",
        ["metadata[title]: It's", "metadata[reviewedBy.name]: Dr X", "paragraph: text"],
    ),
    ("export const reviewDue = '2027-03'\n\n# A", ["metadata[reviewDue]: 2027-03", "heading: A"]),
    ("---\ntitle: T\n---\n\nimport A from 'a'\n\n# H", ["metadata[title]: T", "heading: H"]),
    ('<Callout type="x">\n**text**\n</Callout>', ["paragraph: text"]),
    ("<Callout>text</Callout>", ["paragraph: text"]),
    (
        "<A>\n  <B>\n      - one\n        - two\n      more\n  </B>\n</A>",
        ["item: one", "item: two more"],
    ),
    (
        '<Testimonial author="A. B." stars={5}>\nSaid.\n</Testimonial>\n\nnot',
        ["caption: A. B.", "quote: Said.", "paragraph: not"],
    ),
    (
        "<ReviewedBy name=\"Dr X\" credentials='MD'/>",
        ["metadata[ReviewedBy.name]: Dr X", "metadata[ReviewedBy.credentials]: MD"],
    ),
    ('<BookButton href="/book me" label="Hold our weekend" />', ["button: Hold our weekend"]),
    ("<Cta>Book now</Cta>", ["button: Book now"]),
    (
        '<Hero\n  title={"Two words"}\n  className="a b c d e"\n  image="/an image.png"\n/>',
        ["caption: Two words"],
    ),
    (
        '<Stat value="82%" label="feel better" /> <Stat label="feel worse" value={\'9 %\'} />',
        ["caption: 82% feel better", "caption: feel worse 9 %"],
    ),
    (
        "<Stats of={[\n {value: '82%', label: 'feel better'},\n {value: '3', label: 'now'}\n]} />",
        ["caption: 82% feel better", "caption: 3 now"],
    ),
    (
        '<Faq q="Does it work?">\nYes.\n</Faq>\n\nafter',
        ["heading: Does it work?", "paragraph: Yes.", "paragraph: after"],
    ),
    (
        '<Unknown words="This is a whole sentence here." />',
        ["caption: This is a whole sentence here."],
    ),
    ('<Badge href="https://x.y">Download it all</Badge>', ["link: Download it all"]),
    (
        'An <Tip tip="x">inline</Tip> word and {props.name} too',
        ["paragraph: An inline word and too"],
    ),
    ("{/* gone */}\n\n{list.map(x => <li>{x}</li>)}\n\ntext", ["paragraph: text"]),
    ("<div className={styles.x}>\n  *text*\n</div>", ["paragraph: text"]),
    ("<ul><li>one</li><li>two</li></ul>", ["item: one", "item: two"]),
    ("<h2>Head</h2>\n<p>text<br/>more</p>", ["heading: Head", "paragraph: text more"]),
    ('<img src="a" alt="An alt" />', ["alt: An alt"]),
    (
        "`<Testimonial>` is\n\n```jsx\n<Testimonial>\n```\n\ntext",
        ["paragraph: <Testimonial> is", "paragraph: text"],
    ),
    ("p < 0.05 and \\{a\\} and {open", ["paragraph: p < 0.05 and {a} and {open"]),
    (":::note\n\ntext\n\n:::", ["paragraph: text"]),
]


@pytest.mark.parametrize(("source", "blocks"), BLOCKS)
def test_blocks(source: str, blocks: list[str]) -> None:
    assert outline(source, ".mdx") == blocks
    assert outline(source.replace("\n", "\r\n"), ".mdx") == blocks


LINES = """\
<Card title="Good to know">
    Ein *gro*ßer {x} <b>Text</b>
    <Stat value="82%" label="feel better" />
</Card>
"""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Good to know", "1:14-1:26"),
        ("großer Text", "2:10-2:29"),
        ("82% feel better", "3:18-3:41"),
        ("feel better", "3:30-3:41"),
    ],
)
def test_where_a_text_stands(text: str, place: str) -> None:
    assert where(LINES, text, ".mdx") == place
    assert where(LINES.replace("\n", "\r\n"), text, ".mdx") == place


def test_marks_of_tags_and_links() -> None:
    found = marks('x <sup>1</sup> <a href="/u">a</a> [b](/v)', ".mdx")
    assert found == [("sup", "1", ""), ("link", "a", "/u"), ("link", "b", "/v")]


def test_comments_are_kept() -> None:
    document = read("{/* carelint: ignore A -- b */}\n\ntext", ".mdx")
    assert [comment.text for comment in document.comments] == ["carelint: ignore A -- b"]
