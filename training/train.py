#!/usr/bin/env python3
"""Train the wording model from the labelled posts and pages of this folder.

    pip install -e ".[train]"
    python training/train.py             train, and write the weights into the package
    python training/train.py --evaluate  what it reaches on posts that it has not seen

One logistic regression a family, over the features of `carelint.annotators.wording`. What a
guideline calls `must` is a claim; `may` is left out; all else is none. A family's threshold is
the one with the best F1 on posts left out of training (five folds), at a precision of at least
`PRECISION`. The gold is read, as it was when the rules were written; `tests/gold-unseen/` is not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from posts import PAGES, fingerprint, read_posts
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from carelint import readers
from carelint.annotators import annotate
from carelint.annotators.wording import FAMILIES, write_weights
from carelint.annotators.wording.features import features
from carelint.document import Document
from carelint.reading import Readings
from carelint.ruleset import load_ruleset

#: Families that a reader may take for one another: what carries one of them is no false alarm.
CLAIMS = {"efficacy", "promise", "statistic", "safety", "comparison", "regulatory", "testimonial"}
FOLDS = 5
PRECISION = 0.85
#: The strength of the regularisation, and the rarest feature that is kept (in sentences).
STRENGTH, RAREST = 1.0, 2
#: Weights smaller than this are left out of the file.
SMALLEST = 0.03


@dataclass(frozen=True)
class Example:
    """A sentence: its features, its labels by family, and the number of its fold."""

    features: tuple[str, ...]
    tiers: dict[str, str]
    fold: int


def examples() -> Iterator[Example]:
    """Every sentence of the posts and pages."""
    lexicon = load_ruleset().lexicon
    for title, suffix, source, labels in sources():
        document = readers.read(source.encode(), f"post{suffix}")
        readings = Readings(document, annotate(document, lexicon))
        fold = int(hashlib.md5(title.encode()).hexdigest(), 16) % FOLDS  # noqa: S324 - no secret
        # Of a row that is labelled as a whole, the second cell is what the page says of itself.
        cells = [document.blocks[sentence.block].cell for sentence in document.sentences]
        beside = [cell is not None and cell[1] != 1 for cell in cells]
        for index, (start, end) in enumerate(_places(document)):
            tiers: dict[str, str] = {}
            for first, last, family, tier in labels:
                shared = min(end, last) - max(start, first)
                if shared >= min(4, last - first) and tiers.get(family) != "must":
                    whole_row = first < start - 1 or end + 1 < last
                    tiers[family] = "may" if whole_row and beside[index] else tier
            yield Example(tuple(features(readings.of(index))), tiers, fold)


def sources() -> Iterator[tuple[str, str, str, list[tuple[int, int, str, str]]]]:
    """Title, suffix, source and labels (start, end, family, tier) of each document."""
    for post in read_posts():
        source, spans = post.markdown()
        yield post.title, ".md", source, [
            (a, b, family, tier) for a, b, line in spans for family, tier in line.labels
        ]  # fmt: skip
    for path in (p for folder in PAGES for p in sorted(folder.glob("*.labels.jsonl"))):
        page = next(p for p in path.parent.glob(path.name.split(".")[0] + ".*") if p != path)
        source = page.read_bytes().decode("utf-8")
        raw = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        yield page.stem, page.suffix, source, [
            (*_located(source, one), one["family"], one["tier"])
            for one in raw
            if one["text"] is not None and one["family"] in FAMILIES and one["tier"] != "not"
        ]  # fmt: skip


def _located(source: str, label: dict[str, str]) -> tuple[int, int]:
    pattern = r"\s+".join(re.escape(word) for word in label["text"].split())
    match = list(re.finditer(pattern, source))[int(label.get("nth", 1)) - 1]
    return match.span()


def _places(document: Document) -> Iterator[tuple[int, int]]:
    """The span of each sentence in the source, in characters."""
    starts = [0] + [m.end() for m in re.finditer(r"\r\n|\r|\n", document.source)]
    for sentence in document.sentences:
        at = document.locate(sentence.span)
        yield starts[at.line - 1] + at.column - 1, starts[at.end_line - 1] + at.end_column - 1


class Table:
    """Examples as a matrix: a row each, a column for each feature that is common enough."""

    def __init__(self, found: list[Example]) -> None:
        counts: dict[str, int] = {}
        for example in found:
            for name in example.features:
                counts[name] = counts.get(name, 0) + 1
        self.examples = found
        self.names = sorted(name for name, count in counts.items() if count >= RAREST)
        column = {name: i for i, name in enumerate(self.names)}
        rows = [[column[n] for n in e.features if n in column] for e in found]
        ends = np.cumsum([0, *map(len, rows)])
        flat = np.array([i for row in rows for i in row], dtype=np.int32)
        self.matrix = csr_matrix(
            (np.ones(len(flat)), flat, ends), shape=(len(found), len(self.names))
        )
        self.folds = np.array([e.fold for e in found])

    def classes(self, family: str) -> np.ndarray:
        """1 for `must`, 0 for no label of the family, -1 for `may`."""
        code = {"must": 1, "may": -1, None: 0}
        return np.array([code[e.tiers.get(family)] for e in self.examples])

    def near(self, family: str) -> np.ndarray:
        """Where the family, or one that a reader may take for it, is labelled."""
        families = CLAIMS if family in CLAIMS else {family}
        return np.array([bool(families & set(e.tiers)) for e in self.examples])

    def fitted(self, family: str, rows: np.ndarray) -> LogisticRegression:
        classes = self.classes(family)
        used = rows & (classes >= 0)
        model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300, random_state=0)
        return model.fit(self.matrix[used], classes[used])


@dataclass(frozen=True)
class Held:
    """What a family reaches on posts left out of training, at its threshold."""

    threshold: float
    must: int
    recall: float
    precision: float

    @property
    def f1(self) -> float:
        return 2 * self.recall * self.precision / max(self.recall + self.precision, 1e-9)


def held_out(table: Table, family: str) -> Held:
    """The best threshold of a family, measured on each fold by a model of the others."""
    scores = np.zeros(len(table.examples))
    for fold in range(FOLDS):
        left_out = table.folds == fold
        scores[left_out] = table.fitted(family, ~left_out).decision_function(table.matrix[left_out])
    must, near = table.classes(family) == 1, table.near(family)
    best = Held(9.0, int(must.sum()), 0.0, 1.0)
    for threshold in np.arange(-2.5, 3.0, 0.1):
        fired = scores > threshold
        hits, alarms = int((fired & must).sum()), int((fired & ~near).sum())
        held = Held(
            round(float(threshold), 2), best.must, hits / max(best.must, 1),
            hits / max(hits + alarms, 1),
        )  # fmt: skip
        if held.precision >= PRECISION and held.f1 > best.f1:
            best = held
    return best


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--evaluate", action="store_true", help="Write nothing.")
    asked = parser.parse_args(arguments)
    table = Table(list(examples()))
    print(f"{len(table.examples)} sentences, {len(table.names)} features")
    print(f"{'family':12} {'must':>5} {'recall':>7} {'precision':>9} {'F1':>6}  threshold")
    weights, thresholds = {}, {}
    for family in FAMILIES:
        held = held_out(table, family)
        print(
            f"{family:12} {held.must:5} {held.recall:7.3f} {held.precision:9.3f} {held.f1:6.3f}"
            f"  {held.threshold:.1f}"
        )
        model = table.fitted(family, np.ones(len(table.examples), dtype=bool))
        thresholds[family] = held.threshold - float(model.intercept_[0])
        weights[family] = {
            name: float(weight)
            for name, weight in zip(table.names, model.coef_[0], strict=True)
            if abs(weight) >= SMALLEST
        }
    if not asked.evaluate:
        print(f"written: {write_weights(weights, thresholds, fingerprint())}")


if __name__ == "__main__":
    main()
