"""The defined terms and the authorities as data: what a writer of a rule may count on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

RULES = Path(__file__).parent.parent / "rules"
TERMS: dict[str, dict[str, Any]] = {
    path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for path in sorted((RULES / "terms").glob("*.yaml"))
}
AUTHORITIES: dict[str, dict[str, Any]] = yaml.load(
    (RULES / "authorities.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
JURISDICTIONS = {"us", "uk", "eu", "au", "ca", "int"}


def spellings(name: str) -> Iterator[str]:
    """Every spelling that a term lists itself, main words first come first."""
    for word in TERMS[name].get("words", []):
        if isinstance(word, dict):
            yield from (word["word"], *word.get("also", []))
        else:
            yield word


def norm(spelling: str) -> str:
    """How a spelling is matched: hyphen as space, and no case unless it starts with "="."""
    cased = spelling if spelling.startswith("=") else spelling.lower()
    return " ".join(cased.replace("-", " ").replace("’", "'").split())


def including(name: str, seen: tuple[str, ...] = ()) -> set[str]:
    """A term's spellings with those of all terms that it includes."""
    assert name not in seen, f"{' > '.join((*seen, name))}: a term that includes itself"
    found = {norm(spelling) for spelling in spellings(name)}
    for other in TERMS[name].get("includes", []):
        found |= including(other, (*seen, name))
    return found


@pytest.mark.parametrize("name", TERMS)
def test_a_term_is_named_like_its_file_and_says_what_it_means(name: str) -> None:
    assert TERMS[name]["term"] == name
    assert TERMS[name]["means"].strip().endswith(".")


@pytest.mark.parametrize("name", TERMS)
def test_a_term_includes_only_terms_that_exist_and_is_not_empty(name: str) -> None:
    assert set(TERMS[name].get("includes", [])) <= set(TERMS)
    assert including(name)


@pytest.mark.parametrize("name", TERMS)
def test_no_word_stands_twice_in_a_term(name: str) -> None:
    counts = Counter(norm(spelling) for spelling in spellings(name))
    assert [word for word, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("name", TERMS)
def test_words_are_lower_case_unless_exact_or_a_name(name: str) -> None:
    lower = {
        part
        for term in TERMS
        for spelling in spellings(term)
        if not spelling.startswith("=")
        for part in spelling.replace("-", " ").split()
    }
    slips = []
    for spelling in spellings(name):
        parts = spelling.replace("-", " ").split()
        capital = [part for part in parts if part[:1].isupper() and part[1:].islower()]
        # "Panic attack" would be a slip; "Gottman method" and "Triple P" are names.
        others = "".join(parts[1:])
        if capital == parts[:1] and parts[0].lower() in lower and others.islower():
            slips.append(spelling)
    assert slips == []


@pytest.mark.parametrize("name", TERMS)
def test_a_word_is_written_without_stray_space(name: str) -> None:
    for spelling in spellings(name):
        assert spelling == " ".join(spelling.split()) != ""


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("condition", "depression"),  # by way of serious-condition
        ("serious-condition", "OCD"),
        ("treatment", "cognitive behavioral therapy"),
        ("treatment", "cognitive behavioural therapy"),
        ("treatment", "Zoloft"),
        ("treatment", "transcranial magnetic stimulation"),
        ("treatment", "partial hospitalization program"),
        ("watchlist", "psilocybin"),
        ("watchlist", "sound bath"),
        ("medicine", "at-home ketamine"),
        ("fda-status", "FDA-cleared"),
        ("stigma-suicide", "committed suicide"),
        ("therapy", "=ACT"),
    ],
)
def test_a_term_knows_what_pages_say(name: str, word: str) -> None:
    assert norm(word) in including(name)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("condition", "act bed cutting enabling checking conflict loss rage slip add did sad"),
        ("therapy", "act art net flooding"),
        ("watchlist", "tapping crystals nlp eft drumming"),
        ("superlative", "best only leading top most"),
        ("permanence", "always lifetime"),
        ("ease", "easy simple simply"),
        ("speed", "fast quick soon"),
        ("universality", "all any each always"),
        ("crisis-line", "999 lifeline shout crisis"),
        ("proven", "proven tested"),
    ],
)
def test_words_that_mean_too_much_are_left_out(name: str, words: str) -> None:
    assert including(name) & set(words.split()) == set()


@pytest.mark.parametrize("other", ["distress", "outcome", "crisis-false-friend"])
def test_a_condition_is_neither_a_complaint_nor_a_gain(other: str) -> None:
    assert including("condition") & including(other) == set()


@pytest.mark.parametrize("name", ["stigma-suicide", "stigma-person", "stigma"])
def test_a_stigmatising_word_comes_with_another_to_write_instead(name: str) -> None:
    for word in TERMS[name]["words"]:
        assert word["instead"].strip()
        assert norm(word["instead"]) not in including("stigma")


@pytest.mark.parametrize("key", AUTHORITIES)
def test_an_authority_is_complete(key: str) -> None:
    entry = AUTHORITIES[key]
    assert {"name", "section", "demands", "jurisdictions", "checked", "verified"} <= set(entry)
    assert entry["verified"] in {"yes", "partly", "no"}
    assert entry["demands"].strip().endswith(".")
    assert {place.split("-")[0] for place in entry["jurisdictions"]} <= JURISDICTIONS
    assert entry["jurisdictions"]
    assert date(2024, 1, 1) < date.fromisoformat(entry["checked"])
    assert entry.get("link", "https://").startswith("https://")


def test_no_authority_stands_twice() -> None:
    places = Counter((entry["name"], entry["section"]) for entry in AUTHORITIES.values())
    assert [place for place, count in places.items() if count > 1] == []
    # A key that stands twice would silently win over the first: count the keys of the text.
    text = (RULES / "authorities.yaml").read_text(encoding="utf-8")
    keys = [line for line in text.splitlines() if line[:1].isalnum() and line.endswith(":")]
    assert len(keys) == len(AUTHORITIES)
