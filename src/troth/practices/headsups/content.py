"""What a heads-up holds, and what telling it asks for."""

from typing import Literal, get_args

from troth.practices.content import Moment, content, tidy_moment, tidy_text, write_back

MOST_WHAT = 500
MOST_HOW = 500
Kind = Literal["plan", "change", "feeling"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@content
class Headsup:
    """Something that is better said early.

    what : in the writer's own words
    kind : a plan, a change of plan, or a feeling
    at : the moment it is about; ``None`` where there is none
    how_told : how it was said, or is to be said; may stay empty
    """

    what: str
    kind: Kind
    at: Moment | None = None
    how_told: str = ""

    def __post_init__(self) -> None:
        write_back(
            self,
            what=tidy_text(self.what, field="what", least=1, most=MOST_WHAT),
            at=None if self.at is None else tidy_moment(self.at, field="at"),
            how_told=tidy_text(self.how_told, field="how_told", most=MOST_HOW),
        )


@content
class Told:
    """Given with *tell*: how it was said, or nothing."""

    how_told: str = ""

    def __post_init__(self) -> None:
        write_back(self, how_told=tidy_text(self.how_told, field="how_told", most=MOST_HOW))
