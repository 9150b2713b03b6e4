"""The labelled posts: read from `posts/*.txt`, written out as Markdown.

Each file holds posts one after another. A post is a head and one line a sentence:

    title: Coming home to yourself
    style: landing page of a private practice, Leeds
    =
    H|-|Coming home to yourself
    T|E|Our method clears burnout.

The first column is the kind of line (KINDS), the second its labels (FAMILIES: a capital is
`must`, a small letter `may`, `-` none), the third the sentence. An empty line ends a paragraph.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent
FOLDER = _HERE / "posts"
#: Documents with their labels beside them, as in tests/gold/; tests/gold-unseen/ is no part of it.
PAGES = (_HERE / "pages", _HERE.parent / "tests" / "gold")
_FEATURES = _HERE.parent / "src" / "carelint" / "annotators" / "wording" / "features.py"
_DOCUMENTS = (".txt", ".md", ".mdx", ".html", ".jsonl")
KINDS = {
    "H": "heading", "T": "running text", "L": "list item", "Q": "client quotation",
    "B": "button or link", "A": "image alt text", "C": "table row",
}  # fmt: skip
FAMILIES = {
    "E": "efficacy", "P": "promise", "S": "statistic", "T": "testimonial", "C": "comparison",
    "F": "safety", "R": "regulatory", "M": "medication", "D": "diagnosis", "G": "stigma",
    "U": "urgency",
}  # fmt: skip
_HEAD = "title: "


def fingerprint() -> str:
    """A hash of all that the weights come from: documents, features and scripts."""
    found = [_FEATURES, _HERE / "train.py", _HERE / "posts.py"]
    for folder in (FOLDER, *PAGES):
        found += [path for path in folder.iterdir() if path.suffix in _DOCUMENTS]
    digest = hashlib.sha256()
    for path in sorted(found, key=lambda path: path.name):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


class PostError(ValueError):
    """A line that is no line of a post; the message names file and line."""


@dataclass(frozen=True)
class Line:
    """A sentence of a post; `labels` are (family, tier), `opens` is true after an empty line."""

    kind: str
    labels: tuple[tuple[str, str], ...]
    text: str
    opens: bool


@dataclass(frozen=True)
class Post:
    title: str
    lines: tuple[Line, ...]

    def markdown(self) -> tuple[str, list[tuple[int, int, Line]]]:
        """The post as Markdown, and the span of each line in it, in characters."""
        out = [f"---\ntitle: {json.dumps(self.title, ensure_ascii=False)}\n---\n"]
        spans: list[tuple[int, int, Line]] = []
        at, last = len(out[0]), ""
        for line in self.lines:
            before, text, after = _markup(line, last, first=not spans)
            start = at + len(before)
            spans.append((start, start + len(text), line))
            out.append(before + text + after)
            at += len(out[-1])
            last = line.kind
        return "".join(out) + "\n", spans


def read_posts(folder: Path = FOLDER) -> Iterator[Post]:
    """All posts, in order of file and place. Raises PostError."""
    for path in sorted(folder.glob("*.txt")):
        title, lines, opens = "", [], True
        for number, text in enumerate(path.read_text("utf-8").splitlines(), 1):
            if text.startswith(_HEAD):
                if lines:
                    yield Post(title, tuple(lines))
                title, lines, opens = text.removeprefix(_HEAD).strip(), [], True
            elif not text.strip() or text == "=" or text.startswith("style: "):
                opens = True
            else:
                lines.append(_line(text, opens, f"{path.name}:{number}"))
                opens = False
        if lines:
            yield Post(title, tuple(lines))


def _line(text: str, opens: bool, where: str) -> Line:
    kind, _, rest = text.partition("|")
    letters, _, sentence = rest.partition("|")
    known = letters == "-" or (letters and set(letters.upper()) <= set(FAMILIES))
    if kind not in KINDS or not known or not sentence.strip() or "|" in sentence:
        raise PostError(f"{where}: is no `kind|labels|sentence`: {text[:60]}")
    labels = tuple(
        (FAMILIES[letter.upper()], "must" if letter.isupper() else "may")
        for letter in dict.fromkeys(letters)
        if letter != "-"
    )
    return Line(kind, labels, sentence.strip(), opens)


def _markup(line: Line, last: str, *, first: bool) -> tuple[str, str, str]:
    """What stands before a line's text, the text, and what stands after it."""
    joined = bool(last) and line.kind == last and not line.opens
    text = line.text
    if line.kind == "H":
        return ("\n\n# " if first else "\n\n## "), text, "\n"
    if line.kind in "TQ":
        mark = "> " if line.kind == "Q" else ""
        return (" " if joined else "\n\n" + mark), _without_number(text), ""
    if line.kind == "L":
        return ("\n- " if joined else "\n\n- "), _without_number(text), ""
    if line.kind == "C":
        cells = text.replace(" ; ", " | ")
        rule = "" if joined else "\n|" + " --- |" * (cells.count(" | ") + 1)
        return ("\n| " if joined else "\n\n| "), cells, " |" + rule
    if line.kind == "B":
        return "\n\n[", text, "](https://example.com)"
    return "\n\n![", text, "](image.jpg)"


def _without_number(text: str) -> str:
    """The text where "2." does not begin a numbered list."""
    number, dot, rest = text.partition(".")
    return f"{number}\\.{rest}" if dot and number.isdigit() else text
