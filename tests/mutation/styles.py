"""Works written as the styles have them: the entry of the list, and the citation in the text.

Entries are written with Markdown's italics; `documents.py` turns them into HTML or plain text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mutation.works import Person, Work

_EDITORS = (Person("Osgood", "Ruth"), Person("Fairley", "Tim"))


def listed(parts: Iterable[str], last: str, two: str = "") -> str:
    """ "Lind, A., Ito, K., & Klein, R.": `last` stands before the last of three, `two` of two."""
    *front, end = parts
    if not front:
        return end
    return ", ".join(front) + ((two or last) if len(front) == 1 else last) + end


def _inverted(who: Person) -> str:
    return f"{who.family}, {who.initials()}"


def _whole(first: Person, rest: Iterable[Person]) -> list[str]:
    """ "Lind, Anna", "Kei Ito" """
    return [f"{first.family}, {first.given}", *(f"{who.given} {who.family}" for who in rest)]


def _stopped(text: str) -> str:
    return text if text.endswith(".") else text + "."


def apa7(w: Work, place: str = "") -> str:
    who = listed(map(_inverted, w.people), ", & ") if w.people else f"{w.body}."
    head = f"{who} ({w.year})."
    if w.kind == "article":
        doi = f"https://doi.org/10.5555/{w.key}"
        return f"{head} {w.title}. *{w.where}, {w.number}*(2), {w.number}1–{w.number}9. {doi}"
    if w.kind == "book":
        return f"{head} *{w.title}*. {place}{w.where}."
    if w.kind == "chapter":
        editors = " & ".join(f"{e.initials()} {e.family}" for e in _EDITORS)
        inside = f"*{w.where}* (pp. {w.number}–{w.number}9)"
        return f"{head} {w.title}. In {editors} (Eds.), {inside}. {place}Harrow Lane Press."
    return f"{head} *{w.title}*. {w.where}"


def apa6(w: Work) -> str:
    text = apa7(w, "York, England: ")
    return text.replace(". https://doi.org/", ". doi:").replace(
        " https://", " Retrieved from https://"
    )


def harvard(w: Work) -> str:
    who = listed(map(_inverted, w.people), " and ") if w.people else w.body
    head = f"{who} ({w.year})"
    if w.kind == "article":
        return f"{head} ‘{w.title}’, *{w.where}*, {w.number}(2), pp. {w.number}1–{w.number}9."
    if w.kind == "book":
        return f"{head} *{w.title}*. York: {w.where}."
    if w.kind == "chapter":
        editors = " and ".join(map(_inverted, _EDITORS))
        return f"{head} ‘{w.title}’, in {editors} (eds) *{w.where}*. York: Harrow Lane, pp. 3–19."
    return f"{head} *{w.title}*. Available at: {w.where} (Accessed: 4 March 2024)."


def chicago(w: Work) -> str:
    who = listed(_whole(w.people[0], w.people[1:]), ", and ") if w.people else w.body
    head = f"{_stopped(who)} {w.year}."
    if w.kind == "article":
        return f"{head} “{w.title}.” *{w.where}* {w.number} (2): {w.number}1–{w.number}9."
    if w.kind == "book":
        return f"{head} *{w.title}*. York: {w.where}."
    if w.kind == "chapter":
        editors = " and ".join(f"{e.given} {e.family}" for e in _EDITORS)
        return f"{head} “{w.title}.” In *{w.where}*, edited by {editors}, 3–19. York: Harrow Lane."
    return f"{head} *{w.title}*. {w.where}."


def mla(w: Work) -> str:
    who = w.body
    if w.people:
        first, *rest = w.people
        who = (
            listed(_whole(first, rest), ", and ")
            if len(rest) < 2
            else f"{_whole(first, ())[0]}, et al"
        )
    head, year = _stopped(who), w.plain_year
    if w.kind == "article":
        where = f"*{w.where}*, vol. {w.number}, no. 2"
        return f"{head} “{w.title}.” {where}, {year}, pp. {w.number}1–{w.number}9."
    if w.kind == "book":
        return f"{head} *{w.title}*. {w.where}, {year}."
    if w.kind == "chapter":
        editors = " and ".join(f"{e.given} {e.family}" for e in _EDITORS)
        return (
            f"{head} “{w.title}.” *{w.where}*, edited by {editors}, Harrow Lane, {year}, pp. 3–19."
        )
    return f"{head} *{w.title}*. {year}, {w.where}."


def vancouver(w: Work) -> str:
    names = [f"{who.family} {who.initials('', '')}" for who in w.people]
    who = ", ".join(names[:3]) + (", et al" if len(names) > 3 else "") or w.body
    head, year = f"{who}. {w.title}.", w.plain_year
    if w.kind == "article":
        return f"{head} {w.where}. {year};{w.number}(2):{w.number}1-{w.number}9."
    if w.kind == "book":
        return f"{head} York: {w.where}; {year}."
    if w.kind == "chapter":
        editors = ", ".join(f"{e.family} {e.initials('', '')}" for e in _EDITORS)
        return f"{head} In: {editors}, editors. {w.where}. York: Harrow Lane; {year}. p. 3-19."
    return f"{head[:-1]} [Internet]. {year} [cited 2024 Mar 4]. Available from: {w.where}"


def ama(w: Work) -> str:
    text = vancouver(w).replace(f". {w.where}.", f". *{w.where}*.")
    return text + f" doi:10.5555/{w.key}" if w.kind == "article" else text


def ieee(w: Work) -> str:
    who = (
        listed([f"{p.initials()} {p.family}" for p in w.people], ", and ", " and ")
        if w.people
        else w.body
    )
    year = w.plain_year
    if w.kind == "article":
        where = f"*{w.where}*, vol. {w.number}, no. 2"
        return f"{who}, “{w.title},” {where}, pp. {w.number}1–{w.number}9, {year}."
    if w.kind == "book":
        return f"{who}, *{w.title}*. York: {w.where}, {year}."
    if w.kind == "chapter":
        editors = " and ".join(f"{e.initials()} {e.family}" for e in _EDITORS)
        where = f"in *{w.where}*, {editors}, Eds. York: Harrow Lane"
        return f"{who}, “{w.title},” {where}, {year}, pp. 3–19."
    return f"{who}, “{w.title},” {year}. [Online]. Available: {w.where}"


@dataclass(frozen=True)
class Dated:
    """A style that cites by author and year.

    `inside` and `outside` join the last author in and outside a bracket; from `many` authors on
    only the first is named, at the first mention from `at_first` on. A `paged` style gives the
    page and no year in the text.
    """

    name: str
    entry: Callable[[Work], str]
    heading: str
    inside: str = "and"
    outside: str = "and"
    comma: str = ","
    many: int = 3
    at_first: int = 3
    paged: bool = False

    def names(self, w: Work, joiner: str, again: bool = True) -> str:
        """ "Lind & Ito", "Okafor et al.", "World Sleep Council" """
        if not w.people:
            return w.body
        families = [who.family for who in w.people]
        if len(families) >= (self.many if again else self.at_first):
            return f"{families[0]} et al."
        oxford = "" if self.name == "harvard" else ","
        return listed(families, f"{oxford} {joiner} ", f" {joiner} ")

    def in_bracket(self, w: Work, again: bool = True) -> str:
        """ "Lind & Ito, 2019" """
        return f"{self.names(w, self.inside, again)}{self.comma} {w.year}"

    def in_prose(self, w: Work, again: bool = True) -> str:
        """ "Lind and Ito (2019)" """
        return f"{self.names(w, self.outside, again)} ({w.year})"


DATED = (
    Dated("apa7", apa7, "References", "&"),
    Dated("apa6", apa6, "References", "&", at_first=6),
    Dated("harvard", harvard, "Reference list"),
    Dated("chicago", chicago, "Bibliography", comma="", many=4, at_first=4),
    Dated("mla-dated", mla, "Works Cited"),
    Dated("mla", mla, "Works Cited", paged=True),
)


@dataclass(frozen=True)
class Numbered:
    """A style that cites by number: `mark` writes [1, 3–5] or ¹⁻³ for some numbers.

    `raised` numbers follow the full stop; `label` is the number of an entry.
    """

    name: str
    entry: Callable[[Work], str]
    mark: Callable[[str], str]
    heading: str = "References"
    label: str = "{}."
    dash: str = "–"
    raised: bool = False
    formats: tuple[str, ...] = (".md", ".html", ".txt")

    def cite(self, numbers: Iterable[int]) -> str:
        """The citation of some numbers in rising order, three or more in a row as a range."""
        runs: list[list[int]] = []
        for n in numbers:
            if runs and n == runs[-1][-1] + 1:
                runs[-1].append(n)
            else:
                runs.append([n])
        parts = [f"{r[0]}{self.dash}{r[-1]}" if len(r) > 2 else ",".join(map(str, r)) for r in runs]
        return self.mark(",".join(parts))


RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
NUMBERED = (
    Numbered("vancouver", vancouver, "[{}]".format, dash="-"),
    Numbered("vancouver-round", vancouver, "({})".format, dash="-"),
    Numbered(
        "ieee", ieee, lambda run: f"[{run.replace('–', ']–[').replace(',', '], [')}]", label="[{}]"
    ),
    Numbered("ama-sup", ama, "<sup>{}</sup>".format, raised=True, formats=(".md", ".html")),
    Numbered("ama-raised", ama, lambda run: run.translate(RAISED), dash="-", raised=True),
    Numbered("caret", ama, "^{}^".format, dash="-", raised=True, formats=(".md",)),
)
