"""Two numbers with their error; never a type."""

from troth.instruments.changing import Z, standard_error
from troth.instruments.errors import NotComparable
from troth.instruments.scores import AttachmentPoint, Scores

AXES = ("anxiety", "avoidance")


def attachment_point(scores: Scores) -> AttachmentPoint:
    """Give the two dimensions of attachment, each with the interval that holds it 19 times of 20.

    Parameters
    ----------
    scores : of an instrument with the subscales ``anxiety`` and ``avoidance``

    Returns
    -------
    AttachmentPoint : values in points of the scale; each interval is ± 1.96·SEM, cut to the scale's ends, None
        where no standard error is known; ``rough`` where an error comes from two different samples

    Raises
    ------
    NotComparable : the instrument does not have these two dimensions

    Source
    ------
    Specification of questionnaires, section 7.

    Examples
    --------
    >>> from troth.instruments import load, score
    >>> found = attachment_point(score(load("ecr-rs"), {n: 4 for n in range(1, 10)}))
    >>> found.anxiety, [round(end, 2) for end in found.anxiety_interval], found.rough
    (4.0, [2.12, 5.88], True)
    """
    if not set(AXES) <= set(scores.subscales):
        raise NotComparable(f"{scores.instrument} has no attachment axes: expected {' and '.join(AXES)}")
    values = {axis: scores.subscales[axis].value for axis in AXES}
    errors = {axis: standard_error(scores.definition, axis) for axis in AXES}
    intervals = {axis: _interval(scores, axis) for axis in AXES}
    return AttachmentPoint(
        anxiety=values["anxiety"],
        avoidance=values["avoidance"],
        anxiety_interval=intervals["anxiety"],
        avoidance_interval=intervals["avoidance"],
        rough=any(error is not None and error.rough for error in errors.values()),
    )


def _interval(scores: Scores, axis: str) -> tuple[float, float] | None:
    value, error = scores.subscales[axis].value, standard_error(scores.definition, axis)
    if value is None or error is None:
        return None
    points = [
        point
        for no in scores.definition.subscale(axis).items
        for point in scores.definition.plan.items[no].points
    ]
    return max(min(points), value - Z * error.sem), min(max(points), value + Z * error.sem)
