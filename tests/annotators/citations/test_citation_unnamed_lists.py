"""Reference lists that no usual heading announces, and entries without a line of their own."""
# ruff: noqa: E501 -- a case is read best on one line

import pytest
from citing import cite, cited, faults

ENTRIES = (
    "Lind, A. (2019). Naps. Sleep, 4, 1-9.",
    "Marlowe, J., & Ito, K. (2021). EMDR in practice. Harbor Press.",
    "NHS England. (2023). Mental health of young people.",
    "“Children Wait.” (2024, February 9). The Harbor Gazette, p. 1.",
)
TEXT = "It is so (Lind, 2019; Marlowe & Ito, 2021; NHS England, 2023; “Children Wait,” 2024)."
PARAGRAPHS = "\n\n".join(ENTRIES)
LINES = "\n".join(ENTRIES)


@pytest.mark.parametrize(
    "listed",
    [
        f"## What we read\n\n{PARAGRAPHS}",
        f"**Where we got this from**\n\n{PARAGRAPHS}",
        f"---\n\n{PARAGRAPHS}",
        "### Papers\n\n" + "\n".join(f"- {entry}" for entry in ENTRIES),
        f"**References**  \n{LINES}",
        f"References:\n{LINES}",
    ],
)
def test_a_list_is_known_by_its_entries(listed):
    source = f"{TEXT}\n\n{listed}\n"
    assert faults(source, notes=True) == []
    assert TEXT[len("It is so ") : -1] in cited(source)


def test_a_body_with_its_short_form_and_a_later_version_ends_a_list():
    body = (
        "National Institute for Health and Care Excellence (NICE) (2014, updated 2023) Mood. CG185."
    )
    lines = f"Lind, A. (2019) Naps. Sleep, 4, 1-9.\nIto, K. (2021) EMDR. Sleep, 5, 2-3.\n{body}"
    source = f"So (Lind, 2019; Ito, 2021) and (NICE, 2014).\n\nWhere our facts come from\n{lines}\n"
    assert faults(source, ".txt") == []


@pytest.mark.parametrize("who", ["Member", "Client", "Mum", "Graduate"])
def test_a_role_under_a_quotation_is_no_author(who):
    source = f'"One day at a time." ({who}, 2023)\n\n{TEXT}\n\n## References\n\n{PARAGRAPHS}\n'
    assert faults(source) == []


def test_a_citation_that_is_a_link_leads_to_its_work():
    linked = "Few ask ([UCAS, 2021](https://www.ucas.com/files/report)) for help."
    source = f"{TEXT} {linked}\n\n## References\n\n{PARAGRAPHS}\n"
    assert faults(source) == []
    assert faults(source.replace("[UCAS, 2021](https://www.ucas.com/files/report)", "UCAS, 2021"))


def test_a_heading_may_be_the_first_line_of_a_paragraph_of_html():
    entries = "<br>".join(entry.replace("&", "&amp;") for entry in ENTRIES)
    text = TEXT.replace("&", "&amp;")
    assert faults(f"<p>{text}</p><p><b>Sources</b><br>{entries}</p>", ".html", notes=True) == []


def test_what_is_missing_in_such_a_list_is_told():
    source = f"{TEXT} So (Nair, 2011) and (Lind, 2018).\n\n## What we read\n\n{PARAGRAPHS}\n"
    assert faults(source) == [
        ("citation-unlisted", "(Nair, 2011)"),
        ("citation-year", "(Lind, 2018)"),
    ]


def test_such_a_list_may_hold_works_that_the_page_does_not_cite():
    source = f"It is so (Lind, 2019).\n\n## What we read\n\n{PARAGRAPHS}\n"
    assert faults(source, notes=True) == []


def test_numbers_of_such_a_list():
    entries = "1. Lind A. Naps. Sleep 2019;4:1-9.\n2. https://doi.org/10.1000/abc\n"
    entries += "3. Ito K. EMDR. Pain 2020;2:3-8.\n"
    source = f"Naps [1]. EMDR [2,3]. More [4].\n\nWhere Bill got it from\n{entries}"
    assert faults(source, ".txt") == [("citation-out-of-range", "[4]")]


@pytest.mark.parametrize(
    "text",
    [
        "## News\n\nWe moved to Boise, Idaho. In 2019 we grew.\n\nWe hired Nair, Priya. She came in 2020.",
        "## Films\n\nJoker (2019). A sad one.\n\nFrozen (2013). A cold one.\n\nUp (2009). A high one.",
        "## Story\n\nPlan B. In 2019 it failed.\n\nWe went on.\n\nLind A. In 2020 she came.",
        "## Work\n\nLind and Ito (2019) found that naps help.\n\nMarlowe and Bose (2020) did not.",
    ],
)
def test_prose_is_no_list(text):
    assert not any(found.name == "reference" for found in cite(f"Hello.\n\n{text}\n"))


def test_entries_that_run_on_in_one_paragraph():
    listed = (
        "Lind, A. (2019) Naps. Sleep 4: 1-9. Marlowe, J. and Ito, K. (2021) EMDR in practice. "
        "Harbor Press. de Boer, P. (2012) Winter. Pain 2: 14–15. Beck, A.T. (1993) Looking back. "
        "In: Nair, P. (ed.) Minds. IUP."
    )
    text = "It is (Lind 2019), (Marlowe & Ito 2021), (de Boer 2012) and (Beck 1993)."
    source = f"{text}\n\n**References**\n\n{listed}\n"
    assert faults(source, notes=True) == []
    assert sum(found.name == "reference" for found in cite(source)) == 4
    assert faults(source.replace("Boer 2012", "Boer 2011")) == [("citation-year", "(de Boer 2011)")]


def test_editors_and_their_book_are_one_entry():
    entry = (
        "Klass, D., & Nickman, S. (2001). Bonds. In P. Nair & T. Ito (Eds.), Minds (pp. 3-9). IUP."
    )
    source = f"It is (Klass & Nickman, 2001).\n\n**References**\n\n{entry}\n"
    assert sum(found.name == "reference" for found in cite(source)) == 1
