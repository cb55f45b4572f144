"""The backward pass: what each possible jump would change, for all jumps in one sweep.

A jump is one more unknown that shifts the level from its moment on. How the later innovations answer to it (``r``, ``n``),
and how level and contrast do, follow backwards from the gains of the forward pass (de Jong and Penzer 1998). So one forward
and one backward pass stand for a filter per jump; the numbers are the same.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from troth.trends.forward import GAINS, INVERSE, SHARED, Passed, Table
from troth.trends.forward import SCORE as KEPT_SCORE

Numbers = NDArray[np.float64]
# Columns: score; minus the contrast's answer; the two of the information; the level at the end; one a shared jump.
SCORES, SCORE, CONTRAST = slice(2), 0, 1
INFORMATION, FIRST, SECOND = slice(2, 4), 2, 3
ANSWERS, AT_END, FIRST_MORE = slice(4, None), 4, 5


@dataclass(frozen=True, slots=True)
class Shocks:
    """What a unit shift of the level would do, at moments of possible jumps of one person. Shapes ``[jumps, lanes]``.

    r, n : score and information of the ratings about it; level, d : how far level at the end and contrast would be off
    cross : ``[shared, shared, lanes]`` information that two jumps share, for the last so many jumps
    """

    r: Numbers
    level: Numbers
    d: Numbers
    n: Numbers
    cross: Numbers


def run_backward(table: Table, passed: Passed, *, shared: int = 0) -> tuple[Shocks, ...]:
    """Sweep back through all records.

    Parameters
    ----------
    table : ``people`` records; their jumps are those of their plans
    passed : the forward pass through the same records
    shared : how many of the last jumps of the plan may happen together (one person only)

    Returns
    -------
    tuple of Shocks : one a person

    Raises
    ------
    Nothing.

    Source
    ------
    De Jong and Penzer 1998, "Diagnosing shocks in time series"; Durbin and Koopman 2012, 4.4 and 4.5.

    Examples
    --------
    >>> from troth.trends.forward import run_forward, table_of
    >>> from troth.trends.grid import one_lane
    >>> from troth.trends.plan import plan_of
    >>> plan = plan_of(np.array([0.0, 1.0, 2.0]), np.array([5.0, 5.0, 9.0]), end=2.0, jumps=np.array([1.5]))
    >>> table = table_of([plan])
    >>> found, = run_backward(table, run_forward(table, one_lane(q=0, r=0, tau=None)))
    >>> found.r.round(4), found.n.round(4), found.level.round(4)
    (array([[2.6667]]), array([[0.6667]]), array([[0.6667]]))
    """
    wanted = np.unique(np.concatenate([plan.place for plan in table.plans]))
    sweep = _Sweep(table, passed, wanted, shared=shared)
    sweep.back_to(int(wanted[0]) if len(wanted) else table.rows)
    return tuple(_shocks(table, sweep, person) for person in range(len(table.plans)))


class _Sweep:
    """The adjoint columns, changed in place rating by rating, and what was seen at the wanted ratings."""

    def __init__(self, table: Table, passed: Passed, wanted: NDArray[np.intp], *, shared: int) -> None:
        self.table, self.passed, self.wanted = table, passed, wanted
        size = passed.level.shape
        jumps = table.plans[0].place[len(table.plans[0].place) - shared :]
        self.starts = {int(place): [m for m, one in enumerate(jumps) if one == place] for place in jumps}
        self.y = np.zeros((2, FIRST_MORE + len(jumps), *size))
        self.y[0, AT_END] = 1
        self.change, self.dots = np.empty_like(self.y), np.empty(self.y.shape[1:])
        self.pair, self.half = np.empty((2, *size)), np.empty(size)
        # Views into the columns, made once.
        self.moods, self.mood_column, self.information = self.y[1], self.y[:, SECOND], self.y[:, INFORMATION]
        self.scored, self.precise, self.answers = (
            self.dots[SCORES],
            self.dots[INFORMATION],
            self.dots[ANSWERS],
        )
        self.has_nodes: list[bool] = np.any(table.c, axis=1).tolist()
        self.seen = np.zeros((len(wanted), 4, *size))
        self.cross = np.zeros((len(jumps), len(jumps), size[-1]))
        self.row_of = {int(place): row for row, place in enumerate(wanted)}
        self.see(table.rows)
        self.y[0, CONTRAST] = -table.c[-1, :, None]

    def back_to(self, first: int) -> None:
        """Go back until just before a rating. Before the first of all, only what was seen counts."""
        for row in range(self.table.rows - 1, max(first, 1) - 1, -1):
            self.rating(row)
            self.see(row)
            self.before(row)

    def rating(self, row: int) -> None:
        """Undo one rating."""
        kept, half, precise = self.passed.kept[row - 1], self.half, self.precise
        np.multiply(kept[GAINS, None], self.y, self.change)
        np.add(self.change[0], self.change[1], self.dots)
        np.subtract(kept[KEPT_SCORE : SHARED + 1], self.scored, self.scored)
        np.negative(self.answers, self.answers)
        # Half of k'Nk + 1/F goes to either side of the information, which stays symmetric.
        np.multiply(kept[GAINS], precise, self.pair)
        np.add(self.pair[0], self.pair[1], half)
        np.add(half, kept[INVERSE], half)
        np.multiply(half, 0.5, half)
        np.subtract(half, precise, precise)
        np.add(self.y, self.dots, self.y)
        np.add(self.information, precise[:, None], self.information)

    def see(self, row: int) -> None:
        """Write down what a jump just before this rating would do, and start the columns of those that are shared."""
        if row not in self.row_of:
            return
        seen = self.seen[self.row_of[row]]
        seen[:3], seen[3] = self.y[0, :3], self.y[0, AT_END]
        for m in self.starts.get(row, ()):
            self.y[:, FIRST_MORE + m] = self.y[:, FIRST]
        for m in self.starts.get(row, ()):
            self.cross[m] = self.cross[:, m] = self.y[0, FIRST_MORE:, 0]

    def before(self, row: int) -> None:
        """Undo the time before a rating, and the nodes in it."""
        phi = self.passed.phi[self.passed.gap_of[row - 1]]
        np.multiply(self.moods, phi, self.moods)
        np.multiply(self.mood_column, phi, self.mood_column)
        if self.has_nodes[row - 1]:
            self.y[0, CONTRAST] -= self.table.c[row - 1, :, None]


def _shocks(table: Table, sweep: _Sweep, person: int) -> Shocks:
    plan = table.plans[person]
    rows = np.searchsorted(sweep.wanted, plan.place)
    r, minus_d, n, level = (sweep.seen[rows, column, person] for column in range(4))
    return Shocks(r, level, plan.after[:, None] - minus_d, n, sweep.cross)
