"""The next small step: one suggestion and why, by rules in a fixed order. Pure; the words are made at a door."""

from dataclasses import dataclass
from typing import Literal

StepKind = Literal["rest", "settle", "smaller", "first_promise", "check_in", "enough"]


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What the rules look at.

    paused : the bond is quiet
    sent_away : the step was sent away today
    energy : the writer's own energy today, 0 to 10, or ``None``
    overdue, open_promises : how many promises are overdue, how many are open in all
    over_promised : more weight is open than the record supports
    checked_in : there is a check-in of today
    """

    paused: bool = False
    sent_away: bool = False
    energy: int | None = None
    overdue: int = 0
    open_promises: int = 0
    over_promised: bool = False
    checked_in: bool = False


LOW_ENERGY = 3


def next_step(standing: Standing) -> StepKind | None:
    """Choose the next small step; the first rule that holds decides.

    Parameters
    ----------
    standing : what is known today

    Returns
    -------
    StepKind or None : ``None`` where nothing is suggested, because the bond is quiet or the step was sent away

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, section 8, as far as there are estimators: gates first, rest always among the choices.

    Examples
    --------
    >>> next_step(Standing(energy=2, overdue=1))
    'rest'
    >>> next_step(Standing(overdue=1)), next_step(Standing(open_promises=2, checked_in=True))
    ('settle', 'enough')
    """
    if standing.paused or standing.sent_away:
        return None
    if standing.energy is not None and standing.energy <= LOW_ENERGY:
        return "rest"
    if standing.overdue:
        return "settle"
    if standing.over_promised:
        return "smaller"
    if not standing.open_promises:
        return "first_promise"
    return "enough" if standing.checked_in else "check_in"
