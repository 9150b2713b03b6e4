"""Phrases against readings: where a compiled pattern stands in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from carelint.pattern import Choice, Element, Maybe, Phrase, Start
from carelint.reading import Reading

#: Marks that `...` does not skip.
_STOPS_GAP = frozenset(";:—–()[]|")


def choice_ends(choice: Choice, reading: Reading, position: int) -> Iterator[int]:
    """The positions after a choice that matches at a position, the longest first."""
    norms = reading.norms
    here = reading.labels.get(position, ()) if choice.labels else ()
    ends = {end for name, end, _ in here if name in choice.labels}
    if position < len(norms):
        if norms[position] in choice.norms or reading.words[position] in choice.exact:
            ends.add(position + 1)
        for sequence in choice.sequences:
            if tuple(norms[position : position + len(sequence)]) == sequence:
                ends.add(position + len(sequence))
    yield from sorted(ends, reverse=True)


def names(phrase: Phrase, reading: Reading, position: int) -> bool:
    """Whether an element of the phrase names the word at a position."""
    todo = list(phrase.elements)
    while todo:
        element = todo.pop()
        if isinstance(element, Maybe):
            todo += element.elements
        elif isinstance(element, Choice) and (
            element.labels & reading.names_at(position)
            or next(choice_ends(element, reading, position), None) is not None
        ):
            return True
    return False


def may_hold(choice: Choice, reading: Reading) -> bool:
    """Whether a reading has any of the words and labels that a choice needs; quick to tell."""
    return not (
        choice.labels.isdisjoint(reading.label_names)
        and choice.norms.isdisjoint(reading.vocabulary)
        and choice.exact.isdisjoint(reading.words)
        and not any(sequence[0] in reading.vocabulary for sequence in choice.sequences)
    )


def match_phrase(phrase: Phrase, reading: Reading) -> Iterator[tuple[int, int]]:
    """Each `(start, end)` in positions where a phrase matches, no two overlapping."""
    if not may_hold(phrase.trigger, reading):
        return
    failed: set[tuple[int, int]] = set()
    position = 0
    while position < len(reading.norms):
        end = _match(phrase.elements, 0, reading, position, failed)
        if end is not None and end > position:
            yield position, end
            position = end
        else:
            position += 1


def longest_match(phrase: Phrase, reading: Reading) -> tuple[int, int, int]:
    """`(start, end, elements)` of the longest beginning of a phrase that matches anywhere."""
    for count in range(len(phrase.elements), 0, -1):
        if not any(isinstance(element, Choice) for element in phrase.elements[:count]):
            break
        for position in range(len(reading.norms)):
            end = _match(phrase.elements[:count], 0, reading, position, set())
            if end is not None and end > position:
                return position, end, count
    return 0, 0, 0


def _match(
    elements: tuple[Element, ...],
    index: int,
    reading: Reading,
    position: int,
    failed: set[tuple[int, int]],
) -> int | None:
    """The end of the first match of `elements[index:]`; `failed` keeps the search linear."""
    if index == len(elements):
        return position
    if (index, position) in failed:
        return None
    for after in _steps(elements[index], reading, position):
        end = _match(elements, index + 1, reading, after, failed)
        if end is not None:
            return end
    failed.add((index, position))
    return None


def _steps(element: Element, reading: Reading, position: int) -> Iterator[int]:
    if isinstance(element, Choice):
        yield from choice_ends(element, reading, position)
    elif isinstance(element, Maybe):
        inner = _match(element.elements, 0, reading, position, set())
        if inner is not None:
            yield inner
        yield position
    elif isinstance(element, Start):
        if not any(norm[0].isalnum() for norm in reading.norms[reading.own : position]):
            yield position
    else:
        yield position
        words = 0
        while words < element.most and position < len(reading.norms):
            if reading.norms[position] in _STOPS_GAP:
                return
            words += reading.norms[position][0].isalnum()
            position += 1
            yield position
