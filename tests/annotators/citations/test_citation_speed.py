"""Long pages and hostile ones are read in time that grows with their length only."""
# ruff: noqa: E501 -- a case is read best on one line

import time

import pytest
from citing import cite, lexicon

from carelint import readers
from carelint.annotators.citations import annotate
from carelint.label import Labels


def seconds(source):
    """The processor time that the annotator itself takes for a page."""
    document = readers.read(source.encode(), "page.md")
    labels = Labels(lexicon().labels(document))
    assert document.sentences is not None
    before = time.process_time()
    for _ in annotate(document, labels):
        pass
    return time.process_time() - before


def long_page(entries, citations):
    letters = "abcdefghijklmnopqrst"
    names = [
        f"{letters[i % 20].upper()}{letters[i // 20 % 20]}{letters[i // 7 % 20]}rin"
        for i in range(entries)
    ]
    years = [1950 + i % 70 for i in range(entries)]
    text = "".join(
        f"In a {years[i % entries]} study some people slept better ({names[i % entries]} et al., {years[i % entries]}). "
        + ("\n\n" if i % 10 == 9 else "")
        for i in range(citations)
    )
    listed = "\n".join(
        f"- {n}, A., et al. ({y}). Sleep {i}. *Pain, {i}*, 1-9. https://doi.org/10.1000/{i}"
        for i, (n, y) in enumerate(zip(names, years, strict=True))
    )
    return f"{text}\n\n## References\n\n{listed}\n"


def test_three_hundred_entries_and_a_thousand_citations():
    source = long_page(300, 1000)
    assert min(seconds(source) for _ in range(3)) < 1.5
    assert {f.name for f in cite(source)} == {
        "citation",
        "reference",
        "reference-list",
        "study-named",
    }


@pytest.mark.parametrize(
    "piece",
    [
        "(", "[", "(a", "A", "Ab ", "A. ", "Ab, ", "Lind & ", "Lind, A., ", "(Lind, 2019; ", "2019 ", "(2019 ", "[1",
        "[1, ", "^1", "study ", "a study in ", "in the Journal of ", "Journal ", "“Ab ", "et al. ", "@a1", "[@a ", "[^",
        "published in Ab ", "University of ", "van der ", "doi:10.1000/", "http://", "¹", "O'", "A-", "Ab–",
    ],
)  # fmt: skip
def test_hostile_text_takes_linear_time(piece):
    short, long = 2_000, 8_000
    pages = [
        f"{piece * (size // len(piece))}\n\n## References\n\n- {piece * (size // len(piece))}\n"
        for size in (short, long)
    ]
    quick, slow = (min(seconds(page) for _ in range(2)) for page in pages)
    assert slow < max(12 * quick, 0.4)
