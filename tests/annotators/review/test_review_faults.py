"""Each fault of a review attribution, its place, and which fault wins."""

import pytest
from reviewing import fault, page, review

HEALTH = "A panic attack peaks within minutes, and panic disorder responds to CBT."


@pytest.mark.parametrize(
    ("line", "name", "text"),
    [
        # REV002: nobody in particular
        ("Medically reviewed by our clinical team.", "unnamed",
         "Medically reviewed by our clinical team"),
        ("Clinically reviewed by the Calm Harbor Medical Board", "unnamed",
         "Clinically reviewed by the Calm Harbor Medical Board"),
        ("This article was medically reviewed.", "unnamed", "medically reviewed"),
        ("Last medically reviewed on 3 March 2026", "unnamed",
         "Last medically reviewed on 3 March 2026"),
        ("Fact-checked and reviewed by a doctor", "unnamed",
         "Fact-checked and reviewed by a doctor"),
        ("Medical review: in-house clinicians", "unnamed", "Medical review: in-house clinicians"),
        ("Approved by experts in mental health", "unnamed", "Approved by experts in mental health"),
        ("All content on this site is medically reviewed by our staff.", "unnamed",
         "medically reviewed by our staff"),
        # REV003: placeholders
        ("Medically reviewed by TBD", "placeholder", "Medically reviewed by TBD"),
        ("Reviewed by [Reviewer Name, Credentials]", "placeholder",
         "Reviewed by [Reviewer Name, Credentials]"),
        ("Reviewed by Dr. XXX, MD", "placeholder", "Reviewed by Dr. XXX, MD"),
        ("Clinically reviewed by Dr. Name on DD/MM/YYYY", "placeholder",
         "Clinically reviewed by Dr. Name on DD/MM/YYYY"),
        ("Medical review: pending", "placeholder", "Medical review: pending"),
        ("Medically reviewed by Jane Doe, MD", "placeholder", "Medically reviewed by Jane Doe, MD"),
        ("Medically reviewed by:", "placeholder", "Medically reviewed by"),
        # REV004: a name alone
        ("Medically reviewed by Priya Nair", "no-credentials", "Medically reviewed by Priya Nair"),
        ("Reviewed by Dr. Sarah Chen", "no-credentials", "Reviewed by Dr. Sarah Chen"),
        ("Reviewed by Priya N.", "no-credentials", "Reviewed by Priya N"),
        ("Medically reviewed by Sam Hill, mother of two", "no-credentials",
         "Medically reviewed by Sam Hill, mother of two"),
        ("Fact-checked for medical accuracy by Wouter van der Berg", "no-credentials",
         "Fact-checked for medical accuracy by Wouter van der Berg"),
        # REV005: no clinical credential
        ("Medically reviewed by Sam Hill, MBA", "unqualified",
         "Medically reviewed by Sam Hill, MBA"),
        ("Medically reviewed by Jo Park, certified life coach", "unqualified",
         "Medically reviewed by Jo Park, certified life coach"),
        ("Medically reviewed by Kim Dale, medical student", "unqualified",
         "Medically reviewed by Kim Dale, medical student"),
        ("Medically reviewed by Tom Reyes, PhD (history)", "unqualified",
         "Medically reviewed by Tom Reyes, PhD (history)"),
        ("Clinically reviewed by Lee Fox, massage therapist", "unqualified",
         "Clinically reviewed by Lee Fox, massage therapist"),
        # REV008: an editor's check
        ("Reviewed by Kay Lund, Senior Editor", "editorial-only",
         "Reviewed by Kay Lund, Senior Editor"),
        ("Verified by the Calm Harbor research desk", "editorial-only",
         "Verified by the Calm Harbor research desk"),
        ("Legally reviewed by Max Orr, JD", "editorial-only", "Legally reviewed by Max Orr, JD"),
        ("Edited by Jane Roe, LMFT", "editorial-only", "Edited by Jane Roe, LMFT"),
        # REV007: no date
        ("Clinically reviewed by Ana Sousa, LMFT. Published 4 May 2026.", "no-date",
         "Clinically reviewed by Ana Sousa, LMFT"),
    ],
)  # fmt: skip
def test_line(line, name, text):
    faults = [f for f in review(line) if f.name != "present"]
    assert [(f.name, f.text) for f in faults] == [(name, text)]


@pytest.mark.parametrize(
    ("front", "name"),
    [
        ("medical_reviewer: Clinical Team", "unnamed"),
        ("reviewed_by: Harbor & Vine Clinical Content Team", "unnamed"),
        ("reviewed_by: The Slow Lane producers", "unnamed"),
        ("medically_reviewed: true", "unnamed"),
        ("reviewed: Checked by our in-house wellness experts", "unnamed"),
        ('medical_reviewer: ""', "placeholder"),
        ("medical_reviewer:", "placeholder"),
        ("reviewer: null", "placeholder"),
        ("medically_reviewed_by: to be confirmed", "placeholder"),
        ('reviewed_by: "{{ page.reviewer }}"', "placeholder"),
        ("medical_reviewer: Ana Sousa", "no-credentials"),
        ("reviewer: {name: Tom Reyes, email: tom@example.org}", "no-credentials"),
        ("medical_reviewer: Lee Fox, CPT, Reiki Master", "unqualified"),
        ("reviewed_by: Kay Lund, Managing Editor", "editorial-only"),
        ("fact_checked_by: Dana Cole", "editorial-only"),
    ],
)
def test_front_matter(front, name):
    assert fault(page(front)) == name


@pytest.mark.parametrize(
    "source",
    [
        "Written by Priya Nair, MD. Medically reviewed by Priya Nair, MD.",
        "By Dr Tom Reyes · Reviewed by Tom Reyes, PsyD",
        "Written and medically reviewed by Ana Sousa, LMFT",
        "By J. Álvarez, MD | Medical review: J. Alvarez",
        "By PRIYA NAIR, M.D.\nClinically reviewed by Priya Nair",
        "Author: Tom A. Reyes, PsyD — Reviewer: Tom Reyes, PsyD",
        "Medically reviewed by the author, Priya Nair, MD",
        page("author: Nair, Priya\nreviewed_by: Priya Nair, MD"),
        page("authors: [ana-sousa]\nreviewers: [ana-sousa]"),
        page("author: {name: Ana S., url: /ana}\nreviewer: {name: Dr Sousa, url: /ana}"),
    ],
)
def test_the_only_author_as_reviewer(source):
    assert fault(source) == "self"


@pytest.mark.parametrize(
    "source",
    [
        "By Anil Nair, LCSW · Reviewed by Priya Nair, MD, 3 May 2026",
        "By the Calm Harbor team · Medically reviewed by Priya Nair, MD, 3 May 2026",
        "Written by Tom Reyes Jr.\nReviewed by Tom Reyes Sr., MD, 3 May 2026",
        "By Priya Nair, MD\nReviewed by Priya Nair, MD, and Tom Reyes, PsyD, 3 May 2026",
        "Written by Gareth Pugh and Priya Nair. Reviewed by Priya Nair, MD, 3 May 2026.",
        "By the end of the course you sleep.\n\nReviewed by Priya Nair, MD, 3 May 2026",
        page("authors: [dana-cole, priya-nair]\nreviewers: ['Priya Nair, MD']\n"
             "reviewed_on: 2026-05-03"),
    ],
)  # fmt: skip
def test_another_author_or_reviewer_is_no_self_review(source):
    assert fault(source) == ""


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (page("medical_reviewer: Priya Nair, MD", "Medically reviewed by Tom Reyes, PsyD"),
         "reviewers"),
        (page("medical_reviewer: none", "Medically reviewed by Priya Nair, MD"), "reviewers"),
        ("Medically reviewed by Priya Nair, MD\n\nText.\n\nMedically reviewed by Omar Aziz, RPh",
         "reviewers"),
        (page("medical_reviewer: Priya Nair, MD", "Medically reviewed by Priya Nair, LPC"),
         "credentials"),
        (page("reviewed_on: 2026-03-03", "Reviewed by Priya Nair, MD, on 3 May 2026"), "dates"),
    ],
)  # fmt: skip
def test_places_that_contradict_each_other(source, what):
    (found,) = [f for f in review(source) if f.name != "present"]
    assert (found.name, found.values["what"]) == ("mismatch", what)
    assert found.related


@pytest.mark.parametrize(
    "source",
    [
        page("medical_reviewer: Priya Nair, MD", "Reviewed by Priya Nair, M.D., May 2026"),
        page("reviewer: P. Nair", "Medically reviewed by Priya Nair, MD, May 2026"),
        page("reviewers: [Priya Nair MD, Tom Reyes PsyD]", "Reviewed by Tom Reyes, PsyD, May 2026"),
        page("reviewed_by: José Álvarez, MD", "Medically reviewed by Jose Alvarez, MD, May 2026"),
        page("editor: Sam Hill", "Edited by Sam Hill. Reviewed by Priya Nair, MD, May 2026."),
        page("last_reviewed: 2026-05-03", "Reviewed by Priya Nair, MD, May 2026"),
    ],
)
def test_places_that_agree(source):
    assert fault(source) == ""


@pytest.mark.parametrize(
    ("source", "name"),
    [
        # a valid review silences the weaker lines beside it
        ("Fact-checked by Dana Cole; medically reviewed by Priya Nair, MD, 3 May 2026", ""),
        ("Reviewed by our clinical team. Reviewed by Priya Nair, MD, 3 May 2026.", ""),
        # the attribution nearest to a valid one is the one to mend
        ("Edited by Dana Cole. Reviewed by our clinical team.", "unnamed"),
        ("Reviewed by our clinical team. Reviewed by Sam Hill.", "no-credentials"),
        ("Medically reviewed by TBD. Reviewed by Sam Hill.", "placeholder"),
        # without a reviewer nothing is said of dates
        (f"# Panic attacks\n\nUpdated 3 May 2026\n\n{HEALTH}", "missing"),
        (page("title: Panic attacks\nlast_reviewed: 2019-01-01", HEALTH), "missing"),
    ],
)
def test_one_fault_one_finding(source, name):
    assert fault(source) == name


def test_a_therapist_does_not_review_a_page_about_medicines_medically():
    body = "# Sertraline and your sleep\n\n{} reviewed by {}, 3 May 2026\n"
    assert fault(body.format("Medically", "Ana Sousa, LMFT")) == "unqualified"
    assert fault(body.format("Medically", "Omar Aziz, PharmD")) == ""
    assert fault(body.format("Clinically", "Ana Sousa, LMFT")) == ""


def test_values_for_the_message():
    (found,) = review("Clinically reviewed by Pat Roe, NLP Practitioner, 3 May 2026")
    assert dict(found.values) == {
        "by": "Clinically reviewed by",
        "name": "Pat Roe",
        "credential": "NLP Practitioner",
        "date": "3 May 2026",
    }
