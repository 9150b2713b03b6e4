"""Links: which of them lead to evidence, and what a link or an entry identifies."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from carelint.annotators.citations.grammar import DOI, PMID, URL

#: Hosts (and their subdomains) that publish research, guidance or official figures.
_HOSTS = frozenset(
    """doi.org ncbi.nlm.nih.gov europepmc.org clinicaltrials.gov cochranelibrary.com cochrane.org
    jamanetwork.com thelancet.com nejm.org bmj.com nature.com science.org sciencedirect.com
    springer.com springeropen.com biomedcentral.com wiley.com tandfonline.com sagepub.com oup.com
    cambridge.org apa.org psychiatryonline.org psychiatry.org frontiersin.org plos.org jmir.org
    mdpi.com karger.com liebertpub.com elsevier.com cell.com pnas.org acpjournals.org
    ahajournals.org
    jstor.org semanticscholar.org researchgate.net arxiv.org medrxiv.org psyarxiv.com osf.io
    annualreviews.org journals.lww.com lww.com elifesciences.org royalsocietypublishing.org
    nice.org.uk who.int nhs.uk europa.eu oecd.org un.org unodc.org rcpsych.ac.uk bps.org.uk
    bacp.co.uk ranzcp.org psychology.org.au camh.ca cpa.ca aap.org aacap.org asam.org aasm.org
    acog.org aamft.org istss.org emdria.org iocdf.org adaa.org nami.org mhanational.org
    pewresearch.org kff.org hse.ie hrb.ie sign.ac.uk isrctn.com prospero.york.ac.uk kingsfund.org.uk
    mentalhealth.org.uk mind.org.uk samaritans.org rand.org blackdoginstitute.org.au""".split()
)
_OFFICIAL = re.compile(
    r"(?:^|\.)(?:gov|mil|edu)(?:\.[a-z]{2})?$|(?:^|\.)(?:ac|gouv|govt|nhs|gc)\.[a-z]{2}$"
)
#: A way to get help, to book or to log in: no evidence, whoever offers it.
_NO_EVIDENCE = re.compile(
    r"help-?line|hotline|find-?(?:a-)?(?:help|treatment|therapist|doctor)|988|contact|appointment"
    r"|booking|login|sign-?in|donate|jobs|careers|privacy|locat(?:ion|or)",
    re.IGNORECASE,
)
_CODE = re.compile(r"\b(?:NG|CG|TA|IPG|QS|HTG|NCT|ISRCTN|CD|SIGN)\s?\d{2,8}\b", re.IGNORECASE)
_PUBMED = re.compile(r"(?:pubmed(?:\.ncbi\.nlm\.nih\.gov)?|/pubmed)/(\d{3,9})")
_TRACKING = re.compile(r"^(?:utm_|fbclid|gclid|mc_|ref$|ref=)")


def is_evidence(target: str) -> bool:
    """Whether a link's target is a page that can bear a claim out."""
    parts = _split(target)
    if parts is None:
        return target.lower().startswith("doi:")
    host, path = parts
    if path in ("", "/") or _NO_EVIDENCE.search(path):
        return False
    return any(host == h or host.endswith("." + h) for h in _suffixes(host)) or bool(
        _OFFICIAL.search(host)
    )


def is_external(target: str) -> bool:
    """Whether a link leaves the page for another address of the web."""
    return target.lower().startswith(("http://", "https://", "//"))


def host_words(target: str) -> frozenset[str]:
    """The words of a host that may name its owner: "www.nimh.nih.gov" gives nimh, nih."""
    parts = _split(target)
    return frozenset(parts[0].split(".")[:-1]) - {"www", "co", "ac"} if parts else frozenset()


def identifiers(text: str, targets: tuple[str, ...] = ()) -> frozenset[str]:
    """What the text and its links identify: DOI, PubMed id, guideline or trial code, address."""
    whole = " ".join((text, *targets))
    found = {"doi:" + m.group().rstrip(".,;").lower() for m in DOI.finditer(whole)}
    found |= {f"{m[1].lower()}:{m[2]}" for m in PMID.finditer(whole)}
    found |= {f"pmid:{m[1]}" for m in _PUBMED.finditer(whole)}
    found |= {"code:" + m.group().replace(" ", "").lower() for m in _CODE.finditer(whole)}
    for target in (*targets, *(m.group() for m in URL.finditer(text))):
        if (address := _address(target)) and "doi.org/" not in address:
            found.add("url:" + address)
    return frozenset(found)


def _address(target: str) -> str:
    """A URL without scheme, "www.", tracking and final slash; "" for what is no web address."""
    parts = _split(target)
    if parts is None or parts[1] in ("", "/"):
        return ""
    host, path = parts
    query = "&".join(
        p for p in urlsplit(_with_scheme(target)).query.split("&") if p and not _TRACKING.match(p)
    )
    return host + path.rstrip("/").lower() + ("?" + query if query else "")


def _split(target: str) -> tuple[str, str] | None:
    """Host (lower case, without "www.") and path of a web address."""
    target = _with_scheme(target.rstrip(".,;"))
    if not is_external(target):
        return None
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    return (parts.hostname or "").removeprefix("www."), parts.path


def _with_scheme(target: str) -> str:
    return "https://" + target if target.startswith("www.") else target


def _suffixes(host: str) -> list[str]:
    """The known hosts that this one may belong to."""
    words = host.split(".")
    return [tail for i in range(len(words)) if (tail := ".".join(words[i:])) in _HOSTS]
