"""What a thing held back holds."""

from datetime import date
from typing import Literal, get_args

from troth.practices.content import content, tidy_text, write_back

MOST_WHAT = 2_000
MOST_WORDS = 1_000
Decision = Literal["undecided", "tell", "not_theirs"]
DECISIONS: tuple[Decision, ...] = get_args(Decision)


@content
class Heldback:
    """Something that the writer has not said.

    what : what it is, in their own words
    why : what holds them back
    decision : not decided yet, to be told, or not for the other to carry
    how : how to say it, where it is to be told
    tell_on : a day to say it on, or ``None``; nothing reminds of it
    """

    what: str
    why: str = ""
    decision: Decision = "undecided"
    how: str = ""
    tell_on: date | None = None

    def __post_init__(self) -> None:
        write_back(
            self,
            what=tidy_text(self.what, field="what", least=1, most=MOST_WHAT),
            why=tidy_text(self.why, field="why", most=MOST_WORDS),
            how=tidy_text(self.how, field="how", most=MOST_WORDS),
        )
