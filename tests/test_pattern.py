"""The rule language, phrase by phrase."""

import pytest

from carelint.annotators.terms import Lexicon
from carelint.document import Builder
from carelint.label import Labels
from carelint.pattern import (
    PatternError,
    compile_condition,
    compile_flag,
    compile_phrase,
)
from carelint.phrase import match_phrase
from carelint.reading import Readings
from carelint.rule import Pattern, Term, Word

TERMS = {
    "condition": Term(
        "condition", "", "noun", (Word("panic attack"), Word("panic"), Word("=PTSD")), ("serious",)
    ),
    "serious": Term("serious", "", "noun", (Word("treatment-resistant depression"),)),
    "ends": Term("ends", "", "verb", (Word("put an end to"), Word("stop"))),
}
NAMES = frozenset(TERMS)


def marked(phrase: str, text: str) -> list[str]:
    """What a phrase marks in a sentence."""
    builder = Builder("a.txt", text)
    builder.open("paragraph")
    builder.add(text, 0)
    document = builder.build()
    labels = Labels(Lexicon(TERMS).labels(document))
    reading = Readings(document, labels).of(0)
    found = match_phrase(compile_phrase(phrase, NAMES), reading)
    return [document.slice(reading.span(start, end)) for start, end in found]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        # a word matches all its forms, "=word" only itself
        ("guarantee", "We guaranteed it and guarantee it.", ["guaranteed", "guarantee"]),
        ("=guarantee", "We guaranteed it and guarantee it.", ["guarantee"]),
        ("=ACT", "We act; ACT acts.", ["ACT"]),
        # either, and in order
        ("cure|remedy for", "A remedy for it, not a for cure.", ["remedy for"]),
        # may be absent
        ("(very) good", "It is very good, good indeed.", ["very good", "good"]),
        # up to six words, never over a semicolon
        ("stop ... forever", "Stop the old bad thing forever.", ["Stop the old bad thing forever"]),
        ("stop ... forever", "Stop a b c d e f forever.", ["Stop a b c d e f forever"]),
        ("stop ... forever", "Stop a b c d e f g forever.", []),
        ("stop ... forever", "Stop it; be free forever.", []),
        # terms: longest entry, plural, hyphen or space, capitals where asked
        ("<condition>", "Panic attacks and panic.", ["Panic attacks", "panic"]),
        ("<condition>", "PTSD is not ptsd.", ["PTSD"]),
        ("<condition>", "Treatment resistant depression.", ["Treatment resistant depression"]),
        ("<ends> <condition>", "It puts an end to panic.", ["puts an end to panic"]),
        ("<ends> ... <condition>", "Stopping your panic attacks.", ["Stopping your panic attacks"]),
        # marks are words too, and curly apostrophes are straight
        ("100% safe", "It is 100% safe.", ["100% safe"]),
        ("can't fail", "You can’t fail.", ["can’t fail"]),
        ("risk-free", "A risk free and risk-free way.", ["risk free", "risk-free"]),
    ],
)  # fmt: skip
def test_a_phrase_marks(phrase, text, expected):
    assert marked(phrase, text) == expected


@pytest.mark.parametrize(
    ("phrase", "message"),
    [
        ("...", "needs at least one word"),
        ("(very)", "needs at least one word"),
        ("a||b", "empty alternative"),
        ("<conditon>", "did you mean `condition`"),
    ],
)
def test_a_wrong_phrase_says_why(phrase, message):
    with pytest.raises(PatternError, match=message):
        compile_phrase(phrase, NAMES)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("negatd", "did you mean `negated`"),
        ("<condition> in the sentense", "did you mean `sentence`"),
        ("<condition>", "neither a standing nor"),
    ],
)
def test_a_wrong_condition_says_why(text, message):
    with pytest.raises(PatternError, match=message):
        compile_condition(Pattern(1, text), NAMES)


def test_a_claim_compiles_part_by_part():
    claim = compile_flag(Pattern(1, parts=(("does", "<ends>"), ("what", "<condition>"))), NAMES)
    assert claim.does.labels == {"ends"}
    assert claim.what.labels == {"condition"}
    assert claim.who is None


def test_many_gaps_stay_linear():
    # Six gaps over a long sentence: the memo keeps this from exploding.
    phrase = " ... ".join(["a"] * 7) + " ... zebra"
    assert marked(phrase, "a " * 3000) == []
