"""What changed in one thought record, as far as it was answered twice."""

from dataclasses import dataclass

from troth.practices.thoughts.content import Thought


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class FeelingChange:
    """A feeling's name, and its strength afterwards less its strength before; ``None`` without an answer."""

    name: str
    points: int | None

    def __repr__(self) -> str:
        return "FeelingChange(…)"


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """After less before, in points of a hundred: below 0 is weaker. ``None`` where one of the two is blank."""

    belief: int | None
    feelings: tuple[FeelingChange, ...]


def change(thought: Thought) -> Change:
    """Say by how much belief and feelings changed.

    Parameters
    ----------
    thought : the content

    Returns
    -------
    Change : after less before, in points within [-100, 100]; ``None`` where it was not answered again

    Raises
    ------
    Nothing.

    Source
    ------
    Greenberger & Padesky 1995: belief and moods are rated before and after. A blank is never filled in.

    Examples
    --------
    >>> change(Thought(situation="No reply", thought="It is my fault", belief=80, belief_after=45)).belief
    -35
    >>> change(Thought(situation="No reply", thought="It is my fault", belief=80)).belief is None
    True
    """
    return Change(
        belief=_less(thought.belief_after, thought.belief),
        feelings=tuple(
            FeelingChange(name=feeling.name, points=_less(feeling.after, feeling.strength))
            for feeling in thought.feelings
        ),
    )


def _less(after: int | None, before: int | None) -> int | None:
    return None if after is None or before is None else after - before
