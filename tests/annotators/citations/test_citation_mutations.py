"""A page that is right, broken in one place: the fault is found there, and nowhere else."""

import re

import pytest
from citing import cited, faults
from styled_pages import ALL, APA, DATED, FOOTNOTES, LINKED, NUMBERED, PANDOC, VANCOUVER

CASES = [
    pytest.param(page, work, id=f"{page.name}-{work.author}")
    for page in DATED
    for work in page.works
]


def line_of(text, opening):
    """The line of an entry, which begins with its opening words (after a list marker)."""
    return next(line for line in text.split("\n") if line.lstrip("- ").startswith(opening))


def change_entry(page, work, change):
    line = line_of(page.text, work.entry)
    changed = change(line)
    assert changed != line
    return page.text.replace(line, changed)


def swap(name):
    """The name with two neighbouring letters swapped: "Lind" becomes "Lnid"."""
    at = next(i for i in range(1, len(name) - 1) if name[i].casefold() != name[i + 1].casefold())
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def expected(label, work):
    return [(label, text) for text in work.citations]


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_a_right_page_has_no_fault(page):
    assert faults(page.text, page.suffix, notes=True) == []


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_its_citations_resolve(page):
    found = cited(page.text, page.suffix)
    for work in page.works:
        for text in work.citations:
            assert text in found


@pytest.mark.parametrize(("page", "work"), CASES)
def test_dropped_entry(page, work):
    text = change_entry(page, work, lambda line: "<!-- gone -->")
    assert sorted(set(faults(text, page.suffix))) == sorted(
        set(expected("citation-unlisted", work))
    )


@pytest.mark.parametrize(("page", "work"), CASES)
@pytest.mark.parametrize("shift", [-1, 1, 10])
def test_other_year_in_the_entry(page, work, shift):
    other = str(int(work.year) + shift)
    text = change_entry(page, work, lambda line: line.replace(work.year, other, 1))
    assert sorted(set(faults(text, page.suffix))) == sorted(set(expected("citation-year", work)))


@pytest.mark.parametrize(("page", "work"), CASES)
def test_other_year_in_the_text(page, work):
    other = str(int(work.year) + 2)
    for citation in set(work.citations):
        body = page.text[: page.text.rindex(line_of(page.text, page.works[0].entry))]
        source = re.escape(citation).replace(r"\ ", r"(?:\s+|&nbsp;)").replace("&", "&(?:amp;)?")
        match = re.search(source, body) or re.search(source, page.text)
        changed = match.group().replace(work.year, other)
        text = page.text[: match.start()] + changed + page.text[match.end() :]
        (found,) = [words for label, words in faults(text, page.suffix) if label == "citation-year"]
        assert citation.replace(work.year, other).strip("()") in found


@pytest.mark.parametrize(("page", "work"), CASES)
def test_misspelt_first_author_in_the_entry(page, work):
    text = change_entry(page, work, lambda line: line.replace(work.author, swap(work.author), 1))
    found = faults(text, page.suffix)
    if any(
        "WHO" in c or c.isupper() or "(ACOG" in c or "(FSA" in c or "(NICE" in c
        for c in work.citations
    ):
        assert {label for label, _ in found} <= {"citation-author", "citation-unlisted"}
        return  # initials tell nothing of a slip in the full name
    assert sorted(set(found)) == sorted(set(expected("citation-author", work)))


@pytest.mark.parametrize("page", NUMBERED, ids=lambda page: page.name)
def test_dropped_last_entry(page):
    (work,) = page.works
    text = change_entry(page, work, lambda line: "")
    assert faults(text, page.suffix) == expected("citation-out-of-range", work)


@pytest.mark.parametrize("number", ["0", "5", "17", "2-9", "3, 12"])
def test_number_out_of_range(number):
    text = VANCOUVER.text.replace("waiting list [1]", f"waiting list [{number}]")
    assert faults(text) == [("citation-out-of-range", f"[{number}]")]


@pytest.mark.parametrize("work", FOOTNOTES.works, ids=lambda work: work.entry)
def test_dropped_footnote(work):
    text = change_entry(FOOTNOTES, work, lambda line: "")
    assert faults(text) == expected("note-undefined", work)


@pytest.mark.parametrize(
    "journal", ["JAMA Psychiatry", "The Lancet", "*Sleep*", "the Journal of Anxiety Research"]
)
@pytest.mark.parametrize(
    ("page", "named"),
    [
        (APA, "*Behaviour Research and Therapy* tested"),
        (VANCOUVER, "the *Journal of Affective Disorders* [3]"),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_other_journal_in_the_prose(page, named, journal):
    title = re.search(r"(?:the )?\*.+?\*", named).group()
    text = page.text.replace(named, named.replace(title, journal))
    (found,) = faults(text, page.suffix)
    assert found[0] == "study-journal"
    assert journal.strip("*") in found[1]


def test_undefined_key():
    text = PANDOC.text.replace("@okafor2020 found", "@okafor2021 found")
    assert faults(text) == [("note-undefined", "@okafor2021")]


def test_list_gone():
    text = APA.text.split("## References")[0]
    assert faults(text)[0] == ("reference-list-missing", "(Lind & Ito, 2019)")
    assert [label for label, _ in faults(text)].count("reference-list-missing") == 1
    assert not {"citation-unlisted", "citation-out-of-range"} & {label for label, _ in faults(text)}
    assert faults(LINKED.text.split("## Sources")[0]) == []
