"""The changes of many records side by side. Below five it is "not enough yet"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from troth.practices.document import Document
from troth.practices.thoughts.change import change
from troth.practices.thoughts.content import Thought

ENOUGH = 5


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Worked:
    """A worked record that was answered twice, and by how much its belief changed, in points of a hundred."""

    document: Document[Thought]
    points: int

    def __repr__(self) -> str:
        return "Worked(…)"


@dataclass(frozen=True, kw_only=True, slots=True)
class NotEnough:
    """Too few to say anything about them together: there are ``n``, and ``needed`` would do."""

    worked: tuple[Worked, ...]
    n: int
    needed: int = ENOUGH


@dataclass(frozen=True, kw_only=True, slots=True)
class OverTime:
    """What ``n`` records say together.

    worked : each of them, oldest first
    weaker, same, stronger : in how many the belief was weaker, the same or stronger afterwards
    middle : the median of the changes, in points of a hundred; below 0 is weaker
    """

    worked: tuple[Worked, ...]
    n: int
    weaker: int
    same: int
    stronger: int
    middle: float


def over_time(documents: Iterable[Document[Thought]]) -> OverTime | NotEnough:
    """Put the changes in belief side by side.

    Parameters
    ----------
    documents : thoughts, in any order; only those that are worked and were rated twice count

    Returns
    -------
    OverTime or NotEnough : the changes, oldest first, with their number; below five, ``NotEnough``

    Raises
    ------
    Nothing.

    Source
    ------
    Our choice of five. It describes these records only: those that were not finished, or not written, are not in it.

    Examples
    --------
    >>> over_time([])
    NotEnough(worked=(), n=0, needed=5)
    """
    worked = tuple(sorted(_worked(documents), key=lambda one: (one.document.on, one.document.written_at)))
    n = len(worked)
    if n < ENOUGH:
        return NotEnough(worked=worked, n=n)
    points = sorted(one.points for one in worked)
    return OverTime(
        worked=worked,
        n=n,
        weaker=sum(one < 0 for one in points),
        same=points.count(0),
        stronger=sum(one > 0 for one in points),
        middle=_middle(points),
    )


def _worked(documents: Iterable[Document[Thought]]) -> Iterable[Worked]:
    for document in documents:
        points = change(document.content).belief
        if document.state == "worked" and points is not None:
            yield Worked(document=document, points=points)


def _middle(points: Sequence[int]) -> float:
    """The median: half of the changes are at or below it, half at or above."""
    half = len(points) // 2
    return float(points[half]) if len(points) % 2 else (points[half - 1] + points[half]) / 2
