"""What one check holds: answers by key, over seven days or, for the plain questions, over four weeks."""

from collections.abc import Mapping
from typing import Literal

from troth.practices.content import content, tidy_text, write_back
from troth.practices.errors import BadContent
from troth.practices.jealousy.items import ASKED, TIMES

MOST_NOTE = 4_000


@content
class Check:
    """Answers to the check, each a point on its scale; what was left blank has no key.

    over_days : 7 for the weekly check (0 never to 4 every day), 28 for the plain questions (0 to 3)
    answers : key of a question to points
    note : in the writer's own words
    """

    over_days: Literal[7, 28]
    answers: Mapping[str, int]
    note: str = ""

    def __post_init__(self) -> None:
        write_back(self, note=tidy_text(self.note, field="note", most=MOST_NOTE))
        if self.over_days not in ASKED:
            raise BadContent("over_days", "7 or 28")
        most = len(TIMES[self.over_days]) - 1
        for key, points in self.answers.items():
            if key not in ASKED[self.over_days]:
                raise BadContent("answers", "the keys of the check's own questions")
            if type(points) is not int or not 0 <= points <= most:
                raise BadContent(f"answers.{key}", f"0 to {most}")
        if not self.answers:
            raise BadContent("answers", "one answer at least", reason="empty")
