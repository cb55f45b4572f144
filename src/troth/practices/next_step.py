"""The next small step: one suggestion and why, by rules in a fixed order. Pure; the words are made at a door."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from troth.practices.ladder import STEPS, Rung
from troth.practices.pacing import may_suggest
from troth.safety import State

Group = Literal["gate", "ladder", "variety"]
StepKind = str  # the names in RULES


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What the rules look at.

    on : the day, in the person's zone
    gate : where the safety gate stands
    paused : the bond is quiet
    sent_away : the step was sent away today
    energy : the writer's own energy today, 0 to 10, or ``None``
    triggered : a trigger, a crossed boundary or another breach was noted in the last 72 hours
    overdue, open_promises : how many promises are overdue, how many are open in all
    over_promised : more weight is open than the record supports
    rung : where the ladder stands, 1 to 7
    checked_in : there is a check-in of today
    last : practice to the newest day it was written about; what is missing was not written lately
    opened : the days on which the person unlocked, oldest first; the days on which something could be suggested
    here : names of the practices that there are
    """

    on: date
    gate: State = "open"
    paused: bool = False
    sent_away: bool = False
    energy: int | None = None
    triggered: bool = False
    overdue: int = 0
    open_promises: int = 0
    over_promised: bool = False
    rung: Rung = 1
    checked_in: bool = False
    last: Mapping[str, date] = field(default_factory=dict)
    opened: tuple[date, ...] = ()
    here: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Rule:
    """One line of the table: the step, its group, when it holds in words, and when it holds."""

    step: StepKind
    group: Group
    says: str
    holds: Callable[[Standing], bool]


LOW_ENERGY = 3
FRESH = timedelta(days=7)
GATES: tuple[Rule, ...] = (
    Rule("resources", "gate", "the safety gate is careful or closed", lambda s: s.gate != "open"),
    Rule(
        "rest",
        "gate",
        "my own energy today is 3 or less",
        lambda s: s.energy is not None and s.energy <= LOW_ENERGY,
    ),
    Rule(
        "listen",
        "gate",
        "a trigger, a crossed boundary or another breach in the last 72 hours",
        lambda s: s.triggered,
    ),
    Rule("settle", "gate", "a promise is overdue", lambda s: s.overdue > 0),
    Rule("smaller", "gate", "more is open than max(1, kept in 14 days)", lambda s: s.over_promised),
)
LADDER: tuple[Rule, ...] = tuple(
    Rule(
        step,
        "ladder",
        f"no promise is open, and the ladder stands at rung {rung}",
        lambda s, rung=rung: not s.open_promises and s.rung == rung,  # type: ignore[misc]
    )
    for rung, step in STEPS.items()
)
# What is offered in turn: the one that was written longest ago, and never one of the last seven days.
VARIETY: Mapping[StepKind, str] = {
    "effort": "efforts",
    "win": "wins",
    "affirm": "affirmations",
    "heads_up": "headsups",
    "ask": "asks",
    "trigger": "triggers",
    "origin": "origins",
    "boundary": "boundaries",
    "thought": "thoughts",
    "support": "supporters",
    "own_rest": "rests",
}


def next_step(standing: Standing) -> StepKind | None:
    """Choose the next small step; the first rule that holds decides.

    Parameters
    ----------
    standing : what is known today

    Returns
    -------
    StepKind or None : ``None`` where nothing is suggested: the bond is quiet, the step was sent away, or enough was
        suggested this week. The gates answer how things stand and are not counted

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, section 8; ``docs/models/next-step.md`` holds the whole table.

    Examples
    --------
    >>> day = date(2026, 3, 1)
    >>> next_step(Standing(on=day, gate="closed", energy=2)), next_step(Standing(on=day, energy=2, overdue=1))
    ('resources', 'rest')
    >>> next_step(Standing(on=day)), next_step(Standing(on=day, open_promises=1, checked_in=True))
    ('truth', 'enough')
    """
    if standing.paused or standing.sent_away:
        return None
    for rule in GATES:
        if rule.holds(standing):
            return rule.step
    if not may_suggest(standing.opened, on=standing.on):
        return None
    for rule in LADDER:
        if rule.holds(standing):
            return rule.step
    if not standing.checked_in:
        return "check_in"
    return _variety(standing) or "enough"


def _variety(standing: Standing) -> StepKind | None:
    order = list(VARIETY)
    waiting = [
        step
        for step in order
        if VARIETY[step] in standing.here and not _is_fresh(standing.last.get(VARIETY[step]), standing.on)
    ]
    return min(
        waiting,
        key=lambda step: (standing.last.get(VARIETY[step], date.min), order.index(step)),
        default=None,
    )


def _is_fresh(day: date | None, on: date) -> bool:
    return day is not None and on - day < FRESH
