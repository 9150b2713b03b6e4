"""Studies that prose names: found, and held against the citations around them."""
# ruff: noqa: E501 -- a case is read best on one line

import pytest
from citing import cite, faults, with_list

LIND = "Lind, A. (2019). Sleep and mood. Journal of Affective Disorders, 4, 1-9."
OKAFOR = "Okafor, B. (2020). Apps. Pain, 2, 3-9."


def studies(source, name="study-uncited"):
    return [f.text for f in cite(source) if f.name == name]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("A 2019 study published in JAMA Psychiatry found that it helps.", "A 2019 study published in JAMA Psychiatry"),
        ("A study by Lind and Okafor found gains.", "A study by Lind and Okafor"),
        ("A study led by Dr. Jane Smith found gains.", "A study led by Dr. Jane Smith"),
        ("Researchers from the University of Oslo found a link.", "Researchers from the University of Oslo"),
        ("A University of Michigan study linked the two.", "A University of Michigan study"),
        ("In 2019, researchers at McGill University reported a link.", "researchers at McGill University"),
        ("In 2020, a team at King's College London tested it.", "a team at King's College London"),
        ("A Harvard study followed men for eighty years.", "A Harvard study"),
        ("A 2015 Cochrane review found it safe.", "A 2015 Cochrane review"),
        ("The STAR*D trial showed how hard it is.", "The STAR*D trial"),
        ("A meta-analysis published in 2018 found small effects.", "A meta-analysis published in 2018"),
        ("According to a 2021 study in Sleep, naps help.", "a 2021 study in Sleep"),
        ("A paper in *Emotion* showed it.", "A paper in Emotion"),
        ("A landmark study (2010) showed it.", "A landmark study (2010)"),
        ("A 2017 WHO report estimated the number.", "A 2017 WHO report"),
        ("A survey of 2,000 adults found that most skip it.", "A survey of 2,000 adults"),
        ("A 2020 overview in the journal *Health Letters* pooled 22 reviews.",
         "A 2020 overview in the journal Health Letters"),
        ("Writing in Psychological Medicine, Dutch scientists reported fewer relapses.",
         "Psychological Medicine, Dutch scientists"),
        ("A trial in the Nordic Journal of Quiet Studies found it.", "A trial in the Nordic Journal of Quiet Studies"),
    ],
)  # fmt: skip
def test_named(text, named):
    assert studies(text) == [named]
    assert studies(text, "study-named") == [named]


@pytest.mark.parametrize(
    "text",
    [
        "Research shows that therapy works.",
        "Studies have found that it helps.",
        "We follow the latest research.",
        "A study room is available at the clinic.",
        "She studied at Harvard University and trained at Stanford.",
        "She went on to study at Harvard and found her calling.",
        "Her research at Yale focused on trauma.",
        "In 2019 she completed a research fellowship at Yale.",
        "The review board at Boston College meets monthly.",
        "A 2022 Google review said that we care.",
        "Our annual review in 2023 showed growth.",
        "In our 2023 guest survey, most slept better.",
        "In a 2023 survey of our clients, most slept better.",
        "Start your free trial in 2024.",
        "A trial in court was set for 2021.",
        "No published study has tested our app.",
        "Ask whether a 2019 study was done.",
        "We are planning a 2026 trial with King's College London.",
        "Download our Mood Journal and read the study guide.",
        "This article was reviewed in 2023.",
        "Researchers at our clinic are recruiting adults.",
        "Our psychologists at King's College London see patients.",
        "JAMA Psychiatry is a monthly journal.",
        "The university runs a degree in counselling.",
        "In 2020 we moved to King's Cross.",
        "## What a 2019 study in Sleep tells us",
    ],
)
def test_not_named(text):
    assert studies(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A 2019 study in the Journal of Affective Disorders found gains (Lind, 2019).",
        "A 2019 study found gains (Lind, 2019).",
        "A [2019 study](https://doi.org/10.1000/demo) found gains.",
        "A [2019 study](https://news.example.org/a) found gains, says the newspaper.",
        "A 2019 study in the Journal of Affective Disorders found gains. Sleep was better too (Lind, 2019).",
        "A 2019 study found gains. Some people slept. Mood was better too (Lind, 2019).",
        "Lind (2019) followed 80 adults. The 2019 study found gains.",
        "A 2019 trial in the Journal of Affective Disorders found gains.",
        "A study by Lind found gains.",
        "A 2019 study in J. Affect. Disord. found gains.",
        "A 2020 study in *Pain* found gains [2].",
    ],
)  # fmt: skip
def test_cited(text):
    assert studies(with_list(text, LIND, OKAFOR)) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("A 2017 trial in the Journal of Affective Disorders found gains.",
         "A 2017 trial in the Journal of Affective Disorders"),
        ("A 2019 study in JAMA Psychiatry found gains. A 2020 study in Pain did as well (Okafor, 2020).",
         "A 2019 study in JAMA Psychiatry"),
        ("A 2018 study in JAMA Psychiatry found gains. Mood was better too (Okafor, 2020).",
         "A 2018 study in JAMA Psychiatry"),
        ("A 2019 study in JAMA Psychiatry found gains. Mood was better too (Hale, 2015).",
         "A 2019 study in JAMA Psychiatry"),
        ("A Yale study found gains. Elsewhere, [researchers who asked 245 people](https://doi.org/10.1000/x) saw none.",
         "A Yale study"),
        ("A 2019 study in JAMA Psychiatry found gains.\n\nMood was better too (Lind, 2019).",
         "A 2019 study in JAMA Psychiatry"),
    ],
)  # fmt: skip
def test_another_citation_does_not_cover_it(text, named):
    assert studies(with_list(text, LIND, OKAFOR)) == [named]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A 2019 study in JAMA Psychiatry tied the two (Lind, 2019).", "A 2019 study in JAMA Psychiatry"),
        ("The Lancet Psychiatry published the finding [1].", "The Lancet Psychiatry published the finding"),
        ("Lind (2019), writing in *Sleep*, agrees.", "Sleep"),
        ("As reported in the American Journal of Psychiatry [1], naps help.", "American Journal of Psychiatry"),
        ("In BMJ, Lind (2019) set out the data.", "BMJ"),
        ("According to World Psychiatry [1], sleep matters.", "World Psychiatry"),
        ("A 2017 study in the Journal of Affective Disorders [1] found it.",
         "A 2017 study in the Journal of Affective Disorders"),
        ("A 2019 study in JAMA Psychiatry tied the two. Mood was better too (Lind, 2019).",
         "A 2019 study in JAMA Psychiatry"),
    ],
)  # fmt: skip
def test_other_journal_or_year_than_the_entry(text, words):
    source = with_list(text, LIND, OKAFOR)
    (conflict,) = [f for f in cite(source) if f.name == "study-journal"]
    assert conflict.text == words
    assert conflict.values["near"] == "Lind (2019), Journal of Affective Disorders"
    assert conflict.related == ("Lind, A. (2019)",)
    assert studies(source) == []


@pytest.mark.parametrize(
    "text",
    [
        "A 2019 study in the Journal of Affective Disorders tied the two (Lind, 2019).",
        "J Affect Disord published the finding [1].",
        "The study, in J. Affect. Disord., was small [1].",
        "JAMA Psychiatry is read widely; we rely on Lind (2019) here.",
        "The Guardian reported the study (Lind, 2019).",
        "Writing in the *Journal of Affective Disorders*, Lind (2019) agrees.",
        "Nature walks are popular with our clients [1].",
        "Sleep is discussed in Lind (2019).",
        "Two studies, in Pain and the Journal of Affective Disorders, agree (Lind, 2019; Okafor, 2020).",
        "The journal of affective disorders paper from 2019 [1] is open access.",
    ],
)
def test_same_journal(text):
    assert faults(with_list(text, LIND, OKAFOR)) == []
