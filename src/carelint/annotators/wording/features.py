"""What the wording model sees of a sentence: stems, runs of up to three, labels beside words.

A feature is a short text; the model adds up their weights. Each sentence is seen by itself,
with the lead-in of its list, so that what it is judged to be depends on no other paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from carelint.reading import Reading

_FIGURE = re.compile(r"[\d.,:]*\d[\d.,:]*")
_ENDINGS = ("ingly", "edly", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s", "e")
_SHORTEST_STEM = 3
#: Lengths are told apart in steps of so many words, up to so many steps.
_STEP, _STEPS = 4, 8
#: What stands before the first word and after the last one.
_FIRST, _LAST = "<", ">"


def features(reading: Reading) -> Iterator[str]:
    """The features of a sentence, each once, in a fixed order."""
    return iter(dict.fromkeys(_features(reading)))


def _features(reading: Reading) -> Iterator[str]:
    stems = [stem(norm) for norm in reading.norms]
    around = [_FIRST, *stems, _LAST]
    for i, one in enumerate(stems):
        before, after = around[i], around[i + 2]
        yield one
        yield f"{before} {one}"
        yield f"{before} * {after}"
        yield f"{before} {one} {after}"
    kind = reading.block.kind
    if stems:
        yield f"{stems[-1]} {_LAST}"
        yield f"{kind}: {stems[0]}"
    for position, found in sorted(reading.labels.items()):
        for name, end, _ in found:
            yield f"<{name}>"
            yield f"{around[position]} <{name}>"
            yield f"<{name}> {around[end + 1]}"
            yield f"{kind}: <{name}>"
    yield f"{kind}:"
    yield f"length {min(len(stems) // _STEP, _STEPS)}"


@lru_cache(maxsize=50_000)
def stem(norm: str) -> str:
    """A word without its ending; figures are all alike."""
    if _FIGURE.fullmatch(norm):
        return "0"
    for ending in _ENDINGS:
        if norm.endswith(ending) and len(norm) - len(ending) >= _SHORTEST_STEM:
            return norm[: -len(ending)]
    return norm
