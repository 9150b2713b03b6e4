"""The forms of English words, so that a rule's word matches all of them.

Regular endings by rule, irregular verbs and nouns by table. Forms that no one
writes ("costed") do no harm: they match nothing.
"""

from __future__ import annotations

from functools import cache

# base, past, participle (where it differs); -s and -ing are regular.
_IRREGULAR_VERBS = """
be was were been am is are being|become became|begin began begun|bear bore borne|beat beaten
break broke broken|bring brought|build built|buy bought|catch caught|choose chose chosen|come came
cost|cut|deal dealt|do did done does|draw drew drawn|drink drank drunk|drive drove driven|eat ate
eaten|fall fell fallen|feel felt|fight fought|find found|fly flew flown|forget forgot forgotten
free freed|get got gotten|give gave given|go went gone|grow grew grown|have had has|hear heard
hide hid hidden|hold held|hurt|keep kept|know knew known|lay laid|lead led|learn learnt|leave left
let|lie lay lain|live lived|lose lost|make made|mean meant|meet met|outgrow outgrew outgrown
overcome overcame|pay paid|prove proven|put|quit|read|rebuild rebuilt|rid|ride rode ridden|rise
rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|set|shake shook shaken
shed|show showed shown|shrink shrank shrunk|shut|sink sank sunk|sleep slept|speak spoke spoken
spend spent|split|stand stood|stick stuck|strike struck|sweep swept|take took taken|teach taught
tear tore torn|tell told|think thought|throw threw thrown|undo undid undone|understand understood
undergo underwent undergone|wake woke woken|wear wore worn|win won|withdraw withdrew withdrawn
write wrote written|melt melted molten|lift lifted|outlive outlived|reset|rewrite rewrote rewritten
"""
_VERBS: dict[str, frozenset[str]] = {
    group.split()[0]: frozenset(group.split())
    for line in _IRREGULAR_VERBS.strip().splitlines()
    for group in line.split("|")
}
_NOUNS = {
    "child": "children", "person": "people", "man": "men", "woman": "women", "life": "lives",
    "wife": "wives", "self": "selves", "crisis": "crises", "diagnosis": "diagnoses",
    "analysis": "analyses", "meta-analysis": "meta-analyses", "psychosis": "psychoses",
    "neurosis": "neuroses", "phobia": "phobias", "half": "halves", "belief": "beliefs",
    "relief": "relief", "criterion": "criteria", "phenomenon": "phenomena", "foot": "feet",
}  # fmt: skip
# Words without other forms: "it" is not "its".
_FUNCTION_WORDS = frozenset(
    """
    a an the it this that they them these those you we i he she who which what is are was were am
    be been so not no nor and or but if in on at by for from of off to with as will would can
    could may might must should shall us me my our your their its her his
    """.split()
)
_VOWELS = "aeiou"
# Verbs of two syllables that double their last letter; one-syllable ones do by rule.
_DOUBLING = frozenset(
    """
    rebut permit commit admit regret forget control begin refer recur rid reset quit outwit
    """.split()
)


@cache
def noun_forms(word: str) -> frozenset[str]:
    """A noun, its plural; "panic" gives "panic" and "panics"."""
    if word in _NOUNS:
        return frozenset({word, _NOUNS[word]})
    return frozenset({word, _with_s(word)})


@cache
def verb_forms(word: str) -> frozenset[str]:
    """All forms of a verb given in its base form: "heal" gives heals, healed, healing.

    Verbs in -ise and -ize give both spellings.
    """
    bases = {word}
    if word.endswith("ise") and len(word) > 5:
        bases.add(word[:-3] + "ize")
    if word.endswith("ize") and len(word) > 5:
        bases.add(word[:-3] + "ise")
    forms: set[str] = set()
    for base in bases:
        forms |= {base, _with_s(base), *_endings(base, "ing")}
        forms |= _VERBS[base] if base in _VERBS else _endings(base, "ed")
    return frozenset(forms)


@cache
def all_forms(word: str) -> frozenset[str]:
    """Every form that the word has as a verb or a noun."""
    if not word.isalpha() or word in _FUNCTION_WORDS:
        return frozenset({word})
    return verb_forms(word) | noun_forms(word)


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and len(word) > 2 and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    if word.endswith("o") and word in {"go", "do", "undo", "undergo", "echo", "hero"}:
        return word + "es"
    return word + "s"


def _endings(word: str, ending: str) -> set[str]:
    if word.endswith("ie") and ending == "ing":
        return {word[:-2] + "ying"}
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return {word[:-1] + ending}
    if word.endswith("e"):
        return {word + ending.removeprefix("e")}
    if word.endswith("y") and ending == "ed" and len(word) > 2 and word[-2] not in _VOWELS:
        return {word[:-1] + "ied"}
    if word.endswith("c") and ending in {"ed", "ing"} and word in {"panic", "mimic", "traffic"}:
        return {word + "k" + ending}
    if _doubles(word):
        return {word + word[-1] + ending}
    if word.endswith("l") and len(word) > 3 and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        return {word + ending, word + "l" + ending}  # counseling and counselling
    return {word + ending}


def _doubles(word: str) -> bool:
    if word in _DOUBLING:
        return True
    if len(word) < 3 or word[-1] in _VOWELS or word[-1] in "wxyh" or word[-2] not in _VOWELS:
        return False
    vowels = sum(letter in _VOWELS for letter in word)
    return vowels == 1 and word[-3] not in _VOWELS
