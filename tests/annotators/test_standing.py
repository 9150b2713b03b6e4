"""Standings, cue by cue, through the shipped cue files."""

import pytest

from carelint.annotators.clauses import parts
from carelint.annotators.parser import Parser
from carelint.annotators.standing import Standings
from carelint.document import Builder
from carelint.label import Labels
from carelint.reading import Readings
from carelint.ruleset import load_ruleset

RULES = load_ruleset()
PARSER = Parser()


def standings(text: str, predicate: str) -> set[str]:
    builder = Builder("a.txt", text)
    builder.open("paragraph")
    builder.add(text, 0)
    document = builder.build()
    labels = Labels(RULES.lexicon.labels(document))
    reading = Readings(document, labels).of(0)
    (tree,) = PARSER.parse([(reading.words, reading.spaces)])
    at = reading.norms.index(predicate)
    claimed = parts(tree, reading.norms, at, at + 1)
    return set(Standings(reading, tree, RULES.cues).of(claimed.root, claimed.who, {at}))


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        ("EMDR cures trauma.", "cures", ""),
        ("CBT does not cure depression.", "cure", "negated"),
        ("No therapy cures grief.", "cures", "negated"),
        ("We do not claim that it cures panic.", "cures", "negated refuted reported"),
        ("It does not cure or treat anxiety.", "treat", "negated"),
        ("It does not only calm panic.", "calm", ""),
        ("It does not judge you and it heals trauma.", "heals", ""),
        ("Therapy may reduce anxiety.", "reduce", "hedged"),
        ("Some people find that it eases worry.", "eases", "hedged"),
        ("Does therapy cure grief?", "cure", "asked"),
        ("If a pill cured grief, we would all take it.", "cured", "supposed"),
        ("The company claims that its app cures stress.", "cures", "reported"),
        ("It is a myth that hypnosis cures addiction.", "cures", "refuted"),
        ("Be wary of anyone who cures panic in a day.", "cures", "refuted"),
        ("The course is designed to reduce stress.", "reduce", "purposed"),
        ("Our program, not medication, cures depression.", "cures", ""),
    ],
)
def test_standing(text, predicate, expected):
    assert standings(text, predicate) == set(expected.split())
