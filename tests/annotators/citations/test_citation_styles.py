"""The styles of citing beside author-year brackets and plain numbers: numbers in round
brackets, pages as in MLA, keys and links, dates that are none, names of bodies.
"""
# ruff: noqa: E501 -- a case is read best on one line

import pytest
from citing import cited, faults, with_list

NUMBERED = """
## References

1. Lind A. Naps. Sleep. 2019;4:1-9.
2. Ito K, Klein R. EMDR. Pain. 2020;2:3-8.
3. Reyes T. Apps. Pain. 2021;3:3-8.
4. Nair P. Rest. Pain. 2022;3:3-8.
"""
CITED_ROUND = "Naps help (1). EMDR works (2,3), says one. Rest is good (3-4)."


@pytest.mark.parametrize(
    ("text", "found", "broken"),
    [
        (CITED_ROUND, ["(1)", "(2,3)", "(3-4)"], []),
        (f"{CITED_ROUND} Light too (6).", ["(1)", "(2,3)", "(3-4)"], ["(6)"]),
        (f"{CITED_ROUND} We take steps (12).", ["(1)", "(2,3)", "(3-4)"], []),
        (f"{CITED_ROUND} Exposure (ERP) (1,4).", ["(1)", "(2,3)", "(3-4)", "(1,4)"], []),
        (f"{CITED_ROUND} Call (312) 555-0190.", ["(1)", "(2,3)", "(3-4)"], []),
        (f"{CITED_ROUND} We had two rooms (2019).", ["(1)", "(2,3)", "(3-4)"], []),
        (f"{CITED_ROUND} We (9) listen.", ["(1)", "(2,3)", "(3-4)"], []),
        ("We (1) listen, (2) ask and (3) wait; then (4) act, and (5) rest.", [], []),
        ("Children (8) and teens (15) came. Naps.[1] Rest.[2,3,4]", ["[1]", "[2,3,4]"], []),
        ("Naps [1]–[3] and rest [4, p. 12].", ["[1]–[3]", "[4, p. 12]"], []),
        ("Naps [1]–[3] and rest [7, table 2].", ["[1]–[3]"], ["[7, table 2]"]),
    ],
)
def test_numbers(text, found, broken):
    source = f"{text}\n{NUMBERED}"
    assert cited(source) == found
    assert [words for _, words in faults(source)] == broken


def test_a_range_of_brackets_cites_what_lies_between():
    assert faults(f"Naps [1]–[3] and rest [4].\n{NUMBERED}", notes=True) == []


def test_a_page_number_keeps_the_order():
    assert faults(f"Naps [1], [2, p. 4], [3]. Rest [2–4].\n{NUMBERED}", notes=True) == []


@pytest.mark.parametrize(
    "entries",
    [
        "references:\n  - Lind A. Naps. Sleep. 2019;4:1-9.\n  - Ito K. EMDR. Pain. 2020;2:3-8.",
        "citations:\n  - title: Naps\n    author: Lind, A.\n    year: 2019\n    url: https://a.example/b\n  - title: EMDR\n    author: Ito, K.\n    year: 2020\n    url: https://a.example/c",
        "sources:\n  - https://doi.org/10.1000/abc\n  - https://www.who.int/news/item",
    ],
)
def test_the_front_matter_is_a_numbered_list(entries):
    source = f"---\n{entries}\n---\nNaps help [1]. EMDR too [2]. More [3].\n"
    assert cited(source) == ["[1]", "[2]"]
    assert faults(source, notes=True) == [("citation-out-of-range", "[3]")]


def test_numbers_mean_the_list_that_a_reader_sees_before_the_front_matter():
    front = "---\nsources:\n  - https://a.example/b\n---\n"
    assert faults(f"{front}Naps [1], EMDR [2], apps [3] and rest [4].\n{NUMBERED}") == []


MLA = """
## Works Cited

Lind, Anna. *Naps*. Harbor, 2019.

Marlowe, Jo, and Kei Ito. *EMDR*. Harbor, 2021.

Okafor, Ben, et al. "Apps." *Pain*, vol. 2, 2020, pp. 3-9.

"Sleep Basics." *Harbor Health*, www.harbor.example/sleep.
"""
PAGED = "Naps (Lind 12). EMDR (Marlowe and Ito 30-31)."


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        (PAGED, []),
        (f"{PAGED} Apps (Okafor et al. 5). Basics (“Sleep Basics”).", []),
        (f"{PAGED} It is so (Lind, *Naps* 14; Okafor 4).", []),
        (f"{PAGED} None (Nair 5).", [("citation-unlisted", "(Nair 5)")]),
        (f"{PAGED} Some (Lind 4; Nair 5).", [("citation-unlisted", "Nair 5")]),
        (f"{PAGED} Apps (Okaffor 5).", [("citation-author", "(Okaffor 5)")]),
        (
            f"{PAGED} Okaffor calls it a tool (8).",
            [("citation-author", "Okaffor calls it a tool (8)")],
        ),
        (f"{PAGED} Okafor calls it a tool (8). Okaffor is a typist (9).", []),
        (f"{PAGED} Come in (Room 12), or ring (Ohio 83).", []),
        ("Come in (Room 12), take the bus (Line 9). Naps (Lind 12). See (Nair 4).", []),
    ],
)
def test_pages(text, broken):
    assert faults(f"{text}\n{MLA}") == broken


def test_an_author_named_beside_a_page_is_cited():
    text = f"{PAGED} Ben Okafor wrote of apps (4). Basics (“Sleep Basics” 2)."
    assert faults(f"{text}\n{MLA}", notes=True) == []


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("See [Lind, 2019][lind].", []),
        ("See ([Lind, 2019][lind]; [Ito, 2020][ito20]).", ["[Ito, 2020][ito20]"]),
        ("See [Ito, 2020][ito20].", ["[Ito, 2020][ito20]"]),
        ("See [the app][].", ["[the app][]"]),
        ("See [why][1].", ["[why][1]"]),
        ("Use `[x][y]` or a[b][c].", []),
    ],
)
def test_reference_style_links(text, broken):
    source = f"{text}\n\n[lind]: https://doi.org/10.1000/abc\n"
    assert faults(source) == [("note-undefined", words) for words in broken]


def test_square_brackets_side_by_side_are_no_links_where_the_page_defines_none():
    assert faults("Use the [x][y] notation here.\n") == []


def test_a_bare_key_counts_before_a_bracketed_one():
    front = "---\nreferences:\n  - id: lind2019\n    title: Naps\n  - id: ito2020\n    title: EMDR\n---\n"
    assert faults(f"{front}@lind2019 slept; others did not [@ito2020].\n", notes=True) == []
    assert faults(f"{front}@lynd2019 slept; others did not [@ito2020].\n") == [
        ("note-undefined", "@lynd2019")
    ]


BODIES = (
    "BAG – Bundesamt für Gesundheit (2023). Psyche. Bern.",
    "Centers for Disease Control and Prevention, National Center for Health Statistics. (2022). Pulse.",
    "NHS. (n.d.-a). Help. https://a.example/1",
    "NHS. (n.d.-b). More. https://a.example/2",
    "Müller, K. (o. J.). Angst. Harbor.",
    "Fern, I., Mumm, J. L. M., Plag, J., … Schmidt, A. (2019). Stage. Pain, 2, 3.",
    "Firth J. and others. Apps. World Psychiatry 2017; 16: 287-298.",
)


@pytest.mark.parametrize(
    "text",
    [
        "(Bundesamt für Gesundheit [BAG], 2023)",
        "(BAG, 2023)",
        "(CDC, 2022)",
        "(Centers for Disease Control and Prevention, 2022)",
        "(NHS, n.d.-a)",
        "(NHS, n.d.-b)",
        "(Müller, o. J.)",
        "(Fern, Mumm, Plag, … Schmidt, 2019)",
        "(Fern, Mumm, Plag, . . . & Schmidt, 2019)",
        "(Firth et al., 2017)",
        "Firth and his group (2017)",
    ],
)
def test_names_and_dates_of_all_kinds_resolve(text):
    assert cited(with_list(f"It is {text}.", *BODIES)) == [text]


@pytest.mark.parametrize("text", ["(CDC, 2021)", "(NHS, n.d.-c)", "(BAG, 2020)"])
def test_another_date_does_not_resolve(text):
    assert faults(with_list(f"It is {text}.", *BODIES)) == [("citation-year", text)]


PEOPLE = (
    "Lind, A. (2019). Naps. Sleep, 4, 1-9.",
    "Marlowe, J., & Ito, K. (2021). EMDR in practice. Harbor Press.",
)


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Lind (2018) is clear on this.", [("citation-year", "Lind (2018)")]),
        ("This is due to Lind (2018).", [("citation-year", "Lind (2018)")]),
        (
            "Marlow and Ito (2021), in their book, say so.",
            [("citation-author", "Marlow and Ito (2021)")],
        ),
        ("Nair et al., 2020 found it.", [("citation-unlisted", "Nair et al., 2020")]),
        ("Marlowe et al., 2021 found it.", [("citation-author", "Marlowe et al., 2021")]),
        ("Our walk in Ohio (2018) was wet.", []),
        ("Lind (1950–2018) slept little.", []),
        ("It fell under Title IX (2018) and (Title IX, 1972).", []),
    ],
)
def test_a_narrative_citation_needs_no_verb(text, broken):
    assert faults(with_list(text, *PEOPLE)) == broken


@pytest.mark.parametrize(
    ("cells", "broken"),
    [
        (["Lind (2019)", "Steptoe (1982)"], [("citation-unlisted", "Steptoe (1982)")]),
        (
            ["Lind (2019); Marlowe and Ito (2021)", "Steptoe (1982)"],
            [("citation-unlisted", "Steptoe (1982)")],
        ),
        (["Joker (2019)", "Frozen (2013)"], []),
        (["Lind (2019)", "A film, Frozen (2013)"], []),
        (["Lind (2019)", "Ohio (2013)"], []),
    ],
)
def test_a_cell_of_citations(cells, broken):
    table = "\n".join(["| What | Who |", "|---|---|", *(f"| a | {cell} |" for cell in cells)])
    assert faults(with_list(f"Naps help (Lind, 2019).\n\n{table}\n", *PEOPLE)) == broken


@pytest.mark.parametrize("missing", [1, 2, 4])
def test_a_number_whose_entry_is_gone_is_told(missing):
    lines = NUMBERED.splitlines()
    source = "\n".join(line for line in lines if not line.startswith(f"{missing}."))
    text = "Naps (1). EMDR (2). Apps (3). Rest (4)."
    assert ("citation-out-of-range", f"({missing})") in faults(f"{text}\n{source}\n")


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("(Marlowe and Ito 30)", []),
        ("(Marlowe 30)", [("citation-author", "(Marlowe 30)")]),
        ("(Marlowe et al. 30)", []),
        ("(Lind 30)", []),
    ],
)
def test_both_authors_stand_before_a_page(text, broken):
    assert faults(f"{PAGED} Also {text}. And apps (Okafor et al. 3).\n{MLA}") == broken


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("(Lind, 2019)", []),
        ("(Lind, 2018)", [("citation-year", "(Lind, 2018)")]),
        ("(Lidn, 2019)", [("citation-author", "(Lidn, 2019)")]),
        ("(Nair, 2011)", []),
    ],
)
def test_a_linked_citation_is_held_against_the_entry_that_it_leads_to(text, broken):
    entry = "Lind, A. (2019). Naps. Sleep, 4, 1-9. https://doi.org/10.1000/abc"
    linked = f"({text[1:-1]})".replace(text[1:-1], f"[{text[1:-1]}](https://doi.org/10.1000/abc)")
    assert faults(with_list(f"Naps help {linked}.", entry)) == broken


def test_a_year_of_birth_is_no_citation():
    assert faults(with_list("Lind (1921) was born in Oslo (Lind, 2019).", *PEOPLE)) == []


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Lind and Ito (1950) say so [1].", []),
        ("Lind and Ito (1951) found it [1].", [("citation-year", "Lind and Ito (1951)")]),
        ("St. Clair (2001) found it [2].", []),
    ],
)
def test_names_with_their_initials_first(text, broken):
    entries = '[1] A. Lind and B. T. Ito, "Naps," *Sleep*, vol. 1, no. 2, pp. 3-4, 1950.\n\n'
    entries += "[2] St. Clair, Anna. 2001. “Rest.” *Pain* 1 (2): 3–4.\n"
    assert faults(f"{text}\n\n## References\n\n{entries}") == broken
