"""Names that are one person's, and texts that no one should choke on."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reviewing import lexicon, review

from carelint import readers
from carelint.annotators.review import LABELS, annotate
from carelint.annotators.review.names import same_person
from carelint.label import Labels


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Priya Nair", "Dr. Priya Nair", True),
        ("José Álvarez", "Jose Alvarez", True),
        ("Tom A. Reyes", "Tom Reyes", True),
        ("P. Nair", "Priya Nair", True),
        ("PRIYA NAIR", "Priya Nair", True),
        ("Priya Nair", "Anil Nair", False),
        ("Ana Sousa", "Ana Souto", False),
        ("Tom Reyes Jr.", "Tom Reyes Sr.", False),
        ("Priya", "Priya Nair", False),
        ("", "Priya Nair", False),
    ],
)
def test_same_person(one, other, same):
    assert same_person(one, other) is same
    assert same_person(other, one) is same


_PIECES = st.sampled_from(
    ["Medically reviewed by", "Reviewed", "by", "Dr.", "Priya", "Nair,", "MD", "TBD", ",", "|",
     "\n\n", "\n", "3 May 2026", "31/02/2026", "# ", "our team", "(", ")", "Author:", "[", "]",
     "Updated", "and", "—", "[x](y)", "Reviewer:", "| a |", "---", "reviewer: x", "psychologist"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=14))
def test_any_text_gives_known_labels_inside_it(pieces):
    document = readers.read(" ".join(pieces).encode(), "page.md")
    labels = Labels(lexicon().labels(document))
    found = list(annotate(document, labels))
    assert len([label for label in found if label.name != "review-present"]) <= 1
    for label in found:
        assert label.name in LABELS
        assert 0 <= label.span.start <= label.span.end <= len(document.text)


@pytest.mark.parametrize(
    "text",
    [
        "Reviewed by " * 4000,
        "review: " * 6000,
        "By Dana Cole, reviewed, " * 2000,
        "Medically reviewed by " + "A. " * 10000,
        "Medically reviewed by Priya Nair, " + "MD, " * 6000,
        "this article " + "very " * 10000 + "was reviewed by x",
    ],
)
def test_long_lines_take_no_longer_than_their_length(text):
    start = time.process_time()
    review(text, ".txt")
    assert time.process_time() - start < 5
