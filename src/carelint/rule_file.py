"""Reads rule files: YAML in, checked data out, or every fault with its file and line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from carelint.finding import SEVERITIES, Problem
from carelint.rule import (
    COVERS,
    HOUSE_POLICY,
    Authority,
    Cues,
    Example,
    Pattern,
    Rule,
    RuleBook,
    Term,
    Word,
)
from carelint.yaml_source import Mapping, Source, Text, Value, nearest

INFLECTIONS = ("noun", "verb", "none")
_REQUIRED = ("id", "code", "title", "severity", "why", "authority", "message", "advice", "examples")
_KEYS = (*_REQUIRED, "flag", "with", "unless", "when", "require", "blocks", "covers", "notes")
_TERM_KEYS = ("term", "means", "inflect", "includes", "words")
_WORD_KEYS = ("word", "also", "instead")
_EXAMPLE_KEYS = ("text", "format")
_CUE_PARTS = ("words", "governors", "subjects", "phrases", "opens", "traps")
_AUTHORITY_KEYS = ("name", "section", "demands", "jurisdictions", "link", "checked", "verified")


def load_rules(folders: Iterable[Path]) -> RuleBook:
    """Read rules, terms and authorities; a later folder overrides an earlier one by id.

    Never raises for what a file says: `problems` names file and line of each fault.
    """
    book = RuleBook()
    for folder in folders:
        for path in sorted(folder.rglob("*.yaml")):
            _read_file(book, folder, path)
    for rule in book.rules.values():
        for key in rule.authority:
            if key != HOUSE_POLICY and key not in book.authorities:
                book.problems.append(
                    Problem(
                        rule.path, 1, f"unknown authority `{key}`{nearest(key, book.authorities)}"
                    )
                )
    book.problems.sort()
    return book


def _read_file(book: RuleBook, folder: Path, path: Path) -> None:
    source = Source(path.as_posix())
    try:
        root = source.parse(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        source.problem(1, f"cannot read the file: {error}")
        root = None
    if root is not None:
        kind = path.relative_to(folder).parts[0]
        if kind == "terms":
            term = read_term(source, root)
            book.terms[term.name] = term
        elif kind == "authorities.yaml":
            book.authorities.update(_read_authorities(source, root))
        elif kind == "standings":
            cues = _read_cues(source, root)
            book.standings[cues.standing] = cues
        elif kind != "profiles":
            rule = read_rule(source, root, path.parent.name)
            if rule.id != path.stem:
                source.problem(1, f"the file of rule `{rule.id}` must be named {rule.id}.yaml")
            book.rules[rule.id] = rule
    book.problems.extend(source.problems)


def read_rule(source: Source, root: Mapping, family: str) -> Rule:
    """A rule from the mapping of its file; faults go to `source.problems`."""
    source.check_keys(root, _KEYS, _REQUIRED)
    severity = source.text(root, "severity", "warning")
    if severity not in SEVERITIES:
        source.problem(
            root.lines["severity"], f"unknown severity `{severity}`{nearest(severity, SEVERITIES)}"
        )
    covers = source.text(root, "covers")
    if covers and covers not in COVERS:
        hint = nearest(covers, COVERS)
        source.problem(root.lines["covers"], f"`covers` is sentence or rest, not `{covers}`{hint}")
    if ("flag" in root.entries) == ("when" in root.entries):
        source.problem(root.line, "a rule says either `flag` (… `unless`) or `when` … `require`")
    examples = root.entries.get("examples")
    shown = examples if isinstance(examples, Mapping) else Mapping({}, {}, root.line)
    source.check_keys(shown, ("flag", "pass"))
    return Rule(
        id=source.text(root, "id"),
        code=source.text(root, "code"),
        title=source.text(root, "title"),
        family=family,
        severity=severity,
        why=source.text(root, "why"),
        authority=tuple(item.value for item in source.texts(root, "authority")),
        message=source.text(root, "message"),
        advice=source.text(root, "advice"),
        flag=_patterns(source, root, "flag"),
        with_=_patterns(source, root, "with"),
        unless=_patterns(source, root, "unless"),
        when=_patterns(source, root, "when"),
        require=_patterns(source, root, "require"),
        blocks=tuple(item.value for item in source.texts(root, "blocks")),
        covers=covers,
        flags=_examples(source, shown, "flag"),
        passes=_examples(source, shown, "pass"),
        notes=source.text(root, "notes"),
        path=source.path,
    )


def _patterns(source: Source, root: Mapping, key: str) -> tuple[Pattern, ...]:
    found = []
    for item in source.items(root, key):
        if isinstance(item, Text):
            found.append(Pattern(item.line, text=item.value))
        elif isinstance(item, Mapping) and key == "flag":
            source.check_keys(item, ("who", "does", "what", "how", "not"), ("does",))
            parts = tuple((name, source.text(item, name)) for name in item.entries)
            found.append(Pattern(item.line, parts=parts))
        else:
            source.problem(item.line, f"`{key}` holds phrases, not a {type(item).__name__.lower()}")
    return tuple(found)


def _examples(source: Source, shown: Mapping, key: str) -> tuple[Example, ...]:
    found = []
    for item in source.items(shown, key):
        if isinstance(item, Text):
            found.append(Example(item.value, item.line))
        elif isinstance(item, Mapping):
            source.check_keys(item, _EXAMPLE_KEYS, ("text",))
            text = item.entries.get("text")
            if isinstance(text, Text):
                format_ = source.text(item, "format", "markdown")
                found.append(Example(text.value, text.line, format_))
        else:
            source.problem(item.line, "an example is a text, or `{text: …, format: …}`")
    return tuple(found)


def read_term(source: Source, root: Mapping) -> Term:
    """A term from the mapping of its file; faults go to `source.problems`."""
    source.check_keys(root, _TERM_KEYS, ("term", "means"))
    inflect = source.text(root, "inflect", "noun")
    if inflect not in INFLECTIONS:
        source.problem(
            root.lines["inflect"], f"unknown inflection `{inflect}`{nearest(inflect, INFLECTIONS)}"
        )
    words = tuple(_word(source, item) for item in source.items(root, "words"))
    includes = tuple(item.value for item in source.texts(root, "includes"))
    return Term(
        source.text(root, "term"), source.text(root, "means"), inflect, words, includes, source.path
    )


def _word(source: Source, item: Value) -> Word:
    if isinstance(item, Text):
        return Word(item.value)
    if isinstance(item, Mapping):
        source.check_keys(item, _WORD_KEYS, ("word",))
        also = tuple(text.value for text in source.texts(item, "also"))
        return Word(source.text(item, "word"), also, source.text(item, "instead"))
    source.problem(item.line, "a word is a text, or `{word: …, also: […]}`")
    return Word("")


def _read_cues(source: Source, root: Mapping) -> Cues:
    source.check_keys(root, ("standing", "means", *_CUE_PARTS), ("standing", "means"))
    parts = {part: tuple(t.value for t in source.texts(root, part)) for part in _CUE_PARTS}
    return Cues(
        source.text(root, "standing"), source.text(root, "means"), path=source.path, **parts
    )


def _read_authorities(source: Source, root: Mapping) -> dict[str, Authority]:
    found = {}
    for key, value in root.entries.items():
        if not isinstance(value, Mapping):
            source.problem(root.lines[key], f"`{key}` must be a mapping")
            continue
        source.check_keys(value, _AUTHORITY_KEYS, ("name", "demands"))
        texts = {
            name: source.text(value, name) for name in _AUTHORITY_KEYS if name != "jurisdictions"
        }
        where = tuple(item.value for item in source.texts(value, "jurisdictions"))
        found[key] = Authority(key, jurisdictions=where, **texts)
    return found
