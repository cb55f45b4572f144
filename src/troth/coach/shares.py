"""A share with how sure it is, and whether two shares differ by more than chance."""

from dataclasses import dataclass
from math import sqrt
from typing import Final

Z: Final = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many: the share, and the ends of its 95 % interval."""

    count: int
    share: float
    low: float
    high: float


def share_of(count: int, total: int) -> Share:
    """Estimate a share with Wilson's 95 % interval.

    Parameters
    ----------
    count : how many have it, from 0 to ``total``
    total : how many there are; with none nothing is known

    Returns
    -------
    Share : within 0 and 1, low ≤ share ≤ high; 0, 0 and 1 where ``total`` is 0

    Raises
    ------
    ValueError : ``count`` is not from 0 to ``total``

    Source
    ------
    Wilson, E. B. (1927), J. Am. Stat. Assoc. 22, 209-212; recommended for small samples by Brown, Cai and DasGupta (2001),
    Statistical Science 16, 101-133. It takes sentences as independent, which those of one message are not quite.

    Examples
    --------
    >>> one = share_of(3, 10)
    >>> round(one.low, 3), one.share, round(one.high, 3)
    (0.108, 0.3, 0.603)
    """
    if not 0 <= count <= total:
        raise ValueError("expected a count from 0 to the total")
    if not total:
        return Share(0, 0.0, 0.0, 1.0)
    share, square = count / total, Z * Z
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = Z * sqrt(share * (1 - share) / total + square / (4 * total * total)) / (1 + square / total)
    return Share(count, share, max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half)))


def difference(before: Share, after: Share) -> tuple[float, float]:
    """Give the 95 % interval of a difference, after minus before, of two shares.

    Parameters
    ----------
    before, after : two shares of different sentences

    Returns
    -------
    tuple : the ends, within -1 and 1

    Raises
    ------
    Nothing.

    Source
    ------
    Newcombe, R. G. (1998), Statistics in Medicine 17, 873-890, method 10: from the two Wilson intervals.

    Examples
    --------
    >>> [round(end, 4) for end in difference(share_of(48, 80), share_of(56, 70))]
    [0.0524, 0.3339]
    """
    moved = after.share - before.share
    down = sqrt((after.share - after.low) ** 2 + (before.high - before.share) ** 2)
    up = sqrt((after.high - after.share) ** 2 + (before.share - before.low) ** 2)
    return max(-1.0, moved - down), min(1.0, moved + up)
