"""What a planned rest holds."""

from typing import Literal, get_args

from troth.practices.content import Moment, content, tidy_moment, tidy_text, write_back

MOST_WHAT = 500
Kind = Literal["sleep", "move", "people", "alone", "joy", "other"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@content
class Rest:
    """Something that gives the writer strength back.

    what : in their own words
    kind : sleep, moving, people, time alone, joy, or other
    when : a moment for it, or ``None``
    """

    what: str
    kind: Kind
    when: Moment | None = None

    def __post_init__(self) -> None:
        write_back(
            self,
            what=tidy_text(self.what, field="what", least=1, most=MOST_WHAT),
            when=None if self.when is None else tidy_moment(self.when, field="when"),
        )
