"""The documents that the benchmark breaks: generated ones in every style, and the cited ones
of `tests/gold` and `examples` (`collected.py`)."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from mutation.styles import DATED, NUMBERED, Dated, Numbered, chicago, vancouver
from mutation.works import WORKS, Work
from mutation.writing import Base, Writer, inline, named, page

FORMATS = (".md", ".html", ".txt")
TITLE = "Notes on rest and listening"
#: Sentences between the citations: they claim nothing.
FILLER = (
    "We come back to this below.",
    "Words for it differ from place to place.",
    "That is one way to put it.",
    "Our own page on visits says more about the rooms.",
    "It is a plain question with a long past.",
    "People ask us about it now and then.",
)
_INSIDE = (
    "This question has been put before ({}).",
    "The terms are set out elsewhere ({}, p. 14).",
    "Others look at it from the side of the household (see {}).",
    "A longer account is on the shelf in our waiting room ({}).",
)
_OUTSIDE = {
    "author first": "{} put it another way.",
    "after as": "As {} wrote, words matter.",
    "after of": "The outline of {} is a start.",
}


def chosen(seed: int, letters: bool) -> tuple[Work, ...]:
    """Eight works: an article with two authors and a body among them; `letters` wants 2015a/b."""
    dice = random.Random(seed)
    pool = [w for w in WORKS if letters or not w.year.endswith(("a", "b"))]
    pairs = [w for w in pool if w.kind == "article" and len(w.people) == 2]
    bodies = [w for w in pool if w.body]
    works = [*dice.sample(pairs, 2), *dice.sample(bodies, 2)]
    if letters and seed % 2:
        works += [w for w in pool if w.first == "Reyes"]
    others = [w for w in pool if w not in works and w.people and w.first != "Reyes"]
    return (*works, *dice.sample(others, 8 - len(works)))


def filler(n: int) -> tuple[str, ...]:
    """What stands after the sentence of this number: nothing after two of three."""
    return () if n % 3 else (FILLER[n // 3 % len(FILLER)],)


def dated_prose(style: Dated, works: tuple[Work, ...], mark: Callable[..., str]) -> Iterator[str]:
    """Sentences that cite every work by author and year, and most of them twice."""

    def bracket(w: Work, again: bool = True) -> str:
        return mark("date", (w.key,), style.in_bracket(w, again))

    people = [w for w in works if w.people and w.first != "Reyes"]
    for n, w in enumerate(people):
        if n % 2:
            form, sentence = list(_OUTSIDE.items())[n // 2 % 3]
            yield sentence.format(mark("date", (w.key,), style.in_prose(w, again=False), form))
        else:
            yield _INSIDE[n // 2 % 4].format(bracket(w, again=False))
        yield from filler(n)
    for w in [w for w in people if w.kind == "article" and len(w.people) == 2][:1]:
        journal = mark("journal", (w.key,), w.where)
        yield f"A {w.plain_year} study in the *{journal}* asked for notes ({bracket(w)})."
    if several := people[1:4]:
        yield f"Several writers have taken it up ({'; '.join(map(bracket, several))})."
    for w in people[-1:]:
        owned = mark("date", (w.key,), f"{style.names(w, style.outside)}'s ({w.year})", "owner")
        yield f"We keep {owned} outline at hand."
    reyes = [w for w in works if w.first == "Reyes"]
    if len(reyes) > 1:
        twice = f"{bracket(reyes[0])}, {mark('date', (reyes[1].key,), reyes[1].year)}"
        yield f"One writer asks it twice ({twice})."
    for w in [w for w in works if w.body]:
        both = f"{w.body} ({w.short}{style.comma} {w.year})"
        full = mark("date", (w.key,), both, "with short form")
        short = mark("date", (w.key,), f"{w.short}{style.comma} {w.year}", "short form")
        yield f"Our terms are those of the {full}."
        yield f"The short list is there too ({short})."


def paged_prose(style: Dated, works: tuple[Work, ...], mark: Callable[..., str]) -> Iterator[str]:
    """Sentences that cite every work by author and page, as MLA does."""
    for n, w in enumerate(works):
        name = style.names(w, style.outside)
        if n % 2:
            told = f"{name} put it another way ({w.number}4)"
            cited = mark("date", (w.key,), told, f"{_who(w)} with page at the end")
            yield f"{cited}."
        else:
            cited = mark("date", (w.key,), f"{name} {w.number}4", f"{_who(w)} with page")
            yield f"This question has been put before ({cited})."
        yield from filler(n)
    several = [
        mark("date", (w.key,), f"{style.names(w, 'and')} {w.number}5", f"{_who(w)} with page")
        for w in works[1:4]
    ]
    yield f"Several writers have taken it up ({'; '.join(several)})."


def _who(w: Work) -> str:
    return "person" if len(w.people) == 1 else "people" if w.people else "body"


def numbered_prose(
    style: Numbered, works: tuple[Work, ...], mark: Callable[..., str]
) -> Iterator[str]:
    """Sentences that cite the works by their numbers, singly, in lists and in ranges."""
    raised = style.raised
    groups = [(1,), (2,), (1, 3), (3, 4, 5), (4,), (2, 6), (6, 7, 8), (1, 5, 6, 7), (2, 8)]
    for n, numbers in enumerate(group for group in groups if group[-1] <= len(works)):
        cited = mark(
            "number", tuple(works[i - 1].key for i in numbers), style.cite(numbers), style.name
        )
        start = "This question has been put before" if n % 2 else "The terms are set out elsewhere"
        yield f"{start}.{cited}" if raised else f"{start} {cited}."
        yield from filler(n)
    for n, w in [(n, w) for n, w in enumerate(works, 1) if w.kind == "article"][:1]:
        journal = mark("journal", (w.key,), w.where)
        cited = mark("number", (w.key,), style.cite([n]), style.name)
        gap = "" if raised else " "
        yield f"A {w.plain_year} study in the *{journal}*{gap}{cited} asked for notes."


def keyed_prose(works: tuple[Work, ...], cite: Callable[[Work], str]) -> Iterator[str]:
    """Sentences that cite every work by a footnote or a key, every other one twice."""
    for n, w in enumerate([*works, *works[::2]]):
        yield f"This question has been put before{cite(w)}"
        yield from filler(n)


def paragraphs(sentences: Iterator[str]) -> list[list[str]]:
    lines = list(sentences)
    return [lines[i : i + 4] for i in range(0, len(lines), 4)]


def dated(style: Dated, suffix: str, works: tuple[Work, ...], name: str) -> Base:
    """A page that cites by author, with a list in order of the alphabet."""
    writer = Writer()
    tell = paged_prose if style.paged else dated_prose
    prose = paragraphs(tell(style, works, writer.mark))
    items = [
        writer.mark("entry", (w.key,), inline(suffix, style.entry(w)))
        for w in sorted(works, key=lambda w: (w.first.casefold(), w.year))
    ]
    bulleted = style.name in ("apa7", "harvard")
    text = page(suffix, TITLE, prose, style.heading, listing(suffix, items, "ul", bulleted))
    return writer.base(f"{style.name}-{name}{suffix}", suffix, text, named(works))


def numbered(style: Numbered, suffix: str, works: tuple[Work, ...], name: str) -> Base:
    """A page that cites by number, with a list in order of mention."""
    writer = Writer()
    prose = paragraphs(numbered_prose(style, works, writer.mark))
    items = []
    for n, w in enumerate(works, 1):
        label = "" if suffix == ".html" else f"{style.label.format(n)} "
        items.append(writer.mark("entry", (w.key,), inline(suffix, label + style.entry(w))))
    text = page(suffix, TITLE, prose, style.heading, listing(suffix, items, "ol"))
    return writer.base(f"{style.name}-{name}{suffix}", suffix, text, named(works))


def listing(suffix: str, items: list[str], tag: str, bulleted: bool = False) -> str:
    """The entries as a list of HTML, as bullets, as lines, or as paragraphs of their own."""
    if suffix == ".html":
        return "\n".join([f"<{tag}>", *(f"<li>{item}</li>" for item in items), f"</{tag}>"])
    if suffix == ".txt" or (tag == "ol" and not any("[1] " in item for item in items)):
        return "\n".join(items)
    return "\n".join(f"- {item}" for item in items) if bulleted else "\n\n".join(items)


def footnoted(works: tuple[Work, ...], name: str, by_key: bool) -> Base:
    """A Markdown page with footnotes, named by key or numbered."""
    writer = Writer()
    ids = {w.key: w.key if by_key else str(n) for n, w in enumerate(works, 1)}

    def cite(w: Work) -> str:
        return "." + writer.mark("note", (w.key,), f"[^{ids[w.key]}]")

    prose = paragraphs(keyed_prose(works, cite))
    entry = vancouver if by_key else chicago
    notes = "\n".join(writer.mark("entry", (w.key,), f"[^{ids[w.key]}]: {entry(w)}") for w in works)
    body = "\n\n".join("\n".join(lines) for lines in prose)
    text = f"# {TITLE}\n\n{body}\n\n{notes}\n"
    return writer.base(f"footnotes-{name}.md", ".md", text, named(works))


def pandoc(works: tuple[Work, ...], name: str) -> Base:
    """A Markdown page with pandoc's keys, and the works in its front matter."""
    writer = Writer()
    entries = "\n".join(writer.mark("entry", (w.key,), _yaml(w)) for w in works)
    forms = (" [{}].", " [{}, p. 14].", " [see {}].", ", as {} wrote.", " [-{}, chap. 3].")

    def key(w: Work) -> str:
        return writer.mark("key", (w.key,), f"@{w.key}")

    def cite(w: Work) -> str:
        return forms[len(writer.marks) % 5].format(key(w))

    prose = paragraphs(keyed_prose(works, cite))
    prose.append([f"Several writers have taken it up [{'; '.join(map(key, works[:3]))}]."])
    body = "\n\n".join("\n".join(lines) for lines in prose)
    text = f"---\ntitle: {TITLE}\nreferences:\n{entries}\n---\n\n{body}\n"
    return writer.base(f"pandoc-{name}.md", ".md", text, named(works))


def _yaml(w: Work) -> str:
    who = "; ".join(f"{p.family}, {p.given}" for p in w.people) or w.body
    return (
        f'  - id: {w.key}\n    author: "{who}"\n    year: {w.plain_year}\n'
        f'    title: "{w.title}"\n    journal: "{w.where}"'
    )


def generated() -> Iterator[Base]:
    """Every style in every format it is written in, dated ones with two choices of works."""
    for n, style in enumerate(DATED):
        letters = not style.name.startswith("mla")
        for m, suffix in enumerate(FORMATS):
            for seed in (10 * n + m, 10 * n + m + 5):
                yield dated(style, suffix, chosen(seed, letters), str(seed))
    for n, style in enumerate(NUMBERED, 10):
        for m, suffix in enumerate(style.formats):
            seed = 10 * n + m
            yield numbered(style, suffix, chosen(seed, letters=True), str(seed))
    for seed in (200, 201):
        yield footnoted(chosen(seed, letters=True), str(seed), by_key=seed == 200)
        yield pandoc(chosen(seed + 10, letters=True), str(seed + 10))
