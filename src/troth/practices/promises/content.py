"""What a promise holds, and what its moves ask for."""

from datetime import datetime

from troth.practices.content import Moment, Percent, content, tidy_moment, tidy_text, write_back
from troth.practices.errors import BadContent
from troth.values import Dimension, Size

MOST_WORDING = 500
MOST_TO = 120


def _whole_minute(moment: datetime, *, field: str) -> datetime:
    tidied = tidy_moment(moment, field=field)
    if tidied.second or tidied.microsecond:
        raise BadContent(field, "a whole minute")
    return tidied


def _moment_or_none(moment: datetime | None, *, field: str) -> datetime | None:
    return None if moment is None else tidy_moment(moment, field=field)


@content
class Term:
    """A term that was moved: when it was due, when it was moved, how sure the writer had been of it."""

    due: Moment
    moved_at: Moment
    sure: Percent | None = None

    def __post_init__(self) -> None:
        write_back(
            self,
            due=_whole_minute(self.due, field="due"),
            moved_at=tidy_moment(self.moved_at, field="moved_at"),
        )


@content
class Promise:
    """Something the writer said they would do.

    wording : in their own words
    to : whom it was made to; empty is "my person"
    due : when it is due, at a whole minute
    size, dimension, sure : how big; what keeping it shows; how sure the writer is of this term, in per cent
    made_at : when it was made
    settled_at : when it was settled; only moves write it
    earlier : the terms before this one, oldest first; only moves write it
    """

    wording: str
    due: Moment
    size: Size
    made_at: Moment
    to: str = ""
    dimension: Dimension | None = None
    sure: Percent | None = None
    settled_at: Moment | None = None
    earlier: tuple[Term, ...] = ()

    def __post_init__(self) -> None:
        write_back(
            self,
            wording=tidy_text(self.wording, field="wording", least=1, most=MOST_WORDING),
            to=tidy_text(self.to, field="to", most=MOST_TO),
            due=_whole_minute(self.due, field="due"),
            made_at=tidy_moment(self.made_at, field="made_at"),
            settled_at=_moment_or_none(self.settled_at, field="settled_at"),
        )


@content
class Kept:
    """Given with *keep* and *keep_late*: when it was kept, or nothing."""

    kept_at: Moment | None = None

    def __post_init__(self) -> None:
        write_back(self, kept_at=_moment_or_none(self.kept_at, field="kept_at"))


@content
class NewTerm:
    """Given with both ways to renegotiate: the new due moment, and how sure the writer is of it."""

    due: Moment
    sure: Percent | None = None

    def __post_init__(self) -> None:
        write_back(self, due=_whole_minute(self.due, field="due"))
