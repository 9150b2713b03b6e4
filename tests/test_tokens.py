"""The cut of the text, which must be the one that the parser was trained on."""

import pytest

from carelint.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It heals.", "It heals ."),
        ("don't can’t won't cannot", "do n't ca n’t wo n't can not"),
        ("We'll it’s I'm you've", "We 'll it ’s I 'm you 've"),
        ("O'Brien's and McCabe’s", "O'Brien 's and McCabe ’s"),
        ("anxiety-free, treatment-resistant", "anxiety - free , treatment - resistant"),
        ("85% of 1,100 at $3.50", "85 % of 1,100 at $ 3.50"),
        ("Dr. Lind, M.D. in the U.S. said", "Dr. Lind , M.D. in the U.S. said"),
        ("e.g. this... and -- that", "e.g. this ... and -- that"),
        ("see https://a.org/x?y=1.", "see https://a.org/x?y=1 ."),
        ("café naïve 24/7", "café naïve 24 / 7"),
    ],
)
def test_cut(text, words):
    tokens = tokenize(text)
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == words.split()


def test_norms_are_lower_case_with_straight_apostrophes():
    assert tokenize("Don’t STOP").norms == ["do", "n't", "stop"]


def test_agrees_with_spacy_on_prose():
    import spacy

    text = (
        "We can't promise that therapy works for everyone, and we won't. It's a well-known fact: "
        "people don't heal in three sessions (or 10%). She'll see Dr. Smith at 5 p.m. today!"
    )
    theirs = [token.text for token in spacy.blank("en")(text) if not token.is_space]
    tokens = tokenize(text)
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == theirs
