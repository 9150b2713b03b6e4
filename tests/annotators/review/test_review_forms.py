"""Every form in which a page may name its reviewer."""

import pytest
from reviewing import page, review


def present(source, suffix=".md"):
    """Text, name and credential of the first valid attribution."""
    found = [f for f in review(source, suffix) if f.name == "present"]
    assert found, review(source, suffix)
    return found[0].text, found[0].values["name"], found[0].values["credential"]


@pytest.mark.parametrize(
    ("line", "name", "credential"),
    [
        ("Medically reviewed by Priya Nair, MD", "Priya Nair", "MD"),
        ("Medically Reviewed By: Wouter van der Berg, MD, PhD", "Wouter van der Berg", "MD, PhD"),
        ("Medically reviewed by Priya Nair MD FRCPsych", "Priya Nair", "MD, FRCPsych"),
        ("Reviewed by Tom Reyes, Psy.D.", "Tom Reyes", "Psy.D."),
        ("Clinically reviewed by Ana Sousa (LMFT 88213)", "Ana Sousa", "LMFT"),
        ("Reviewed by Sam Hill, PMHNP-BC", "Sam Hill", "PMHNP-BC"),
        ("Medical review: Dr Tom Reyes, DClinPsy", "Tom Reyes", "DClinPsy"),
        ("Clinical check: Dr Tom Reyes, DClinPsy", "Tom Reyes", "DClinPsy"),
        ("Clinical reviewer — Ana Sousa, LCSW", "Ana Sousa", "LCSW"),
        ("Medical editor: Priya Nair, MD", "Priya Nair", "MD"),
        ("Reviewed for clinical accuracy by Kit Ames, LCSW", "Kit Ames", "LCSW"),
        ("Checked and approved by Jane Roe, RN", "Jane Roe", "RN"),
        ("Fact-checked by Omar Aziz, PharmD", "Omar Aziz", "PharmD"),
        ("Expert-reviewed by Jane Roe, LPC", "Jane Roe", "LPC"),
        ("Reviewed by Mei-Ling O'Hara, GMC 7654321", "Mei-Ling O'Hara", "GMC 7654321"),
        ("Medically reviewed by NAIR, Priya (LCSW)", "Priya NAIR", "LCSW"),
        ("Reviewed by Dr. Sorcha Ní Bhriain, D.Clin.Psych.", "Sorcha Ní Bhriain", "D.Clin.Psych."),
        ("Reviewed by J. Álvarez-Ruiz Jr., DO", "J. Álvarez-Ruiz Jr.", "DO"),
        ("Reviewed by Jane Roe (she/her), LPC", "Jane Roe", "LPC"),
        ("Reviewed by Sam Hill, BACP registered", "Sam Hill", "BACP"),
        ("Reviewed by Siobhán Ó Néill, IACP-accredited psychotherapist", "Siobhán Ó Néill",
         "IACP, psychotherapist"),
        ("Reviewed by Priya Nair, a consultant psychiatrist at St Anne's", "Priya Nair",
         "psychiatrist"),
        ("Reviewed by Ana Sousa, double-board certified in General & Addiction Psychiatry",
         "Ana Sousa", "double-board certified"),
        ("Reviewed by Associate Professor Min-Jun Park, FRANZCP", "Min-Jun Park", "FRANZCP"),
        ("Reviewed by Hinemoa Tait, MNZXP", "Hinemoa Tait", "MNZXP"),
        ("Reviewed by the Calm Harbor board (chair: Tom Reyes, PsyD)", "Tom Reyes", "PsyD"),
        ("Reviewed by our medical director, Ana Sousa", "Ana Sousa", "medical director"),
        ("✓ Medically reviewed by Priya Nair, MD", "Priya Nair", "MD"),
        ("Reviewed on 4 March 2026 by Dr Anil Kapoor, MRCPsych", "Anil Kapoor", "MRCPsych"),
        ("Reviewed 03.03.2026 by Priya Nair, MD", "Priya Nair", "MD"),
        ("Dr Ana Sousa, LMFT, reviewed this article on 3 March 2026.", "Ana Sousa", "LMFT"),
    ],
)  # fmt: skip
def test_line_with_a_name_and_a_credential(line, name, credential):
    text, found, letters = present(line)
    assert (found, letters) == (name, credential)
    # The span is the line as it stands, but for the mark or the full stop around it.
    whole = line.removeprefix("✓ ")
    assert text in (whole, whole.removesuffix("."))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("By Dana Cole | Reviewed by Priya Nair, MD | 7 min read", "Reviewed by Priya Nair, MD"),
        ("Words: Dana Cole | Clinical review: Ana Sousa, LMFT", "Clinical review: Ana Sousa, LMFT"),
        ("Written by Dana Cole, reviewed by Sam Hill, LCSW.", "reviewed by Sam Hill, LCSW"),
        ("Written by Jo Park, coach; medically reviewed by Priya Nair, MD",
         "medically reviewed by Priya Nair, MD"),
        ("*Written by Dana Cole. Medically reviewed by Ana Sousa, M.D., on 6 May 2026.*",
         "Medically reviewed by Ana Sousa, M.D., on 6 May 2026"),
        ("Medical review by Priya Nair, MD · 2026-03-03 · 7 min read",
         "Medical review by Priya Nair, MD · 2026-03-03"),
        ("**Medically reviewed by:** [Dr. Jane Roe](/team), MD",
         "Medically reviewed by: Dr. Jane Roe, MD"),
        ("This guide has been clinically approved by Prof. Tom Reyes FRCPsych.",
         "clinically approved by Prof. Tom Reyes FRCPsych"),
        ("By Dana Cole\nReviewed by Rosa Klein, PMHNP-BC", "Reviewed by Rosa Klein, PMHNP-BC"),
        ("Medically reviewed by Priya\nNair, MD", "Medically reviewed by Priya Nair, MD"),
        ("Medically reviewed by\n\nPriya Nair, MD", "Medically reviewed by\n\nPriya Nair, MD"),
        ("## Medical reviewer\n\nPriya Nair, MD", "Medical reviewer\n\nPriya Nair, MD"),
        ("| Reviewed by | Priya Nair, MD |\n|---|---|\n| Words | 900 |",
         "Reviewed by\n\nPriya Nair, MD"),
    ],
)  # fmt: skip
def test_only_the_review_line_is_marked(source, text):
    assert present(source)[0] == text


def test_table_with_a_column_of_reviewers():
    source = "| Author | Medical reviewer |\n|---|---|\n| Dana Cole, MD | Priya Nair, DO |"
    assert present(source)[1:] == ("Priya Nair", "DO")


@pytest.mark.parametrize(
    "html",
    [
        "<p>Clinically reviewed by <a href='/t'>Dr Priya Nair</a>, MD, on 4&nbsp;March 2026.</p>",
        "<div>Medically reviewed by</div><div><a href='/t'>Priya Nair</a></div><div>MD</div>",
        "<dl><dt>Medical reviewer</dt><dd>Priya Nair, MD</dd></dl>",
        "<ul><li>Words: Dana Cole</li><li>Clinical review: Priya Nair, MD</li></ul>",
        "<p>Reviewed by <span itemprop='reviewedBy'>Priya Nair</span>, MD</p>",
        "<span itemprop='reviewedBy'>Priya Nair, MD</span><p>Text</p>",
        "<meta name='medical-reviewer' content='Priya Nair, MD'><p>Text</p>",
        "<meta name='article:reviewer' content='Priya Nair, MD'><p>Text</p>",
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "reviewedBy": '
        '{"@type": "Person", "name": "Priya Nair", "honorificSuffix": "MD"}}]}</script><p>Text</p>',
        '<script type="application/ld+json">{"reviewedBy": [{"name": "Calm Harbor"}, '
        '{"name": "Priya Nair, MD"}]}</script><p>Text</p>',
    ],
)
def test_html(html):
    text, name, credential = present(html, ".html")
    assert (name, credential) == ("Priya Nair", "MD")
    assert "Priya Nair" in text


@pytest.mark.parametrize(
    "front",
    [
        "medical_reviewer: Priya Nair, MD",
        "medicalReviewer: Priya Nair, MD",
        "reviewedBy: 'Priya Nair, MD'",
        "clinically_reviewed_by: Priya Nair (MD)",
        "expert-reviewer: Priya Nair MD",
        "reviewers: ['Priya Nair, MD']",
        "reviewers: [Priya Nair, MD]",
        "reviewers:\n  - name: Priya Nair\n    credentials: MD",
        "reviewer: {name: Priya Nair, honorificSuffix: MD, url: /team/priya}",
        "reviewer: Priya Nair\nreviewer_credentials: MD",
        "review:\n  by: Priya Nair, MD\n  date: 2026-03-03",
        "params:\n  reviewer:\n    name: Priya Nair\n    title: MD",
        "reviewed: Priya Nair, MD",
        "byline: By Dana Cole, medically reviewed by Priya Nair, MD",
    ],
)
def test_front_matter(front):
    text, name, credential = present(page(front))
    assert (name, credential) == ("Priya Nair", "MD")
    assert text in front


def test_toml_and_mdx():
    toml = '+++\n[extra]\nreviewed_by = "Jane Roe, LPC"\n+++\nText.\n'
    assert present(toml)[1:] == ("Jane Roe", "LPC")
    mdx = "export const meta = {\n  reviewedBy: 'Jane Roe, LPC',\n}\n\n# A first visit\n"
    assert present(mdx, ".mdx")[1:] == ("Jane Roe", "LPC")


def test_a_reviewer_described_elsewhere_on_the_page():
    source = "Reviewed by Ana Sousa\n\nAna Sousa is a clinical psychologist in Leeds."
    assert present(source)[1:] == ("Ana Sousa", "psychologist")


def test_the_seed_line_is_a_valid_review_in_plain_text():
    line = (
        "Medically Reviewed by Mark Hrymoc, M.D., Chief Medical Officer, double-board certified "
        "in General & Addiction Psychiatry"
    )
    text, name, credential = present(f"{line}\nIntimacy is crucial.\n", ".txt")
    assert (text, name) == (line, "Mark Hrymoc")
    assert credential.startswith("M.D.")


def test_every_valid_attribution_is_labelled():
    source = page("reviewer: Priya Nair, MD", "Medically reviewed by Priya Nair, MD, 3 May 2026")
    assert [f.name for f in review(source)] == ["present", "present"]
