"""Labels: the named spans that annotators find and rules speak of as `<name>`."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from carelint.document import Span

_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Label:
    """A named span of a document's text.

    `values` fill the slots of a rule's message (`<near>`); `related` are spans
    of the text that the finding points at as well.
    """

    name: str
    span: Span
    values: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    related: tuple[Span, ...] = ()


class Labels:
    """All labels of one document, by name, each list in the order of the text."""

    def __init__(self, labels: Iterable[Label] = ()) -> None:
        self._by_name: dict[str, list[Label]] = defaultdict(list)
        self._longest: dict[str, int] = defaultdict(int)
        self._sorted: set[str] = set()
        self.extend(labels)

    def extend(self, labels: Iterable[Label]) -> None:
        for label in labels:
            self._by_name[label.name].append(label)
            self._longest[label.name] = max(self._longest[label.name], len(label.span))
            self._sorted.discard(label.name)

    def of(self, name: str) -> list[Label]:
        """The labels of this name, in order of place; do not change the list."""
        found = self._by_name.get(name, [])
        if found and name not in self._sorted:
            found.sort(key=lambda label: (label.span.start, -label.span.end))
            self._sorted.add(name)
        return found

    def within(self, name: str, span: Span) -> Iterator[Label]:
        """The labels of this name that overlap a span."""
        found = self.of(name)
        first = span.start - self._longest.get(name, 0)
        index = bisect_left(found, first, key=lambda label: label.span.start)
        for label in islice(found, index, None):
            if label.span.start >= span.end:
                break
            if label.span.end > span.start:
                yield label

    def any(self, name: str, span: Span) -> bool:
        """Whether a label of this name overlaps a span."""
        return next(self.within(name, span), None) is not None

    def names(self) -> list[str]:
        return sorted(name for name, found in self._by_name.items() if found)
