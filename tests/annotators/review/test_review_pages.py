"""Which pages need a medical reviewer."""

import pytest
from reviewing import fault, page, review

ANXIETY = (
    "Anxiety is common, and so is panic. Cognitive behavioural therapy helps many people to cope "
    "with worry, and some take medication as well. A therapist will ask about your symptoms, your "
    "sleep and your mood. Depression often comes along with it. In the first sessions you learn "
    "what keeps anxiety going, and how to meet it step by step."
)
COUPLES = (
    "You did not get married to become roommates. Our weekend heals the marriage that you thought "
    "was over. After an affair, after years of fighting, couples leave with their intimacy back. "
    "Marriage counselling takes months; we take two days. Grief over what was lost turns into "
    "healing, and divorce is off the table. No therapist has to know what you say here."
)
SOFTWARE = (
    "Our team moved the booking system to a new database in spring. We reviewed the schema, wrote "
    "migrations and ran a stress test for two days. Recovery from a lost node now takes seconds. "
    "The health check calls every service once a minute, and the on-call engineer is paged when "
    "two of them fail. Next we will treat the cache in the same way."
)
RECIPE = (
    "Heat the oil in a heavy pan and fry the onions until they are soft. Add the lentils, broth "
    "and a bay leaf, and let it all simmer for forty minutes. Season well. The soup keeps in the "
    "fridge for three days and tastes even better on the second, with a spoon of yoghurt and a "
    "little lemon juice over it. Serve it with bread."
)


@pytest.mark.parametrize(
    ("source", "marked"),
    [
        (f"# How we work\n\n{ANXIETY}", "How we work"),
        (page("title: How we work", ANXIETY), "How we work"),
        (ANXIETY, ANXIETY),
        (f"# Save your marriage\n\n{COUPLES}", "Save your marriage"),
        ("# Treating OCD\n\nSSRIs are the usual first step.", "Treating OCD"),
        (page("type: service\ntitle: Our programme", ANXIETY), "Our programme"),
        (page("title: Calm", f"## Start\n\n{ANXIETY}"), "Calm"),
        (f"# Contact us about anxiety\n\n{ANXIETY}", "Contact us about anxiety"),
    ],
)
def test_a_page_with_health_statements_needs_a_reviewer(source, marked):
    assert [(f.name, f.text) for f in review(source)] == [("missing", marked)]


@pytest.mark.parametrize(
    "source",
    [
        f"# A new database\n\n{SOFTWARE}",
        f"# Lentil soup\n\n{RECIPE}",
        f"# Careers\n\n{ANXIETY}",
        f"# Privacy policy\n\n{ANXIETY}",
        f"# Opening hours\n\n{ANXIETY}",
        page("type: event\ntitle: Anxiety awareness walk", ANXIETY),
        page("layout: contact", ANXIETY),
        "# How to find our clinic\n\nTake the second left.",
        "# Five ways to decorate a calm room\n\nLess clutter, less stress.",
        "Our six-week programme cures depression.",
        "",
        "---\ntitle: Soup\n---\n",
    ],
)
def test_other_pages_need_none(source):
    assert review(source) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Reviewed by Kay Lund, Senior Editor", ""),
        ("Reviewed by Sam Hill", ""),
        ("Reviewed by our team", ""),
        ("Medically reviewed by TBD", "placeholder"),
        ("Medically reviewed by our team", "unnamed"),
    ],
)
def test_elsewhere_only_a_medical_review_is_anyones_business(line, expected):
    assert fault(f"# A new database\n\n{line}\n\n{SOFTWARE}") == expected
    assert fault(f"# How we work\n\n{line}\n\n{ANXIETY}") != ""


def test_a_legal_review_on_a_legal_page():
    assert fault("# Privacy policy\n\nLegally reviewed by Max Orr, JD") == ""
