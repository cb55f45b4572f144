"""Hard days: when the next one is, and which are coming up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, date

from troth.practices.document import Document
from troth.practices.triggers.content import Trigger, in_year

DAYS_AHEAD = 14


@dataclass(frozen=True, kw_only=True, slots=True)
class Coming:
    """A hard day that is near: which trigger's, on which day, how many days away."""

    trigger: Document[Trigger]
    on: date
    away_days: int


def next_hard_day(trigger: Trigger, on: date) -> date | None:
    """Say when the yearly hard day of a trigger comes next.

    Parameters
    ----------
    trigger : the content
    on : the day of asking, in the writer's zone

    Returns
    -------
    date or None : the first such day that is ``on`` or later; ``None`` where there is no hard day, or no year left

    Raises
    ------
    Nothing.

    Source
    ------
    Practice map, B5: known hard dates are told of beforehand.

    Examples
    --------
    >>> next_hard_day(Trigger(what="The day of the move", hard_day="03-14"), date(2026, 3, 15)).isoformat()
    '2027-03-14'
    >>> next_hard_day(Trigger(what="Loud voices"), date(2026, 3, 15)) is None
    True
    """
    if not trigger.hard_day:
        return None
    this_year = in_year(trigger.hard_day, on.year)
    if this_year >= on:
        return this_year
    return in_year(trigger.hard_day, on.year + 1) if on.year < MAXYEAR else None


def coming_up(documents: Iterable[Document[Trigger]], on: date, days: int = DAYS_AHEAD) -> tuple[Coming, ...]:
    """List the hard days that are near.

    Parameters
    ----------
    documents : triggers, in any order; eased ones are left out
    on : the day of asking, in the writer's zone
    days : how many days to look ahead; 0 is the day itself

    Returns
    -------
    tuple : the nearest first; of the same day, the one written first

    Raises
    ------
    Nothing.

    Source
    ------
    Practice map, B5. Two weeks are our choice.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from troth.practices.lifecycle import start
    >>> at, day = datetime(2026, 3, 1, 18, tzinfo=UTC), date(2026, 3, 1)
    >>> move_day = start("triggers", Trigger(what="The day of the move", hard_day="03-14"), at=at, on=day)
    >>> [one.away_days for one in coming_up([move_day], day)], coming_up([move_day], day, days=12)
    ([13], ())
    """
    near = [one for document in documents if (one := _coming(document, on)) and one.away_days <= days]
    return tuple(sorted(near, key=lambda one: (one.on, one.trigger.written_at)))


def _coming(document: Document[Trigger], on: date) -> Coming | None:
    day = next_hard_day(document.content, on) if document.state == "active" else None
    return None if day is None else Coming(trigger=document, on=day, away_days=(day - on).days)
