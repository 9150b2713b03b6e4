"""What is wrong with a page's review attribution: the one strongest fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from carelint.annotators.review.ages import date_fault
from carelint.annotators.review.mismatch import mismatch
from carelint.annotators.review.names import Name, same_person
from carelint.annotators.review.page import Page
from carelint.annotators.review.people import Agent
from carelint.annotators.review.scope import Scope, about_medicines, title
from carelint.annotators.review.standing import standing
from carelint.annotators.review.statements import Attribution, Author, Statements
from carelint.document import Document, Span
from carelint.label import Label

_FACT_CHECK = re.compile(r"fact|source", re.IGNORECASE)
_DESK = re.compile(
    r"\b(?:research|editor(?:s|ial)?|fact|content|copy|design|news)\b", re.IGNORECASE
)
_EDITING = re.compile(r"edit|writ|strateg|content|manag|publish|produc|journal", re.IGNORECASE)
_CLINICAL = re.compile(r"medic|clinic|health|psych|doctor|therap|nurs", re.IGNORECASE)
#: Characters after a name within which a bio states the profession.
_BIO = 60


def verdict(page: Page, said: Statements, scope: Scope, now: date) -> Iterator[Label]:
    """The valid attributions and the strongest fault, if any."""
    attributions = [_known(page, a) for a in said.attributions]
    if scope in (Scope.OTHER, Scope.EXEMPT):
        # Elsewhere "reviewed by" is anyone's business; "medically reviewed by" never is.
        attributions = [a for a in attributions if a.kind == "clinical"]
    if not attributions:
        yield from _without(page, said, scope, now)
        return
    valid = [a for a in attributions if any(_counts(a, agent) for agent in a.agents)]
    themselves = _self_review(valid or attributions, said.authors)
    if valid and not themselves:
        yield from (_present(a) for a in valid)
        fault = (
            mismatch(attributions, said)
            or _beyond(page, valid)
            or date_fault(page.document, said, now)
            or _undated(said, valid)
        )
    else:
        fault = themselves or _invalid(attributions)
    if fault:
        yield fault


def _without(page: Page, said: Statements, scope: Scope, now: date) -> Iterator[Label]:
    if scope is Scope.HEALTH:
        yield Label("review-missing", _top(page.document))
    elif scope is Scope.PIECE:
        fault = mismatch([], said) or date_fault(page.document, said, now)
        if fault:
            yield fault


def _top(document: Document) -> Span:
    """The title, or the first block with text in it."""
    spans = (block.span for block in document.blocks if len(block.span))
    return title(document) or next(spans, Span(0, 0))


def _known(page: Page, attribution: Attribution) -> Attribution:
    """The attribution with what the rest of the page says of its people."""
    agents = tuple(
        _with_bio(page, a) if a.kind == "person" and not a.standing.clinical else a
        for a in attribution.agents
    )
    return replace(attribution, agents=agents)


def _with_bio(page: Page, agent: Agent) -> Agent:
    """A person whose credential stands elsewhere: "Ana Sousa is a clinical psychologist"."""
    if len(agent.name.split()) < 2:
        return agent
    for match in re.finditer(re.escape(agent.name), page.text):
        if match.start() == agent.span.start:
            continue
        sentence = re.compile(r"[^.!?\n]*").match(page.text, match.end(), match.end() + _BIO)
        if sentence is None:
            continue
        name = Name(agent.name, Span(*match.span()))
        found = standing(page, name, Span(match.end(), sentence.end()))
        if found.clinical:
            return replace(agent, standing=agent.standing.with_more(found))
    return agent


def _counts(attribution: Attribution, agent: Agent) -> bool:
    """Whether a person reviewed and is fit to: a clinical credential, or a page of the
    site's own that this text only points at ("ana-sousa").
    """
    if agent.kind != "person" or not (agent.standing.clinical or agent.slug):
        return False
    if attribution.kind == "editorial":
        return agent.standing.clinical and _FACT_CHECK.search(attribution.by) is not None
    return True


def _self_review(attributions: list[Attribution], authors: list[Author]) -> Label | None:
    """The only author as the only reviewer."""
    if not authors or not all(author.person for author in authors):
        return None
    first = authors[0]
    reviewers = [(a, agent) for a in attributions for agent in a.agents if agent.kind == "person"]
    if not reviewers or not all(_is(first, author.name, author.key) for author in authors):
        return None
    if all(_is(first, agent.name, agent.key) for _, agent in reviewers):
        attribution, agent = reviewers[0]
        return _label("review-self", attribution, agent, related=(first.span,))
    return None


def _is(author: Author, name: str, key: str) -> bool:
    return bool(key and key == author.key) or same_person(author.name, name)


def _beyond(page: Page, valid: list[Attribution]) -> Label | None:
    """A page about medicines that no prescriber or pharmacist reviewed."""
    people = [(a, agent) for a in valid for agent in a.agents if _counts(a, agent)]
    if "medical" not in valid[0].by.lower() or not about_medicines(page):
        return None
    if any(agent.standing.prescribes or agent.slug for _, agent in people):
        return None
    return _label("review-unqualified", *people[0])


def _undated(said: Statements, valid: list[Attribution]) -> Label | None:
    if said.review_days():
        return None
    people = [(a, agent) for a in valid for agent in a.agents if _counts(a, agent)]
    return _label("review-no-date", *people[0])


def _invalid(attributions: list[Attribution]) -> Label:
    """The fault of the attribution that comes nearest to a valid one."""
    order = (
        "review-placeholder", "review-no-credentials", "review-unqualified",
        "review-unnamed", "review-editorial-only",
    )  # fmt: skip
    faults = [_fault(a, agent) for a in attributions for agent in a.agents or (_nobody(a),)]
    return min(faults, key=lambda label: order.index(label.name))


def _nobody(attribution: Attribution) -> Agent:
    return Agent("group", "", attribution.span)


def _fault(attribution: Attribution, agent: Agent) -> Label:
    if agent.kind == "placeholder":
        name = "review-placeholder"
    elif attribution.kind == "editorial" or _is_desk(attribution, agent):
        name = "review-editorial-only"
    elif agent.kind == "group":
        name = "review-unnamed"
    elif not agent.standing.credentials:
        name = "review-no-credentials"
    elif attribution.kind == "general" and _is_job(agent):
        name = "review-editorial-only"
    else:
        name = "review-unqualified"
    return _label(name, attribution, agent)


def _is_desk(attribution: Attribution, agent: Agent) -> bool:
    """A group that edits, named under a plain label: "verified by the research desk"."""
    words = agent.name
    return (
        attribution.kind == "general" and agent.kind == "group"
        and bool(_DESK.search(words)) and not _CLINICAL.search(words)
    )  # fmt: skip


def _is_job(agent: Agent) -> bool:
    return any(_EDITING.search(words) for words in agent.standing.credentials)


def _present(attribution: Attribution) -> Label:
    agent = next(a for a in attribution.agents if _counts(attribution, a))
    return _label("review-present", attribution, agent)


def _label(
    name: str, attribution: Attribution, agent: Agent, related: tuple[Span, ...] = ()
) -> Label:
    values = {
        "by": attribution.by,
        "name": agent.name,
        "credential": ", ".join(agent.standing.credentials),
        "date": attribution.days[0].text if attribution.days else "",
    }
    return Label(name, attribution.span, values, related)
