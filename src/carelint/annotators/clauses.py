"""Clauses: who does what to whom, read from the dependency tree once for all rules.

Given the words of a predicate ("cures", "get rid of", "relief", "effective"),
`parts` finds its participants in any voice and order: active, passive, relative,
participle, imperative, coordinated, nominal ("relief from panic"), and through
the verbs that hand an action on ("helps people overcome panic").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carelint.annotators.parser import Tree

_SUBJECTS = frozenset({"nsubj", "csubj"})
_PASSIVE = frozenset({"nsubjpass", "csubjpass"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
# Edges over which a verb without a subject of its own takes that of its governor.
_SHARED = frozenset({"conj", "xcomp", "ccomp", "advcl", "pcomp", "prep", "dep", "aux", "oprd"})
# Edges over which a noun or adjective belongs to the verb it hangs on.
_NOMINAL = frozenset({"attr", "acomp", "dobj", "oprd", "pobj", "prep", "conj", "appos", "xcomp",
                      "amod", "dep", "npadvmod", "agent", "advmod", "compound"})  # fmt: skip
_OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "pobj", "obj"})
_INNER_PREPOSITIONS = frozenset({"of", "from", "in", "for"})
_OUTER_PREPOSITIONS = frozenset(
    """
    of from for with against to into in on over through out at behind about around off away
    between
    """.split()
)
_NOUN_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "det", "conj", "appos",
                             "npadvmod", "punct", "quantmod", "advmod", "neg"})  # fmt: skip
_LEFT_MODIFIERS = frozenset({"compound", "npadvmod", "amod", "nmod", "poss"})
# Tags of words that begin something new: prepositions, conjunctions, pronouns.
_ENDS_PHRASE = frozenset({"IN", "CC", "WDT", "WP", "WRB", "TO", "PRP", "MD", "EX"})
_NEAR = 4
_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Parts:
    """Positions of the participants of a predicate; `root` is its head word.

    `who` are the heads of those who act, `subject` all words of their phrases.
    """

    root: int
    who: frozenset[int]
    what: frozenset[int]
    how: frozenset[int]
    #: Whether something is acted on directly: not "panic fades", but "it fades panic".
    transitive: bool
    subject: frozenset[int]


def head_of(tree: Tree, start: int, end: int) -> int:
    """The position in `[start, end)` that governs the others."""
    for i in range(start, end):
        if not start <= tree.heads[i] < end or tree.heads[i] == i:
            return i
    return start


def parts(tree: Tree, norms: list[str], start: int, end: int) -> Parts:
    """The participants of the predicate at positions `[start, end)`."""
    inside = range(start, end)
    root = head_of(tree, start, end)
    acting = _subjects(tree, root, inside)
    if not acting and tree.tags[root] in ("NN", "NNS"):
        # In headlines the parser takes "panic fades" for a noun.
        acting = {c for c in tree.children[root] if tree.deps[c] in ("compound", "nmod")}
    who = {i for head in acting for i in _actor(tree, norms, head)}
    what: set[int] = set()
    for head in _objects(tree, norms, root, inside):
        what |= set(_phrase(tree, norms, head))
    if not what and tree.is_verb(root):
        what = set(_next_words(tree, norms, max(end, root + 1)))
    what -= set(inside)
    how = set(_clause(tree, root)) - set(inside)
    transitive = any(tree.deps[c] == "dobj" for c in tree.children[root] if c not in inside)
    subject = {i for head in acting for i in _phrase(tree, norms, head)} - set(inside)
    return Parts(
        root, frozenset(who - set(inside)), frozenset(what), frozenset(how), transitive,
        frozenset(subject),
    )  # fmt: skip


def _actor(tree: Tree, norms: list[str], head: int) -> Iterator[int]:
    """A noun as the one who acts: itself, whose it is, and nouns coordinated with it.

    Its other modifiers do not act: a trauma therapist is no trauma.
    """
    yield head
    for child in tree.children[head]:
        if tree.deps[child] in ("poss", "det"):
            yield child
        elif tree.deps[child] == "prep":  # "most of our patients"
            for inner in tree.children[child] if norms[child] == "of" else ():
                yield from _actor(tree, norms, inner)
        elif tree.deps[child] == "conj" and not tree.is_verb(child):
            yield from _actor(tree, norms, child)


def _next_words(tree: Tree, norms: list[str], start: int) -> Iterator[int]:
    """The words right after a verb, where the parser found it no object."""
    for i in range(start, min(start + _NEAR, len(norms))):
        if (not norms[i][0].isalnum() and norms[i] != "-") or tree.tags[i] in _ENDS_PHRASE:
            return
        yield i


def _phrase(tree: Tree, norms: list[str], head: int) -> Iterator[int]:
    """A noun with what belongs to it: modifiers, coordinated nouns, "of ..."."""
    yield head
    for child in tree.children[head]:
        dep = tree.deps[child]
        if dep in _NOUN_MODIFIERS and not (dep == "conj" and tree.is_verb(child)):
            yield from _phrase(tree, norms, child)
        elif dep == "prep" and norms[child] in _INNER_PREPOSITIONS:
            for inner in tree.children[child]:
                if tree.deps[inner] == "pobj":
                    yield from _phrase(tree, norms, inner)


def _subjects(tree: Tree, i: int, inside: range, depth: int = 0) -> set[int]:
    """The heads of the phrases that act: own subject, agent, or the governor's."""
    if depth > _DEPTH:
        return set()
    found: set[int] = set()
    passive = False
    # The "get" of "get rid of" makes no passive.
    active = any(tree.deps[c] == "auxpass" and c in inside for c in tree.children[i])
    for child in tree.children[i]:
        dep = tree.deps[child]
        if dep in _SUBJECTS or (active and dep in _PASSIVE):
            relative = tree.tags[child] in _RELATIVE
            found.add(tree.heads[i] if relative and tree.deps[i] == "relcl" else child)
        passive |= not active and (dep in _PASSIVE or dep == "auxpass")
        if dep == "agent":
            found |= {c for c in tree.children[child] if tree.deps[c] == "pobj"}
    dep, head = tree.deps[i], tree.heads[i]
    if dep in ("ccomp", "xcomp") and found and not passive:
        # "the group helps parents sleep": the group acts as well.
        return found | _subjects(tree, head, inside, depth + 1)
    if found or passive or head == i:
        return found
    if dep == "relcl" or (dep == "acl" and tree.tags[i] != "VBN"):
        return {head}
    edges = _SHARED if tree.is_verb(i) else _NOMINAL
    return _subjects(tree, head, inside, depth + 1) if dep in edges else set()


def _objects(tree: Tree, norms: list[str], i: int, inside: range, depth: int = 0) -> set[int]:
    """The heads of the phrases acted on."""
    if depth > _DEPTH:
        return set()
    found: set[int] = set()
    for word in [i, *(j for j in inside if j != i and depth == 0)]:
        for child in tree.children[word]:
            if child not in inside:
                found |= _object(tree, norms, word, child, inside, depth)
    if depth == 0 and tree.deps[i] in ("dobj", "attr", "acomp"):
        # "brings relief from panic": the parser may hang "from" on the verb.
        for child in tree.children[tree.heads[i]]:
            if child > i and tree.deps[child] == "prep" and child not in inside:
                found |= _object(tree, norms, i, child, inside, depth)
    if tree.tags[i] == "VBN" and tree.deps[i] == "acl":
        found.add(tree.heads[i])  # "anxiety cured by ..."
    if tree.deps[i] == "relcl" and not _has_object(tree, i) and not _acts(tree, i):
        found.add(tree.heads[i])  # "the panic that our method ends"
    if tree.is_verb(i) and not found:
        for child in tree.children[i]:  # "reduces and ends anxiety"
            if tree.deps[child] == "conj" and tree.is_verb(child):
                found |= _objects(tree, norms, child, inside, depth + 1)
    return found


def _object(
    tree: Tree, norms: list[str], word: int, child: int, inside: range, depth: int
) -> set[int]:
    dep = tree.deps[child]
    if dep in _OBJECTS or dep in _PASSIVE:
        return {child}
    if dep in ("prep", "agent", "prt", "advmod") and norms[child] in _OUTER_PREPOSITIONS:
        found: set[int] = set()
        for inner in tree.children[child]:
            if tree.deps[inner] == "pobj":
                found.add(inner)
            elif tree.deps[inner] in ("pcomp", "prep"):
                found |= _objects(tree, norms, inner, inside, depth + 1)
        return found
    if dep in ("xcomp", "ccomp", "pcomp"):
        subjects = {c for c in tree.children[child] if tree.deps[c] in _SUBJECTS}
        return subjects | _objects(tree, norms, child, inside, depth + 1) | {child}
    if dep in _LEFT_MODIFIERS and not tree.is_verb(word):
        return {child}  # "anxiety relief", "panic-free"
    return set()


def _has_object(tree: Tree, i: int) -> bool:
    return any(tree.deps[c] in _OBJECTS and tree.tags[c] not in _RELATIVE for c in tree.children[i])


def _acts(tree: Tree, i: int) -> bool:
    """Whether the noun that a relative clause belongs to is the clause's subject."""
    return any(tree.deps[c] in _SUBJECTS and tree.tags[c] in _RELATIVE for c in tree.children[i])


def clause_head(tree: Tree, i: int) -> int:
    """The verb whose clause a position stands in, or the top of a verbless phrase."""
    at = i
    for _ in range(_DEPTH):
        if tree.heads[at] == at or (tree.is_verb(at) and tree.deps[at] not in ("aux", "auxpass")):
            return at
        at = tree.heads[at]
    return at


def _clause(tree: Tree, i: int) -> Iterator[int]:
    """Everything said in the clause, without clauses coordinated with it."""
    top = clause_head(tree, i)
    while tree.deps[top] in ("xcomp", "pcomp") or (
        tree.deps[top] == "ccomp" and tree.tags[top] == "VB"
    ):
        top = clause_head(tree, tree.heads[top])
    todo = [top]
    while todo:
        at = todo.pop()
        yield at
        todo += [
            c
            for c in tree.children[at]
            if not (tree.deps[c] == "conj" and tree.is_verb(c) and at == top and c != i)
        ]
