"""What a trigger holds: what sets it off, what helps, and a yearly hard day."""

import re
from datetime import date

from troth.practices.content import content, tidy_text, write_back
from troth.practices.errors import BadContent

MOST_WHAT = 500
MOST = 2_000
TEXTS = ("early_signs", "helps", "worse", "plan")
_LEAP_YEAR = 2000
_HARD_DAY = re.compile(r"[0-9]{2}-[0-9]{2}")


@content
class Trigger:
    """Something that sets old pain off.

    what : what sets it off
    early_signs : how it begins to show
    helps, worse : what does good then, and what does not
    plan : what the two of us agreed to do
    hard_day : a day that is hard every year, as ``MM-DD`` (``02-29`` too), or empty
    """

    what: str
    early_signs: str = ""
    helps: str = ""
    worse: str = ""
    plan: str = ""
    hard_day: str = ""

    def __post_init__(self) -> None:
        tidied = {name: tidy_text(getattr(self, name), field=name, most=MOST) for name in TEXTS}
        what = tidy_text(self.what, field="what", least=1, most=MOST_WHAT)
        write_back(self, what=what, **tidied)
        if self.hard_day != "":
            in_year(self.hard_day, _LEAP_YEAR)


def in_year(hard_day: str, year: int) -> date:
    """Say on which day of a year a yearly day falls.

    Parameters
    ----------
    hard_day : month and day, as ``MM-DD``
    year : the year

    Returns
    -------
    date : that day; 29 February falls on the 28th in a year that has no 29th

    Raises
    ------
    BadContent : no day of any year

    Source
    ------
    Our choice: of the two days beside a missing 29 February the earlier one, so that nobody is warned too late.

    Examples
    --------
    >>> in_year("02-29", 2028).isoformat(), in_year("02-29", 2026).isoformat()
    ('2028-02-29', '2026-02-28')
    """
    if not isinstance(hard_day, str) or not _HARD_DAY.fullmatch(hard_day):
        raise BadContent("hard_day", "a month and a day like 03-14")
    month, day = int(hard_day[:2]), int(hard_day[3:])
    try:
        wanted = date(_LEAP_YEAR, month, day)
    except ValueError:
        wanted = None
    if wanted is None:
        raise BadContent("hard_day", "a month and a day that a year has")
    try:
        return wanted.replace(year=year)
    except ValueError:
        return date(year, 2, 28)
