"""Figures that tables, tiles and components set apart from what they count."""

from __future__ import annotations

import pytest
from counting import CLINIC, document, labelled, said, table

from carelint.annotators import numbers
from carelint.document import Builder, Document
from carelint.label import Label, Labels

OTHERS = ("", "Us", "The clinic in town")
BEFORE = ("Measure", "Before", "After one year")
SURVEY = ("What you told us", "Agree")


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (OTHERS, ("Back at work in six months", "82%", "41%")),
        (OTHERS, ("Days to sober", "4", "28")),
        (OTHERS, ("Relapse", "1 in 10", "6 in 10")),
        (OTHERS, ("Sleeping through by week 4", "9 in 10", "3 in 10")),
        (OTHERS, ("Panic attacks per week", "0.3", "4")),
        (OTHERS, ("Still married at two years", "91%", "50%")),
        (BEFORE, ("Sick days per head", "9.1", "4.2")),
        (BEFORE, ("Complaints upheld", "14", "3")),
        (BEFORE, ("Drank every day", "71%", "12%")),
        (BEFORE, ("Average GAD-7", "14", "6")),
        (OTHERS, ("Sessions to feel better", "3", "14")),
        (SURVEY, ("I sleep through the night", "81%")),
        (SURVEY, ("I am less anxious", "77%")),
        (SURVEY, ("I have more energy", "66%")),
        (SURVEY, ("My marriage is stronger", "70%")),
        (OTHERS, ("Needed a second course", "4%", "55%")),
        (("Programme", "Sober at one year"), ("Weekend", "61%")),
        (OTHERS, ("Complete the programme", "95%", "60%")),
        (BEFORE, ("Staff turnover", "31%", "12%")),
        (BEFORE, ("Hours of sleep", "5.1", "7.2")),
        (BEFORE, ("Nights in hospital per person", "12", "2")),
        (OTHERS, ("Off antidepressants", "74%", "9%")),
        (OTHERS, ("Binge-free at discharge", "70%", "35%")),
        (OTHERS, ("Clients in remission", "64%", "33%")),
    ],
)
def test_a_row_that_states_an_outcome(heads: tuple[str, ...], row: tuple[str, ...]) -> None:
    found = said(table(heads, row))
    assert [kind for kind, _ in found] == ["outcome-figure"]
    assert found[0][1] in row[1:]


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (OTHERS, ("Price per session", "$90", "$160")),
        (OTHERS, ("Length of stay", "7 nights", "28 nights")),
        (OTHERS, ("Weeks", "13", "4")),
        (OTHERS, ("Single room", "Yes", "No")),
        (OTHERS, ("Group size", "8", "14")),
        (OTHERS, ("Wait for a first session", "4 days", "3 weeks")),
        (OTHERS, ("Guests per counsellor", "4", "12")),
        (BEFORE, ("Calls answered in a minute", "80%", "94%")),
        (BEFORE, ("Price per head", "$5", "$6")),
        (SURVEY, ("I would tell a friend", "94%")),
        (SURVEY, ("I had a dropped call", "63%")),
        (OTHERS, ("Minutes per visit", "90", "50")),
        (OTHERS, ("Open at weekends", "2 days", "0 days")),
        (("Ingredient", "Amount", "%NRV"), ("Magnesium", "75 mg", "20%")),
        (("Session", "Minutes", "Fee"), ("First visit", "90", "$140")),
        (("Week", "Topic"), ("3", "Exposure")),
        (("Day", "Opens", "Closes"), ("Monday", "9", "5")),
        (("Score", "Meaning"), ("10 to 14", "Moderate depression")),
        (("Group", "Places"), ("Anxiety", "8")),
        (("Group", "Places", "Weeks"), ("Anxiety", "8", "6")),
        (("Group", "Starts", "Ends"), ("Grief group", "14 May", "9 July")),
        (OTHERS, ("Video sessions", "40%", "80%")),
        (("Plan", "Sessions", "Months"), ("Depression care", "8", "3")),
        (("Staff", "2022", "2023"), ("Psychologists", "4", "6")),
    ],
)
def test_a_row_of_service_and_price(heads: tuple[str, ...], row: tuple[str, ...]) -> None:
    assert said(table(heads, row)) == []


@pytest.mark.parametrize("cited", [True, False])
def test_a_caption_with_a_source_covers_its_table(cited: bool) -> None:
    source = "Our audit (Lane, 2021).\nClients | Share\nStill sober | 61%\n" + CLINIC
    builder = Builder("post.md", source)
    builder.open("caption")
    builder.add("Our audit (Lane, 2021).", 0)
    for cell, text in {
        (0, 0): "Clients",
        (0, 1): "Share",
        (1, 0): "Still sober",
        (1, 1): "61%",
    }.items():
        builder.open("cell", group=1, cell=cell)
        builder.add(text, source.index(text))
    builder.open("paragraph")
    builder.add(CLINIC, source.index(CLINIC))
    page = builder.build()
    labels = Labels(
        label for name in ("health-result", "told-outcome") for label in labelled(page).of(name)
    )
    if cited:
        labels.extend([Label("citation", page.blocks[0].span)])
    found = [label for label in numbers.annotate(page, labels) if label.name == "outcome-figure"]
    assert len(found) == (0 if cited else 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("76%fewer binge days by week 12", True),
        ("2 in 3members binge-free at discharge", True),
        ("91%still together after a year", True),
        ("93% complete detox", True),
        ("31states", False),
        ("4.9/5average session rating", False),
        ("1,150clients since 2009", False),
        ("32 private beds", False),
    ],
)
def test_two_elements_of_one_tile_are_read_together(text: str, found: bool) -> None:
    assert bool(said(document(text, CLINIC))) == found


@pytest.mark.parametrize(
    ("figure", "line", "found"),
    [
        ("2 in 3", "members still dry at six months", True),
        ("nine in ten", "couples stay together", True),
        ("87%", "back at work", True),
        ("12", "therapists", False),
        ("24/7", "support", False),
    ],
)
def test_a_figure_above_its_line(figure: str, line: str, found: bool) -> None:
    assert bool(said(document(figure, line, CLINIC))) == found


def component(tag: str, line: str) -> Document:
    source = f"{tag}\n\n{CLINIC}"
    builder = Builder("post.mdx", source)
    builder.open("caption")
    builder.add(line, source.index(line))
    builder.open("paragraph")
    builder.add(CLINIC, source.index(CLINIC))
    return builder.build()


@pytest.mark.parametrize(
    ("tag", "line", "found"),
    [
        (
            '<Stat big="91%" small="had better days within a month" />',
            "had better days within a month",
            True,
        ),
        (
            '<Tile label="members sleep better" value="8 in 10" />',
            "members sleep better",
            True,
        ),
        (
            '<Tile value={"64%"} label="in remission by May" />',
            "in remission by May",
            True,
        ),
        ('<Stat big="48,000" small="downloads since 2022" />', "downloads since 2022", False),
        (
            '<Stat big="£6.99" small="a month, or cancel" />',
            "a month, or cancel",
            False,
        ),
        ('<Stat big="91%" /><Photo alt="She sleeps better" />', "She sleeps better", False),
    ],
)
def test_two_attributes_of_one_component(tag: str, line: str, found: bool) -> None:
    assert [words for _, words in said(component(tag, line))] == [line] * found
