"""Defined terms: every word of `rules/terms/` that stands in the text becomes a label.

One walk over the document's tokens through a trie of words; a longer entry
beats a shorter one of the same term ("panic attack" over "panic").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from carelint.document import Document, Span
from carelint.inflect import noun_forms, verb_forms
from carelint.label import Label
from carelint.rule import Term, Word
from carelint.tokens import tokenize


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    #: (term, values, exact text or "") for each entry that ends here.
    entries: list[tuple[str, Mapping[str, str], str]] = field(default_factory=list)


class Lexicon:
    """All terms as one trie over token norms."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self._root = _Node()
        for term in terms.values():
            names = [term.name, *_including(term.name, terms)]
            for word in term.words:
                self._add(term, word, names)

    def _add(self, term: Term, word: Word, names: list[str]) -> None:
        values = {"name": word.word.removeprefix("=")}
        if word.instead:
            values["instead"] = word.instead
        for spelling in (word.word, *word.also):
            exact = spelling.removeprefix("=") if spelling.startswith("=") else ""
            inflect = "none" if exact else term.inflect
            for form in _forms(spelling.removeprefix("="), inflect):
                node = self._root
                for part in form:
                    node = node.next.setdefault(part, _Node())
                node.entries += [(name, values, exact) for name in names]

    def labels(self, document: Document) -> Iterator[Label]:
        """The labels of all terms in a document, in order of place; figures are numbers."""
        tokens, text = document.tokens, document.text
        norms, starts, ends = tokens.norms, tokens.starts, tokens.ends
        first, total = self._root.next, len(norms)
        reached: dict[str, int] = {}
        for i, norm in enumerate(norms):
            if norm[0].isdigit():
                yield Label("number", Span(starts[i], ends[i]))
            node = first.get(norm)
            if node is None:
                continue
            best: dict[str, tuple[int, Mapping[str, str]]] = {}
            j = i
            while node is not None:
                for name, values, exact in node.entries:
                    if not exact or text[starts[i] : ends[j]].replace("’", "'") == exact:
                        best[name] = (j, values)
                j += 1
                if j < total and norms[j] == "-" and "-" not in node.next:
                    j += 1
                node = node.next.get(norms[j]) if j < total else None
            for name, (last, values) in best.items():
                if reached.get(name, -1) < last:
                    reached[name] = last
                    yield Label(name, Span(starts[i], ends[last]), values)


def _including(name: str, terms: Mapping[str, Term]) -> list[str]:
    """The terms that include this one, directly or not."""
    found: list[str] = []
    for other in terms.values():
        if name in other.includes:
            found += [n for n in (other.name, *_including(other.name, terms)) if n not in found]
    return found


def _forms(word: str, inflect: str) -> Iterator[tuple[str, ...]]:
    """The token sequences of an entry in all its forms, hyphens left out."""
    parts = [norm for norm in tokenize(word).norms if norm != "-"]
    if not parts:
        return
    if inflect == "verb":
        for form in sorted(verb_forms(parts[0])):
            yield (form, *parts[1:])
    elif inflect == "noun":
        for form in sorted(noun_forms(parts[-1])):
            yield (*parts[:-1], form)
    else:
        yield tuple(parts)
