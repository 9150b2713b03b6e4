"""spaCy is imported only where a sentence must be parsed: it takes longer than all the rest."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from command import SOURCE, write

PROBE = """\
import sys
from carelint.cli import main
try:
    main(sys.argv[1:])
finally:
    print("spacy" if "spacy" in sys.modules else "no spacy")
"""
HEALTH = """\
# Panic disorder

A panic attack is a wave of fear with a racing heart, tingling hands and a tight chest. It passes,
usually in less than half an hour. When one follows another, a clinician may speak of panic
disorder.

A first appointment lasts 60 minutes and costs £85. We see adults in Aldmoor and by video, and we
treat panic disorder, grief and insomnia. Bring the names of your medicines with you.

Medically reviewed by Osian Frayne, MRCPsych, on 9 March 2026.
"""
SOFTWARE = """\
# Release 4.2

The importer now reads large CSV files instantly, and the menu remembers its place for good. We
fixed a crash on start that came back every time the network was down, and we removed the old
settings page once and for all. Upgrade with `pip install -U importer`; it works for everyone on
Python 3.11 or later, and nothing in your project has to change.

Thanks to all who reported the memory leak. The fix reduces the peak by 40 per cent in our tests.
The new cache heals itself after a broken write, so that you never need to clear it by hand again.
"""


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    write("health.md", HEALTH)
    write("software.md", SOFTWARE)
    write("claim.md", "Our programme cures depression.\n")
    write("broken.yaml", "selcet: []\n")
    write("off.yaml", "select: [citation, review]\n")


def probe(*arguments: str) -> str:
    """Whether a run of the command line imports spaCy, in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    command = [sys.executable, "-c", PROBE, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["check", "--help"],
        ["--version"],
        ["rules"],
        ["rules", "--format", "json"],
        ["explain", "EFF001"],
        ["explain", "no-such-rule"],
        ["check", "claim.md", "--config", "broken.yaml"],
        ["check", "gone.md"],
        ["check", "health.md"],
        ["check", "software.md", "--format", "json"],
        ["check", "claim.md", "--config", "off.yaml"],
    ],
    ids=" ".join,
)
def test_what_needs_no_parser_imports_none(arguments: list[str]) -> None:
    assert probe(*arguments) == "no spacy"


def test_a_claim_is_parsed() -> None:
    assert probe("check", "claim.md") == "spacy"
