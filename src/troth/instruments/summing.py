"""One subscale over many people, in constant memory."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import sqrt

from troth.instruments.model import Instrument
from troth.instruments.plan import ScalePlan
from troth.instruments.scores import Row, ScaleSummary, Summary


@dataclass(slots=True)
class _Running:
    """Counts of one subscale so far; sums of points are whole numbers and exact."""

    plan: ScalePlan
    n: int = 0
    missing: int = 0
    mean: float = 0.0
    squares: float = 0.0
    complete: int = 0
    total: int = 0
    total_squares: int = 0
    items: dict[int, list[int]] = field(default_factory=dict)


def summarise(instrument: Instrument, rows: Iterable[Row]) -> Summary:
    """Sum up many scored rows.

    Parameters
    ----------
    instrument : what they answered
    rows : as ``score_rows`` gives them; read once, none is kept

    Returns
    -------
    Summary : for each subscale how many have a score and how many do not, mean and standard deviation (n − 1) of
        the scores, and Cronbach's alpha of the rows that are complete; None where there is not enough to say

    Raises
    ------
    Nothing of its own; what reading ``rows`` raises

    Source
    ------
    Cronbach 1951; specification of questionnaires, section 9.

    Examples
    --------
    >>> from troth.instruments import load, score_rows
    >>> sheet = load("gad-2")
    >>> summarise(sheet, score_rows(sheet, ["1,2", "0,1", "2,2", "3,3", "1,."])).subscales["total"].n
    3
    """
    running = [_Running(plan, items={no: [0, 0] for no in plan.of.items}) for plan in instrument.plan.scales]
    count = 0
    for row in rows:
        count += 1
        for one in running:
            _add(one, instrument, row)
    return Summary(instrument.id, count, {one.plan.of.id: _told(one) for one in running})


def _add(one: _Running, instrument: Instrument, row: Row) -> None:
    score = row.scores.subscales[one.plan.of.id]
    if score.value is None:
        one.missing += 1
        return
    one.n += 1
    off = score.value - one.mean
    one.mean += off / one.n
    one.squares += off * (score.value - one.mean)
    if not score.is_complete:
        return
    points = {no: instrument.plan.items[no].points[row.answers[no]] for no in one.items}
    whole = sum(points.values())
    one.complete += 1
    one.total += whole
    one.total_squares += whole * whole
    for no, sums in one.items.items():
        sums[0] += points[no]
        sums[1] += points[no] ** 2


def _told(one: _Running) -> ScaleSummary:
    return ScaleSummary(
        n=one.n,
        missing=one.missing,
        mean=one.mean if one.n else None,
        sd=sqrt(one.squares / (one.n - 1)) if one.n > 1 else None,
        alpha=_alpha(one),
    )


def _alpha(one: _Running) -> float | None:
    """Cronbach's alpha: k/(k−1)·(1 − sum of the items' variances / variance of the sum); n·Σx² − (Σx)² keeps it exact."""
    count, n = len(one.items), one.complete
    spread = n * one.total_squares - one.total**2
    if count < 2 or n < 2 or spread == 0:
        return None
    parts = sum(n * squares - total**2 for total, squares in one.items.values())
    return count / (count - 1) * (1 - parts / spread)
