"""Inline ignores: which findings they excuse, and what is said of those that do not work."""

from __future__ import annotations

import re

import pytest

from carelint import ignore, readers
from carelint.document import Document, Span
from carelint.finding import Finding, Ignored

RULES = [
    ("EFF001", "efficacy-cure-claim", "efficacy"),
    ("EFF002", "efficacy-relief", "efficacy"),
    ("PRO001", "promise-guarantee", "promise"),
    *ignore.RULES,
]
FLAGGED = {"cure": RULES[0], "relief": RULES[1], "promise": RULES[2]}


def page(source: str, path: str = "post.md") -> Document:
    return readers.read(source.encode(), path)


def findings(document: Document) -> list[Finding]:
    """A finding on each flagged word of the text."""
    found = []
    for word in re.finditer("|".join(FLAGGED), document.text):
        code, rule, family = FLAGGED[word.group()]
        location = document.locate(Span(*word.span()))
        found.append(Finding(location, code, rule, family, "error", word.group(), "", ""))
    return found


def outcome(source: str, path: str = "post.md") -> tuple[list[str], list[str]]:
    """What stays, as "CODE:LINE", and what is ignored, as "CODE:LINE reason"."""
    document = page(source, path)
    kept, ignored = ignore.apply(document, findings(document), RULES)
    return (
        [f"{finding.code}:{finding.location.line}" for finding in kept],
        [f"{i.finding.code}:{i.finding.location.line} {i.reason}" for i in ignored],
    )


@pytest.mark.parametrize(
    ("source", "kept", "ignored"),
    [
        # At the end of a line, amid it or before it: that line, and no other.
        ("A cure. <!-- carelint: ignore EFF001 -- ok -->\nA cure.", ["EFF001:2"], ["EFF001:1 ok"]),
        ("A <!-- carelint: ignore EFF001 -- ok --> cure.", [], ["EFF001:1 ok"]),
        ("<!-- carelint: ignore EFF001 -- ok --> A cure.", [], ["EFF001:1 ok"]),
        # On its own line: the whole paragraph below, blank lines and other comments between.
        (
            "A cure.\n\n<!-- carelint: ignore EFF001 -- ok -->\nA cure\nor a cure.\n\nA cure.",
            ["EFF001:1", "EFF001:7"],
            ["EFF001:4 ok", "EFF001:5 ok"],
        ),
        (
            "<!-- carelint: ignore EFF001 -- a -->\n<!-- carelint: ignore PRO001 -- b -->\n\n"
            "We promise a cure.",
            [],
            ["PRO001:4 b", "EFF001:4 a"],
        ),
        # The next line only.
        (
            "A cure. <!-- carelint: ignore-next-line EFF001 -- ok -->\nA cure\nor a cure.",
            ["EFF001:1", "EFF001:3"],
            ["EFF001:2 ok"],
        ),
        ("<!-- carelint: ignore-next-line EFF001 -- ok -->\n\nA cure.", [], ["EFF001:3 ok"]),
        # The block around it, before it on the same line, or below it.
        (
            "A cure\nor <!-- carelint: ignore-block EFF001 -- ok -->\nor a cure.\n\nA cure.",
            ["EFF001:5"],
            ["EFF001:1 ok", "EFF001:3 ok"],
        ),
        (
            "A cure\nor a cure. <!-- carelint: ignore-block EFF001 -- ok -->\n\nA cure.",
            ["EFF001:4"],
            ["EFF001:1 ok", "EFF001:2 ok"],
        ),
        (
            "A cure.\n\n<!-- carelint: ignore-block EFF001 -- ok -->\n\nA cure\nor a cure."
            "\n\nA cure.",
            ["EFF001:1", "EFF001:8"],
            ["EFF001:5 ok", "EFF001:6 ok"],
        ),
        # A list or a table below it as a whole; an item around it alone.
        (
            "<!-- carelint: ignore-block EFF001 -- ok -->\n\n- a cure\n- one\n  - a cure\n"
            "\nA cure.",
            ["EFF001:7"],
            ["EFF001:3 ok", "EFF001:5 ok"],
        ),
        (
            "<!-- carelint: ignore-block EFF001 -- ok -->\n\n|a cure|b|\n|-|-|\n|c|a cure|\n"
            "\nA cure.",
            ["EFF001:7"],
            ["EFF001:3 ok", "EFF001:5 ok"],
        ),
        (
            "- a cure <!-- carelint: ignore-block EFF001 -- ok -->\n- a cure",
            ["EFF001:2"],
            ["EFF001:1 ok"],
        ),
        # The file.
        ("A cure.\n\n<!-- carelint: ignore-file EFF001 -- ok -->", [], ["EFF001:1 ok"]),
        # By code, id or family, in any case, several at once.
        ("A cure. <!-- carelint: ignore efficacy-cure-claim -- ok -->", [], ["EFF001:1 ok"]),
        (
            "A cure, relief. <!-- Carelint: ignore Efficacy -- ok -->",
            [],
            ["EFF001:1 ok", "EFF002:1 ok"],
        ),
        (
            "We promise relief. <!-- carelint: ignore pro001,EFF002 — ok -->",
            [],
            ["PRO001:1 ok", "EFF002:1 ok"],
        ),
        (
            "We promise a cure. <!-- carelint: ignore PRO001 -- ok -->",
            ["EFF001:1"],
            ["PRO001:1 ok"],
        ),
        # A reason may be long, hold dashes, and stand on several lines.
        (
            "A cure. <!-- carelint: ignore EFF001\n-- see counsel's note -- 2026-03-02 -->",
            [],
            ["EFF001:1 see counsel's note -- 2026-03-02"],
        ),
        # Front matter.
        ("---\ncarelint.ignore: EFF001 -- ok\n---\nA cure.", [], ["EFF001:4 ok"]),
        (
            "---\ncarelint:\n  ignore: [EFF001 -- ok, PRO001 -- fine]\n---\nWe promise a cure.",
            [],
            ["PRO001:5 fine", "EFF001:5 ok"],
        ),
        (
            "---\ncarelint:\n  ignore:\n    - {rule: EFF001, reason: ok}\n"
            "    - reason: fine -- so far\n      rule: PRO001\n---\nWe promise a cure.",
            [],
            ["PRO001:8 fine -- so far", "EFF001:8 ok"],
        ),
        # The narrowest ignore gives its reason, and the wider one is of use all the same.
        (
            "---\ncarelint.ignore: EFF001 -- wide\n---\n"
            "A cure. <!-- carelint: ignore EFF001 -- near -->",
            [],
            ["EFF001:4 near"],
        ),
        # Comments that are not ours say nothing.
        ("A cure. <!-- ignore EFF001 -- ok --> <!-- carelinting -->", ["EFF001:1"], []),
    ],
)
def test_what_an_ignore_excuses(source: str, kept: list[str], ignored: list[str]) -> None:
    assert outcome(source) == (kept, ignored)


@pytest.mark.parametrize(
    ("path", "source", "ignored"),
    [
        ("a.mdx", "{/* carelint: ignore EFF001 -- ok */}\nA cure.", "EFF001:2 ok"),
        ("a.md", "{{/* carelint: ignore EFF001 -- ok */}}\nA cure.", "EFF001:2 ok"),
        (
            "a.md",
            "{% comment %}carelint: ignore EFF001 -- ok{% endcomment %}\nA cure.",
            "EFF001:2 ok",
        ),
        ("a.md", "> <!-- carelint: ignore EFF001 -- ok -->\n> A cure.", "EFF001:2 ok"),
        ("a.html", "<!-- carelint: ignore EFF001 -- ok -->\n<p>\nA cure.\n</p>", "EFF001:3 ok"),
        (
            "a.html",
            "<p>A plan.</p><!-- carelint: ignore-block EFF001 -- ok --><p>A cure.</p><p>Ours.</p>",
            "EFF001:1 ok",
        ),
        (
            "a.html",
            "<p>A cure.</p> <!-- carelint: ignore-block EFF001 -- ok -->\n<p>A plan.</p>",
            "EFF001:1 ok",
        ),
    ],
)
def test_each_format_has_its_comments(path: str, source: str, ignored: str) -> None:
    assert outcome(source, path) == ([], [ignored])


@pytest.mark.parametrize(
    ("source", "kept", "place", "message"),
    [
        # Without a reason nothing is excused.
        (
            "A cure. <!-- carelint: ignore EFF001 -->",
            ["EFF001:1", "IGN001:1"],
            (9, 41),
            "This ignore gives no reason, so it excuses nothing.",
        ),
        (
            "A cure. <!-- carelint: ignore-file EFF001 --  -->",
            ["EFF001:1", "IGN001:1"],
            (9, 50),
            "This ignore gives no reason, so it excuses nothing.",
        ),
        (
            "---\ncarelint: {ignore: [{rule: EFF001}]}\n---\nA cure.",
            ["IGN001:2", "EFF001:4"],
            (28, 34),
            "This ignore gives no reason, so it excuses nothing.",
        ),
        (
            "A cure. <!-- carelint: ignore EFF001, EFF01 -- ok -->",
            ["IGN002:1"],
            (39, 44),
            "“EFF01” is no rule that an ignore can name (did you mean `EFF001`?).",
        ),
        (
            "A cure. <!-- carelint: ignore -- ok -->",
            ["EFF001:1", "IGN002:1"],
            (9, 40),
            "This ignore names no rule.",
        ),
        (
            "A plan. <!-- carelint: ignore EFF001 -- ok -->",
            ["IGN003:1"],
            (31, 37),
            "The ignore of “EFF001” matches no finding.",
        ),
        (
            "A cure. <!-- carelint: ignore efficacy-cure-claim promise -- ok -->",
            ["IGN003:1"],
            (51, 58),
            "The ignore of “promise” matches no finding.",
        ),
        (
            "A cure. <!-- carelint: ignore-nextline EFF001 -- ok -->",
            ["EFF001:1", "IGN004:1"],
            (9, 56),
            "“carelint: ignore-nextline” is nothing that carelint knows"
            " (did you mean `ignore-next-line`?).",
        ),
        # An ignore cannot silence the findings about ignores.
        (
            "A plan. <!-- carelint: ignore-file IGN003 -- ok -->",
            ["IGN002:1"],
            (36, 42),
            "“IGN003” is no rule that an ignore can name.",
        ),
    ],
)
def test_an_ignore_that_does_not_work_is_a_finding(
    source: str, kept: list[str], place: tuple[int, int], message: str
) -> None:
    document = page(source)
    found, _ = ignore.apply(document, findings(document), RULES)
    assert [f"{f.code}:{f.location.line}" for f in found] == kept
    about = next(f for f in found if f.family == "ignore")
    assert (about.location.column, about.location.end_column) == place
    assert about.message == message
    assert about.advice
    assert about.authority == ("house policy",)
    assert about.lines == (source.split("\n")[about.location.line - 1],)


@pytest.mark.parametrize(
    ("code", "severity"),
    [("IGN001", "warning"), ("IGN002", "warning"), ("IGN003", "info"), ("IGN004", "warning")],
)
def test_how_severe_it_is(code: str, severity: str) -> None:
    source = (
        "<!-- carelint: ignore EFF001 -->\n<!-- carelint: ignore X -- ok -->\n"
        "<!-- carelint: ignore PRO001 -- ok -->\n<!-- carelint: hush -->\nA plan."
    )
    found, _ = ignore.apply(page(source), [], RULES)
    assert [f.severity for f in found if f.code == code] == [severity]
    assert {(f.code, f.rule, f.family) for f in found} == set(ignore.RULES)


def test_an_ignore_of_a_rule_that_was_not_looked_for_is_not_unused() -> None:
    document = page("A plan. <!-- carelint: ignore EFF001, promise -- ok -->")
    found, _ = ignore.apply(document, [], RULES, ran=[RULES[1]])
    assert found == []
    found, _ = ignore.apply(document, [], RULES, ran=[RULES[1], RULES[2]])
    assert [f.text for f in found] == ["promise"]


def test_without_ignores_nothing_changes() -> None:
    document = page("We promise a cure.")
    assert ignore.apply(document, findings(document), RULES) == (findings(document), [])


def test_an_ignored_finding_is_kept_whole() -> None:
    document = page("A cure. <!-- carelint: ignore EFF001 -- approved 2026-03-02 -->")
    (finding,) = findings(document)
    assert ignore.apply(document, [finding], RULES) == (
        [],
        [Ignored(finding, "approved 2026-03-02")],
    )
