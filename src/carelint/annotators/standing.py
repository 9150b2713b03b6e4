"""Standing: whether a claim is asserted, or negated, hedged, asked, supposed,
reported, refuted or purposed.

The cue words are data (`rules/standings/`); how far a cue reaches is grammar,
and stands here. The idea of cue, scope and trap is ConText's (Harkema et al.,
2009); the scope comes from the parse instead of the word order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from carelint.annotators.clauses import clause_head
from carelint.annotators.parser import Tree
from carelint.pattern import Phrase, compile_phrase
from carelint.phrase import match_phrase
from carelint.reading import Reading
from carelint.rule import Cues

#: A standing's cues below these edges belong to another clause.
_CLAUSES = frozenset({"relcl", "advcl", "acl", "ccomp", "conj", "parataxis", "csubj"})
_DEPTH = 20


@dataclass(frozen=True, slots=True)
class CueSet:
    """The compiled cues of one standing."""

    words: tuple[Phrase, ...]
    governors: tuple[Phrase, ...]
    subjects: tuple[Phrase, ...]
    phrases: tuple[Phrase, ...]
    opens: tuple[Phrase, ...]
    traps: tuple[Phrase, ...]


def compile_cues(cues: Mapping[str, Cues], names: frozenset[str]) -> dict[str, CueSet]:
    """The cues of every standing, compiled. Raises pattern.PatternError."""
    return {
        name: CueSet(
            *(
                tuple(compile_phrase(text, names) for text in getattr(one, part))
                for part in ("words", "governors", "subjects", "phrases", "opens", "traps")
            )
        )
        for name, one in cues.items()
    }


class Standings:
    """The standings of the claims of one reading; cues are looked up once."""

    def __init__(self, reading: Reading, tree: Tree, cues: Mapping[str, CueSet]) -> None:
        self._reading, self._tree, self._cues = reading, tree, cues
        self._found: dict[str, dict[str, set[int]]] = {}

    def of(self, root: int, who: frozenset[int], inside: Collection[int]) -> Iterator[str]:
        """The standings of the claim whose head word stands at `root`.

        `inside` are the claim's own words: the "no" of "no side effects" denies nothing.
        """
        chain = list(_chain(self._tree, root))
        for name in self._cues:
            if self._holds(name, root, chain, who, set(inside)):
                yield name

    def _holds(
        self, name: str, root: int, chain: list[int], who: frozenset[int], inside: set[int]
    ) -> bool:
        at = {part: found - inside for part, found in self._cues_at(name).items()}
        if at["opens"] or at["phrases"]:
            return True
        if at["governors"] & set(self._above(root)):
            return True
        dependents = sum(self._governs(cue, chain) for cue in at["words"])
        subjects = len(at["subjects"] & (who | self._subjects_of(chain)))
        if name == "negated":  # "not a person we could not help": two negations assert
            return (dependents + subjects) % 2 == 1
        return dependents + subjects > 0

    def _governs(self, cue: int, chain: list[int]) -> bool:
        """Whether a cue word stands beside the claim or one of its governors."""
        tree, at = self._tree, cue
        links = set(chain)
        for _ in range(_DEPTH):
            if at in links:
                return True
            if at != cue and tree.deps[at] in _CLAUSES:
                return False
            if tree.heads[at] == at:
                return False
            at = tree.heads[at]
        return False

    def _above(self, root: int) -> Iterator[int]:
        """The words that govern the claim, whatever the clause."""
        tree, at = self._tree, root
        for _ in range(_DEPTH):
            if tree.heads[at] == at:
                return
            edge = tree.deps[at]
            at = tree.heads[at]
            if edge == "conj" and tree.is_verb(at):
                continue
            yield at
            if edge in ("relcl", "advcl"):
                return

    def _subjects_of(self, chain: list[int]) -> set[int]:
        tree = self._tree
        found: set[int] = set()
        for link in chain:
            for child in tree.children[link]:
                if tree.deps[child] in ("nsubj", "nsubjpass", "csubj"):
                    found |= {child, *tree.children[child]}
                elif tree.deps[child] == "det":  # "no cure"
                    found.add(child)
        return found

    def _cues_at(self, name: str) -> dict[str, set[int]]:
        """The positions of each kind of cue in the reading, those inside a trap left out."""
        if name not in self._found:
            cues, reading = self._cues[name], self._reading
            traps = {
                i
                for trap in cues.traps
                for a, b in match_phrase(trap, reading)
                for i in range(a, b)
            }
            self._found[name] = {
                part: {
                    a
                    for phrase in getattr(cues, part)
                    for a, b in match_phrase(phrase, reading)
                    if a not in traps and (part != "opens" or a <= reading.own + 1)
                }
                for part in ("words", "governors", "subjects", "phrases", "opens")
            }
        return self._found[name]


def _chain(tree: Tree, root: int) -> Iterator[int]:
    """The claim's head and the words that hand their standing down to it.

    "We do not claim that it cures": "cures", then "claim". A clause that is only
    coordinated or added on stands for itself.
    """
    at = root
    for _ in range(_DEPTH):
        yield at
        if tree.heads[at] == at:
            return
        edge, head = tree.deps[at], tree.heads[at]
        if edge == "ccomp" and at < head:  # "it heals you, so they never come back"
            return
        if edge == "parataxis" or (edge == "advcl" and not _purpose(tree, at)):
            return
        if edge == "conj" and tree.is_verb(at) and not _shares(tree, at):
            return
        at = head


def _purpose(tree: Tree, verb: int) -> bool:
    """Whether a verb is added on as a purpose: "you can't take a pill to cure it"."""
    return any(tree.tags[c] == "TO" for c in tree.children[verb])


def _shares(tree: Tree, verb: int) -> bool:
    """Whether a coordinated verb stands under the auxiliary of the first: "not cure or treat"."""
    own = any(tree.deps[c] in ("nsubj", "nsubjpass", "aux", "neg") for c in tree.children[verb])
    first = tree.heads[verb]
    return not own and tree.tags[verb] == tree.tags[first] and clause_head(tree, verb) == verb
