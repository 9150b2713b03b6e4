"""Tokens: the words and marks of a text, cut once and used by everything.

The cut is the one that the English models of spaCy were trained on
("don't" is "do" and "n't", "anxiety-free" is three tokens), so that the parser
takes our tokens as they are: its places are our places, and its own tokenizer,
the slowest part of loading, is never built.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
    (?!(?i:cannot))[^\W\d_]++(?=[\s,;!?)"”-]|:(?!//))
  | https?://\S*[^\s.,;:!?)\]}"'’”] | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
  | (?:[A-Za-z]\.){2,} | (?:Dr|Mr|Mrs|Ms|Prof|St|vs|Jr|Sr|etc)\.(?=\s)
  | \d+(?:[.,]\d+)* (?=[^\W\d_]|\b|_|$)
  | (?i:n['’]t\b) | (?i:['’](?:s|re|ve|ll|d|m)\b)
  | (?i:ca(?=n['’]t\b)) | (?i:can(?=not\b))
  | [^\W\d_]+?(?=n['’]t\b) | [^\W_]+?(?=['’](?:s|re|ve|ll|d|m|S|LL)\b)
  | [^\W_]+(?:['’](?!(?:s|re|ve|ll|d|m|S|LL)\b)[^\W_]+)* | \.{2,} | -{2,} | [^\w\s] | _+
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists: where each token starts and ends, in characters, and its norm,
    which is lower case with a straight apostrophe.
    """

    starts: list[int]
    ends: list[int]
    norms: list[str]

    def __len__(self) -> int:
        return len(self.starts)

    def between(self, start: int, end: int) -> range:
        """The indices of the tokens that begin in `[start, end)`."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def overlapping(self, start: int, end: int) -> range:
        """The indices of the tokens that share a character with `[start, end)`."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


def tokenize(text: str) -> Tokens:
    """Cut a text; white space is in no token."""
    starts, ends, norms = [], [], []
    for match in _TOKEN.finditer(text):
        starts.append(match.start())
        ends.append(match.end())
        norms.append(match.group().lower().replace("’", "'"))
    return Tokens(starts, ends, norms)
