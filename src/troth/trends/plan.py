"""One person's record laid out for the recursions: ratings, gaps, nodes of the contrast, moments of possible jumps."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]
# Days within which two moments count as one (a tenth of a millisecond): rounding must not move a jump past a rating.
SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Nodes:
    """Where and with which weight the level enters the contrast D, in order of time; days since the first rating."""

    at: Numbers
    weight: Numbers


@dataclass(frozen=True, slots=True)
class Plan:
    """A record of ``n`` ratings. Days count from the first rating.

    at, value : moment and rating of each, in order; end : moment of the answer
    c, m1, m2 : for the stretch after each rating, the sums that its nodes need: of weights, of weight times days into
        the stretch, and of the products of two weights times the fewer days of the two
    jumps : moments of possible jumps; place : the first rating at or after each; after : weight of nodes between them
    """

    at: Numbers
    value: Numbers
    end: float
    c: Numbers
    m1: Numbers
    m2: Numbers
    jumps: Numbers
    place: Places
    after: Numbers

    @property
    def gaps(self) -> Numbers:
        """Days before each rating but the first."""
        return np.diff(self.at)

    @property
    def tail(self) -> float:
        """Days from the last rating to the end."""
        return float(self.end - self.at[-1])


NO_NODES = Nodes(np.empty(0), np.empty(0))
NO_JUMPS = np.empty(0)


def plan_of(
    at: Numbers, value: Numbers, *, end: float, nodes: Nodes = NO_NODES, jumps: Numbers = NO_JUMPS
) -> Plan:
    """Lay out a record whose ratings are in order and whose first rating is day 0."""
    n = len(at)
    when = np.maximum(nodes.at, at[0])
    stretch = np.searchsorted(at, when, side="right") - 1
    into = when - at[stretch]
    c, m1, m2 = np.zeros(n), np.zeros(n), np.zeros(n)
    np.add.at(c, stretch, nodes.weight)
    np.add.at(m1, stretch, nodes.weight * into)
    for here in np.unique(stretch[into > 0]):
        mine = stretch == here
        weight, days = nodes.weight[mine], into[mine]
        m2[here] = weight @ np.minimum.outer(days, days) @ weight
    place = np.searchsorted(at, jumps - SAME, side="left")
    after = np.zeros(len(jumps))
    if len(when):
        same_stretch = stretch[None, :] == (place - 1)[:, None]
        after = ((when[None, :] >= jumps[:, None] - SAME) & same_stretch) @ nodes.weight
    return Plan(at, value, end, c, m1, m2, jumps, place, after)
