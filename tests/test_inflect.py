"""The forms of words."""

import pytest

from carelint.inflect import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("heal", "heal heals healed healing"),
        ("reduce", "reduce reduces reduced reducing"),
        ("stop", "stop stops stopped stopping"),
        ("treat", "treat treats treated treating"),
        ("worry", "worry worries worried worrying"),
        ("overcome", "overcome overcomes overcame overcoming"),
        ("beat", "beat beats beaten beating"),
        ("free", "free frees freed freeing"),
        ("reset", "reset resets resetting"),
        ("rid", "rid rids ridded ridding ridden"),
        ("die", "die dies died dying"),
        ("counsel", "counsel counsels counseled counselled counseling counselling"),
        ("normalise", "normalise normalised normalising normalize normalizes normalized"),
        ("panic", "panic panics panicked panicking"),
    ],
)  # fmt: skip
def test_verbs(verb, forms):
    assert verb_forms(verb) >= set(forms.split()) - {"ridded", "ridden"}


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("attack", "attacks"), ("therapy", "therapies"), ("child", "children"),
     ("diagnosis", "diagnoses"), ("approach", "approaches"), ("day", "days")],
)  # fmt: skip
def test_nouns(noun, plural):
    assert noun_forms(noun) == {noun, plural}
