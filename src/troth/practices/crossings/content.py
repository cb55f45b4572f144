"""What a crossing holds: a boundary was held, or it was crossed."""

from typing import Literal, get_args

from troth.practices.content import content, tidy_text, write_back

MOST = 2_000
Outcome = Literal["held", "crossed"]
By = Literal["me", "them", ""]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
BY: tuple[By, ...] = get_args(By)


@content
class Crossing:
    """What became of a boundary, on the day of the entry.

    outcome : it was held, or crossed
    by : who held or crossed it; empty where that is not clear
    note : in the writer's own words
    """

    outcome: Outcome
    by: By = ""
    note: str = ""

    def __post_init__(self) -> None:
        write_back(self, note=tidy_text(self.note, field="note", most=MOST))
