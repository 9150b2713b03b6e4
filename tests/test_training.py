"""The labelled posts that the wording model is trained on, and the weights that came of them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from carelint.annotators.wording import trained_on

TRAINING = Path(__file__).parents[1] / "training"
sys.path.append(str(TRAINING))

posts = pytest.importorskip("posts", reason="training/ is not here")


def one(tmp_path: Path, text: str) -> posts.Post:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (post,) = posts.read_posts(tmp_path)
    return post


POST = """\
title: Home again
style: landing page
=
H|-|Home again

T|E|Our method clears burnout.
T|-|Sessions cost £75.

L|-|Weekly sessions
L|eP|You will sleep
Q|T|I slept.
C|-|Week ; What
C|E|1 ; Panic gone
B|-|Book now
A|p|A woman who smiles
"""


def test_a_post_becomes_markdown(tmp_path: Path) -> None:
    source, _ = one(tmp_path, POST).markdown()
    assert source.split("---\n", 2)[2].strip() == "\n".join([
        "# Home again", "", "", "Our method clears burnout. Sessions cost £75.", "",
        "- Weekly sessions", "- You will sleep", "", "> I slept.", "", "| Week | What |",
        "| --- | --- |", "| 1 | Panic gone |", "", "[Book now](https://example.com)", "",
        "![A woman who smiles](image.jpg)",
    ])  # fmt: skip


def test_every_line_knows_its_place_and_labels(tmp_path: Path) -> None:
    source, spans = one(tmp_path, POST).markdown()
    told = {source[a:b]: line.labels for a, b, line in spans if line.labels}
    assert told == {
        "Our method clears burnout.": (("efficacy", "must"),),
        "You will sleep": (("efficacy", "may"), ("promise", "must")),
        "I slept.": (("testimonial", "must"),),
        "1 | Panic gone": (("efficacy", "must"),),
        "A woman who smiles": (("promise", "may"),),
    }


@pytest.mark.parametrize("line", ["T|E", "X|E|Text.", "T|Z|Text.", "T||Text.", "T|E|a|b"])
def test_a_line_that_is_none_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(posts.PostError, match=r"a\.txt:4"):
        one(tmp_path, f"title: A\nstyle: b\n=\n{line}\n")


def test_all_posts_can_be_read() -> None:
    found = list(posts.read_posts())
    assert len(found) > 800
    for post in found:
        source, spans = post.markdown()
        assert [source[a:b].replace("\\.", ".", 1)[:9] for a, b, _ in spans] == [
            (line.text.replace(" ; ", " | ") if line.kind == "C" else line.text)[:9]
            for line in post.lines
        ]


def test_the_weights_are_those_of_the_posts() -> None:
    assert trained_on() == posts.fingerprint(), "run: python training/train.py"
