"""What a win holds."""

from typing import Literal, get_args

from troth.practices.content import content, tidy_text, write_back

MOST_WHAT = 500
WinKind = Literal["kept_promise", "told_fear", "small_risk", "other"]
WIN_KINDS: tuple[WinKind, ...] = get_args(WinKind)


@content
class Win:
    """Something that went well, however small.

    what : in the writer's own words
    kind : a promise kept, a fear told, a small risk taken, or other
    """

    what: str
    kind: WinKind

    def __post_init__(self) -> None:
        write_back(self, what=tidy_text(self.what, field="what", least=1, most=MOST_WHAT))
