"""What the keys of front matter, JSON-LD, meta tags and microdata mean.

Keys are compared in small letters with underscores, so that `medicalReviewer`,
`medical-reviewer` and `medical_reviewer` are one key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from carelint.document import Document

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_REVIEWER = re.compile(
    r"(?:(?:medical|medically|clinical|clinically|expert|scientific|scientifically|professional"
    r"|psychiatric|peer)_)?(?:reviewed|checked|verified|approved|vetted)_by"
    r"|(?:(?:medical|clinical|expert|scientific|professional|psychiatric|peer)_)?reviewers?"
    r"|article:reviewer|medical_editor|editor_medical|medical_advis[eo]r|medical_approver"
)
_EDITORIAL = re.compile(
    r"fact_?checked_by|fact_?checkers?|editors?|edited_by|copy_?editor|proofreader|proofread_by"
    r"|(?:legal|legally|compliance|copy|editorial|technical|seo)_review(?:er|ed_by)"
)
#: A key that may hold a name, a date, yes or no, or a whole line.
_LOOSE = re.compile(
    r"(?:(?:medical|medically|clinical|clinically|expert)_)?review(?:ed)?|byline|review_line"
    r"|attribution"
)
_AUTHOR = re.compile(r"authors?|written_by|writers?|article:author|creator|dc_creator")
_DATES = {
    "reviewed": re.compile(
        r"(?:(?:last|medically|medical|clinically|clinical|date)_)*(?:review|reviewed)"
        r"(?:_(?:on|at|date))"
        r"|(?:last|date)_(?:medically_|clinically_)?review(?:ed)?(?:_(?:on|at|date))?"
    ),
    "next": re.compile(
        r"(?:next|due)_review(?:_(?:on|at|date|due))?|review_(?:due|by_date|again)(?:_date)?"
    ),
    "updated": re.compile(
        r"(?:last_)?(?:updated|modified|update|mod)(?:_(?:on|at|date|time))?|lastmod"
        r"|date_(?:modified|updated)|article:modified_time|og:updated_time"
    ),
    "published": re.compile(
        r"(?:date|pub_?date|publish_?date|published|created)(?:_(?:on|at|date|time))?|date_published"
        r"|article:published_time"
    ),
}
#: What a field of a person says.
_FIELDS = {
    "name": "name", "by": "name", "full_name": "name", "credentials": "detail",
    "credential": "detail", "title": "detail", "job_title": "detail", "role": "detail",
    "position": "detail", "honorific_suffix": "detail", "qualifications": "detail",
    "qualification": "detail", "bio": "detail", "description": "detail", "suffix": "detail",
    "has_credential": "detail", "license": "detail", "licence": "detail",
    "@type": "type", "type": "type", "@id": "key", "id": "key",
    "slug": "key", "url": "key", "link": "key", "email": "key", "date": "date", "on": "date",
    "reviewed_on": "date", "last_reviewed": "date", "date_reviewed": "date",
}  # fmt: skip

#: A map that tells of the review, and what its fields say.
_REVIEW = frozenset({"review", "medical_review", "clinical_review"})
_OF_REVIEW = {
    "by": "name", "name": "name", "reviewer": "name", "credentials": "detail", "date": "date",
    "on": "date",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a person. `who` is reviewer, editor or author, `whose` the parts of the
    path that stand for the person, `name` value, name, detail, type, key or date.
    """

    who: str
    whose: tuple[str, ...]
    name: str


def plain(key: str) -> list[str]:
    """The parts of a key path in small letters with underscores."""
    return [_CAMEL.sub("_", part).lower().replace("-", "_") for part in key.split(".") if part]


def place(document: Document, key: str) -> str:
    """The words for where a key stands."""
    if key.startswith("jsonld."):
        return "the structured data"
    if key.startswith("itemprop."):
        return "the microdata"
    if "-" in key or ":" in key:
        return "a meta tag"
    return "the front matter" if document.source.startswith(("---", "+++")) else "the metadata"


def person_field(parts: list[str]) -> Field | None:
    """What a path says of a person; None for a path about nobody."""
    if parts[0] == "jsonld" and "review" in parts:
        return None  # a customer's review
    for index, part in enumerate(parts):
        tail = parts[index + 1 :]
        whose = tuple(parts[: index + 1])
        if who := role_of(part):
            name = "value" if not tail else _FIELDS.get(tail[0], "") if len(tail) == 1 else ""
            return Field(who, whose, name) if name else None
        if part in _REVIEW and len(tail) == 1 and tail[0] in _OF_REVIEW:
            return Field("reviewer", whose, _OF_REVIEW[tail[0]])
        if not tail:
            return _joined(part, whose)
    return None


def _joined(part: str, whose: tuple[str, ...]) -> Field | None:
    """A person and a field in one key: `reviewer_credentials`."""
    for field, meaning in _FIELDS.items():
        if part.endswith("_" + field) and (who := role_of(part[: -len(field) - 1])):
            return Field(who, whose, meaning)
    return None


def role_of(part: str) -> str | None:
    """Reviewer, editor or author; None for another key."""
    if _REVIEWER.fullmatch(part):
        return "reviewer"
    if _EDITORIAL.fullmatch(part):
        return "editor"
    return "author" if _AUTHOR.fullmatch(part) else None


def is_loose(part: str) -> bool:
    """Whether a key may hold a name, a date, yes or no, or a whole line."""
    return _LOOSE.fullmatch(part) is not None


def is_clinical(parts: Iterable[str]) -> bool:
    """Whether a path says that the review was medical or clinical."""
    return any(word in part for part in parts for word in ("medical", "clinical", "psychiatric"))


def date_meaning(part: str) -> str | None:
    """What the date of a key means: reviewed, next, updated or published."""
    return next((meaning for meaning, key in _DATES.items() if key.fullmatch(part)), None)
