"""The benchmark of citations: one fault put into a page that is right is found where it is.

Documents: every style in every format (`documents.py`), and the cited ones of the gold and the
examples (`collected.py`). Faults: `mutations.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

import pytest

from carelint.finding import Finding
from mutation.checking import findings
from mutation.collected import CLEAN, FAULTY, ROOT, collected
from mutation.documents import generated
from mutation.mutations import KINDS, Mutant, mutants

SHARE = 0.99
BASES = {base.name: base for base in (*generated(), *collected())}
#: What is still open: how the citation is written, the kind of fault, and why.
OPEN = {
    (form, kind): why
    for why, forms, kinds in (
        (
            "a name without a verb after it is doubtful: the outline of Lind (2019)",
            ("after of",), ("entry dropped", "name misspelt in the entry"),
        ),
        (
            "the short form beside it resolves, however the full name is spelt",
            ("with short form",), ("name misspelt in the text", "name misspelt in the entry"),
        ),
        (
            "a link to the work is not held against the list",
            ("linked",),
            (
                "year changed in the text", "year changed in the entry",
                "name misspelt in the text", "name misspelt in the entry",
            ),
        ),
        (
            "a page at the end of the sentence may cite nothing: Lind asks this (14)",
            ("people with page at the end", "body with page at the end"),
            ("entry dropped", "name misspelt in the text"),
        ),
        (
            "the page at the end of the sentence, as above",
            ("person with page at the end",),
            ("entry dropped", "name misspelt in the text"),
        ),
        (
            "the page at the end of the sentence, as above",
            ("people with page at the end",), ("second author dropped",),
        ),
        (
            "a misspelt body cited by page is not told with its near entry",
            ("body with page",), ("name misspelt in the text", "name misspelt in the entry"),
        ),
        (
            "a misspelt body cited by page is not told with its near entry",
            ("body with page at the end",), ("name misspelt in the entry",),
        ),
        (
            "by page, the other entry of the author is taken for the one meant",
            ("people with page",), ("name misspelt in one of two entries",),
        ),
    )
    for form in forms
    for kind in kinds
}  # fmt: skip
#: A list that numbers itself moves up when an entry goes: other sentences are wrong then too.
RENUMBERS = "numbered entry dropped"
_CITED = re.compile(r"^\W*(?:<h\d>)?(?:References|Sources|Bibliography)\b|^\[\^\w+\]: ", re.M)


@dataclass(frozen=True)
class Outcome:
    """How a mutant fares: for each place whether it is reported, and what is found elsewhere."""

    mutant: Mutant
    reported: tuple[bool, ...]
    stray: tuple[str, ...]

    @property
    def open(self) -> bool:
        return any((form, self.mutant.kind) in OPEN for form in self.mutant.forms)

    def told(self) -> str:
        mutant, lines = self.mutant, self.mutant.text.split("\n")
        places = zip(mutant.lines, mutant.forms, self.reported, strict=True)
        missed = [f"{form}: {lines[at[0] - 1][:160]}" for at, form, found in places if not found]
        what = f"{mutant.base.name}: {mutant.kind}, {mutant.what}"
        return " | ".join([what, *missed, *self.stray])


@cache
def outcomes() -> list[Outcome]:
    return [judged(mutant) for base in BASES.values() for mutant in mutants(base)]


def judged(mutant: Mutant) -> Outcome:
    found = findings(mutant.text, mutant.base.name)

    def stands(finding: Finding, place: tuple[int, int]) -> bool:
        return finding.location.line <= place[1] and place[0] <= finding.location.end_line

    fitting = [finding for finding in found if finding.code in mutant.codes]
    reported = tuple(any(stands(f, place) for f in fitting) for place in mutant.lines)
    stray = [f for f in found if not any(stands(f, place) for place in mutant.lines)]
    return Outcome(mutant, reported, tuple(f"{f.code} {f.text}" for f in stray))


@pytest.mark.parametrize("name", BASES)
def test_a_right_document_has_no_fault(name):
    assert [f"{f.code} {f.text}" for f in findings(BASES[name].text, name)] == []


def test_the_benchmark_is_large_enough():
    counts = Counter(outcome.mutant.kind for outcome in outcomes())
    assert len(BASES) >= 40
    assert sum(counts.values()) >= 1500, counts
    assert KINDS.keys() == counts.keys()


def test_nearly_every_fault_is_found_at_its_place():
    counted = [outcome for outcome in outcomes() if not outcome.open]
    missed = [outcome.told() for outcome in counted if not all(outcome.reported)]
    share = 1 - len(missed) / len(counted)
    assert share >= SHARE, f"{share:.4f} of {len(counted)}; missed:\n" + "\n".join(missed)


@pytest.mark.parametrize("cell", [pytest.param(cell, id=", ".join(cell)) for cell in OPEN])
def test_open_ones(cell, request):
    request.applymarker(pytest.mark.xfail(strict=True, reason=OPEN[cell]))
    form, kind = cell
    of_kind = [outcome for outcome in outcomes() if outcome.mutant.kind == kind]
    places = [
        found
        for outcome in of_kind
        for written, found in zip(outcome.mutant.forms, outcome.reported, strict=True)
        if written == form
    ]
    assert sum(places) >= SHARE * len(places)


def test_a_fault_raises_no_alarm_elsewhere():
    stray = [o.told() for o in outcomes() if o.stray and o.mutant.kind != RENUMBERS]
    assert len(stray) <= (1 - SHARE) * len(outcomes()), "\n".join(stray)


def cited_files():
    for folder in ("tests/gold", "examples/clinic/posts"):
        for file in sorted((ROOT / folder).iterdir()):
            known = file.suffix in (".md", ".mdx", ".html", ".txt") and file.stem != "GUIDELINE"
            if known and _CITED.search(file.read_text("utf-8")):
                yield f"{folder}/{file.name}"


def test_every_cited_document_is_in_the_benchmark_or_has_a_fault_of_its_own():
    assert set(cited_files()) == CLEAN.keys() | FAULTY.keys()
    for path in FAULTY:
        assert findings((ROOT / path).read_text("utf-8"), path), path
