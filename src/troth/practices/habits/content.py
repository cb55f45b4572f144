"""What is kept of a chat that was read: numbers by month. Nothing in it can hold a message or a name."""

import re
from typing import Final

from troth.practices.content import content, write_back
from troth.practices.errors import BadContent

MOST_MONTHS: Final = 600
MONTH: Final = re.compile(r"(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])")
# The coach's marks, as they are stored: a neighbour may not be asked.
MARKS: Final = (
    "validate", "reflect", "ask", "own", "commit", "lead", "affirm", "disclose",
    "minimise", "defend", "blame", "generalise", "contempt", "control", "pressure", "reassure-empty", "fix",
    "non-apology", "evade",
)  # fmt: skip


@content
class CountedMonth:
    """One month of own messages.

    month : like ``2026-05``
    messages, sentences : how many
    helps, hurts : sentences with at least one mark of that side
    marks : mark to the number of sentences that carry it; those without are left out
    """

    month: str
    messages: int
    sentences: int
    helps: int
    hurts: int
    marks: dict[str, int]

    def __post_init__(self) -> None:
        if not isinstance(self.month, str) or not MONTH.fullmatch(self.month):
            raise BadContent("months", "months like 2026-05")
        counts = (self.messages, self.sentences, self.helps, self.hurts, *self.marks.values())
        if not all(isinstance(count, int) and count >= 0 for count in counts):
            raise BadContent("months", "counts from 0")
        most = max(self.helps, self.hurts, *self.marks.values(), 0)
        if most > self.sentences or not set(self.marks) <= set(MARKS):
            raise BadContent("months", "known marks, none on more than all sentences")


@content
class Counted:
    """The counts of one reading.

    months : in order, each once
    """

    months: tuple[CountedMonth, ...]

    def __post_init__(self) -> None:
        months = tuple(sorted(self.months, key=lambda one: one.month))
        if not 1 <= len(months) <= MOST_MONTHS or len({one.month for one in months}) != len(months):
            raise BadContent("months", f"1 to {MOST_MONTHS} months, each once")
        write_back(self, months=months)

    @property
    def messages(self) -> int:
        """How many messages stand behind it."""
        return sum(one.messages for one in self.months)
