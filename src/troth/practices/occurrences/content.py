"""What an occurrence holds: that a trigger happened, and what I did. All of it may wait."""

from typing import Literal, get_args

from troth.practices.content import content, tidy_text, write_back

MOST = 2_000
Helped = Literal["", "yes", "a_little", "no"]
HELPED: tuple[Helped, ...] = get_args(Helped)
TEXTS = ("note", "did", "helps_next")


@content
class Occurrence:
    """A trigger happened, on the day of the entry. Nothing here is needed, so that two taps are enough.

    note : what happened
    did : what I did
    helped : whether that helped; empty while it is not said
    helps_next : what may help next time
    """

    note: str = ""
    did: str = ""
    helped: Helped = ""
    helps_next: str = ""

    def __post_init__(self) -> None:
        write_back(self, **{name: tidy_text(getattr(self, name), field=name, most=MOST) for name in TEXTS})
