"""The names by which configs and ignores speak of rules: code, id or family."""

from __future__ import annotations

from collections.abc import Collection

from carelint.yaml_source import nearest

#: (code, id, family) of every rule that may be named.
Known = Collection[tuple[str, str, str]]


class UnknownRule(Exception):
    """No rule, code or family has this name."""


class Names:
    """Leads from a name to the id or the family that it stands for; case does not matter."""

    def __init__(self, known_rules: Known) -> None:
        self._names = {family: family for _, _, family in known_rules}
        for code, rule, _ in known_rules:
            self._names[code] = self._names[rule] = rule

    def find(self, name: str) -> str | None:
        """The id or family of a name; None where there is none."""
        return self._names.get(name.upper()) or self._names.get(name.lower())

    def hint(self, name: str) -> str:
        """What to add to a message: "(did you mean `EFF001`?)" where a name is near."""
        return nearest(name.lower(), self._names) or nearest(name.upper(), self._names)

    def require(self, name: str) -> str:
        """The id or family of a name. Raises UnknownRule with the nearest name."""
        found = self.find(name.strip())
        if found is None:
            hint = self.hint(name.strip())
            raise UnknownRule(f"there is no rule `{name}`{hint}; `carelint rules` lists them")
        return found
