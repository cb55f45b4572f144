"""What a listening holds: a talk that I listened to."""

from typing import Literal, get_args

from troth.practices.content import content, tidy_text, write_back
from troth.practices.errors import BadContent

MOST = 2_000
TEXTS = ("felt", "answered", "next_time")
Slip = Literal["fixing", "defending", "minimising", "none"]
SLIPS: tuple[Slip, ...] = get_args(Slip)


@content
class Listening:
    """A talk, from the side of the one who listened.

    said : what they said, in my words
    felt : what I think they felt; a guess, and shown as one
    answered : what I answered
    slipped : what slipped in, each once and in the order of ``SLIPS``; ``none`` stands alone; empty is not answered
    next_time : what I want to try
    """

    said: str
    felt: str = ""
    answered: str = ""
    slipped: tuple[Slip, ...] = ()
    next_time: str = ""

    def __post_init__(self) -> None:
        tidied = {name: tidy_text(getattr(self, name), field=name, most=MOST) for name in TEXTS}
        said = tidy_text(self.said, field="said", least=1, most=MOST)
        write_back(self, said=said, slipped=_tidy_slips(self.slipped), **tidied)


def _tidy_slips(slipped: tuple[Slip, ...]) -> tuple[Slip, ...]:
    if not isinstance(slipped, tuple) or not set(slipped) <= set(SLIPS):
        raise BadContent("slipped", f"some of {', '.join(SLIPS)}")
    if "none" in slipped and len(set(slipped)) > 1:
        raise BadContent("slipped", "none alone, or some of the others")
    return tuple(slip for slip in SLIPS if slip in slipped)
