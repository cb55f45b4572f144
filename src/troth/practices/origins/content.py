"""What an origin holds: where mistrust may come from, and how I know of it."""

from typing import Annotated, Literal, get_args

import msgspec

from troth.practices.content import content, tidy_text, write_back
from troth.practices.errors import BadContent

MOST = 2_000
OriginKind = Literal[
    "home_anger", "parents_parting", "abuse", "unsafe_neighbourhood", "betrayal",
    "lies", "hard_breakup", "loss", "workplace", "other",
]  # fmt: skip
Known = Literal["told", "noticed", "guessed"]
Year = Annotated[int, msgspec.Meta(ge=1900, le=2100)]
Age = Annotated[int, msgspec.Meta(ge=0, le=120)]
ORIGIN_KINDS: tuple[OriginKind, ...] = get_args(OriginKind)
KNOWN: tuple[Known, ...] = get_args(Known)


@content
class Origin:
    """Something of earlier years that trust may still be sore from.

    kind : what sort of thing it was
    known : they told me, I noticed it, or I guess it; kept apart, and only the first may ever be shared
    year, age : when it was, or how old they were; either, both or neither
    words : in the writer's own words
    what_helps_now : what does them good today
    """

    kind: OriginKind
    known: Known
    year: Year | None = None
    age: Age | None = None
    words: str = ""
    what_helps_now: str = ""

    def __post_init__(self) -> None:
        texts = ("words", "what_helps_now")
        write_back(self, **{name: tidy_text(getattr(self, name), field=name, most=MOST) for name in texts})
        if self.kind == "other" and not self.words:
            raise BadContent("words", "some words, as it is none of the kinds", reason="empty")
