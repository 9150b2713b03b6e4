"""One report that holds what a terminal finds hard: wide signs, a long line, hostile characters."""

from __future__ import annotations

from carelint.document import Location
from carelint.finding import Finding, Ignored, Problem, Related, Report

PLAIN = "Our six-week programme cures depression without drugs."
LONG = (
    "Many readers ask us whether therapy works. " * 18
    + "Some 97% of our clients recover fully within a month of their first visit. "
    + "We answer each letter ourselves. " * 15
).strip()
WIDE = "在我们的诊所 👩‍👩‍👧, cafe\u0301-style sessions\tend panic attacks for good ❤️."
HOSTILE = "A \x1b[2Jguaranteed \u202ecure\u202c for anxiety"


def finding(
    line: str,
    text: str,
    at: int,
    severity: str = "error",
    path: str = "posts/panic.md",
    **more: object,
) -> Finding:
    """A finding on `text` in a source line; what else a case needs goes in `more`."""
    column = line.index(text) + 1
    values: dict[str, object] = {
        "location": Location(path, at, column, at, column + len(text)),
        "code": "EFF001",
        "rule": "efficacy-cure-claim",
        "family": "efficacy",
        "severity": severity,
        "text": text,
        "message": f"“{text}” says that a condition is cured.",
        "advice": "Name what improves, for whom and how much, and cite the source.",
        "authority": ("ftc-hpcg", "cap-12.2"),
        "lines": (line,),
        **more,
    }
    return Finding(**values)  # type: ignore[arg-type]


def report() -> Report:
    """Four findings in two files, one ignored, two problems."""
    over_two_lines = "Feel better in days, or your money"
    return Report(
        findings=[
            finding(PLAIN, "cures depression", 3),
            finding(
                LONG,
                "97%",
                12,
                "warning",
                code="STA001",
                rule="statistic-unsourced",
                family="statistic",
                message="“97%” has no source within reach.",
                advice="Cite the study, or leave the figure out.",
                authority=("house policy",),
                related=(
                    Related(Location("posts/panic.md", 40, 1, 40, 12), "Lind (2019)"),
                    Related(Location("posts/about.md", 2, 5, 2, 9), ""),
                ),
            ),
            finding(WIDE, "end panic attacks", 104, path="posts/诊所.md"),
            finding(HOSTILE, "\u202ecure\u202c", 20),
            finding(
                over_two_lines,
                "Feel better in days, or your money",
                30,
                "info",
                location=Location("posts/panic.md", 30, 1, 31, 6),
                message="This promises a result or a refund.",
                authority=(),
                lines=(over_two_lines, "back, guaranteed."),
            ),
        ],
        ignored=[Ignored(finding(PLAIN, "without drugs", 3), "approved by counsel 2026-03-02")],
        errors=[
            Problem("posts/old.docx", 0, "this is no DOCX file"),
            Problem(".carelint.yaml", 4, "unknown key `slect` (did you mean `select`?)"),
        ],
        files=3,
        words=1204,
        authorities={
            "ftc-hpcg": "FTC Health Products Compliance Guidance",
            "cap-12.2": "CAP Code, rule 12.2",
        },
    )
