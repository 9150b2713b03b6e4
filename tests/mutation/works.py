"""Thirty invented works for the documents of the benchmark: every kind of name, and of work."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """An author: "van der Kroon", "Pieter Jan"."""

    family: str
    given: str

    def initials(self, dot: str = ".", gap: str = " ") -> str:
        """ "P. J."; without dot and gap "PJ" """
        return gap.join(name[0] + dot for name in self.given.split())


@dataclass(frozen=True)
class Work:
    """A work: by `people`, or else by a `body` (its `short` form as a text introduces it).

    `kind` is article, book, chapter, report or web; `where` is its journal, publisher, the book
    it is a chapter of, or its address. `year` has a letter where an author has two of one year.
    """

    key: str
    year: str
    kind: str
    title: str
    where: str
    people: tuple[Person, ...] = ()
    body: str = ""
    short: str = ""
    number: int = 0

    @property
    def first(self) -> str:
        """The first author's family name, or the body."""
        return self.people[0].family if self.people else self.body

    @property
    def plain_year(self) -> str:
        return self.year.rstrip("ab")


def people(names: str) -> tuple[Person, ...]:
    """The people of "Lind, Anna; Ito, Kei"."""
    pairs = (name.split(", ") for name in names.split("; "))
    return tuple(Person(family, given) for family, given in pairs)


#: Key, year, kind, title, where, authors: none of it exists.
_BY_PEOPLE = """
lind2019    | 2019  | article | Sleep diaries and low mood | Journal of Rest Research | Lind, Anna; Ito, Kei
okafor2020  | 2020  | article | Evenings without a screen | Nordic Journal of Sleep Practice | Okafor, Ben T; Klein, Rosa; Sousa, Marta
kroon2016   | 2016  | article | Walking groups in three towns | Archives of Community Care | van der Kroon, Pieter Jan; de Wit, Els
odowd2011   | 2011  | article | What families ask first | Journal of Family Listening | O'Dowd, Maeve; Hale-Mercer, Joan
akesson2008 | 2008  | book    | A quiet house | Harrow Lane Press | Åkesson, Lars
garcia2021  | 2021  | article | Grief in two languages | Journal of Bereavement Studies | García Ortega, Luisa; Núñez, Pablo
muller2013  | 2013  | chapter | Keeping a notebook | Writing and recovery | Müller, Heike
wei2017     | 2017  | article | Tea, talk and waiting rooms | Quarterly Review of Waiting | Wei, Xiaoming; Tan, Hui Min
reyes2015a  | 2015a | article | Naps at work | Journal of Rest Research | Reyes, Tomas
reyes2015b  | 2015b | article | Night shifts and noise | Archives of Community Care | Reyes, Tomas
marlowe2018 | 2018  | book    | The long afternoon | Northgate University Press | Marlowe, Judith
beckett1976 | 1976  | book    | Models of the low mood | Harrow Lane Press | Beckett, Arthur T
nguyen2019  | 2019  | article | Far from home | Journal of Migrant Households | Nguyễn, Thu; Trần, Hoa; Lê, Van
fuente2014  | 2014  | chapter | Listening in groups | The shared room | de la Fuente, Rosa; Ahlgren, Nils
darcy2022   | 2022  | article | Timetables and tempers | Journal of School Counselling Notes | D'Arcy, Elaine; Pryce, Owen; Whitlock, Sean; Yardley, Ruth
smith2010   | 2010  | article | Letters to a clinic | Journal of Family Listening | Smith-Lowell, Ann-Marie; Brandt, Peter
chen2018    | 2018  | article | Breath counting at noon | Bulletin of Quiet Practice | Chen, Li
hartigan2005| 2005  | book    | Rooms for talking | Northgate University Press | Hartigan, Paul; Voss, Ingrid
stromberg1999| 1999 | article | The winter survey | Nordic Journal of Sleep Practice | Strömberg, Åsa; Lindqvist, Per; Holm, Eva
abadi2012   | 2012  | article | Prayer, rest and routine | Journal of Migrant Households | El Abadi, Samir; Haddad, Rima
kowalska2009| 2009  | chapter | Carers at the table | Writing and recovery | Kowalska, Ewa; Nowak, Jan
thornbury2023|2023  | article | A year of Mondays | Archives of Community Care | Thornbury, Grace; Ellison, Mark; Farouk, Dina; Oyelaran, Tunde; Petrov, Ilya
bianchi2001 | 2001  | article | Gardens behind wards | Bulletin of Quiet Practice | Bianchi, Carla; Rossetti, Gino
lind2022    | 2022  | article | Diaries revisited | Journal of Rest Research | Lind, Anna; Marlowe, Judith
"""  # noqa: E501 -- one work a line
_BY_BODIES = """
wsc2020  | 2020 | report | Rest in numbers | World Sleep Council | WSC
naf2017  | 2017 | report | Carers: a handbook | National Association of Family Carers | NAFC
hmb2021  | 2021 | web    | Waiting times explained | Harbour Mind Bureau | HMB
rcl2018  | 2018 | web    | Words for grief | Royal College of Listeners | RCL
egh2022  | 2022 | report | Terms and definitions | European Group for Household Health | EGHH
nlo2014  | 2014 | web    | Keeping a sleep diary | Northern Listening Office | NLO
"""


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in table.strip().splitlines()]


WORKS = (
    *(
        Work(key, year, kind, title, where, people(who), number=n)
        for n, (key, year, kind, title, where, who) in enumerate(_rows(_BY_PEOPLE), 3)
    ),
    *(
        Work(key, year, kind, title, f"https://{key}.example.org/{n}", (), body, short, n)
        for n, (key, year, kind, title, body, short) in enumerate(_rows(_BY_BODIES), 40)
    ),
)
JOURNALS = tuple(dict.fromkeys(work.where for work in WORKS if work.kind == "article"))
