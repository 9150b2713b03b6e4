"""What stands beside a name: a clinical credential, another one, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from carelint.annotators.review.names import Name
from carelint.annotators.review.page import Page
from carelint.document import Span
from carelint.label import Label

#: Terms whose letters license their bearer to assess or treat patients.
_CLINICAL = ("medical-credential", "pharmacy-credential", "therapy-credential")
_PRESCRIBING = ("medical-credential", "pharmacy-credential")
_REGISTERED = re.compile(
    r"\b(?:GMC|HCPC|NMC|GPhC|NPI|AHPRA|BACP|UKCP|BPS|PSI|licen[cs]e|registration)\b"
    r"[\s:#]*(?:no\.?|number|nr\.?)?[\s:#]*[A-Z]{0,4}\d{4,}"
    r"|\b[A-Z]{3,6}[ -](?:accredited|registered)\b"
    r"|\b(?:registered|chartered|accredited|licensed|board[- ]certified)\b",
)
#: A doctorate of medicine as German, Swiss and Austrian doctors bear it: "Dr. med.".
_MEDICAL_TITLE = re.compile(r"\b((?:PD |Prof\. )?Dr\.?\s(?:univ\.\s)?med)\.\s+(?:[a-z]+\.\s+)*$")
_TITLE_REACH = 40
_FIELD = re.compile(r"\.?\s*(?:\(\s*|,?\s*in\s+)([^\W\d_][\w ,&-]*)")
_CLINICAL_FIELD = re.compile(
    r"psych|clinic|medic|neuro|counsel|nurs|pharm|social work|health|therap|sexol|behavio|addict",
    re.IGNORECASE,
)
_LETTERS = re.compile(
    r"\s*[,(]?\s*([A-Z][A-Za-z]{0,4}[A-Z][A-Za-z]{0,5}|[A-Z]\.(?:[A-Z][a-z]{0,4}\.)+)(?=[\s,;.)-]|$)"
)
_NO_LETTERS = frozenset(
    "USA UK US EU NHS LLC LLP PLC PBC NGO PR HR SEO TV BBC AM PM UX UI AI IT NY CA TX".split()
)
_PRESCRIBER = re.compile(r"psychiatr|physician|doctor|\bgp\b|practitioner|pharmac|medical", re.I)


@dataclass(frozen=True, slots=True)
class Standing:
    """The credentials as written; `clinical` if one of them counts, `prescribes` if
    one is a doctor's, a prescribing nurse's or a pharmacist's; `kinds` are the kinds
    of the letters (medical, pharmacy, therapy); `titled` if Dr stands before the name.
    """

    credentials: tuple[str, ...] = ()
    clinical: bool = False
    prescribes: bool = False
    titled: bool = False
    kinds: frozenset[str] = frozenset()

    def with_more(self, other: Standing) -> Standing:
        """This standing and what another place says of the same person."""
        return Standing(
            self.credentials + tuple(c for c in other.credentials if c not in self.credentials),
            self.clinical or other.clinical,
            self.prescribes or other.prescribes,
            self.titled or other.titled,
            self.kinds | other.kinds,
        )


#: Nothing stands beside the name.
NO_STANDING = Standing()


def standing(page: Page, name: Name, detail: Span) -> Standing:
    """What the words after a name say of the person's profession."""
    others = _spans(page, "other-role", detail)
    roles = [
        label
        for label in page.labels.within("clinical-role", detail)
        if not any(other.overlaps(label.span) and len(other) > len(label.span) for other in others)
    ]
    clinical = [label for kind in _CLINICAL for label in page.labels.within(kind, detail)]
    doctorates = list(page.labels.within("doctorate", detail))
    clinical += [label for label in doctorates if _is_clinical(page, label, detail)]
    clinical += roles
    written = sorted({label.span for label in clinical})
    letters = [page.document.slice(span) for span in written]
    other = _spans(page, "other-credential", detail) + others
    other += _spans(page, "doctorate", detail)
    before = page.text[max(name.span.start - _TITLE_REACH, 0) : name.span.start]
    doctor = _MEDICAL_TITLE.search(before)
    if doctor and not letters:
        letters = [doctor[1]]
    if not letters:
        letters = _unlisted(page, detail, bool(other))
    counts = bool(letters)
    return Standing(
        tuple(letters or [page.document.slice(span) for span in sorted(set(other))]),
        clinical=counts,
        prescribes=doctor is not None
        or any(page.has(kind, detail) for kind in _PRESCRIBING)
        or any(_prescribing_role(page, label) for label in roles),
        titled=name.titled,
        kinds=frozenset(k.split("-")[0] for k in _CLINICAL if page.has(k, detail)),
    )


def _spans(page: Page, name: str, detail: Span) -> list[Span]:
    return [label.span for label in page.labels.within(name, detail)]


def _is_clinical(page: Page, label: Label, detail: Span) -> bool:
    """A doctorate counts unless a field is named that has nothing to do with care."""
    field = _FIELD.match(page.text, label.span.end, detail.end)
    return field is None or _CLINICAL_FIELD.search(field.group()) is not None


def _prescribing_role(page: Page, label: Label) -> bool:
    return _PRESCRIBER.search(page.document.slice(label.span)) is not None


def _unlisted(page: Page, detail: Span, other: bool) -> list[str]:
    """A register's number, or letters after the name that no list knows: they count."""
    registered = _REGISTERED.search(page.text, detail.start, detail.end)
    if registered and not other:
        return [registered.group()]
    letters = _LETTERS.match(page.text, detail.start, detail.end)
    if letters and not other and letters[1] not in _NO_LETTERS:
        return [letters[1]]
    return []
