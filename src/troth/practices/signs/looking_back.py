"""What came before what, and what helped: counts with their n, and "not enough yet" below five.

Pure counting over plain pairs. It says what came *before*, never what *caused*.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from troth.practices.signs.content import Helped

ENOUGH = 5
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, kw_only=True, slots=True)
class NotEnough:
    """Too few to say anything: ``n`` there are, ``needs`` there have to be."""

    n: int
    needs: int = ENOUGH


@dataclass(frozen=True, kw_only=True, slots=True)
class Before:
    """Of ``n`` moments that are tied to something, how many came after which trigger; the most frequent first.

    A moment that came after two triggers counts for both, so the counts may add up to more than ``n``.
    """

    n: int
    counts: tuple[tuple[Hashable, int], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class WhatHelped:
    """Of ``n`` moments with an answer, how often what I did helped, helped a little, did not help."""

    n: int
    yes: int
    a_little: int
    no: int


def what_came_before(
    signs: Iterable[tuple[str, Collection[Hashable]]], occurrences: Mapping[Hashable, Hashable]
) -> dict[str, Before | NotEnough]:
    """Count which triggers came before which sign.

    Parameters
    ----------
    signs : for each noticed moment its kind, and the ids of the occurrences or triggers that it came after
    occurrences : the trigger of each occurrence that has one; every other id is a trigger's own

    Returns
    -------
    dict : for each kind, in the order of meeting it, counts by trigger; ``NotEnough`` below five tied moments.
        Moments tied to nothing are left out: what came before them is not known, which is not the same as nothing

    Raises
    ------
    Nothing.

    Source
    ------
    Practice map, B2; promise 4: "not enough yet" is an answer. Five is our choice.

    Examples
    --------
    >>> what_came_before([("withdraws", ["call"])] * 4 + [("withdraws", ["late"])], {"call": "loud voices"})
    {'withdraws': Before(n=5, counts=(('loud voices', 4), ('late', 1)))}
    >>> what_came_before([("withdraws", ["late"]), ("withdraws", [])], {})
    {'withdraws': NotEnough(n=1, needs=5)}
    """
    found: dict[str, list[set[Hashable]]] = {}
    for kind, after in signs:
        triggers = {occurrences.get(one, one) for one in after}
        found.setdefault(kind, []).extend([triggers] if triggers else [])
    return {kind: _before(moments) for kind, moments in found.items()}


def what_helped(moments: Iterable[tuple[Key, Helped]]) -> dict[Key, WhatHelped | NotEnough]:
    """Count how often what I did helped.

    Parameters
    ----------
    moments : for each moment what to count it under (a trigger, a kind of sign), and whether what I did helped

    Returns
    -------
    dict : counts by that key, in the order of meeting it; ``NotEnough`` below five answers. Where it was not said
        whether it helped, nothing is counted

    Raises
    ------
    Nothing.

    Source
    ------
    Issue 3, section 2: counts with their n and "not enough yet" under five.

    Examples
    --------
    >>> what_helped([("late", "yes")] * 3 + [("late", "no"), ("late", ""), ("late", "a_little"), ("loud", "no")])
    {'late': WhatHelped(n=5, yes=3, a_little=1, no=1), 'loud': NotEnough(n=1, needs=5)}
    """
    found: dict[Key, Counter[Helped]] = {}
    for key, helped in moments:
        counted = found.setdefault(key, Counter())
        if helped:
            counted[helped] += 1
    return {key: _helped(counted) for key, counted in found.items()}


def _before(moments: list[set[Hashable]]) -> Before | NotEnough:
    if len(moments) < ENOUGH:
        return NotEnough(n=len(moments))
    # Equal counts keep the order of the first meeting: sets have none, so the moments are walked in theirs.
    counted = Counter(one for moment in moments for one in sorted(moment, key=str))
    return Before(n=len(moments), counts=tuple(counted.most_common()))


def _helped(counted: Counter[Helped]) -> WhatHelped | NotEnough:
    n = counted.total()
    if n < ENOUGH:
        return NotEnough(n=n)
    return WhatHelped(n=n, yes=counted["yes"], a_little=counted["a_little"], no=counted["no"])
