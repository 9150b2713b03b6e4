"""The parts: names compared, entries taken apart, links judged, numbers and keys read."""
# ruff: noqa: E501 -- a case is read best on one line

import pytest
from citing import cited, faults

from carelint.annotators.citations.entries import parse
from carelint.annotators.citations.journals import same_journal
from carelint.annotators.citations.links import identifiers, is_evidence
from carelint.annotators.citations.names import close, same


@pytest.mark.parametrize(
    ("cited_name", "listed"),
    [
        ("LIND", "Lind"), ("Alvarez", "Álvarez"), ("Stulhofer", "Štulhofer"), ("Muller", "Müller"),
        ("Mueller", "Müller"), ("O’Brien", "O'Brien"), ("OBrien", "O'Brien"), ("Mc Cabe", "McCabe"),
        ("Smith Jones", "Smith-Jones"), ("Smith‑Jones", "Smith-Jones"), ("Kolk", "van der Kolk"),
        ("Van der Kolk", "van der Kolk"), ("Anna Lind", "Lind"), ("A. Lind", "Lind"), ("Wang Xiaoming", "Wang"),
        ("García", "García Márquez"), ("Ostergaard", "Østergaard"), ("Ni Dhuill", "Ní Dhuill"),
    ],
)  # fmt: skip
def test_same_name(cited_name, listed):
    assert same(cited_name, listed)


@pytest.mark.parametrize(
    ("cited_name", "listed", "near"),
    [
        ("Bergeson", "Bergeron", True), ("Panagiotti", "Panagioti", True), ("Hendrix", "Hendricks", True),
        ("Fairbrothers", "Fairbrother", True), ("Makr", "Mark", True), ("Lidn", "Lind", True),
        ("Chandrasekar", "Chandrasekhar", True), ("Lind", "Lund", True),
        ("Lind", "Ito", False), ("Wu", "Li", False), ("Marlowe", "Okafor", False), ("Smith", "Jones", False),
    ],
)  # fmt: skip
def test_near_name(cited_name, listed, near):
    assert not same(cited_name, listed)
    assert close(cited_name, listed) is near


@pytest.mark.parametrize(
    ("text", "authors", "years", "title", "container"),
    [
        ("Lind, A., & Ito, K. (2019). Sleep. Pain, 4, 1-9.", ("Lind", "Ito"), ("2019",), "Sleep", "Pain"),
        ("Auerbach, J. A., et al. (2016). “Sex: A review.” Journal, 31(3).", ("Auerbach",), ("2016",), "Sex: A review", "Journal"),
        ("Lind A, Ito K. Title. J Affect Disord. 2019;4:1-9.", ("Lind", "Ito"), ("2019",), "Title", "J Affect Disord"),
        ('Lind, Anna. "Title." Pain, vol. 4, 2019, pp. 3-5.', ("Lind",), ("2019",), "Title", "Pain"),
        ("Lind, Anna, and Kei Ito. 2019. “Sleep.” Pain 4: 1–9.", ("Lind", "Ito"), ("2019",), "Sleep", "Pain"),
        ("Lind, A. and Ito, K. (2019) 'Sleep', Pain, 4(2), pp. 1-9.", ("Lind", "Ito"), ("2019",), "Sleep", "Pain"),
        ("Anna Lind, “Sleep,” Pain 4 (2019): 3.", ("Lind",), ("2019",), "Sleep,", "Pain"),
        ("Lind 2019.", ("Lind",), ("2019",), "", ""),
        ("[3] Klein, R. (n.d.). Grief. Harbor Press.", ("Klein",), ("n.d.",), "Grief", "Harbor Press"),
        ("Klein, R. (in press). Grief. Pain.", ("Klein",), ("in press",), "Grief", "Pain"),
        ("Freud, S. (1917/1957). Mourning. Hogarth.", ("Freud",), ("1917", "1957"), "Mourning", "Hogarth"),
        ("Lind, A. (2019, May 4). Sleep. Pain.", ("Lind",), ("2019",), "Sleep", "Pain"),
        ("Vaillancourt-Morel, M.-P., & de la Cruz, J. (2019b). S. Pain, 1.", ("Vaillancourt-Morel", "de la Cruz"), ("2019b",), "S", "Pain"),
        ("Williams, A. C. de C., et al. (2020). “S.” Pain, 8.", ("Williams",), ("2020",), "S", "Pain"),
        ("Hale P. Care of 1999 families. Pain 2013; 74: 720-726.", ("Hale",), ("2013",), "Care of 1999 families", "Pain"),
        ("Blum DM, Ito K. T. Lancet. 2018;391:1683-1692.", ("Blum", "Ito"), ("2018",), "T", "Lancet"),
    ],
)  # fmt: skip
def test_entry_of_people(text, authors, years, title, container):
    entry = parse(text, 10)
    assert (entry.authors, entry.years) == (authors, years)
    assert (entry.title.rstrip(","), entry.container) == (title.rstrip(","), container)
    assert entry.span.start == 10
    assert (
        text[entry.opening.start - 10 : entry.opening.end - 10]
        .lstrip("[3] ")
        .startswith(("Lind", "Anna", *authors))
    )


@pytest.mark.parametrize(
    ("text", "body", "also", "years"),
    [
        ("World Health Organization. (2020). Depression.", "World Health Organization", set(), ("2020",)),
        ("Food Standards Agency [FSA]. (2023). Advice.", "Food Standards Agency", {"FSA"}, ("2023",)),
        ("U.S. Food and Drug Administration. (2018). T.", "U.S. Food and Drug Administration", set(), ("2018",)),
        ("National Institute for Health and Care Excellence. PTSD (NG116). 2018.",
         "National Institute for Health and Care Excellence", set(), ("2018",)),
        ("NICE (2017, updated 2020) Eating disorders (NG69).", "NICE", set(), ("2017", "2020")),
    ],
)  # fmt: skip
def test_entry_of_a_body(text, body, also, years):
    entry = parse(text, 0)
    assert (entry.body, entry.also, entry.years, entry.people) == (body, also, years, False)


@pytest.mark.parametrize(
    ("one", "other", "same_one"),
    [
        ("Journal of Affective Disorders", "J Affect Disord", True),
        ("The Journal of Sex Research", "Journal of Sex Research", True),
        ("Psychology & Sexuality", "Psychology and Sexuality", True),
        ("Am. J. Psychiatry", "American Journal of Psychiatry", True),
        ("Journal of Anxiety Disorders", "Journal of Affective Disorders", False),
        ("The Lancet", "The Lancet Psychiatry", False),
        ("Sleep", "Sleep Medicine", False),
    ],
)
def test_journal_names(one, other, same_one):
    assert same_journal(one, other) is same_one


@pytest.mark.parametrize(
    ("target", "evidence"),
    [
        ("https://doi.org/10.1000/a1", True), ("http://dx.doi.org/10.1000/a1", True), ("doi:10.1000/a1", True),
        ("https://pubmed.ncbi.nlm.nih.gov/123/", True), ("https://www.nice.org.uk/guidance/ng222", True),
        ("https://www.who.int/news-room/fact-sheets/detail/depression", True),
        ("https://www.gov.uk/government/publications/x", True), ("https://www.aihw.gov.au/mental", True),
        ("https://psych.stanford.edu/paper", True), ("https://www.ox.ac.uk/research/x", True),
        ("https://jamanetwork.com/journals/jama/fullarticle/1", True), ("https://www.apa.org/topics/anxiety", True),
        ("https://www.nimh.nih.gov/", False), ("https://www.samhsa.gov/find-help/national-helpline", False),
        ("https://988lifeline.org/", False), ("https://en.wikipedia.org/wiki/Sleep", False),
        ("https://example.org/blog", False), ("/about", False), ("#refs", False), ("mailto:a@b.edu", False),
        ("https://www.google.com/search?q=sleep", False), ("https://notdoi.org/10.1000/a", False), ("tel:988", False),
    ],
)  # fmt: skip
def test_links_to_evidence(target, evidence):
    assert is_evidence(target) is evidence
    assert (cited(f"It [helps]({target}) some people.") == ["helps"]) is evidence


def test_identifiers_are_the_same_however_written():
    assert identifiers("doi:10.1000/ABC.") == identifiers("", ("https://doi.org/10.1000/abc",))
    assert (
        identifiers("PMID: 12345")
        == {"pmid:12345"}
        <= identifiers("https://pubmed.ncbi.nlm.nih.gov/12345/")
    )
    assert identifiers("", ("https://www.example.org/a/?utm_source=x",)) == {"url:example.org/a"}
    assert "code:ng222" in identifiers("Depression (NG222)")


LIST = "\n\n## References\n\n1. Lind 2019.\n2. Marlowe 2021.\n3. WHO 2020.\n"


@pytest.mark.parametrize(
    "mark", ["[1]", "[1,2]", "[1, 2]", "[1-3]", "[1–3]", "[2; 3]", ".¹", ".¹⁻³", ".²,³", "<sup>3</sup>", "<sup>1-3</sup>",
             "<sup>[2]</sup>", "^2^", "[[1]](#ref1)", "[[2]](https://doi.org/10.1000/a1)"],
)  # fmt: skip
def test_numbers_in_range(mark):
    text = f"Symptoms eased{mark if mark[0] in '.<^' else ' ' + mark} for some."
    assert faults(text + LIST) == []
    assert len(cited(text + LIST)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Symptoms eased [4].", "Trials agree [1-5].", "Mixed [2, 7].", "It fell.<sup>9</sup>", "It fell.⁴", "Again [0].",
        "Both did well [3-1].", "Two differ [1,2,6].", "Outcomes varied.^5^", "Rates dropped.³⁻⁵", "Rates dropped [12].",
    ],
)  # fmt: skip
def test_numbers_out_of_range(text):
    (fault,) = faults(text + LIST)
    assert fault[0] == "citation-out-of-range"


@pytest.mark.parametrize(
    "text",
    [
        "See [1](https://example.org/booking) to book.", "- [x] Call the clinic", "Area is 10 m², volume 3 m³.",
        "Use `arr[7]` in the demo.", "The dose was 10^4^ units.", "He turned 21 [sic] that year.", "It is 5<sup>th</sup>.",
        "It is H₂O and x² + y⁹.", "It costs $9<sup>99</sup>.", "Read [our page](/a)[9](/b).",
    ],
)  # fmt: skip
def test_numbers_that_cite_nothing(text):
    assert faults(text + LIST) == []
    assert cited(text + LIST) == []


def test_a_single_bracketed_number_without_a_list_is_no_citation():
    assert faults("The form has a field [1] for your name.") == []
    assert [label for label, _ in faults("It helps [1], and lasts [2].")] == [
        "reference-list-missing"
    ]


@pytest.mark.parametrize(
    ("text", "undefined"),
    [
        ("Sleep matters.[^1]", ["[^1]"]),
        ("Sleep matters.[^lind]\n\n[^lnd]: Lind (2019).", ["[^lind]"]),
        ("A[^1] B[^2]\n\n[^1]: Lind (2019).", ["[^2]"]),
        ("A[^a] B[^b]\n\n[^a]: Lind (2019).\n[^b]: Okafor (2020).", []),
        ("Use the pattern `[^abc]` in the search box.", []),
        ("\\[^1] is shown as text.", []),
        ("Write to care@example.org or @calmharbor.", []),
    ],
)
def test_footnotes(text, undefined):
    assert faults(text) == [("note-undefined", words) for words in undefined]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("First [2], then [1].", ["[1]"]),
        ("First [1], then [3], then [2].", ["[2]"]),
        ("First [1], then [2], then [1] again.", []),
        ("First [1-3], then [2].", []),
        ("Text³ then text¹.", ["¹"]),
    ],
)
def test_order_of_first_mention(text, order):
    found = [words for label, words in faults(text + LIST, notes=True) if label == "citation-order"]
    assert found == order
