"""The life of a decision: a first sitting, a second on another day, a decision; and it may be thought over again."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from troth.practices.content import content
from troth.practices.document import Document
from troth.practices.errors import BadContent
from troth.practices.plug import Move
from troth.practices.stepbacks.content import Leaning, StepBack

STATES = ("first", "second", "decided")
FIXED = ("again", "leaning_again", "second_on", "outcome", "why")
# A night has to lie between. The writer's own day is checked besides, because UTC may call two evenings one day.
A_NIGHT = timedelta(hours=6)


@content
class SecondSitting:
    """What the second sitting brings: the day it is held on, and how it looks now."""

    on: date
    leaning: Leaning
    words: str = ""


@content
class Decision:
    """What was decided, and why in one's own words."""

    outcome: Leaning
    why: str = ""


def _night_between(document: Document[StepBack], at: datetime) -> bool:
    return at - document.written_at >= A_NIGHT


def _sit_again(content: StepBack, given: SecondSitting, _at: datetime) -> StepBack:
    return replace(content, again=given.words, leaning_again=given.leaning, second_on=given.on)


def _decide(content: StepBack, given: Decision, _at: datetime) -> StepBack:
    return replace(content, outcome=given.outcome, why=given.why)


def _reopen(content: StepBack, _given: None, _at: datetime) -> StepBack:
    return replace(content, outcome=None, why="")


def check(document: Document[StepBack]) -> None:
    """Refuse a second sitting on the day of the first, and a state that its parts contradict.

    Parameters
    ----------
    document : the whole decision aid

    Returns
    -------
    None

    Raises
    ------
    BadContent : the second sitting is not on a later day, or sitting and decision do not fit the state

    Source
    ------
    Practice map, A13: over weeks, not in one evening.

    Examples
    --------
    >>> from datetime import UTC
    >>> at = datetime(2026, 3, 1, 20, tzinfo=UTC)
    >>> check(Document(practice="stepbacks", schema=1, written_at=at, changed_at=at, on=date(2026, 3, 1),
    ...                state="first", content=StepBack(safe="yes")))
    """
    decision = document.content
    if decision.second_on is not None and decision.second_on <= document.on:
        raise BadContent("content.second_on", "a later day than that of the first sitting", reason="early")
    if (document.state != "first") != (decision.second_on is not None):
        raise BadContent("content.second_on", "a day once there was a second sitting", reason="empty")
    if (document.state == "decided") != (decision.outcome is not None):
        raise BadContent("content.outcome", "a decision once it is decided", reason="empty")


MOVES: tuple[Move[StepBack], ...] = (
    Move(
        name="sit_again",
        from_states=("first",),
        to="second",
        when=_night_between,
        given=SecondSitting,
        apply=_sit_again,
    ),
    Move(name="decide", from_states=("second",), to="decided", given=Decision, apply=_decide),
    Move(name="reopen", from_states=("decided",), to="second", apply=_reopen),
)
