"""What a boundary holds: a limit, theirs or mine."""

from typing import Literal, get_args

from troth.practices.content import content, tidy_text, write_back

MOST_WORDING = 500
MOST = 1_000
Whose = Literal["theirs", "mine"]
WHOSE: tuple[Whose, ...] = get_args(Whose)


@content
class Boundary:
    """A limit that somebody set for themself.

    whose : theirs or mine
    wording : the limit, plainly
    if_crossed : what I do then; something that I do, never a threat
    """

    whose: Whose
    wording: str
    if_crossed: str = ""

    def __post_init__(self) -> None:
        wording = tidy_text(self.wording, field="wording", least=1, most=MOST_WORDING)
        write_back(
            self, wording=wording, if_crossed=tidy_text(self.if_crossed, field="if_crossed", most=MOST)
        )
