"""What a sentence takes from those around it: what a pronoun means, whether a question
is answered.
"""

from __future__ import annotations

from carelint.document import Span
from carelint.reading import Reading

#: Words that stand for something named before, where they are no articles.
PRONOUNS = frozenset("it this that they these them which".split())
#: What a pronoun may stand for.
OFFERED = frozenset(("treatment", "offer", "provider"))
_NAMED = OFFERED | {"condition", "distress"}
_SHORT_ANSWER = 5
#: How many sentences back a pronoun is looked up.
_BACK = 2


def antecedents(reading: Reading, position: int) -> frozenset[str]:
    """The labels of what a pronoun may stand for: those named before it in its own
    sentence, or in the nearest of the sentences before that names any.
    """
    own = {n for at, found in reading.labels.items() if at < position for n, _, _ in found}
    if own & _NAMED:
        return frozenset(own & _NAMED)
    document, labels = reading.document, reading.all_labels
    index = reading.index
    for sentence in reversed(document.sentences[max(index - _BACK, 0) : index]):
        names = frozenset(name for name in _NAMED if labels.any(name, sentence.span))
        if names:
            return names
    return frozenset()


def affirmed(reading: Reading) -> Span | None:
    """The answer to a question, where the page answers its own question with yes.

    The answer is the next sentence, and it opens with an `<affirmation>`.
    """
    sentences = reading.document.sentences
    if reading.index + 1 >= len(sentences):
        return None
    answer = sentences[reading.index + 1].span
    for label in reading.all_labels.within("affirmation", answer):
        text = reading.document.text
        after = text[label.span.end : answer.end].lstrip("*_ ")
        opens = not any(c.isalnum() for c in text[answer.start : label.span.start])
        short = len(reading.document.tokens.between(answer.start, answer.end)) <= _SHORT_ANSWER
        denied = after.replace("’", "'").startswith(("n't", "not"))
        if opens and not denied and (short or not after[:1].isalnum()):
            return answer
    return None
