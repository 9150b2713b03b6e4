"""Reviewers in the attributes of components, under titles of other languages, in glosses."""
# ruff: noqa: E501 -- a case is read best on one line

import pytest
from reviewing import fault, names, page, review

MDX = (
    "import {{ Byline }} from '@/ui'\n\n{}\n\n# Panic attacks\n\nWhat to expect of a first visit.\n"
)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('<Byline author="M Rigoni" reviewer="Dr. Lena Hsu, MD" reviewedOn="2026-02-08" />', "present"),
        ("<Byline reviewer={'Lena Hsu, MD'} reviewedOn=\"2026-02-08\" />", "present"),
        ('<Byline author="M Rigoni" reviewer="Lena Hsu" />', "no-credentials"),
        ('<Byline reviewer="Our clinical team" />', "unnamed"),
        ('<Byline reviewer="[Reviewer name]" />', "placeholder"),
        ('<Byline author="Lena Hsu, MD" reviewer="Lena Hsu, MD" />', "self"),
        ('<Testimonial reviewer="Dr. Lena Hsu, MD" text="Panic is gone." />', "missing"),
        ('<Review author="Lena Hsu, MD" reviewer="Lena Hsu, MD" text="Nice." />', "missing"),
    ],
)  # fmt: skip
def test_a_reviewer_in_a_component(tag, expected):
    assert names(MDX.format(tag), ".mdx") == [expected]


def test_a_date_in_the_same_component_is_the_date_of_the_review():
    tag = '<Byline reviewer="Lena Hsu, MD" reviewedOn="2020-02-08" />'
    assert fault(MDX.format(tag), ".mdx") == "stale"


@pytest.mark.parametrize(
    ("line", "name", "credential"),
    [
        ("Medically reviewed by Dr. med. Regula Hürlimann, 14.01.2026.", "Regula Hürlimann", "Dr. med"),
        ("Medically reviewed by Prof. Dr. med. Jonas Keller, 14.01.2026.", "Jonas Keller", "Dr. med"),
        ("Fachliche Prüfung (medical review): Ana Sousa, MD, 14.01.2026.", "Ana Sousa", "MD"),
        ("Text: Nora Iten. Prüfung (medical review): Dr. med. Regula Hürlimann, 14.01.2026.", "Regula Hürlimann", "Dr. med"),
    ],
)  # fmt: skip
def test_titles_and_glosses_of_other_languages(line, name, credential):
    (found,) = review(f"# Panic attacks\n\nPanic eases.\n\n{line}\n")
    assert (found.name, found.values["name"]) == ("present", name)
    assert found.values["credential"].endswith(credential)


def test_a_doctor_of_another_faculty_has_no_clinical_title():
    line = "Medically reviewed by Dr. phil. Regula Hürlimann, 14.01.2026."
    assert fault(f"# Panic attacks\n\nPanic eases.\n\n{line}\n") == "no-credentials"


BODY = "Teens who interpret feel anxiety and symptoms of depression. " + " ".join(
    ["We wrote down what the families of the town told us about their week at home."] * 25
)
WORDS = "Mental health matters. Psychology knows pain."


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("reviewedBy: Editorial Board, Puente Youth", {"unnamed", "editorial-only"}),
        ("title: Growing up", {""}),
        ("editor: Ana Reyes", {""}),
    ],
)
def test_a_page_that_names_a_reviewer_needs_fewer_words_of_health(front, expected):
    assert fault(page(front, f"{BODY} {WORDS}")) in expected
