"""Sentences that use the words of a review line and are none."""

import pytest
from reviewing import names


@pytest.mark.parametrize(
    "sentence",
    [
        "Our clinicians review every referral within two days.",
        "Photo reviewed by the design desk",
        "We reviewed twelve books on psychosis for this post.",
        "Customer reviewed 4.8 stars",
        "The Act was last reviewed by Parliament in 2007.",
        "This policy was reviewed by counsel.",
        "Your medication is clinically reviewed by a pharmacist every month.",
        "Treatment plans are reviewed by our psychiatrist weekly.",
        "Reviewed by NICE in 2022, the treatment is recommended.",
        "Approved by the FDA in 2019.",
        "Verified by Psychology Today",
        "Trusted and reviewed by 2,000 happy clients",
        "We were reviewed by the Care Quality Commission in 2024.",
        "In a study reviewed by Smith and Jones, MD, CBT helped.",
        "The trial data were\nreviewed by experts before the hearing.",
        "In your first visit the doctor reviews your history.",
        "The review of our building permit is pending.",
        "“Reviewer” in this guide means the licensed clinician who signs off.",
        "Decisions on parking are TBD.",
        "Our clinical team meets on Tuesdays.",
        "By Christmas I was living between my sofa and the front door.",
        "Written by hand, the letters were checked by the pupils.",
        "Senior Editor",
        "Review:",
        "Written by Priya Nair, MD",
    ],
)
def test_prose_is_no_attribution(sentence):
    assert names(sentence) == []


def test_a_customers_review_in_structured_data():
    source = (
        '<script type="application/ld+json">{"review": {"@type": "Review", "name": "Great", '
        '"author": {"name": "Sam H."}}}</script><p>Written by us.</p>'
    )
    assert names(source, ".html") == []
