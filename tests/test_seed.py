"""The first real input: a clinic's post as it was pasted from a word processor.

The post is not ours to ship, so these tests skip where it is not at hand; the
same mutations run on a post of our own in `annotators/citations`.
"""

from pathlib import Path

import pytest

import carelint
from carelint import readers

SEED = Path(__file__).parents[2] / "shared" / "seed" / "intimacy-post.txt"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the seed post is not at hand")
RULES = carelint.load_rules()

#: (first author in the list, year, the in-text citation)
CITED = [
    ("Auerbach", "2016"), ("Brotto", "2019"), ("Falb", "2018"), ("Lammers", "2021"),
    ("McCabe", "2021"), ("Parker", "2019"), ("Rauer", "2015"),
]  # fmt: skip
CITATION_FAULTS = {"CIT001", "CIT002", "CIT003", "CIT004", "CIT008", "CIT009", "CIT012"}


def findings(text: str) -> list[carelint.Finding]:
    return carelint.check(readers.read(text.encode(), "post.txt"), RULES)


@pytest.fixture(scope="module")
def text() -> str:
    return SEED.read_text("utf-8")


@pytest.fixture(scope="module")
def found(text):
    return findings(text)


def marks(found, code):
    return [(f.location.line, f.location.column, f.text) for f in found if f.code == code]


def test_the_reviewer_line_is_accepted(found):
    assert not [f for f in found if f.family == "review" and f.severity != "info"]


def test_all_seven_citations_resolve(found):
    assert not [f for f in found if f.code in CITATION_FAULTS]


def test_the_named_review_without_a_citation_is_reported(found):
    ((line, _, text),) = marks(found, "CIT007")
    assert line == 13
    assert text.startswith("a comprehensive review of studies conducted between 2010 and 2020")
    assert "The Archives of Sexual Behavior" in text


def test_uncited_efficacy_statements_stand_on_their_own_columns(found, text):
    lines = text.splitlines()
    efficacy = [f for f in found if f.family == "efficacy"]
    (evidence,) = [f for f in efficacy if f.location.line == 2]
    assert evidence.text == "research from the last decade has shown"
    assert evidence.location.column == lines[1].index("research from the last decade") + 1
    effective, soft = [f for f in efficacy if f.location.line == 8]
    assert effective.location.column == 1
    assert effective.text.startswith("Couples therapy is an effective")
    assert soft.text.startswith("Through structured conversations")  # no finding beyond these


def test_the_hedged_sentence_is_left_alone(found, text):
    line = next(n for n, t in enumerate(text.splitlines(), 1) if "can be highly effective" in t)
    hedged = text.splitlines()[line - 1].index("While therapy can be highly effective")
    end = text.splitlines()[line - 1].index("progress may not always be linear")
    assert not [
        f for f in found
        if f.location.line == line and hedged < f.location.column < end and f.severity != "info"
    ]  # fmt: skip


def test_nothing_inside_the_reference_list(found, text):
    first = text.splitlines().index("References:") + 1
    assert not [f for f in found if f.location.line >= first]


def drop(text, author, year):
    return "\n".join(line for line in text.splitlines() if not line.startswith(f"- {author}, "))


def change_year(text, author, year):
    return replace_in_entry(text, author, f"({year})", f"({int(year) - 3})")


def misspell(text, author, year):
    return replace_in_entry(text, author, author, author[:2] + author[3:])


def replace_in_entry(text, author, old, new):
    return "\n".join(
        line.replace(old, new, 1) if line.startswith(f"- {author}, ") else line
        for line in text.splitlines()
    )


@pytest.mark.parametrize(
    ("mutate", "code"), [(drop, "CIT001"), (change_year, "CIT003"), (misspell, "CIT004")]
)
@pytest.mark.parametrize(("author", "year"), CITED)
def test_each_mutation_is_reported_on_its_citation(text, author, year, mutate, code):
    mutated = mutate(text, author, year)
    assert mutated != text
    faults = [f for f in findings(mutated) if f.code in CITATION_FAULTS]
    assert [f.code for f in faults] == [code]
    assert faults[0].text == f"({author} et al., {year})"
