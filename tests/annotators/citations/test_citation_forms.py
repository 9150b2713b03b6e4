"""The forms that a citation takes in a text, and the brackets that are none."""
# ruff: noqa: E501 -- a case is read best on one line

import pytest
from citing import cite, cited, faults, with_list

LIST = (
    "Lind, A. (2019a). Naps. Sleep, 4, 1-9.",
    "Lind, A. (2019b). Dreams. Sleep, 4, 10-19.",
    "Marlowe, J., & Ito, K. (2021). EMDR in practice. Harbor Press.",
    "Okafor, B., Reyes, T., & Klein, R. (2020). Apps. Pain, 2, 3-9.",
    "Beck, A. T. (1976). Cognitive therapy. IUP.",
    "Beck, A. T. (1993). Looking back. IUP.",
    "Freud, S. (1917/1957). Mourning. Hogarth.",
    "O'Brien, M., & McCabe, L. (2016). Two. Pain, 2, 10-12.",
    "van der Kolk, B. (2014). The body keeps the score. Viking.",
    "de Boer, P. (2012). Winter. Pain, 2, 14-15.",
    "Smith-Jones, R. (2018). Couples. Pain, 2, 16-17.",
    "García Márquez, L. (2015). Duelo. Pain, 2, 18-19.",
    "Wang, X. (2022). Tai chi. Pain, 2, 20-21.",
    "Álvarez, J. (2011). Calma. Pain, 2, 22-23.",
    "Müller, K. (2010). Angst. Pain, 2, 24-25.",
    "Klein, R. (in press). Grief. Pain.",
    "Nair, P. (n.d.). Rest. https://example.org/rest",
    "World Health Organization. (2020). Depression.",
    "National Institute for Health and Care Excellence. (2022). Depression in adults (NG222).",
    "American Psychological Association. (2023). Stress in America.",
    "Department of Veterans Affairs, & Department of Defense. (2023). Guideline.",
    "Teens online: A survey. (2018). https://example.org/teens",
)


def page(text):
    return with_list(text, *LIST)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It helps (Marlowe & Ito, 2021).", "(Marlowe & Ito, 2021)"),
        ("It helps (Marlowe and Ito, 2021).", "(Marlowe and Ito, 2021)"),
        ("It helps (Marlowe und Ito 2021).", "(Marlowe und Ito 2021)"),
        ("It helps (MARLOWE AND ITO 2021).", "(MARLOWE AND ITO 2021)"),
        ("It helps (J. Marlowe & K. Ito, 2021).", "(J. Marlowe & K. Ito, 2021)"),
        ("It helps (Marlowe & Ito, 2021, pp. 4-6).", "(Marlowe & Ito, 2021, pp. 4-6)"),
        ("It helps (Marlowe & Ito 2021: 45).", "(Marlowe & Ito 2021: 45)"),
        ("It helps (Marlowe & Ito 2021, 45–47).", "(Marlowe & Ito 2021, 45–47)"),
        ("It helps [Marlowe & Ito, 2021].", "[Marlowe & Ito, 2021]"),
        ("It helps (see Marlowe & Ito, 2021).", "(see Marlowe & Ito, 2021)"),
        ("It helps (e.g., Marlowe & Ito 2021).", "(e.g., Marlowe & Ito 2021)"),
        ("It helps (cf. Marlowe & Ito, 2021, for a review).", "(cf. Marlowe & Ito, 2021, for a review)"),
        ("It helps (for a review, see Marlowe & Ito, 2021).", "(for a review, see Marlowe & Ito, 2021)"),
        ("It helps (d = 0.4; Marlowe & Ito, 2021).", "(d = 0.4; Marlowe & Ito, 2021)"),
        ("It helps (n = 2000; Marlowe & Ito, 2021).", "(n = 2000; Marlowe & Ito, 2021)"),
        ("Marlowe and Ito (2021) describe it.", "Marlowe and Ito (2021)"),
        ("Marlowe and Ito [2021] describe it.", "Marlowe and Ito [2021]"),
        ("As Marlowe and Ito (2021) write, it helps.", "Marlowe and Ito (2021)"),
        ("In Germany, Müller (2010) found more.", "Müller (2010)"),
        ("In Germany, Mueller (2010) found more.", "Mueller (2010)"),
        ("Psychologist Aaron Beck (1976) said so.", "Aaron Beck (1976)"),
        ("Marlowe and Ito argue (2021, p. 9) that it helps.", "Marlowe and Ito argue (2021, p. 9)"),
        ("It helps (Okafor et al., 2020).", "(Okafor et al., 2020)"),
        ("It helps (Okafor et al. 2020).", "(Okafor et al. 2020)"),
        ("It helps (Okafor et al, 2020).", "(Okafor et al, 2020)"),
        ("It helps (Okafor, Reyes, & Klein, 2020).", "(Okafor, Reyes, & Klein, 2020)"),
        ("Okafor, Reyes, and Klein (2020) tested it.", "Okafor, Reyes, and Klein (2020)"),
        ("Okafor et al. (2020) tested it.", "Okafor et al. (2020)"),
        ("Okafor et al.'s (2020) app did less.", "Okafor et al.'s (2020)"),
        ("Okafor et al.’s (2020) app did less.", "Okafor et al.’s (2020)"),
        ("Okafor and colleagues (2020) tested it.", "Okafor and colleagues (2020)"),
        ("Okafor and her colleagues (2020) tested it.", "Okafor and her colleagues (2020)"),
        ("It helps (Okafor and others, 2020).", "(Okafor and others, 2020)"),
        ("Beck's (1976) model is known.", "Beck's (1976)"),
        ("Beck’s (1976) model is known.", "Beck’s (1976)"),
        ("It helps (O’Brien & McCabe, 2016).", "(O’Brien & McCabe, 2016)"),
        ("It helps (O'Brien & Mc Cabe, 2016).", "(O'Brien & Mc Cabe, 2016)"),
        ("It stays (van der Kolk, 2014).", "(van der Kolk, 2014)"),
        ("Van der Kolk (2014) argues so.", "Van der Kolk (2014)"),
        ("It stays (Kolk, 2014).", "(Kolk, 2014)"),
        ("It snows (de Boer, 2012).", "(de Boer, 2012)"),
        ("De Boer's (2012) data are old.", "De Boer's (2012)"),
        ("It helps (Smith‑Jones, 2018).", "(Smith‑Jones, 2018)"),
        ("It helps (Smith Jones, 2018).", "(Smith Jones, 2018)"),
        ("It helps (García Márquez, 2015).", "(García Márquez, 2015)"),
        ("It helps (Garcia-Marquez, 2015).", "(Garcia-Marquez, 2015)"),
        ("It helps (García, 2015).", "(García, 2015)"),
        ("It helps (Wang, 2022).", "(Wang, 2022)"),
        ("Xiaoming Wang (2022) found it calming.", "Xiaoming Wang (2022)"),
        ("Wang Xiaoming (2022) found it calming.", "Wang Xiaoming (2022)"),
        ("It calms (Alvarez, 2011).", "(Alvarez, 2011)"),
        ("It is near (Klein, in press).", "(Klein, in press)"),
        ("It is near (Klein, forthcoming).", "(Klein, forthcoming)"),
        ("It is old (Nair, n.d.).", "(Nair, n.d.)"),
        ("It is old (Freud, 1917/1957).", "(Freud, 1917/1957)"),
        ("It is old (Freud, 1917).", "(Freud, 1917)"),
        ("It is common (WHO, 2020).", "(WHO, 2020)"),
        ("It is common (World Health Organization [WHO], 2020).", "(World Health Organization [WHO], 2020)"),
        ("The World Health Organization [WHO] (2020) says so.", "World Health Organization [WHO] (2020)"),
        ("According to WHO (2020), it is common.", "WHO (2020)"),
        ("According to the World Health Organization (2020), it is.", "World Health Organization (2020)"),
        ("It is first choice (NICE, 2022).", "(NICE, 2022)"),
        ("Stress is up (APA, 2023).", "(APA, 2023)"),
        ("It is advised (VA/DoD, 2023).", "(VA/DoD, 2023)"),
        ('They differ ("Teens Online," 2018).', '("Teens Online," 2018)'),
        ("They differ (“Teens Online,” 2018).", "(“Teens Online,” 2018)"),
        ("Cognitive Therapy (1976) is his best book.", "Cognitive Therapy (1976)"),
        ("In *The Body Keeps the Score* (2014), he agrees.", "Body Keeps the Score (2014)"),
        ("It helps (**Marlowe & Ito, 2021**).", "(Marlowe & Ito, 2021)"),
    ],
)  # fmt: skip
def test_one_citation_that_resolves(text, expected):
    assert faults(page(text)) == []
    assert cited(page(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("Two (Lind, 2019a, 2019b).", ["Lind, 2019a", "2019b"]),
        ("Two (Beck, 1976, 1993).", ["Beck, 1976", "1993"]),
        ("Two (Beck, 1976; 1993).", ["Beck, 1976", "1993"]),
        ("Two (Marlowe & Ito, 2021; Okafor et al., 2020, p. 3).", ["Marlowe & Ito, 2021", "Okafor et al., 2020"]),
        ("Two (Okafor et al. 2020, Marlowe and Ito 2021).", ["Okafor et al. 2020", "Marlowe and Ito 2021"]),
        ("Two (see Lind, 2019a; cf. WHO, 2020).", ["Lind, 2019a", "WHO, 2020"]),
        ("Beck (1976, 1993) wrote two.", ["Beck (1976", "1993"]),
        ("Beck (1976; see also Lind, 2019a) wrote it.", ["Beck (1976", "Lind, 2019a"]),
    ],
)  # fmt: skip
def test_several_in_one_bracket(text, each):
    found = cited(page(text))
    assert faults(page(text)) == []
    for words in each:
        assert words in found
    assert any(words.endswith(")") for words in found), "the bracket as a whole is a citation too"


def test_second_hand_counts_where_it_was_read():
    assert cited(page("Freud (1899, as cited in Beck, 1976) said so.")) == [
        "(1899, as cited in Beck, 1976)"
    ]
    assert faults(page("It is old (Freud, 1899, as cited in Hale, 2015).")) == [
        ("citation-unlisted", "(Freud, 1899, as cited in Hale, 2015)")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We opened in May (2019).",
        "We opened (2019).",
        "Open (since 2019) and growing.",
        "We opened in spring (May 2019).",
        "For teenagers (ages 12-17).",
        "It is a diagnosis (DSM-5).",
        "It is a diagnosis (DSM-5-TR, 2022 edition).",
        "Participants (n = 40) were adults (aged 18-65).",
        "The clinic moved (Ohio, 2023).",
        "The clinic moved (Galway, 2019).",
        "You get the basics (CBT, 2 sessions).",
        "Call or text (988) at any hour, or (310) 601-9999.",
        "You are protected (Equality Act 2010).",
        "You are protected (Mental Health Act, 1983).",
        "When we opened Harbor & Vine (2011), most callers were couples.",
        "When we moved to Brighton (2018) we had two rooms.",
        "Our founder confirmed this (P. Nair, personal communication, 4 May 2026).",
        "Watch *Inside Out* (2015) with your children.",
        "She volunteered abroad (Peace Corps El Salvador 2011-2013).",
        "Read more (see below).",
        "It costs less (from $2019 a year).",
        "It is not new (updated 12 June 2024).",
        "In our survey (Harbor client survey, March 2024; 1,204 replies) most agreed.",
        "Use `(Hale, 2019)` as a pattern.",
        "Version 2.0 (2021) is out.",
        "The film Inside Out (2015) shows how feelings work.",
        "His memoir Lost Time (2018) describes it well.",
        "The DSM-5 (2013) lists nine criteria, and (DSM-5-TR, 2022) nine more.",
        "We comply with the law (GDPR, 2018).",
        "She trained abroad (PhD, Harvard, 2012) and at home (Stanford, 2015).",
        "She read psychology (University of Galway, 2015).",
        "Revenue grew (Q3 2021) and we moved (FY 2022).",
        "The clinic was founded by Jane Hale (2010).",
        "A view of the garden (Photo: Jane Hale, 2020).",
        "We spoke there (Lisbon Conference, 2019).",
        "Text us at [988] or [555].",
        "A 2 × 2 table (see Table 3, 2019 figures).",
        "In 2021, Marlowe gave a talk.",
        "A study in The Journal of Couple & Relationship Therapy (2021) is long.",
    ],
)
def test_what_is_no_citation(text):
    assert [f for f in faults(page(text)) if f[0].startswith(("citation", "reference"))] == []
    assert [f for f in faults(text) if f[0].startswith(("citation", "reference"))] == []


@pytest.mark.parametrize(
    ("text", "label", "words", "near"),
    [
        ("It helps (Hale, 2015).", "citation-unlisted", "(Hale, 2015)", "none"),
        ("It helps (Hale 2015).", "citation-unlisted", "(Hale 2015)", "none"),
        ("Hale and Sousa (2018) reported it.", "citation-unlisted", "Hale and Sousa (2018)", "none"),
        ("Hale et al. (2018), a trial, is small.", "citation-unlisted", "Hale et al. (2018)", "none"),
        ("The American Psychiatric Association (2013) revised it.", "citation-unlisted",
         "American Psychiatric Association (2013)", "none"),
        ("It helps (Bekc, 2001).", "citation-unlisted", "(Bekc, 2001)", "Beck (1976)"),
        ("It helps (Marlowe & Ito, 2012).", "citation-year", "(Marlowe & Ito, 2012)", "Marlowe & Ito (2021)"),
        ("It helps (Lind, 2019).", "citation-year", "(Lind, 2019)", "Lind (2019a)"),
        ("It helps (Lind, 2019c).", "citation-year", "(Lind, 2019c)", "Lind (2019a)"),
        ("It is common (WHO, 2021).", "citation-year", "(WHO, 2021)", "World Health Organization (2020)"),
        ("WHO (n.d.) gives figures.", "citation-year", "WHO (n.d.)", "World Health Organization (2020)"),
        ("It helps (Marlow & Ito, 2021).", "citation-author", "(Marlow & Ito, 2021)", "Marlowe & Ito (2021)"),
        ("It helps (Ito & Marlowe, 2021).", "citation-author", "(Ito & Marlowe, 2021)", "Marlowe & Ito (2021)"),
        ("It helps (Marlowe, 2021).", "citation-author", "(Marlowe, 2021)", "Marlowe & Ito (2021)"),
        ("It helps (Marlowe et al., 2021).", "citation-author", "(Marlowe et al., 2021)", "Marlowe & Ito (2021)"),
        ("It helps (Okafro et al., 2020).", "citation-author", "(Okafro et al., 2020)", "Okafor et al. (2020)"),
        ("Van der Klok (2014) argues so.", "citation-author", "Van der Klok (2014)", "van der Kolk (2014)"),
        ("National Institute of Health and Care Excellence (2022) agrees.", "citation-author",
         "National Institute of Health and Care Excellence (2022)",
         "National Institute for Health and Care Excellence (2022)"),
    ],
)  # fmt: skip
def test_what_does_not_resolve(text, label, words, near):
    found = [f for f in cite(page(text)) if f.name == label]
    assert [(f.text, f.values["near"]) for f in found] == [(words, near)]
    assert faults(page(text)) == [(label, words)]
    assert words in [f.text for f in cite(page(text)) if f.name == "citation-broken"]
    assert all(near.split()[0] in place for f in found for place in f.related)


def test_only_the_broken_work_of_a_bracket_is_named():
    source = page("Two agree (Marlowe & Ito, 2021; Hale et al., 2022).")
    assert faults(source) == [("citation-unlisted", "Hale et al., 2022")]
    assert "(Marlowe & Ito, 2021; Hale et al., 2022)" in cited(source)
