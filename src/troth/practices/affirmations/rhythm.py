"""Whether the rhythm of an affirmation has come round. There is no overdue, and a time left out is not counted."""

from datetime import UTC, date, timedelta, tzinfo

from troth.practices.affirmations.content import Affirmation
from troth.practices.document import Document


def said_on(document: Document[Affirmation], *, zone: tzinfo = UTC) -> date | None:
    """Say on which day it was last said.

    Parameters
    ----------
    document : an affirmation
    zone : the writer's zone

    Returns
    -------
    date or None : the day of the last *say*; ``None`` where it was never noted

    Raises
    ------
    Nothing.

    Source
    ------
    Our choice.

    Examples
    --------
    >>> from datetime import datetime
    >>> from troth.practices.lifecycle import move, start
    >>> now = datetime(2026, 3, 1, 18, tzinfo=UTC)
    >>> kept = start("affirmations", Affirmation(words="I like our walks"), at=now, on=date(2026, 3, 1))
    >>> said_on(move(kept, "say", at=now)).isoformat()
    '2026-03-01'
    """
    said = [step.at for step in document.steps if step.move == "say"]
    return max(said).astimezone(zone).date() if said else None


def ready(document: Document[Affirmation], on: date, *, zone: tzinfo = UTC) -> bool:
    """Say whether its rhythm has come round on a day.

    Parameters
    ----------
    document : an affirmation
    on : the day of asking, in the writer's zone
    zone : the writer's zone

    Returns
    -------
    bool : kept, with a rhythm, and not said within so many days; one never said is ready from its first day

    Raises
    ------
    Nothing.

    Source
    ------
    Practice map, B8: a gentle rhythm. Ready is an offer; however long ago it was, the answer is the same.

    Examples
    --------
    >>> from datetime import datetime
    >>> from troth.practices.lifecycle import move, start
    >>> now = datetime(2026, 3, 1, 18, tzinfo=UTC)
    >>> words = Affirmation(words="I like our walks", every_days=2)
    >>> said = move(start("affirmations", words, at=now, on=date(2026, 3, 1)), "say", at=now)
    >>> [ready(said, date(2026, 3, day)) for day in (1, 2, 3, 30)]
    [False, False, True, True]
    """
    every_days = document.content.every_days
    if document.state != "kept" or every_days is None:
        return False
    said = said_on(document, zone=zone)
    return document.on <= on if said is None else on - said >= timedelta(days=every_days)
