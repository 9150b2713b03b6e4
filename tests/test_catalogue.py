"""The sentences of the rule catalogue for efficacy, promise and statistic: which are told apart.

A sentence to flag needs a finding of its family, one to pass none of its rule. Those that
are not as expected are listed with the reason; the list may only get shorter.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from carelint import readers
from carelint.run import Run

FILE = Path(__file__).parent / "catalogue" / "examples.jsonl"
SENTENCES = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
FAMILIES = {"EFF": "efficacy", "PRM": "promise", "STA": "statistic"}
#: What the catalogue adds to a sentence to say what kind of text it is.
KIND = re.compile(r" \((?:cta|heading|bullet|alt text|button|title|caption|link|list)[^)]*\)$")
UNLISTED = "the citation has no reference list here, and one that leads nowhere excuses nothing"
EFFECT = "found as a claim of effect, not as a promise"
MISREAD = "the parser hangs the residents on the verb, as if they were cured"
NO_WORD = "a page on offer, a verb of improvement, clients: no word says that it is no treatment"
HEDGE = "“often” counts as a hedge, which excuses a time that is set for a result"
NAME = "a street may bear any name"
NOT_AS_EXPECTED = {
    "The kitchen team cures its own salmon for the residents' brunch.": MISREAD,
    "Our new booking page improves access for wheelchair users.": NO_WORD,
    "Exposure therapy is often called the gold standard for phobias (Okafor et al., 2020).": (
        UNLISTED
    ),
    "Remission was 31% with the drug and 22% with placebo [4].": UNLISTED,
    "Rapid recovery from trauma, often in under an hour.": HEDGE,
    "See your marriage saved after a single retreat.": EFFECT,
    "It takes ten minutes to reset years of grief.": EFFECT,
    "Just press play and watch panic fade.": EFFECT,
    "The Miracle Street clinic is closed on Monday.": NAME,
}


#: Compiled once: it takes longer than all the sentences.
SETUP = Run(use_config=False).base


def found(text: str) -> tuple[tuple[str, str], ...]:
    findings, _ = SETUP.check(readers.read(KIND.sub("", text).encode(), "x.md"))
    return tuple((finding.code, finding.family) for finding in findings)


def as_expected(sentence: dict[str, str]) -> bool:
    codes = found(sentence["text"])
    if sentence["expect"] == "flag":
        return any(family == FAMILIES[sentence["code"][:3]] for _, family in codes)
    return all(code != sentence["code"] for code, _ in codes)


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda s: f"{s['code']}-{s['expect']}-{s['n']}")
def test_a_sentence_is_judged_as_the_catalogue_says(sentence: dict[str, str]) -> None:
    assert as_expected(sentence) == (sentence["text"] not in NOT_AS_EXPECTED)


def test_nearly_all_are_as_expected() -> None:
    assert len(NOT_AS_EXPECTED) <= 0.03 * len(SENTENCES)
    assert set(NOT_AS_EXPECTED) <= {sentence["text"] for sentence in SENTENCES}
