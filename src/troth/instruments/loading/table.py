"""One TOML table being read: takes fields by type, notes what is wrong and where, goes on."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from math import isfinite
from typing import Any

# Everything that is not for reading, line breaks and tabs apart.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
SHOWN = 20


@dataclass(slots=True)
class Table:
    """A table and its place. Every taken name is known; what nobody took is an unknown field."""

    values: dict[str, Any]
    place: str
    problems: list[str]
    taken: set[str] = field(default_factory=set)

    def at(self, name: str) -> str:
        return f"{self.place}.{name}" if self.place else name

    def wrong(self, name: str, what: str) -> None:
        self.problems.append(f"{self.at(name)}: {what}")

    def has(self, name: str) -> bool:
        return name in self.values

    def take(self, name: str, kind: str, fits: Callable[[Any], bool], *, required: bool = True) -> Any:
        """Take a field if it is there and fits; otherwise say what was expected."""
        self.taken.add(name)
        if name not in self.values:
            if required:
                self.wrong(name, f"missing; expected {kind}")
            return None
        value = self.values[name]
        if fits(value):
            return value
        self.wrong(name, f"expected {kind}")
        return None

    def text(self, name: str, *, required: bool = True, most: int = 4000) -> str:
        """Take text; what is absent or wrong is read as empty, and noted if it was required."""
        found = self.take(
            name, "text", lambda value: isinstance(value, str) and bool(value.strip()), required=required
        )
        if found is None:
            return ""
        if CONTROL.search(found):
            self.wrong(name, "holds a control character")
        if len(found) > most:
            self.wrong(name, f"{len(found):,} characters, at most {most:,} may be")
        return str(found)

    def perhaps(self, name: str, *, most: int = 4000) -> str | None:
        return self.text(name, required=False, most=most) or None

    def one_of(self, name: str, known: Sequence[str], *, required: bool = True) -> Any:
        """Take one of the known words."""
        found = self.take(name, _choices(known), lambda value: isinstance(value, str), required=required)
        if found is None or found in known:
            return found
        self.wrong(name, f"{shown(found)} is not {_choices(known)}")
        return None

    def whole(self, name: str, *, required: bool = True, least: int | None = None) -> int | None:
        found = self.take(name, "a whole number", lambda value: type(value) is int, required=required)
        if found is not None and least is not None and found < least:
            self.wrong(name, f"{found} is not {least} or more")
            return None
        return None if found is None else int(found)

    def number(self, name: str, *, required: bool = True, above: float | None = None) -> float | None:
        found = self.take(name, "a number", is_number, required=required)
        if found is not None and above is not None and not found > above:
            self.wrong(name, f"{found:g} is not above {above:g}")
            return None
        return None if found is None else found

    def switch(self, name: str, *, default: bool | None = None) -> bool:
        found = self.take(
            name, "true or false", lambda value: isinstance(value, bool), required=default is None
        )
        return bool(default if found is None else found)

    def day(self, name: str) -> date | None:
        found = self.take(name, "a date", lambda value: type(value) is date, required=False)
        return found if isinstance(found, date) else None

    def wholes(self, name: str) -> tuple[int, ...]:
        found = self.take(name, "a list of item numbers", _is_list_of_wholes)
        return tuple(found or ())

    def table(self, name: str, *, required: bool = True) -> "Table":
        found = self.take(name, "a table", lambda value: isinstance(value, dict), required=required)
        return Table(found or {}, self.at(name), self.problems)

    def tables(self, name: str, *, required: bool = False, least: int = 0) -> Iterator["Table"]:
        found = self.take(name, "a list of tables", _is_list_of_tables, required=required)
        if found is not None and len(found) < least:
            self.wrong(name, f"{len(found)} given, at least {least} needed")
        for place, one in enumerate(found or ()):
            yield Table(one, f"{self.at(name)}[{place}]", self.problems)

    def leave(self, elsewhere: Sequence[str] = ()) -> None:
        """Say which fields nobody knows, with the name that was probably meant."""
        for name in self.values:
            if name in self.taken:
                continue
            near = get_close_matches(name, sorted(self.taken), 1) or get_close_matches(name, elsewhere, 1)
            hint = f', did you mean "{near[0]}"?' if near else ""
            self.wrong(
                name if name.isprintable() and len(name) <= 40 else shown(name), f"unknown field{hint}"
            )


def is_number(value: object) -> bool:
    """Whether this is a finite number; TOML has nan and inf, and true is not one."""
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def shown(value: str) -> str:
    """Write a word of the file so that it stays one line."""
    cut = value if len(value) <= SHOWN else f"{value[:SHOWN]}…"
    return f'"{CONTROL.sub("?", cut)}"'.replace("\n", " ").replace("\t", " ")


def _choices(known: Sequence[str]) -> str:
    quoted = [f'"{word}"' for word in known]
    return f"{', '.join(quoted[:-1])} or {quoted[-1]}" if len(quoted) > 1 else quoted[0]


def _is_list_of_wholes(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(type(one) is int for one in value)


def _is_list_of_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)
