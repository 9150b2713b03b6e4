"""Who does what to whom, construction by construction, on the real parser."""

import pytest

from carelint.annotators.clauses import parts
from carelint.annotators.parser import Parser
from carelint.tokens import tokenize

PARSER = Parser()


def participants(text: str, predicate: str) -> tuple[set[str], set[str]]:
    tokens = tokenize(text)
    words = [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)]
    spaces = [end < len(text) and text[end].isspace() for end in tokens.ends]
    wanted = predicate.split()
    start = next(i for i in range(len(words)) if words[i : i + len(wanted)] == wanted)
    (tree,) = PARSER.parse([(words, spaces)])
    found = parts(tree, tokens.norms, start, start + len(wanted))
    return {words[i] for i in found.who}, {words[i] for i in found.what}


@pytest.mark.parametrize(
    ("text", "predicate", "who", "what"),
    [
        ("Our therapy cures trauma.", "cures", "therapy", "trauma"),
        ("Depression is healed by our program.", "healed", "program", "Depression"),
        ("We offer a therapy that ends panic.", "ends", "therapy", "panic"),
        ("The panic that our method ends is real.", "ends", "method", "panic"),
        ("Our coaching helps people overcome shame.", "overcome", "coaching", "shame"),
        ("This group reduces worry and eases grief.", "eases", "group", "grief"),
        ("Counselling reduces and eases anxiety.", "reduces", "Counselling", "anxiety"),
        ("Our program is a cure for insomnia.", "cure", "program", "insomnia"),
        ("These sessions bring relief from pain.", "relief", "sessions", "pain"),
        ("EMDR is effective for phobias.", "effective", "EMDR", "phobias"),
        ("Yoga eases symptoms of depression.", "eases", "Yoga", "depression"),
        ("Clients get rid of cravings.", "get rid of", "Clients", "cravings"),
        ("The app puts an end to rumination.", "puts an end to", "app", "rumination"),
        ("Using breathwork, she stopped having flashbacks.", "stopped", "she", "flashbacks"),
        ("The retreat resolves anger, guilt and fear.", "resolves", "retreat", "fear"),
    ],
)
def test_participants(text, predicate, who, what):
    found_who, found_what = participants(text, predicate)
    assert who in found_who
    assert what in found_what


@pytest.mark.parametrize(
    ("text", "predicate", "not_what"),
    [
        # what stands with the people is no object of the verb
        ("We reduce waiting times for people with anxiety.", "reduce", "anxiety"),
        ("The course lifts nobody's spirits; panic stays.", "lifts", "panic"),
    ],
)
def test_what_is_not_acted_on(text, predicate, not_what):
    assert not_what not in participants(text, predicate)[1]


def test_a_sentence_without_end_is_cut_not_lost():
    words = ["therapy"] * 1000
    (tree,) = PARSER.parse([(words, [True] * 1000)])
    assert len(tree.heads) == 1000


def test_the_same_sentence_has_the_same_tree_in_any_batch():
    first = (["EMDR", "heals", "trauma", "."], [True, True, False, False])
    others = [([f"word{i}", "is", "long", "."], [True, True, False, False]) for i in range(100)]
    (alone,) = Parser().parse([first])
    assert Parser().parse([*others, first])[-1] == alone
