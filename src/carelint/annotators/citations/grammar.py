"""The pieces of regular expression that citations and references are made of.

Every piece is linear: alternatives inside a repeat begin with different
characters, and each repeat has a bound.
"""

from __future__ import annotations

import re

_UPPER = "".join(
    chr(code)
    for start, end in ((0x41, 0x250), (0x1E00, 0x1F00))
    for code in range(start, end)
    if chr(code).isupper()
)
#: A capital letter of any Latin alphabet, as a character class.
UPPER = f"[{_UPPER}]"
#: The apostrophes and hyphens that stand inside names.
_JOINT = r"'’ʼ‘‐‑/-"
#: A capitalised word, or a name such as O'Brien, d'Arcy, Smith-Jones, al-Rashid.
NAME = (
    rf"(?:(?:[dl]['’]|al[-‑]|el[-‑])?{UPPER}"
    rf"(?:\w|[{_JOINT}](?=\w)|–(?={UPPER})){{0,60}}+(?:['’](?=\s))?)"
)
#: The same, or initials.
WORD = rf"(?:{UPPER}\.(?:[- ]?{UPPER}\.){{0,3}}+|(?:St|Dr|Prof)\.(?=\s)|{NAME})"
#: Small words that open a family name.
PARTICLE = (
    r"(?:van|von|vom|zu|zum|zur|de|den|der|des|del|della|di|da|das|do|dos|du|la|las|le|los|lo"
    r"|ter|ten|te|el|al|bin|ibn|af|av|y|e|st\.?)"
)
#: Small words inside the name of an organisation or between authors.
_JOINER = r"(?:of|for|and|the|on|in|und|et|&|für|with|…|\.\s?\.\s?\.)"
#: Several authors, or one organisation: capitalised words with their small words.
PHRASE = (
    rf"(?:{PARTICLE}\s+){{0,3}}{WORD}"
    rf"(?:,?\s+(?:(?:{_JOINER}|{PARTICLE})\s+){{0,3}}{WORD}){{0,16}}"
)
#: What says that there are more authors than are named.
ET_AL = (
    r"(?:,?\s+(?:et\.?\s+al\b\.?|(?:and|&)\s+(?:(?:her|his|their|the)\s+)?"
    r"(?:colleagues|coworkers|co-workers|co-authors|coauthors|associates|others|team|group"
    r"|coll\.)))"
)
#: A year of publication, with the letter that tells works of one year apart.
YEAR = r"(?:1[5-9]|20)\d\d"
_UNDATED = r"(?:n\.\s?d\.|no date\b|undated\b|o\.\s?J\.|s\.\s?f\.)(?:[-–]?(?P<which>[a-z])(?!\w))?"
_TO_COME = (
    r"in press|forthcoming|in preparation|under review|advance online|im Druck|en prensa"
    r"|sous presse"
)
WHEN = re.compile(
    rf"\b(?:(?P<year>{YEAR})[-–]?(?P<letter>[a-z])?(?!\w)|(?P<none>{_UNDATED})|(?P<soon>{_TO_COME}))"
)
#: Where in a work: a page, chapter or table, which is no part of the key.
LOCATOR = re.compile(
    r"\b(?:pp?|pages?|paras?|ch|chap|chapters?|sec|sections?|tables?|tab|fig|figures?|vol|no)\b"
    r"\.?\s*[\divxlc]{1,6}(?:\s?[-–]\s?[\divxlc]{1,6})?",
    re.IGNORECASE,
)
DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"'<>“”\])]+")
URL = re.compile(r"\bhttps?://[^\s\"<>“”\])]+|\bwww\.[^\s\"<>“”\])]+")
PMID = re.compile(r"\b(PM(?:ID|C)):?\s*(\d{3,9})\b", re.IGNORECASE)


def when(match: re.Match[str]) -> str:
    """The date that WHEN matched, as it is compared: "2019a", "n.d.", "n.d.b" or "in press"."""
    if match["year"]:
        return match["year"] + (match["letter"] or "")
    return "n.d." + (match["which"] or "") if match["none"] else "in press"
