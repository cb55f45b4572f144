"""The two windows that are compared, the nodes of their contrast, and when there is enough in them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from troth.trends.answers import Window
from troth.trends.inputs import Rhythm, TrendOptions
from troth.trends.moments import DAY, moment_at, seconds
from troth.trends.plan import NO_NODES, Nodes
from troth.trends.record import Record

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lengths:
    """Days of the two windows, and how many ratings each needs."""

    baseline_days: int
    recent_days: int
    baseline_needs: int
    recent_needs: int


LENGTHS: dict[Rhythm, Lengths] = {"daily": Lengths(28, 14, 10, 5), "weekly": Lengths(84, 42, 8, 4)}
# A baseline of one's own choice that is this short needs half as many.
SHORT_DAYS = 14


@dataclass(frozen=True, slots=True)
class Windows:
    """Both windows in seconds since 1970, and whole days of the first. The first begins, the second ends with its edge."""

    start: float
    end: float
    days: int
    recent_start: float
    at: float
    recent_days: int
    baseline_n: int
    recent_n: int
    enough: bool

    @property
    def baseline(self) -> Window:
        """The first window, as moments."""
        return Window(moment_at(self.start), moment_at(self.end), self.baseline_n)

    @property
    def recent(self) -> Window:
        """The last window, as moments."""
        return Window(moment_at(self.recent_start), moment_at(self.at), self.recent_n)


def windows_of(record: Record, options: TrendOptions) -> Windows:
    """Place the windows and count what is in them.

    Parameters
    ----------
    record : at least one rating
    options : rhythm, and a baseline of one's own choice

    Returns
    -------
    Windows : both windows, their counts, and whether they may be compared

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, 5.1 and 5.3; our choice.

    Examples
    --------
    >>> once = Record(np.array([0.0]), np.array([5.0]), 100 * DAY, 0)
    >>> found = windows_of(once, TrendOptions())
    >>> found.days, found.baseline_n, found.recent_n, found.enough
    (28, 1, 0, False)
    """
    lengths = LENGTHS[options.rhythm]
    if options.baseline is None:
        start = float(record.at[0]) - DAY / 2
        end = start + lengths.baseline_days * DAY
    else:
        start, end = (seconds(moment) for moment in options.baseline)
    days = int((end - start) // DAY)
    recent_start = record.end - lengths.recent_days * DAY
    baseline_n = record.count(start, end)
    recent_n = int((record.at > recent_start).sum())
    needs = lengths.baseline_needs
    if options.rhythm == "daily" and days <= SHORT_DAYS:
        needs = 5
    enough = days > 0 and baseline_n >= needs and recent_n >= lengths.recent_needs and end <= recent_start
    return Windows(
        start, end, days, recent_start, record.end, lengths.recent_days, baseline_n, recent_n, enough
    )


def nodes_of(windows: Windows, record: Record) -> Nodes:
    """Give the middle of each day of both windows, weighed so that their sum is recent minus baseline."""
    if not windows.enough:
        return NO_NODES
    baseline = windows.start + (np.arange(windows.days) + 0.5) * DAY
    recent = windows.at - (np.arange(windows.recent_days)[::-1] + 0.5) * DAY
    weight = np.repeat([-1 / windows.days, 1 / windows.recent_days], [windows.days, windows.recent_days])
    return Nodes((np.concatenate((baseline, recent)) - record.at[0]) / DAY, weight)


def missing_share(windows: Windows, record: Record) -> float:
    """Give the share of the one-day blocks of the recent window that have no rating."""
    blocks = np.floor((record.end - record.at[record.at > windows.recent_start]) / DAY)
    return 1 - len(np.unique(blocks)) / windows.recent_days
