"""The wording model: what reads like a claim, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from carelint import readers
from carelint.annotators import annotate, wording
from carelint.annotators.wording.features import features, stem
from carelint.reading import Readings
from carelint.run import Run

SETUP = Run(use_config=False).base
LEXICON = SETUP.rules.lexicon


def reading(text: str):
    document = readers.read(text.encode(), "post.md")
    return Readings(document, annotate(document, LEXICON)).of(0)


def likely(text: str) -> set[str]:
    return {label.name.removeprefix("likely-") for label in wording.likely([reading(text)])}


# None of these, nor anything like them, is in the posts that the model was trained on.
@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("The app quiets the voice that wakes you at three.", "efficacy"),
        ("Parents tell us that bedtime is quiet again.", "efficacy"),
        ("It untangles the knot that grief has tied.", "efficacy"),
        ("One visit, and you are done with it.", "promise"),
        ("Whatever you have tried before, this is the one that sticks.", "promise"),
        ("Our members sleep 52 minutes longer.", "statistic"),
        ("Unlike talk therapy, we do not go round in circles.", "comparison"),
        ("No one has ever become dependent on it.", "safety"),
        ("Why swallow a pill when you can breathe?", "medication"),
        ("That tightness in your chest is trauma.", "diagnosis"),
        ("Do not let another summer go by in the dark.", "urgency"),
    ],
)
def test_a_claim_without_a_word_of_claim_is_likely(text: str, family: str) -> None:
    assert family in likely(text)


@pytest.mark.parametrize(
    "text",
    [
        "The course has twelve sessions, and the first one is free.",
        "You and your therapist agree on a plan in the second session.",
        "Worry has a way of waking people at three.",
        "It does not suit everyone.",
        "You will get a reply within two working days.",
        "Never stop a medicine without the person who prescribes it.",
        "Only a clinician can tell you whether it is ADHD.",
        "The next course begins on 4 May.",
        "Our psychologists are registered with the HCPC.",
    ],
)
def test_the_same_words_used_innocently_are_not(text: str) -> None:
    assert likely(text) == set()


def test_the_label_is_the_sentence_without_its_marks() -> None:
    one = reading("*It untangles the knot that grief has tied!*")
    (label,) = (x for x in wording.likely([one]) if x.name == "likely-efficacy")
    assert one.document.slice(label.span) == "It untangles the knot that grief has tied"


def test_a_sentence_is_judged_by_itself() -> None:
    text = "It untangles the knot that grief has tied."
    alone = set(features(reading(text)))
    assert set(features(reading(f"{text} We open at nine."))) == alone


@pytest.mark.parametrize(
    ("norms", "shared"),
    [(("eases", "eased", "easing"), "eas"), (("12", "1,400", "3.5"), "0"), (("us",), "us")],
)
def test_forms_of_a_word_share_a_stem(norms: tuple[str, ...], shared: str) -> None:
    assert {stem(norm) for norm in norms} == {shared}


def test_a_rule_that_names_what_is_wrong_goes_first() -> None:
    document = readers.read(
        b"It untangles the knot that grief has tied and cures depression.", "a.md"
    )
    findings, _ = SETUP.check(document)
    assert [f.code for f in findings if f.family == "efficacy"] == ["EFF001"]


def test_the_no_of_a_phrase_that_is_the_whole_line_denies_nothing() -> None:
    findings, _ = SETUP.check(readers.read(b"| Our tea |\n| --- |\n| No side effects |\n", "a.md"))
    assert {"SAF001", "PRM008"} <= {f.code for f in findings}


def test_a_page_about_something_else_is_left_in_peace() -> None:
    page = "Our software takes the sting out of invoices. Nothing else comes close.\n\n" * 20
    findings, _ = SETUP.check(readers.read(page.encode(), "a.md"))
    assert findings == []


def test_weights_survive_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "_FILE", tmp_path / "weights.json.gz")
    weights = {"promise": {"never": 0.5, "<hype>": -0.256}, "efficacy": {"never": 0.25}}
    thresholds = {"promise": 1.0, "efficacy": 0.5}
    wording.load_weights.cache_clear()
    try:
        path = wording.write_weights(weights, thresholds, "abc")
        first = path.read_bytes()
        read = wording.load_weights()
        assert read.families == ("efficacy", "promise")
        assert read.thresholds == (50, 100)
        assert read.features == {"<hype>": "1 -26", "never": "0 25 1 50"}
        assert wording.trained_on() == "abc"
        assert wording.write_weights(weights, thresholds, "abc").read_bytes() == first
    finally:
        wording.load_weights.cache_clear()


def test_the_weights_are_small() -> None:
    assert Path(wording.__file__).with_name("weights.json.gz").stat().st_size < 2_000_000
