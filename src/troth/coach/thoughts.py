"""Thinking traps that a user's own thought may hold: suggested, never decided."""

from troth.coach.answers import Trap
from troth.coach.features import features
from troth.coach.language import english
from troth.coach.weights import shipped


def traps(thought: str) -> tuple[Trap, ...]:
    """Score the ten traps for one thought of the user's own.

    Parameters
    ----------
    thought : any text

    Returns
    -------
    tuple of Trap : all ten, the likeliest first; a page shows at most the first two, as questions; all at nought where
        nothing was said in English

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of the coach, section 3. ``docs/models/coach.md``.

    Examples
    --------
    >>> len(traps("If I am late once, it is all over."))
    10
    """
    table = shipped().traps
    if not thought.strip() or not english(thought):
        return tuple(Trap(name, 0.0) for name in table.names)
    scores = table.scores(features([thought], [0]))[0].tolist()
    pairs = sorted(zip(table.names, scores, strict=True), key=lambda one: (-one[1], one[0]))
    return tuple(Trap(name, round(score, 3)) for name, score in pairs)
