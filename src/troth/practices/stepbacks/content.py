"""What a decision aid holds."""

from datetime import date
from typing import Literal, get_args

from troth.practices.content import content, tidy_text, write_back
from troth.practices.errors import BadContent

MOST = 4_000
Safe = Literal["yes", "unsure", "no"]
Leaning = Literal["stay", "pause", "step_back", "leave_safely"]
SAFE: tuple[Safe, ...] = get_args(Safe)
LEANINGS: tuple[Leaning, ...] = get_args(Leaning)
TEXTS = ("tried", "cost", "change", "reason", "again", "why")


@content
class StepBack:
    """Safety first, then what was tried, what it costs, what would have to change by when.

    safe : whether the writer feels safe
    tried, cost, change : what was tried; what it costs me; what would have to change
    by_when : the day by which it would have to
    leaning, reason : which way I lean today, and why
    again, leaning_again, second_on : the second sitting, on a later day
    outcome, why : what was decided
    """

    safe: Safe
    tried: str = ""
    cost: str = ""
    change: str = ""
    by_when: date | None = None
    leaning: Leaning | None = None
    reason: str = ""
    again: str = ""
    leaning_again: Leaning | None = None
    second_on: date | None = None
    outcome: Leaning | None = None
    why: str = ""

    def __post_init__(self) -> None:
        write_back(self, **{name: tidy_text(getattr(self, name), field=name, most=MOST) for name in TEXTS})
        if self.safe not in SAFE:
            raise BadContent("safe", f"one of {', '.join(SAFE)}")
        for name in ("leaning", "leaning_again", "outcome"):
            if getattr(self, name) not in (None, *LEANINGS):
                raise BadContent(name, f"one of {', '.join(LEANINGS)}")
