"""Ways to say it more gently, by mark."""

from troth.coach.why import TRIES


def gentler_ways(mark: str) -> tuple[str, ...]:
    """List the patterns that a hurtful mark offers.

    Parameters
    ----------
    mark : the name of a mark

    Returns
    -------
    tuple of str : two or three, with gaps in brackets to fill; none for a helpful or unknown mark

    Raises
    ------
    Nothing.

    Source
    ------
    Our own sentences. ``docs/models/coach.md``.

    Examples
    --------
    >>> gentler_ways("fix")[0]
    'Do you want ideas, or just company?'
    """
    return TRIES.get(mark, ())
