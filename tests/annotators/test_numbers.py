"""Figures: which are found, what they are taken to say, and what they are not."""

from __future__ import annotations

import pytest
from counting import CLINIC, KINDS, document, labelled, lexicon, said, table
from hypothesis import given
from hypothesis import strategies as st

from carelint.annotators import numbers
from carelint.annotators.numbers.figures import figures
from carelint.label import Label, Labels


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("85% of clients", ["85%"]),
        ("84 to 90% of people", ["84 to 90%"]),
        ("87 per cent said so", ["87 per cent"]),
        ("ninety-four percent of guests", ["ninety-four percent"]),
        ("9 out of 10 clients", ["9 out of 10"]),
        ("nine in ten people", ["nine in ten"]),
        ("two out of three people", ["two out of three"]),
        ("3 out of every 4 kids", ["3 out of every 4"]),
        ("one bereaved adult in ten", ["one bereaved adult in ten"]),
        ("41 of the 52 people", ["41 of the 52"]),
        ("sick leave fell by a third", ["by a third"]),
        ("half of all couples", ["half of"]),
        ("two-thirds improved", ["two-thirds"]),
        ("relapse drops threefold", ["threefold"]),
        ("ten times more likely", ["ten times more"]),
        ("twice as fast", ["twice as"]),
        ("absence halved", ["halved"]),
        ("falls from 27 at admission to 13", ["from 27 at admission to 13"]),
        ("dropped by at least one severity band", ["by at least one severity band"]),
        ("1,100 couples saved", ["1,100"]),
        ("millions of people", ["millions"]),
        ("40 million adults", ["40 million"]),
        ("Of the 48 nurses who came, 41 are back", ["Of the 48 nurses who came, 41"]),
        ("37 of them are sober", ["37 of them"]),
        ("9 of our last 10 clients", ["9 of our last 10"]),
        ("In 2024 nine out of ten", ["nine out of ten"]),
        ("fell from eleven before the stay to four", ["from eleven before the stay to four"]),
        ("fell to 4 a month from 15", ["to 4 a month from 15"]),
        ("average PHQ-9: 17 → 6", ["17 → 6"]),
        ("for each euro that you spend", ["each euro"]),
        ("a 5x return on investment", ["5x return on investment"]),
        ("beat talk therapy by four to one", ["by four to one"]),
        ("an average of 3.2 sessions to relief", ["3.2 sessions"]),
        ("2.4 fewer sick days", ["2.4 fewer"]),
        ("as bad for you as smoking 15 cigarettes", ["as bad for you as smoking 15"]),
    ],
)
def test_finds_the_forms_of_a_figure(text: str, found: list[str]) -> None:
    assert [figure.text for figure in figures(text, 0, len(text))] == found


@pytest.mark.parametrize(
    "text",
    [
        "We opened in 2019.",
        "Call (614) 555-0139 or read how we work.",
        "Call 555-0173 or 988.",
        "Two of 2023's sessions",
        "a double-blind trial",
        "a double room",
        "One of us will call.",
        "24/7 help",
        "the third session",
        "an hour and a half",
        "one session in ten days",
        "one to one sessions",
        "a ratio of 3:1",
    ],
)
def test_other_numbers_are_no_shares(text: str) -> None:
    found = [figure.kind for figure in figures(text, 0, len(text))]
    assert not {"percent", "ratio", "fraction", "multiple", "change", "count"} & set(found)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("92% of our graduates stay sober for a year.", None),
        ("Last spring, 9 in 10 members slept better.", "9 in 10 members slept better."),
        ("We have a 98 percent success rate.", None),
        ("Since 2015 we have helped 2,000 couples rebuild trust.", None),
        ("Our clients' scores fall from 19 to 8 on average.", None),
        ("In our survey, 71% felt better able to cope.", "71% felt better able to cope."),
        ("97 of the last 100 couples we worked with are still together.", None),
        ("With 14,000 recoveries, our method speaks for itself.", "With 14,000 recoveries"),
    ],
)
def test_a_providers_own_success(text: str, marked: str | None) -> None:
    assert said(document(text, CLINIC)) == [("success-figure", marked or text)]


@pytest.mark.parametrize(
    "text",
    [
        "Neurofeedback reduces ADHD symptoms by up to 60%.",
        "CBT doubles the chance of recovery.",
        "Studies show that mindfulness halves the risk of relapse.",
        "Research has found a 45% drop in cortisol after breathwork.",
        "TMS works for 7 in 10 people.",
        "Two out of three people who finish it have fewer symptoms.",
        "Children whose parents attend are 40% less likely to relapse.",
        "People with insomnia are ten times more likely to have depression.",
        "Loneliness is as harmful as smoking 15 cigarettes a day, so why wait?",
        "Suicide rates fell by 30 percent after the scheme.",
        "Twelve-step groups fail nine out of ten people who try them.",
        "The average student gains 1.4 points on the scale.",
    ],
)
def test_an_outcome_or_a_finding(text: str) -> None:
    assert [kind for kind, _ in said(document(text, CLINIC))] == ["outcome-figure"]


@pytest.mark.parametrize(
    "text",
    [
        "One in five adults lives with a mental illness.",
        "About 8% of adults have PTSD at some point in their lives.",
        "40 million Americans live with an anxiety disorder.",
        "Depression affects 280 million people worldwide.",
        "Millions suffer from undiagnosed ADHD.",
    ],
)
def test_how_common_something_is(text: str) -> None:
    assert [kind for kind, _ in said(document(text, CLINIC))] == ["prevalence-figure"]


@pytest.mark.parametrize(
    "text",
    [
        "Sessions last 50 minutes and cost £65.",
        "Get 20% off your first month.",
        "A third of the fee is due at booking.",
        "Your visits are 100% confidential.",
        "About half of our therapists are trained in EMDR.",
        "80% of our sessions take place online.",
        "We see clients aged 18 to 65.",
        "The dose may be doubled after a week.",
        "Our waiting time has fallen from six weeks to two.",
        "A score of 10 out of 27 suggests moderate depression.",
        "Rate your mood from 1 to 10.",
        "We welcomed more than 1,400 guests last year.",
        "The clinic answers nine out of ten calls within a minute.",
        "Our response rate to emails is 95% within a day.",
        "Nine out of ten say that they would recommend the group to a friend.",
        "If fewer than 5% of your people recover, tell us.",
        "What share, 40% or 60%, of people recover?",
        "Response means that the score has at least halved.",
        "There is a small risk (about 1 in 100) that you will need an operation.",
        'Be careful with a "92% success rate" that leaves people out.',
        "Many people feel better after a few sessions.",
    ],
)
def test_what_states_no_outcome(text: str) -> None:
    assert said(document(text, CLINIC)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The new search page cut errors by 40%.",
        "86% of users said that the site had improved.",
        "You should aim for an 80% first-click success rate.",
        "Smartphones have reached 75% penetration.",
    ],
)
def test_a_page_that_is_not_about_health_is_no_concern(text: str) -> None:
    assert said(document(text, "We build websites for the public and write about it.")) == []


@pytest.mark.parametrize(
    ("figure", "line", "found"),
    [
        ("93%", "of our clients report fewer panic attacks", True),
        ("9/10", "couples stay together", True),
        ("88%", "success rate", True),
        ("12", "therapists", False),
        ("4.9/5", "average rating", False),
        ("100%", "confidential", False),
    ],
)
def test_a_figure_in_a_tile_is_read_with_its_line(figure: str, line: str, found: bool) -> None:
    assert [words for _, words in said(document(figure, line, CLINIC))] == [line] * found


def test_one_label_for_a_sentence_with_several_figures() -> None:
    text = "Remission was 31% with the drug, 22% with placebo and 20% without either."
    page = document(text, CLINIC)
    assert said(page) == [("outcome-figure", "Remission was 31% with the drug")]
    found = [label.values["figure"] for label in labelled(page).of("figure")]
    assert found == ["31%", "22%", "20%"]


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Couples still together a year later", ("38%", "94%")),
        ("Guests who recover", ("one in ten", "9 out of 10")),
        ("Time to lasting relief", ("3 years", "6 days")),
        ("Time until the first breakthrough", ("9 months", "2 days")),
    ],
)
def test_a_row_of_outcomes_is_labelled_once(head: str, cells: tuple[str, str]) -> None:
    page = table(("", "Weekly therapy", "Our retreat"), (head, *cells))
    assert said(page) == [("outcome-figure", cells[0])]
    (label,) = labelled(page).of("outcome-figure")
    assert page.slice(label.related[0]) == head


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Price", ("$150", "$4,800")),
        ("Hours with a guide", ("1 a week", "14 in two days")),
        ("Drops per bottle", ("200", "600")),
        ("Group size", ("1", "12")),
        ("Sessions", ("up to 4", "up to 8")),
    ],
)
def test_a_row_of_prices_or_hours_is_not(head: str, cells: tuple[str, str]) -> None:
    assert said(table(("", "Weekly therapy", "Our retreat"), (head, *cells))) == []


def test_a_row_that_cites_its_source_is_silent() -> None:
    page = table(("", "How often", "Source"), ("People who recover", "40%", "[6]"))
    labels = Labels(lexicon().labels(page))
    cell = next(b for b in page.blocks if page.slice(b.span) == "[6]")
    labels.extend([Label("citation", cell.span)])
    assert [label.name for label in numbers.annotate(page, labels)] == ["figure"]


@given(
    st.lists(
        st.sampled_from(
            '9 in out of ten 85% half by from to a third times more our clients improve , . ( ) " '
            "relapse 1,000 double $5 — as good every for dollar".split()
        ),
        max_size=30,
    )
)
def test_a_label_stays_inside_its_sentence(words: list[str]) -> None:
    page = document(" ".join(words) or "-", CLINIC)
    labels = labelled(page)
    for kind in (*KINDS, "figure"):
        for label in labels.of(kind):
            assert any(s.span.covers(label.span) for s in page.sentences)
            assert label.span.start < label.span.end
