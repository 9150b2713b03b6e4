"""carelint as the benchmark runs it: in this process, with the rules on citations only."""

from __future__ import annotations

import gc
from functools import cache

from carelint import readers
from carelint.finding import Finding
from carelint.run import Run, Setup


@cache
def _setup() -> Setup:
    setup = Run(options={"select": ["citation"]}, use_config=False).base
    gc.freeze()  # the compiled rules stay: looking at them again costs a fifth of the time
    return setup


def findings(source: str, name: str) -> list[Finding]:
    """The errors and warnings on citations in a document of this file name."""
    found, _ = _setup().check(readers.read(source.encode(), name))
    return [finding for finding in found if finding.severity in ("error", "warning")]
