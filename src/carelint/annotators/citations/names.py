"""Names of authors and bodies: folded, compared, and told from a mere near miss.

Two names are the same whatever their case, accents, hyphens, apostrophes and
small words ("van der"); they are close when a slip of the keyboard or of the
ear lies between them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from carelint.annotators.citations.grammar import PARTICLE

_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_APOSTROPHES = re.compile(r"['’ʼ‘`´]")
_NOT_WORD = re.compile(r"[^\w]+")
_PARTICLE = re.compile(rf"(?:{PARTICLE})$")
_INITIALS = re.compile(r"(?:\w\.?[- ]?){1,3}$")
_SMALL = frozenset("the of for and on in to a an und et de la für with".split())
#: Letters and pairs that sound alike, for names written by ear.
_SOUNDS = (("ph", "f"), ("ck", "k"), ("ks", "x"), ("cs", "x"), ("y", "i"), ("z", "s"), ("c", "k"))


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower-case words without accents, apostrophes and marks, one space between them."""
    return _folded(text.casefold())


@lru_cache(maxsize=4096)
def spellings(text: str) -> frozenset[str]:
    """The folded forms of a name run together: "Müller" gives muller and mueller."""
    low = unicodedata.normalize("NFC", text.casefold())
    both = {_folded(low), _folded(low.translate(_UMLAUTS))}
    return frozenset(joined for form in both for joined in _joined(form))


def _folded(low: str) -> str:
    plain = unicodedata.normalize("NFKD", low.translate(_LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", _APOSTROPHES.sub("", plain).replace("&", " and ")).strip()


def _joined(form: str) -> set[str]:
    words = form.split()
    while len(words) > 1 and (_PARTICLE.match(words[0]) or len(words[0]) == 1):
        words = words[1:]
    return {form.replace(" ", ""), "".join(words)} - {""}


def is_initials(text: str) -> bool:
    """Whether a piece of a name is initials only: "J.", "A. B.", "M.-P."."""
    return bool(_INITIALS.match(text)) and ("." in text or len(text) == 1)


def same(cited: str, listed: str) -> bool:
    """Whether a cited name and a listed family name are one name.

    The cited one may carry a given name or initials; of a double family name
    one part is enough.
    """
    listed_forms = spellings(listed)
    if spellings(cited) & listed_forms:
        return True
    words = [w for w in fold(cited).split() if len(w) > 1]
    parts = [w for w in fold(listed).split() if len(w) > 1 and not _PARTICLE.match(w)]
    if len(words) > 1 and any("".join(words[i:]) in listed_forms for i in range(1, len(words))):
        return True
    if len(words) == 2 and words[0] in listed_forms:  # family name first: Wang Xiaoming
        return True
    return len(words) == 1 and len(parts) == 2 and words[0] in parts


def close(cited: str, listed: str, slack: int = 0) -> bool:
    """Whether a slip lies between two names: two letters, one in a short name.

    `slack` allows that many letters more, where other evidence supports the match.
    """
    return distance(cited, listed) <= (1 if len(fold(listed)) <= 5 else 2) + slack


def distance(cited: str, listed: str) -> int:
    """The number of letters by which two names differ, a swapped pair counting once."""
    a, b = _last_key(cited), _last_key(listed)
    return min(OSA.distance(a, b), OSA.distance(_sound(a), _sound(b)) + 1)


def _last_key(name: str) -> str:
    return min(spellings(name) or {""}, key=lambda form: (len(form), form))


def _sound(key: str) -> str:
    for pair, single in _SOUNDS:
        key = key.replace(pair, single)
    return re.sub(r"(\w)\1", r"\1", key)


def same_body(cited: str, listed: str) -> bool:
    """Whether two names of organisations are one: case, "the" and "&" apart."""
    return _body(cited) == _body(listed) != ""


def close_body(cited: str, listed: str) -> bool:
    """Whether two names of organisations differ by a slip in one of their words."""
    a, b = fold(cited.replace("&", " and ")), fold(listed.replace("&", " and "))
    return len(b.split()) > 1 and fuzz.ratio(a, b, score_cutoff=90) >= 90


def _body(name: str) -> str:
    return " ".join(w for w in fold(name.replace("&", " and ")).split() if w != "the")


def initials(name: str) -> str:
    """The initials of an organisation's name, small words left out; "" for one word."""
    words = [w for w in fold(name).split() if w not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 else ""
