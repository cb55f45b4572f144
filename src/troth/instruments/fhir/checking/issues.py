"""What is wrong, where; and what a check needs to know of its surroundings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Severity = Literal["error", "warning"]
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing. `text` never repeats what somebody wrote."""

    severity: Severity
    code: str
    path: str
    text: str


@dataclass(slots=True)
class Check:
    """One check of one response. `is_begun` is true for a response in progress, which may lack answers."""

    form: Table
    response: Table
    files: Sequence[Table]
    is_begun: bool = False
    issues: list[Issue] = field(default_factory=list)

    def error(self, code: str, path: str, text: str) -> None:
        self.issues.append(Issue("error", code, path, text))

    def warning(self, code: str, path: str, text: str) -> None:
        self.issues.append(Issue("warning", code, path, text))

    def unfinished(self, code: str, path: str, text: str) -> None:
        """Note what is no error as long as the response is in progress."""
        self.issues.append(Issue("warning" if self.is_begun else "error", code, path, text))


def tables(value: object) -> list[Table]:
    """The tables of a list; whatever else there is, is not one."""
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def extensions(definition: Table, url: str) -> list[Any]:
    """The values of all extensions of this address."""
    found = []
    for one in tables(definition.get("extension")):
        if one.get("url") == url:
            found += [value for key, value in one.items() if key.startswith("value")]
    return found


def extension(definition: Table, url: str) -> Any:
    """The value of the first extension of this address."""
    return next(iter(extensions(definition, url)), None)
