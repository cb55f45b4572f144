"""What a noticed effort holds."""

from typing import Literal, get_args

from troth.practices.content import content, tidy_text, write_back

MOST_WHAT = 500
Kind = Literal["told_something", "asked_for_help", "stayed", "came_back", "tried_something_new", "other"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@content
class Effort:
    """One thing that they tried. It says what the writer saw, and measures nothing.

    kind : told something, asked for help, stayed, came back, tried something new, or other
    what : in the writer's own words; empty after two taps
    """

    kind: Kind
    what: str = ""

    def __post_init__(self) -> None:
        write_back(self, what=tidy_text(self.what, field="what", most=MOST_WHAT))
