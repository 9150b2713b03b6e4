"""Stories of clients that a page tells: case notes, quoted headings, and what counts as better."""

from __future__ import annotations

import pytest
from test_quotes import CLINIC, document, spans


@pytest.mark.parametrize(
    "words",
    [
        "I haven't picked my skin in a year.",
        "Nine weeks in, I gave the best man's speech without a wobble.",
        "The nightmares stopped.",
        "I handed back my prescription.",
        "I'm off everything.",
        "He is back at school and he whistles.",
        "I got on the plane and read a book.",
        "My GP couldn't believe the change.",
        "I came in crying and walked out laughing.",
        "She eats with us now.",
        "I can walk past a bookie without going in.",
        "My scores went from 19 to 4.",
        "It turned everything around.",
        "Six sessions, and the fear had gone.",
    ],
)
def test_ways_to_tell_that_it_got_better(words: str) -> None:
    assert spans(document(f"“{words}” — Kim P., client", CLINIC), "testimonial-outcome") == [words]


@pytest.mark.parametrize(
    "words",
    [
        "She explained everything twice.",
        "I waited only a week for a first session.",
        "I was nervous, and they were patient.",
        "It is hard work, and I am not there yet.",
        "I'd send my own mother there.",
        "They let me bring my dog.",
        "I am not back at work yet.",
        "I hope to go back to work one day.",
        "She never looks at the clock.",
    ],
)
def test_ways_to_praise_or_to_wait(words: str) -> None:
    page = document(f"“{words}” — Kim P., client", CLINIC)
    assert spans(page, "testimonial-outcome") == []


@pytest.mark.parametrize(
    "told",
    [
        "Her hands were still by Easter and she hasn't pulled since.",
        "He is sober today, and his wife laughs again.",
    ],
)
@pytest.mark.parametrize("heading", ["Case notes", "Case study", "A case example"])
def test_a_case_told_by_the_publisher(heading: str, told: str) -> None:
    page = document(("heading", heading), f"I saw one client last year. {told}", CLINIC)
    assert spans(page, "testimonial-outcome") == [told]


def test_a_story_that_opens_with_a_name_and_an_age() -> None:
    told = "She hasn't had a panic attack since."
    assert spans(
        document(f"Elin (41, Cork) came twice. {told}", CLINIC), "testimonial-outcome"
    ) == [told]
    assert spans(document(f"Nobody came. {told}", CLINIC), "testimonial-outcome") == []


@pytest.mark.parametrize(
    ("after", "found"), [("“I sleep again.” — Jo, client", 2), ("Call us.", 0)]
)
def test_a_quoted_heading_belongs_to_the_words_under_it(after: str, found: int) -> None:
    page = document(("heading", "“I came to rest and left whole.”"), after, CLINIC)
    assert len(spans(page, "testimonial")) == found
