"""Wording: sentences that read like a claim, by the weight of their words.

The rules name what they look for; this model adds what no list holds: idioms, outcomes told
as scenes, promises without a word of promise. It is a logistic regression for each family over
`features.py`, trained by `training/train.py` on labelled posts that belong to the project, and
it only labels: `<likely-efficacy>` is a sentence for a rule to judge, as any other label is.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from carelint.annotators.wording.features import features
from carelint.document import Span
from carelint.label import Label
from carelint.reading import Reading

#: The families that have a model; stigma is a matter of single words, which a list knows best.
FAMILIES = (
    "comparison", "diagnosis", "efficacy", "medication", "promise", "regulatory", "safety",
    "statistic", "testimonial", "urgency",
)  # fmt: skip
LABELS = frozenset(f"likely-{family}" for family in FAMILIES)
_FILE = Path(__file__).with_name("weights.json.gz")
#: Weights are kept as hundredths.
_UNIT = 100


@dataclass(frozen=True)
class Weights:
    """What each feature adds for each family, by index, and where a family's claims begin."""

    families: tuple[str, ...]
    thresholds: tuple[int, ...]
    #: Index and weight by turns, as text: few of the many features are ever asked for.
    features: Mapping[str, str]


def likely(readings: Iterable[Reading]) -> Iterator[Label]:
    """A label `likely-<family>` over each sentence that reads like a claim of the family.

    The label is attached to its reading as well.
    """
    weights = load_weights()
    for reading in readings:
        sums = [0] * len(weights.families)
        for feature in features(reading):
            for i, weight in _pairs(weights.features.get(feature, "")):
                sums[i] += weight
        for i, family in enumerate(weights.families):
            if sums[i] > weights.thresholds[i]:
                label = Label(f"likely-{family}", _words(reading))
                reading.attach(label)
                yield label


def _words(reading: Reading) -> Span:
    """The sentence without the marks around it."""
    span, text = reading.sentence.span, reading.document.text
    start, end = span.start, span.end
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in "%)":
        end -= 1
    while start < end and not text[start].isalnum() and text[start] not in "($£€":
        start += 1
    return Span(start, end) if start < end else span


@lru_cache(maxsize=100_000)
def _pairs(text: str) -> tuple[tuple[int, int], ...]:
    numbers = list(map(int, text.split()))
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


@cache
def load_weights() -> Weights:
    """The weights that come with the package."""
    head, *lines = gzip.decompress(_FILE.read_bytes()).decode("utf-8").split("\n")
    raw = json.loads(head)
    features = dict(line.split("\t") for line in lines)
    return Weights(tuple(raw["families"]), tuple(raw["thresholds"]), features)


def trained_on() -> str:
    """The fingerprint of what the weights were trained on."""
    head, _, _ = gzip.decompress(_FILE.read_bytes()).decode("utf-8").partition("\n")
    return str(json.loads(head)["trained_on"])


def write_weights(
    weights: Mapping[str, Mapping[str, float]], thresholds: Mapping[str, float], trained_on: str
) -> Path:
    """Put trained weights into the package; the same weights give the same bytes.

    The file is a line of JSON, then a line for each feature: its name, a tab, and for each
    family that it speaks for the family's index and the weight in hundredths.
    """
    families = sorted(weights)
    found: dict[str, list[str]] = defaultdict(list)
    for i, family in enumerate(families):
        for feature, weight in sorted(weights[family].items()):
            if round(weight * _UNIT):
                found[feature] += [str(i), str(round(weight * _UNIT))]
    head = {
        "families": families,
        "thresholds": [round(thresholds[family] * _UNIT) for family in families],
        "trained_on": trained_on,
    }
    lines = [f"{feature}\t{' '.join(pairs)}" for feature, pairs in sorted(found.items())]
    text = "\n".join([json.dumps(head), *lines])
    _FILE.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
    return _FILE
