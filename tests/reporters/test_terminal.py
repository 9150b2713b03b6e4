"""What a person sees in a terminal.

The files in golden/ hold `terminal(sample.report(), width=N)`; read the difference
before you renew one.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelint.document import Location
from carelint.finding import Problem, Report
from carelint.reporters import REPORTERS
from carelint.reporters.cells import cells, visible, width, wrap
from carelint.reporters.excerpt import excerpt
from reporters import sample

GOLDEN = Path(__file__).parent / "golden"
terminal = REPORTERS["terminal"]
_COLOR = re.compile(r"\x1b\[\d+m")


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_report_is_the_golden_one(columns: int) -> None:
    expected = (GOLDEN / f"terminal-{columns}.txt").read_text(encoding="utf-8")
    assert terminal(sample.report(), width=columns) == expected


def test_colour_is_the_golden_one_and_changes_no_letter() -> None:
    colored = terminal(sample.report(), color=True, width=80)
    # The file shows the escape character as a sign that editors can show.
    assert colored.replace("\x1b", "␛") == (GOLDEN / "terminal-color.txt").read_text("utf-8")
    assert _COLOR.sub("", colored) == terminal(sample.report(), width=80)


@pytest.mark.parametrize("columns", [1, 24, 40, 61, 80, 120])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    for line in terminal(sample.report(), width=columns).splitlines():
        # A place is kept whole so that it can be clicked, the last line so that it can be found.
        kept_whole = re.match(r"\S+:\d+:\d+ |5 findings ", line)
        assert kept_whole or width(line) <= max(columns, 24), line


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_marker_stands_under_the_words(columns: int) -> None:
    report = sample.report()
    lines = terminal(report, width=columns).splitlines()
    for finding in report.findings[:4]:
        at = next(i for i, line in enumerate(lines) if line.lstrip().startswith(
            f"{finding.location.line} |"))  # fmt: skip
        marker = lines[at + 1]
        start, end = marker.index("^"), len(marker)
        column, marked = 0, ""
        for cell in cells(lines[at]):
            if start <= column < end:
                marked += cell.shown
            column += cell.width
        assert marked == visible(finding.text)


def test_nothing_that_a_terminal_obeys_is_sent() -> None:
    hostile = sample.finding(
        sample.HOSTILE, "guaranteed", 1, path="posts/\x1b]0;x\x07.md",
        message="\x9b31m red", advice="a\u2066b\u200b", rule="x\rY",
    )  # fmt: skip
    report = Report([hostile], [], [Problem("a\x1b[0m", 0, "bad\x08")], 1, 1)
    shown = terminal(report)
    assert not set(shown) & set("\x1b\x07\x08\x9b\r\u2066\u200b\u202e\u202c")
    assert r"posts/\x1b]0;x\x07.md:1" in shown
    assert r"A \x1b[2Jguaranteed \u202ecure\u202c for anxiety" in shown
    assert r"a\u2066b\u200b" in shown


@pytest.mark.parametrize(
    ("report", "last"),
    [
        (Report(files=1, words=812), "No findings in 1 file, 812 words"),
        (Report(files=2, words=1), "No findings in 2 files, 1 word"),
        (Report(), "Nothing was checked."),
        (
            Report([sample.finding(sample.PLAIN, "cures", 1)], files=1, words=9000),
            "1 finding (1 error) in 1 file, 9,000 words",
        ),
        (
            Report([sample.finding(sample.PLAIN, "cures", n, "info") for n in (1, 2)], files=1),
            "2 findings (2 info) in 1 file, 0 words",
        ),
    ],
)
def test_the_last_line_sums_up(report: Report, last: str) -> None:
    assert terminal(report).splitlines()[-1] == last


def test_findings_of_one_file_stand_together() -> None:
    one, two = (sample.finding(sample.PLAIN, "cures", 1, path=path) for path in ("b.md", "a.md"))
    again = sample.finding(sample.PLAIN, "drugs", 7, path="b.md")
    heads = [line for line in terminal(Report([one, two, again])).splitlines() if ".md:" in line]
    assert [head.split()[0] for head in heads] == ["b.md:1:24", "b.md:7:49", "a.md:1:24"]


def test_a_finding_without_a_line_or_authority_is_shown_all_the_same() -> None:
    bare = sample.finding(
        sample.PLAIN, "cures", 1, lines=(), authority=("unknown-key",), advice="",
        location=Location("a.docx", 1, 1, 1, 1),
    )  # fmt: skip
    assert terminal(Report([bare], files=1)).splitlines()[:3] == [
        "a.docx:1:1 error EFF001 efficacy-cure-claim",
        "  “cures” says that a condition is cured.",
        "  authority  unknown-key",
    ]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("cure", 4),
        ("诊所", 4),
        ("cafe\u0301", 4),
        ("👩‍👩‍👧", 2),
        ("👍🏽", 2),
        ("❤️", 2),
        ("\u1112\u1161\u11ab", 2),  # a Korean syllable in its parts
        ("a\tb", 5),
        ("\x1b", 4),
        ("\u202e", 6),
        ("\U000e0061", 10),
        ("a\u200db", 8),  # a joiner that hides between plain letters
    ],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 10, []),
        ("one two three", 7, ["one two", "three"]),
        ("one  two\nthree", 20, ["one two three"]),
        ("a pneumonoultramicroscopic b", 10, ["a", "pneumonoul", "tramicrosc", "opic b"]),
        ("我们的诊所很好", 5, ["我们", "的诊", "所很", "好"]),
        ("x\x1b[0m y", 8, ["x\\x1b[0m", "y"]),
    ],
)
def test_wrap(text: str, room: int, lines: list[str]) -> None:
    assert wrap(text, room) == lines


@pytest.mark.parametrize(
    ("line", "start", "end", "room", "shown"),
    [
        # As it is.
        ("we cure it", 3, 7, 20, ("we cure it", 3, 4)),
        # An empty span, and one at the end of the line, still have a marker.
        ("we cure it", 3, 3, 20, ("we cure it", 3, 1)),
        ("we cure it", 10, 10, 20, ("we cure it", 10, 1)),
        ("", 0, 0, 20, ("", 0, 1)),
        # Cut on either side, at the start, at the end; between words where one ends near.
        ("one two three four five six", 14, 18, 16, ("…hree four five…", 6, 4)),
        ("one two three four five six", 14, 18, 22, ("…three four five…", 7, 4)),
        ("one two three four five six", 0, 3, 14, ("one two…", 0, 3)),
        ("one two three four five six", 24, 27, 14, ("…five six", 6, 3)),
        ("x" * 400, 200, 204, 10, ("…" + "x" * 8 + "…", 3, 4)),
        # A span longer than the room is marked as far as it is seen.
        ("y" * 400, 100, 300, 10, ("…" + "y" * 8 + "…", 1, 8)),
        # A mark upon a letter is never cut off from it.
        ("e\u0301" * 4, 3, 4, 20, ("e\u0301" * 4, 1, 1)),
    ],
)
def test_excerpt(line: str, start: int, end: int, room: int, shown: tuple[str, int, int]) -> None:
    assert excerpt(line, start, end, room) == shown


@given(st.text(st.characters(codec="utf-8"), max_size=90), st.integers(0, 90), st.integers(0, 90))
def test_any_line_fits_and_its_marker_stands_below_it(line: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(line)), min(two, len(line))))
    shown = excerpt(line, start, end, 30)
    assert width(shown.text) <= 30
    assert shown.length >= 1
    assert shown.offset + shown.length <= 31  # one more for a marker at the end of the line
    assert visible(shown.text) == shown.text
