"""The questions as data. The first fourteen are `troth-jealousy-control`; eight more are on money, threats, force, fear.

Wordings are made at a door; what stands here is which part a question belongs to and which sign it may be.
"""

from dataclasses import dataclass
from typing import Literal

from troth.safety import SIGN_KINDS, SignKind, Toward

Part = Literal["thoughts", "feelings", "my_actions", "toward_me"]
WEEK, MONTH = 7, 28


@dataclass(frozen=True, kw_only=True)
class Item:
    """One question: its key, its part, and the sign that an answer above 0 is, if any."""

    key: str
    part: Part
    kind: SignKind | None = None

    @property
    def toward(self) -> Toward:
        """Whom it was done to."""
        return "me" if self.part == "toward_me" else "other"


_ACTIONS: tuple[SignKind, ...] = ("checking_up", "questions", "outburst", "isolation", "fear")
_OWN: tuple[SignKind, ...] = ("money", "threat", "force", "fear")
ITEMS: tuple[Item, ...] = (
    Item(key="hidden", part="thoughts"),
    Item(key="doubt", part="thoughts"),
    Item(key="hurt", part="feelings"),
    Item(key="replaced", part="feelings"),
    *(Item(key=f"did_{kind}", part="my_actions", kind=kind) for kind in _ACTIONS),
    *(Item(key=f"met_{kind}", part="toward_me", kind=kind) for kind in _ACTIONS),
    *(Item(key=f"mine_{kind}", part="my_actions", kind=kind) for kind in _OWN),
    *(Item(key=f"me_{kind}", part="toward_me", kind=kind) for kind in _OWN),
)
# "Is it safe?" asks about four weeks, every kind in both directions, and nothing else.
MONTH_ITEMS: tuple[Item, ...] = (
    *(Item(key=f"mine_{kind}", part="my_actions", kind=kind) for kind in SIGN_KINDS),
    *(Item(key=f"me_{kind}", part="toward_me", kind=kind) for kind in SIGN_KINDS),
)
# How often an answer says at least: never, once, two or three times, four to six times, every day.
TIMES = {WEEK: (0, 1, 2, 4, 7), MONTH: (0, 1, 2, 3)}
ASKED = {
    WEEK: {item.key: item for item in ITEMS},
    MONTH: {item.key: item for item in MONTH_ITEMS},
}
