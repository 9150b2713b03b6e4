"""The elements of HTML, by what they mean for text."""

from __future__ import annotations

import re

#: Nothing inside is prose on the page.
SILENT = frozenset(
    """script style noscript template svg nav iframe object canvas select math audio video textarea
    datalist map pre""".split()
)
#: They have no end tag.
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
#: They begin and end a block; all others stand inside a line.
BLOCKS = frozenset(
    """address article aside blockquote body button caption center dd details dialog dir div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup html legend li main
    menu ol optgroup option p search section summary table tbody td tfoot th thead title tr ul
    """.split()
)
#: Inline elements that mark their text.
MARKS = {
    "strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis", "cite": "emphasis",
    "dfn": "emphasis", "code": "code", "tt": "code", "kbd": "code", "samp": "code", "sup": "sup",
    "q": "quote",
}  # fmt: skip
HEADINGS = {f"h{level}": level for level in range(1, 7)}
#: The kind of the blocks inside these elements.
KINDS = {
    "blockquote": "quote", "figcaption": "caption", "caption": "caption", "button": "button",
    "dt": "paragraph",
}  # fmt: skip
#: Their headings end with them.
SECTIONS = frozenset({"section", "article", "aside", "main", "details", "footer"})
LISTS = frozenset({"ul", "ol", "menu", "dl"})
CELLS = frozenset({"td", "th"})
#: Which open element a start tag closes, and the walls that it does not look behind.
CLOSES = {
    "li": (("li",), ("ul", "ol", "menu")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "td": (("td", "th"), ("table",)),
    "th": (("td", "th"), ("table",)),
    "tr": (("td", "th"), ("table",)),
    "tbody": (("td", "th"), ("table",)),
    "tfoot": (("td", "th"), ("table",)),
}
#: An end tag does not close what stands outside of these.
WALLS = frozenset({"table", "td", "th"})

_BUTTON = re.compile(r"(?<![a-z])(?:btn|button|cta)(?![a-z])", re.IGNORECASE)
_QUOTE = re.compile(r"(?<![a-z])(?:testimonial|pull-?quote|blockquote)(?![a-z])", re.IGNORECASE)
_PROSE_PRE = re.compile(r"(?<![a-z])(?:verse|preformatted)(?![a-z])", re.IGNORECASE)


def is_button(classes: str) -> bool:
    """Whether a link's classes make it look like a button."""
    return bool(_BUTTON.search(classes))


def is_quotation(classes: str) -> bool:
    """Whether a block's classes say that it holds somebody's words."""
    return bool(_QUOTE.search(classes))


def is_prose(classes: str) -> bool:
    """Whether preformatted text is a verse and not code."""
    return bool(_PROSE_PRE.search(classes))
