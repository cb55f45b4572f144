"""Why an export cannot be read. Each is one line; none holds a message."""

from collections.abc import Sequence

MOST_NAMES = 20


class BadExport(ValueError):
    """The file cannot be read as an export of a chat."""


class WhichFormat(BadExport):
    """Nobody said what the file is, and it does not show."""


class WhichOrder(BadExport):
    """Day and month cannot be told apart."""

    def __init__(self, example: str) -> None:
        super().__init__(
            f'export: day and month cannot be told apart ("{example}"); give --order dmy, mdy or ymd'
        )


class WhoIsWho(BadExport):
    """No message is surely by the one who was named; `names` are those that were found."""

    def __init__(self, me: str, names: Sequence[str], *, why: str = "") -> None:
        self.names = tuple(sorted(names, key=lambda name: (name.casefold(), name)))
        shown = ", ".join(f'"{name}"' for name in self.names[:MOST_NAMES])
        more = len(self.names) - MOST_NAMES
        found = (
            f"names found: {shown}{f' and {more} more' if more > 0 else ''}" if shown else "no names found"
        )
        super().__init__(f'export: {why or f"""no message by "{me}" """.strip()}; {found}')
