"""The people that metadata describes, each gathered from the fields that tell of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from carelint.annotators.review.keys import Field
from carelint.annotators.review.names import Name
from carelint.annotators.review.page import Page
from carelint.annotators.review.people import Agent, agents
from carelint.annotators.review.standing import standing
from carelint.document import Block, Span

YES = frozenset({"true", "yes"})
NO = frozenset({"", "false", "no", "null", "~"})
#: Fields that a person has once: a second one begins another person.
_ONCE = frozenset({"value", "name", "type"})


@dataclass(slots=True)
class Record:
    """The fields of one person; `key` is the key path of the first, as written."""

    told: Field
    key: str
    blocks: dict[str, list[Block]] = field(default_factory=dict)

    @property
    def holder(self) -> Block:
        """The block that stands for the person: the name, else what there is."""
        for name in ("name", "value", "key"):
            for block in self.blocks.get(name, ()):
                return block
        return next(iter(self.blocks.values()))[0]


def gather(records: list[Record], block: Block, found: Field) -> None:
    """Put a block with the person it tells of, who may be a new one."""
    last = next((r for r in reversed(records) if _goes_with(r.told, found)), None)
    other = last is None or (found.name in _ONCE and found.name in last.blocks)
    if last is not None and found.name == "name" and "value" in last.blocks:
        other = True
    if last is None or other or (last.told.whose != found.whose and found.name in (*_ONCE, "key")):
        last = Record(found, block.name)
        records.append(last)
    last.blocks.setdefault(found.name, []).append(block)


def _goes_with(one: Field, other: Field) -> bool:
    return one.who == other.who and one.whose[:-1] == other.whose[:-1]


def with_letters(page: Page, records: Iterable[Record]) -> Iterator[Record]:
    """The records, where the list `[Tom Reyes, PsyD]` is one person and not two."""
    last: Record | None = None
    for record in records:
        values = record.blocks.get("value", [])
        alone = len(values) == 1 and len(record.blocks) == 1
        if last and alone and last.told == record.told and _is_letters(page, values[0].span):
            last.blocks.setdefault("detail", []).append(values[0])
            continue
        last = record
        yield record


def _is_letters(page: Page, span: Span) -> bool:
    terms = ("credential", "clinical-role")
    return any(x.span.covers(span) for term in terms for x in page.labels.within(term, span))


def people(page: Page, record: Record) -> list[Agent]:
    """The people of a record, one as a rule, with what all its fields say."""
    key = next((page.document.slice(b.span) for b in record.blocks.get("key", ())), "")
    holder = record.holder
    if "name" not in record.blocks and "value" not in record.blocks:
        # `reviewer: {id: ana-sousa}` points at a page that tells more than this one.
        return [Agent("person", key, holder.span, key=key, slug=True)] if key else []
    word = page.words(holder.span)
    if word in NO:
        return [Agent("placeholder", word, holder.span)]
    kinds = [page.words(b.span) for b in record.blocks.get("type", ())]
    if word in YES or any("organi" in kind for kind in kinds):
        return [Agent("group", page.document.slice(holder.span), holder.span)]
    found = agents(page, holder.span, formal=True)
    if len(found) == 1:
        return [replace(_with_detail(page, found[0], record), key=key)]
    return found


def _with_detail(page: Page, agent: Agent, record: Record) -> Agent:
    """A person with what the fields beside the name say."""
    known = agent.standing
    for block in record.blocks.get("detail", ()):
        known = known.with_more(standing(page, Name(agent.name, agent.span), block.span))
    return replace(agent, standing=known)
