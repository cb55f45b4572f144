"""Which effort to show back on a low day."""

from collections.abc import Iterable
from datetime import date, timedelta

from troth.practices.document import Document
from troth.practices.efforts.content import Effort

FRESH_DAYS = 7


def worth_remembering(documents: Iterable[Document[Effort]], on: date) -> Document[Effort] | None:
    """Choose the effort to show back: one that may have been forgotten, the oldest first.

    Parameters
    ----------
    documents : efforts of one bond, in any order
    on : the day of asking, in the writer's zone; efforts of later days are left out

    Returns
    -------
    Document or None : the oldest that is not of the last seven days; else the newest; ``None`` without any

    Raises
    ------
    Nothing.

    Source
    ------
    Our choice: what is fresh is still known, so a low day needs what is not. The order is fixed,
    so that the same day shows the same one.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from troth.practices.lifecycle import start
    >>> now = datetime(2026, 3, 20, 18, tzinfo=UTC)
    >>> days = date(2026, 3, 2), date(2026, 3, 10), date(2026, 3, 19)
    >>> noticed = [start("efforts", Effort(kind="stayed"), at=now, on=day) for day in days]
    >>> worth_remembering(noticed, date(2026, 3, 20)).on.day, worth_remembering(noticed[2:], date(2026, 3, 20)).on.day
    (2, 19)
    """
    known = sorted(
        (one for one in documents if one.on <= on), key=lambda document: (document.on, document.written_at)
    )
    if not known:
        return None
    oldest, newest = known[0], known[-1]
    return oldest if oldest.on <= on - timedelta(days=FRESH_DAYS) else newest
