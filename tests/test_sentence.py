"""Where sentences end."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelint.sentence import split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


# Each "|" is where a sentence ends.
CASES = [
    "It helps.| It lasts.",
    "Does it hurt?| No.| The sensors only listen!| Really.",
    "Can I drink?| Drive?| Get pregnant?",
    "He said “Stop.”| Then he left.| (This is so.)| And on.",
    "“Yes!” she said.| “No,” he said.",
    "Wait... no more.| Wait...| No more.",
    "Half of them don't.| We know.| He took his brother's.| She said 'Stop it.'| Then left.",
    # Abbreviations, initials and titles
    "Dr. Smith et al. (2019) found it, as did Lind et al. before.",
    "St. John’s wort vs. placebo, e.g. in adults, approx. 5 people.",
    "Auerbach, J. A., et al. (2016).| Title.",
    "Approved by the U.S. Food and Drug Administration.| It is sold in the U.S.| We sell it.",
    "Reviewed by Jane Doe, M.D. Medical Director.| She is an M.D.| We like her.",
    "Acme Inc. Marketing did this.| Ask Acme Inc.| They know.",
    "We treat anxiety, depression etc.| Book now.",
    # Words that are abbreviations before a number only
    "We are No. 1 in care.| The answer is no.| We make art.| See Fig. 2 and p. 4.",
    "Since Mar. 4 we are open.| Vitamin B.| It helps.",
    # Times and numbers
    "We close at 5 p.m.| Sessions are short.| Open 9 a.m.–5 p.m. Monday to Friday.",
    "Scores fell by 3.5 points.| Then by 12.5%.| It costs $5.99 a day.",
    "1. Choose a time.| 2. Talk.",
    # Marks of notes stay with their sentence
    "Mood rose.[3]| You may ask why.[^2]| It fell.[1,4]| So what.[2][3]| End",
    "Mood rose.1| You may ask why.12,13| It fell.¹| And rose.†| End",
    "Mood rose. [3]| You may ask.| It works. (Lind, 2019)| We agree.",
    "It works (Lind, 2019).| (In 2020 it did not.)| We agree.",
    "Visit example.com.| Write to a.b@c.org.| Bye",
]


@pytest.mark.parametrize("marked", CASES)
def test_where_sentences_end(marked: str) -> None:
    assert sentences(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Before. One. Two. After."
    assert [text[a:b] for a, b in split(text, 8, 17)] == ["One.", "Two."]


@given(st.lists(st.sampled_from([*'aZ.!?…"”’)(]* \n5[^¹', "Dr.", "No.", "et al.", "(2019)"])))
def test_nothing_is_lost_and_nothing_overlaps(parts: list[str]) -> None:
    text = "".join(parts)
    spans = list(split(text))
    assert re.sub(r"\s", "", "".join(sentences(text))) == re.sub(r"\s", "", text)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
