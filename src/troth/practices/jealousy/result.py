"""What a check's answers often mean: hurt to talk about, limits needed, or not safe. Not a diagnosis of anyone."""

from troth.practices.jealousy.content import Check
from troth.practices.jealousy.items import ASKED, TIMES
from troth.safety import Gate, Sign, gate


def signs_of(check: Check) -> tuple[Sign, ...]:
    """Read the answers as signs for the gate.

    Parameters
    ----------
    check : one check

    Returns
    -------
    tuple : a sign for each answer above 0 that is about something done, with how often it was at least

    Raises
    ------
    Nothing.

    Source
    ------
    ``docs/models/jealousy.md``.

    Examples
    --------
    >>> signs_of(Check(over_days=7, answers={"met_fear": 2, "doubt": 4}))
    (Sign(kind='fear', toward='me', times=2),)
    """
    asked, times = ASKED[check.over_days], TIMES[check.over_days]
    return tuple(
        Sign(item.kind, item.toward, times[points])
        for key, points in check.answers.items()
        if points and (item := asked[key]).kind
    )


def result(check: Check) -> Gate:
    """Say where the gate would stand by these answers alone.

    Parameters
    ----------
    check : one check

    Returns
    -------
    Gate : *open* is at most hurt to talk about, *careful* limits needed, *closed* not safe

    Raises
    ------
    Nothing.

    Source
    ------
    ``docs/models/jealousy.md``; thresholds are those of the gate.

    Examples
    --------
    >>> result(Check(over_days=7, answers={"did_isolation": 1})).state
    'careful'
    """
    return gate(signs_of(check))
