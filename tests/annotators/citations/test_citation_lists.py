"""Reference lists: where they begin and end, and what their entries are."""
# ruff: noqa: E501 -- a case is read best on one line

import pytest
from citing import cite, cited, faults

ENTRY = "Lind, A. (2019). Sleep and mood. Sleep, 4, 1-9."
SECOND = "Okafor, B. (2020). Apps. Pain, 2, 3-9."


def found(source, name, suffix=".md"):
    return [f.text for f in cite(source, suffix) if f.name == name]


@pytest.mark.parametrize(
    ("source", "suffix"),
    [
        (f"It helps (Lind, 2019).\n\n{heading}\n\n- {ENTRY}\n- {SECOND}\n", ".md")
        for heading in (
            "## References", "# Reference list", "#### Works Cited", "## Bibliography", "## Sources",
            "## Our sources", "## Citations", "## Literature", "## Endnotes", "## References:",
            "## 6. References", "## 📚 References", "## References and further reading", "**References**",
            "**References:**", "__Sources__", "References", "Sources:", "References\n----------",
            "<h3>Citations</h3>", "### Article sources",
        )
    ]
    + [
        (f"It helps (Lind, 2019).\n\n## References\n\n1. {ENTRY}\n2. {SECOND}\n", ".md"),
        (f"It helps (Lind, 2019).\n\n## References\n\n[1] {ENTRY}\n\n[2] {SECOND}\n", ".md"),
        (f"It helps (Lind, 2019).\n\n## References\n\n{ENTRY}\n\n{SECOND}\n", ".md"),
        (f"It helps (Lind, 2019).\n\n## References\n\n{ENTRY}\n{SECOND}\n", ".md"),
        (f"It helps (Lind, 2019).\n\n## References\n\n{ENTRY}  \n{SECOND}\n", ".md"),
        (f"It helps (Lind, 2019).\n\n## References\n\n| Source |\n| --- |\n| {ENTRY} |\n| {SECOND} |\n", ".md"),
        (f"It helps (Lind, 2019).\n\nReferences\n{ENTRY}\n{SECOND}\n", ".txt"),
        (f"It helps (Lind, 2019).\n\nReferences:\n\n{ENTRY}\n\n{SECOND}\n", ".txt"),
        (f"It helps (Lind, 2019).\n\nREFERENCES\n\n• {ENTRY}\n• {SECOND}\n", ".txt"),
        (f"<p>It helps (Lind, 2019).</p><h2>References</h2><ol><li>{ENTRY}</li><li>{SECOND}</li></ol>", ".html"),
        (f"<p>It helps (Lind, 2019).</p><h2>References</h2><p>{ENTRY}</p><p>{SECOND}</p>", ".html"),
        (f"<p>It helps (Lind, 2019).</p><h2>References</h2><p>{ENTRY}<br>{SECOND}</p>", ".html"),
        (f"<p>It helps (Lind, 2019).</p><p><strong>References</strong></p><ul><li>{ENTRY}<li>{SECOND}</ul>", ".html"),
        (f"<p>It helps (Lind, 2019).</p><details><summary>References</summary><ul><li>{ENTRY}<li>{SECOND}</ul></details>", ".html"),
        (f'---\nreferences:\n  - "{ENTRY}"\n  - "{SECOND}"\n---\n\nIt helps (Lind, 2019).\n', ".md"),
    ],
)  # fmt: skip
def test_forms_of_lists(source, suffix):
    assert faults(source, suffix) == []
    assert "(Lind, 2019)" in cited(source, suffix)
    uncited = [f.text for f in cite(source, suffix) if f.name == "reference-uncited"]
    assert len(uncited) == 1
    assert uncited[0].startswith("Okafor, B. (2020)")


def test_each_entry_tells_its_author_and_year():
    source = f"It helps (Lind, 2019).\n\n## References\n\n- {ENTRY}\n- WHO. (n.d.). Rest. https://who.int/rest\n"
    values = [f.values for f in cite(source) if f.name == "reference"]
    assert values == [{"author": "Lind", "year": "2019"}, {"author": "WHO", "year": "n.d."}]


@pytest.mark.parametrize(
    ("after", "suffix"),
    [
        ("\n## Book now\n\nWe have healed 100 people since (2019).", ".md"),
        ("\n**About us**\n\nWe opened in 2011, and 90% of our clients come back.", ".md"),
        ("\nWritten by Nerys Caddick, 2025. Reviewed on 4 March 2025.", ".md"),
        ("\n---\n\n*© 2025 Harbour Clinic. All rights reserved.*", ".md"),
    ],
)
def test_where_a_list_ends(after, suffix):
    source = f"It helps (Lind, 2019).\n\n## References\n\n- {ENTRY}\n{after}\n"
    (region,) = found(source, "reference-list", suffix)
    assert region == f"References {ENTRY}"
    assert found(source, "reference", suffix) == [ENTRY]


def test_a_bold_line_heads_a_list_up_to_the_next_bold_line():
    source = (
        f"It helps (Lind, 2019).\n\n**Sources**\n\n{ENTRY}\n\n**About us**\n\nWe opened in 2011.\n"
    )
    assert found(source, "reference-list") == [f"Sources {ENTRY}"]


def test_two_lists_and_subheadings():
    source = (
        f"It helps (Lind, 2019; Okafor, 2020).\n\n## References\n\n### Trials\n\n- {ENTRY}\n\n### Books\n\n"
        f"- {SECOND}\n\n## Further reading\n\n- Reyes, T. (2015). Naps. Harbor Press.\n"
    )
    assert faults(source, notes=True) == []
    assert len(found(source, "reference-list")) == 2
    assert len(found(source, "reference")) == 3


@pytest.mark.parametrize(
    "list_",
    [
        "", "## References", "## References\n\nComing soon", "## References\n\nAsk us for a copy.",
        "## Resources\n\n- Helpline", "## Related posts\n\n- Sleep and you", "## Contact us\n\nCall us.",
        "## Sources of stress\n\n- Work\n- Money",
    ],
)  # fmt: skip
def test_no_list(list_):
    source = f"Two reviews agree (Lind, 2019; Okafor, 2020), and so does Reyes et al. (2018).\n\n{list_}\n"
    assert faults(source) == [("reference-list-missing", "Lind, 2019")]
    (missing,) = [f for f in cite(source) if f.name == "reference-list-missing"]
    assert missing.values["count"] == "3"


@pytest.mark.parametrize(
    "source",
    [
        "Sleep is good for you.",
        "A [trial](https://doi.org/10.1000/a1) found gains.",
        "[Lind (2019)](https://pubmed.ncbi.nlm.nih.gov/123/) found gains.",
        "It helps ([Lind, 2019](https://doi.org/10.1000/a1)).",
        "We opened in Ohio (May 2019).",
        "Text.[^1]\n\n[^1]: Lind, A. (2019). Sleep.",
        "---\nbibliography: refs.bib\n---\n\nSleep matters [@lind2019].",
        "## Notes\n\n- Bring water.\n- Wear socks.",
    ],
)
def test_no_list_needed(source):
    assert faults(source) == []


@pytest.mark.parametrize(
    ("entries", "twin"),
    [
        (["1. Lind, A. (2019). Sleep and mood.", "2. Lind, A. (2019). Sleep and mood."], True),
        (["- Lind A. Sleep & mood. 2019.", "- Lind, A. (2019). Sleep and Mood."], True),
        (["- Lind (2019). https://doi.org/10.1000/abc", "- Other. doi:10.1000/ABC"], True),
        (["- https://pubmed.ncbi.nlm.nih.gov/12345/", "- Lind A. Sleep. PMID: 12345"], True),
        (["- WHO. (2020). Depression.", "- World Health Organization. (2020). Depression."], True),
        (["- https://example.org/a", "- https://www.example.org/a/?utm_source=x"], True),
        (["- Lind, A. (2019a). Naps.", "- Lind, A. (2019b). Dreams."], False),
        (["- Lind, A. (2015). Handbook (1st ed.).", "- Lind, A. (2019). Handbook (2nd ed.)."], False),
        (["- Klein, R. (2018). Ch. 1. In B. Hale, Grief.", "- Klein, R. (2018). Ch. 2. In B. Hale, Grief."], False),
        (["- WHO. (2020). Depression.", "- WHO. (2020). Anxiety."], False),
        (["- Lind, A., & Ito, K. (2019). Sleep.", "- Lind, A., & Reyes, T. (2019). Sleep apnoea."], False),
    ],
)  # fmt: skip
def test_duplicates(entries, twin):
    source = "## References\n\n" + "\n".join(entries) + "\n"
    labels = [f for f in cite(source) if f.name == "reference-duplicate"]
    assert len(labels) == int(twin)
    assert all(f.line == 4 and f.related for f in labels)


@pytest.mark.parametrize(
    ("entry", "missing"),
    [
        ("Lind, A. Sleep and mood. Journal of Affective Disorders.", "the year"),
        ("Lind, A. (2019).", "the title"),
        ("Lind, A. (2019). Sleep and mood.", "the journal, publisher or link"),
        ("https://www.google.com/search?q=sleep", "the work itself"),
        ("Various studies", "the work itself"),
        ("Marlowe & Ito. EMDR in practice. https://doi.org/", "a working link"),
        ("Lind, A. (2019). Sleep and mood. Sleep, 4, 1-9.", ""),
        ("Lind A. Sleep and mood. J Affect Disord. 2019;4:1-9.", ""),
        ("Lind, Anna. *Sleep*. Guilford, 2018.", ""),
        ("NICE. (2022). Depression in adults (NG222).", ""),
        ("World Health Organization. (n.d.). Depression. https://www.who.int/depression", ""),
        ("Okafor, B. (in press). Apps. Pain.", ""),
        ("https://doi.org/10.1000/a1", ""),
        ("[Sleep and you](https://www.nimh.nih.gov/health/sleep)", ""),
    ],
)  # fmt: skip
def test_missing_parts(entry, missing):
    labels = [f for f in cite(f"## References\n\n- {entry}\n") if f.name == "reference-incomplete"]
    assert [f.values["missing"] for f in labels] == ([missing] if missing else [])


@pytest.mark.parametrize(
    ("text", "uncited"),
    [
        ("Sleep (Lind, 2019).", ["Okafor, B. (2020)"]),
        ("Sleep (Lind, 2019), apps (Okafor, 2020).", []),
        ("Sleep [1].", ["Okafor, B. (2020)"]),
        ("A 2019 trial in Sleep found gains.", ["Okafor, B. (2020)"]),
        ("Dr Okafor joined in May (Lind, 2019).", ["Okafor, B. (2020)"]),
        ("Slips (Lind, 2018) count as a use of the entry meant.", ["Okafor, B. (2020)"]),
        ("Nothing is cited here.", []),
        (
            "Call [988](https://988lifeline.org) or see [NIMH](https://www.nimh.nih.gov/health/topics).",
            [],
        ),
    ],
)
def test_entries_that_nothing_cites(text, uncited):
    source = f"{text}\n\n## References\n\n1. {ENTRY}\n2. {SECOND}\n"
    assert found(source, "reference-uncited") == uncited


def test_a_link_uses_the_entry_of_its_doi():
    source = (
        "One [study](https://doi.org/10.1000/a1) is out.\n\n## References\n\n"
        "- Lind (2019). Sleep. doi:10.1000/A1\n- Okafor (2020). Apps. doi:10.1000/b2\n"
    )
    assert found(source, "reference-uncited") == ["Okafor (2020)"]
