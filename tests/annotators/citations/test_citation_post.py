"""A whole post of the kind that carelint was made for: seven citations, seven entries."""
# ruff: noqa: E501 -- a case is read best on one line

from pathlib import Path

import pytest
from citing import cite, cited, faults

SEED = Path(__file__).parents[4] / "shared" / "seed" / "intimacy-post.txt"

POST = """\
Medically Reviewed by Ana Sousa, M.D., board certified in psychiatry
Money worries can wear a couple down. This post looks at what counselling may do about them.
What Money Does to a Couple
A 2017 study published in The Journal of Family Counselling describes how debt and distance go \
together. The couples who talked about bills early argued less about them later (Hallam et al., 2017). \
Moreover, a study published in 2014 in The Journal of Marriage and Home found that shared plans \
helped (Ostrow et al., 2014).
How Counselling Can Help
A study in The Journal of Pair & Partner Therapy (2020) highlights better talks after eight \
sessions. That makes it easier to plan ahead (Tremblay et al., 2020).
According to a 2016 study published in Psychology of Households, a neutral room matters. It lets both \
partners speak without fear of blame (Quist et al., 2016).
A Closer Look
In a broad review of studies conducted between 2008 and 2018, published in The Archives of Household \
Behavior, researchers found that budgeting classes help. For example, a 2015 study published in \
Marriage and Money Therapy found fewer quarrels after a class (Aldous et al., 2015).
Research from 2018 in The Journal of Kin & Marital Care shows that small steps can ease tension \
(Bexley et al., 2018).
A 2021 study published in Psychology & Finance shows that some couples grow closer (Lorimer et al., 2021).
Seek Support
Call us at (310) 555-0199 to book a first talk.
References:
- Aldous, J. A., et al. (2015). “A class for two: A meta-analysis.” Marriage and Money Therapy, 31(3), 274-293.
- Bexley, L. A., et al. (2018). “Small steps: A review of the literature.” Journal of Kin & Marital Care, 45(4), 302-315.
- Hallam, S. J., et al. (2017). “Debt and distance.” The Journal of Family Counselling, 56(5), 545-556.
- Lorimer, J., et al. (2021). “Growing closer: How talks can help.” Psychology & Finance, 12(1), 19-31.
- Ostrow, A. J., et al. (2014). “Shared plans.” Journal of Marriage and Home, 77(2), 379-392.
- Quist, K. L., et al. (2016). “A neutral room.” Psychology of Households, 42(2), 159-171.
- Tremblay, M. P., et al. (2020). “Eight sessions.” Journal of Pair & Partner Therapy, 20(3), 157-172.
"""
#: The one study that the post names and does not cite.
UNCITED = ("study-uncited", "The Archives of Household Behavior")


def source(name):
    if name == "own":
        return POST, UNCITED[1]
    if not SEED.exists():
        pytest.skip("the seed post is kept apart from the project")
    return SEED.read_text("utf-8"), "The Archives of Sexual Behavior"


def entries(text):
    """The lines of the list, with first author and year."""
    lines = [line for line in text.split("\n") if line.startswith("- ") and "et al. (" in line]
    return [(line, line[2:].split(",")[0], line.split("(")[1][:4]) for line in lines]


def swapped(name):
    """The name with two neighbouring letters swapped that differ."""
    at = next(i for i in range(1, len(name) - 1) if name[i].casefold() != name[i + 1].casefold())
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


@pytest.mark.parametrize("name", ["own", "seed"])
def test_all_seven_resolve(name):
    text, archives = source(name)
    listed = entries(text)
    assert len(listed) == 7
    found = cited(text, ".txt")
    assert sorted(found) == sorted(f"({author} et al., {year})" for _, author, year in listed)
    ((label, words),) = faults(text, ".txt", notes=True)
    assert label == "study-uncited"
    assert words.endswith(archives)


@pytest.mark.parametrize("name", ["own", "seed"])
@pytest.mark.parametrize("number", range(7))
@pytest.mark.parametrize("mutation", ["dropped", "year", "year before", "misspelt"])
def test_one_entry_broken(name, number, mutation):
    text, archives = source(name)
    line, author, year = entries(text)[number]
    changed, label = {
        "dropped": ("", "citation-unlisted"),
        "year": (line.replace(f"({year})", f"({int(year) + 1})"), "citation-year"),
        "year before": (line.replace(f"({year})", f"({int(year) - 1})"), "citation-year"),
        "misspelt": (line.replace(author, swapped(author)), "citation-author"),
    }[mutation]
    found = faults(text.replace(line, changed), ".txt", notes=True)
    assert (label, f"({author} et al., {year})") in found
    assert [
        words for name, words in found if name == "study-uncited" and not words.endswith(archives)
    ] == []
    assert len(found) == 2


def test_the_studies_that_it_names():
    found = [f.text for f in cite(POST, ".txt") if f.name == "study-named"]
    assert len(found) == 8
    assert "A study in The Journal of Pair & Partner Therapy" in found
