#!/usr/bin/env python3
"""Score carelint against documents labelled by GUIDELINE.md.

    score.py GOLD_DIR                      run carelint on every document, print the table
    score.py GOLD_DIR --show               also list every miss and false alarm
    score.py GOLD_DIR --family efficacy    one family only
    score.py GOLD_DIR --findings out.json  score a report made earlier
    score.py GOLD_DIR --command "carelint check --format json"

Recall is over `must` labels. A finding is a false alarm unless it overlaps a
`must` or `may` label of its own family, or of a family that a reader could
confuse it with (see NEAR). Only the standard library is used.
"""

from __future__ import annotations

import argparse
import json
import re
import shlex
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

CORE = ("efficacy", "promise", "statistic", "citation", "review")
DOCUMENT_LEVEL = {"review", "crisis"}
CLAIMS = {"efficacy", "promise", "statistic", "safety", "comparison", "regulatory", "testimonial"}
NEAR = dict.fromkeys(CLAIMS, CLAIMS)


@dataclass(frozen=True)
class Label:
    family: str
    tier: str
    text: str | None
    start: int
    end: int


def locate(source: str, label: dict, where: str) -> tuple[int, int]:
    """Return the offsets of a label's text; any run of white space matches one space."""
    if label.get("text") is None:
        return 0, len(source)
    pattern = r"\s+".join(re.escape(word) for word in label["text"].split())
    matches = list(re.finditer(pattern, source))
    nth = label.get("nth", 1)
    if len(matches) < nth:
        raise SystemExit(f"{where}: text not found: {label['text']!r}")
    match = matches[nth - 1]
    return match.start(), match.end()


def read_labels(document: Path, source: str) -> list[Label]:
    path = document.with_name(document.stem + ".labels.jsonl")
    labels = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip():
            raw = json.loads(line)
            start, end = locate(source, raw, f"{path.name}:{number}")
            labels.append(Label(raw["family"], raw["tier"], raw.get("text"), start, end))
    return labels


def line_starts(source: str) -> list[int]:
    return [0] + [match.end() for match in re.finditer(r"\r\n|\r|\n", source)]


def findings_by_file(args, documents: list[Path]) -> dict[str, list[dict]]:
    if args.findings:
        report = json.loads(Path(args.findings).read_text("utf-8"))
    else:
        command = shlex.split(args.command) + [str(path) for path in documents]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode not in (0, 1):
            raise SystemExit(f"{args.command} exited {done.returncode}:\n{done.stderr[-2000:]}")
        report = json.loads(done.stdout)
    grouped = defaultdict(list)
    for finding in report["findings"]:
        grouped[Path(finding["path"]).name].append(finding)
    return grouped


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--command", default="carelint check --no-config --no-cache --format json")
    parser.add_argument("--findings")
    parser.add_argument("--family", action="append")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    args = parser.parse_args()

    documents = sorted(p for p in args.gold.iterdir() if p.with_name(p.stem + ".labels.jsonl").exists()
                       and not p.name.endswith(".labels.jsonl"))
    if not documents:
        raise SystemExit(f"no labelled documents in {args.gold}")
    reported = findings_by_file(args, documents)

    must, hit, alarms, neutral = (defaultdict(int) for _ in range(4))
    notes = []
    for document in documents:
        source = document.read_bytes().decode("utf-8")
        starts = line_starts(source)
        labels = read_labels(document, source)
        spans = []
        for finding in reported.get(document.name, []):
            start = starts[finding["line"] - 1] + finding["column"] - 1
            end = starts[finding["end_line"] - 1] + finding["end_column"] - 1
            spans.append((finding, start, max(end, start + 1)))
        for label in labels:
            if label.tier != "must":
                continue
            must[label.family] += 1
            found = any(f["family"] == label.family and (label.text is None or (s < label.end and label.start < e))
                        for f, s, e in spans)
            hit[label.family] += found
            if not found:
                notes.append((label.family, "miss", document.name, source.count("\n", 0, label.start) + 1,
                              label.text or "(whole document)"))
        for finding, start, end in spans:
            family = finding["family"]
            near = NEAR.get(family, {family})
            good = False
            for label in labels:
                if label.tier == "not":
                    continue
                if family in DOCUMENT_LEVEL:
                    good |= label.family == family
                elif label.family in near | {family} and label.text is not None:
                    good |= start < label.end and label.start < end
            if good:
                neutral[family] += 1
            else:
                alarms[family] += 1
                notes.append((family, "false alarm", document.name, finding["line"],
                              f"{finding['code']} {source[start:end][:160]!r}"))

    families = args.family or sorted(set(must) | set(alarms), key=lambda f: (f not in CORE, f))
    table = {}
    for family in families:
        table[family] = figures(must[family], hit[family], alarms[family])
    chosen = [f for f in families if f in CORE]
    table["core"] = figures(*(sum(d[f] for f in chosen) for d in (must, hit, alarms)))
    if args.json:
        print(json.dumps(table, indent=1))
    else:
        print(f"{len(documents)} documents\n{'family':12} {'must':>5} {'hit':>5} {'alarms':>6} {'recall':>7} {'precision':>9} {'F1':>6}")
        for family, row in table.items():
            print(f"{family:12} {row['must']:5} {row['hit']:5} {row['alarms']:6} {row['recall']:7.3f} {row['precision']:9.3f} {row['f1']:6.3f}")
    if args.show:
        for family, kind, name, line, text in sorted(notes):
            if family in families:
                print(f"{kind:11} {family:10} {name}:{line}: {' '.join(text.split())}")
    return 0


def figures(must: int, hit: int, alarms: int) -> dict:
    recall = hit / must if must else 1.0
    precision = hit / (hit + alarms) if hit + alarms else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"must": must, "hit": hit, "alarms": alarms, "recall": recall, "precision": precision, "f1": f1}


if __name__ == "__main__":
    sys.exit(main())
