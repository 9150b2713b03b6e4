#!/usr/bin/env python3
"""Count how often each rule is right on the labelled documents, into rules/measured.json.

    python tests/gold/measure.py          count, and write the file
    python tests/gold/measure.py --check  exit 1 where the file says something else

For each set and rule: its findings, how many of them stand on labelled words (`right`; a label
of the family or of one that a reader may take for it, as in score.py), and how many of the
family's `must` labels it finds (`found` of `of`). A rule without a finding is not listed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import score

TESTS = Path(__file__).parents[1]
MEASURED = TESTS.parent / "rules" / "measured.json"
COMMAND = [sys.executable, "-m", "carelint", "check", "--no-config", "--format", "json"]


def measured(folder: Path) -> dict[str, dict[str, int]]:
    """The counts of each rule on one set."""
    documents = [
        p for p in sorted(folder.iterdir())
        if p.with_name(p.stem + ".labels.jsonl").exists() and not p.name.endswith(".jsonl")
    ]  # fmt: skip
    done = subprocess.run(
        [*COMMAND, *map(str, documents)], capture_output=True, text=True, check=False
    )
    findings = json.loads(done.stdout)["findings"]
    table: dict[str, dict[str, int]] = defaultdict(lambda: {"findings": 0, "right": 0, "found": 0})
    musts: dict[str, int] = defaultdict(int)
    for document in documents:
        source = document.read_bytes().decode("utf-8")
        labels = [one for one in score.read_labels(document, source) if one.tier != "not"]
        starts = score.line_starts(source)
        for label in labels:
            musts[label.family] += label.tier == "must"
        found: set[tuple[str, int]] = set()
        for finding in findings:
            if Path(finding["path"]).name != document.name:
                continue
            row = table[finding["rule"]]
            family = finding["family"]
            hit = [i for i, one in enumerate(labels) if _touches(finding, one, starts, family)]
            row["findings"] += 1
            row["right"] += bool(hit)
            found |= {
                (finding["rule"], i)
                for i in hit
                if labels[i].tier == "must" and labels[i].family == family
            }
        for rule, _ in found:
            table[rule]["found"] += 1
    family_of = {finding["rule"]: finding["family"] for finding in findings}
    return {rule: {**row, "of": musts[family_of[rule]]} for rule, row in sorted(table.items())}


def _touches(finding: dict, label: score.Label, starts: list[int], family: str) -> bool:
    if family in score.DOCUMENT_LEVEL:
        return label.family == family
    start = starts[finding["line"] - 1] + finding["column"] - 1
    end = starts[finding["end_line"] - 1] + finding["end_column"] - 1
    near = score.NEAR.get(family, {family}) | {family}
    return label.text is not None and label.family in near and (
        start < label.end and label.start < max(end, start + 1)
    )  # fmt: skip


def text() -> str:
    """What rules/measured.json should hold."""
    sets = ("gold", "gold-blind", "gold-unseen")
    tables = {name: measured(TESTS / name) for name in sets}
    rules = sorted({rule for table in tables.values() for rule in table})
    found = {rule: {n: tables[n][rule] for n in sets if rule in tables[n]} for rule in rules}
    return json.dumps(found, indent=1) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="Write nothing.")
    counted = text()
    if parser.parse_args().check:
        return int(MEASURED.read_text("utf-8") != counted)
    MEASURED.write_text(counted, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
