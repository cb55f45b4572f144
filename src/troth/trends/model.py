"""From records to weighed lanes: one pair of passes for one person, or for several side by side."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from threading import local
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from troth.trends.backward import Shocks, run_backward
from troth.trends.forward import Scratch, Table, run_forward, table_of
from troth.trends.grid import Grid, grid_of, part_of
from troth.trends.hypotheses import MOST_LOGGED, Ends, Possible, Weighed, possible_jumps, weigh
from troth.trends.inputs import Event, Prior, TrendOptions
from troth.trends.moments import DAY, seconds
from troth.trends.plan import NO_NODES, Nodes, Plan, plan_of
from troth.trends.record import Record
from troth.trends.windows import Windows, nodes_of

Numbers = NDArray[np.float64]
_KEPT = local()
Joined = TypeVar("Joined", Ends, Shocks)
# What the passes may keep at once: 480 MB, which only a record of more than 80,000 ratings needs.
MOST_NUMBERS = 60_000_000


@dataclass(frozen=True, slots=True)
class Case:
    """One record, laid out, with its hypotheses."""

    plan: Plan
    possible: Possible


# Both passes of some people: what the ratings left, and what each possible jump would change.
Passes = Callable[[Sequence[Case], Grid], Iterable[tuple[Ends, Shocks]]]


def logged_breaches(events: Sequence[Event], *, first: float, end: float) -> Numbers:
    """Give the latest three logged breaches after the first rating, as days since it."""
    when = sorted(
        seconds(one.at) for one in events if one.kind == "breach" and first < seconds(one.at) <= end
    )
    return (np.array(when[-MOST_LOGGED:], dtype=np.float64) - first) / DAY


def trend_case(record: Record, windows: Windows, events: Sequence[Event], options: TrendOptions) -> Case:
    """Lay out a record of at least one rating for level and contrast."""
    logged = logged_breaches(events, first=float(record.at[0]), end=record.end)
    possible = possible_jumps(record.span, logged=logged, unlogged=options.jumps)
    return _case(record, possible, nodes_of(windows, record))


def change_case(lately: Record) -> Case:
    """Lay out the last weeks for the check of a sudden change: logged events left out."""
    return _case(lately, possible_jumps(lately.span, logged=np.empty(0)), NO_NODES)


def weigh_cases(cases: Sequence[Case], prior: Prior, *, passes: Passes | None = None) -> tuple[Weighed, ...]:
    """Run both passes and weigh all hypotheses of all people.

    Parameters
    ----------
    cases : records side by side; one with logged breaches must stand alone
    prior : which grid
    passes : another way to run both passes; numpy's if left out

    Returns
    -------
    tuple of Weighed : one a case; the same numbers, side by side or alone

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, 4.1 to 5.2.

    Examples
    --------
    >>> record = Record(np.array([0.0, DAY]), np.array([5.0, 6.0]), 2 * DAY, 0)
    >>> found, = weigh_cases([change_case(record)], "mood-1")
    >>> found.log_weight.shape
    (2, 147)
    """
    grid = grid_of(prior)
    both = (passes or numpy_passes)(cases, grid)
    return tuple(
        weigh(ends, shocks, one.possible, grid, ratings=len(one.plan.at))
        for one, (ends, shocks) in zip(cases, both, strict=True)
    )


def numpy_passes(
    cases: Sequence[Case], grid: Grid, *, most: int = MOST_NUMBERS
) -> Iterator[tuple[Ends, Shocks]]:
    """Run both passes with numpy, all people side by side; of very long records some lanes after the others."""
    table = table_of([one.plan for one in cases])
    together = max(1, most // (5 * table.rows * len(cases)))
    jumps = any(len(one.possible.at) for one in cases)
    parts = [
        _some_lanes(
            table,
            part_of(grid, slice(begin, begin + together)),
            jumps=jumps,
            shared=cases[0].possible.logged,
        )
        for begin in range(0, len(grid.q), together)
    ]
    for person in range(len(cases)):
        mine = [part[person] for part in parts]
        yield _joined(Ends, [ends for ends, _ in mine]), _joined(Shocks, [shocks for _, shocks in mine])


def _some_lanes(table: Table, grid: Grid, *, jumps: bool, shared: int) -> list[tuple[Ends, Shocks]]:
    passed = run_forward(table, grid, sums_only=not jumps, scratch=_scratch())
    names = [one.name for one in fields(Ends)]
    return [
        (Ends(**{name: getattr(passed, name)[person] for name in names}), shocks)
        for person, shocks in enumerate(run_backward(table, passed, shared=shared))
    ]


def _joined(kind: type[Joined], parts: Sequence[Joined]) -> Joined:
    """Put lanes side by side again."""
    if len(parts) == 1:
        return parts[0]
    names = [one.name for one in fields(parts[0])]
    return kind(**{name: np.concatenate([getattr(one, name) for one in parts], axis=-1) for name in names})


def _scratch() -> Scratch:
    """Each thread has its own, so that nothing is shared; what is in it is written before it is read."""
    if not hasattr(_KEPT, "scratch"):
        _KEPT.scratch = Scratch()
    found: Scratch = _KEPT.scratch
    return found


def _case(record: Record, possible: Possible, nodes: Nodes) -> Case:
    plan = plan_of(record.days, record.value, end=record.span, nodes=nodes, jumps=possible.at)
    return Case(plan, possible)
