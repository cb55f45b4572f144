"""Answers to scores: by the stated rule, or refused with a reason. A blank is never nought."""

from bisect import bisect_right
from collections.abc import Mapping
from math import floor

from troth.instruments.answers import read_answers
from troth.instruments.errors import UnknownNormGroup
from troth.instruments.model import Instrument
from troth.instruments.plan import ScalePlan
from troth.instruments.scores import Reaction, Score, ScoreMethod, Scores


def score(
    instrument: Instrument, answers: Mapping[int | str, object], *, norm_group: str | None = None
) -> Scores:
    """Score one filled-in form.

    Parameters
    ----------
    instrument : what was answered
    answers : item number to answer, as in ``read_answers``; a missing item or None is a blank
    norm_group : the group to compare with; None for no T score. It is never guessed

    Returns
    -------
    Scores : one score a subscale, with how many answers it rests on, and the reactions for the safety room

    Raises
    ------
    BadAnswer : an answer that the instrument does not know
    UnknownNormGroup : the instrument has no such group

    Source
    ------
    Specification of questionnaires, section 5.

    Examples
    --------
    >>> from troth.instruments import load
    >>> found = score(load("phq-9"), {1: 1, 2: 1, 3: 1, 4: 1, 5: 0, 6: 0, 7: 0, 8: 0})
    >>> found.subscales["total"].value, found.subscales["total"].method, found.subscales["total"].band
    (5, 'sum_prorated', 'mild')
    """
    check_group(instrument, norm_group)
    read = read_answers(instrument, answers)
    points = {no: instrument.plan.items[no].points[answer] for no, answer in read.items()}
    found = {}
    for scale in instrument.plan.scales:
        given = [points[no] for no in scale.of.items if no in points]
        found[scale.of.id] = result(scale, sum(given), len(given), norm_group)
    return scores_of(instrument, found, reactions(instrument, read), norm_group)


def safety_now(instrument: Instrument, answers: Mapping[int | str, object]) -> tuple[Reaction, ...]:
    """Say what the safety room must hear of, from the answers so far.

    Parameters
    ----------
    instrument : what is being answered
    answers : item number to answer, complete or not

    Returns
    -------
    tuple : one reaction for each answer that reaches its rule, in the order of the rules

    Raises
    ------
    BadAnswer : an answer that the instrument does not know

    Source
    ------
    Specification of questionnaires, section 8.

    Examples
    --------
    >>> from troth.instruments import load
    >>> safety_now(load("phq-9"), {9: 1})
    (Reaction(reaction='self-harm', item=9, answer=1, toward='self'),)
    """
    return reactions(instrument, read_answers(instrument, answers))


def reactions(instrument: Instrument, read: Mapping[int, int]) -> tuple[Reaction, ...]:
    """List the reactions to answers that have been read."""
    return tuple(
        Reaction(rule.reaction, no, read[no], rule.toward)
        for rule in instrument.safety
        for no in rule.items
        if no in read and read[no] >= rule.at_least
    )


def check_group(instrument: Instrument, group: str | None) -> None:
    """Refuse a norm group that the instrument does not have."""
    if group is not None and group not in instrument.norm_groups:
        raise UnknownNormGroup(group, instrument.id, instrument.norm_groups)


def scores_of(
    instrument: Instrument, found: dict[str, Score], heard: tuple[Reaction, ...], group: str | None
) -> Scores:
    """Put the scores of one form together."""
    return Scores(
        instrument.id,
        instrument.version,
        instrument.validated,
        instrument.notice,
        group,
        found,
        heard,
        instrument,
    )


def result(scale: ScalePlan, total: int, answered: int, group: str | None) -> Score:
    """Turn the sum of the points given and their number into one score."""
    of = scale.of
    value, method = _value(scale, total, answered)
    reason = None if value is not None else "not-assessed" if of.method == "any_yes" else "too-few-answers"
    norm = scale.norms.get(group) if group is not None and value is not None else None
    return Score(
        value=value,
        answered=answered,
        of=len(of.items),
        needed=of.needed,
        method=method,
        direction=of.direction,
        high_means=of.high_means,
        band=_band(scale, value),
        missing_reason=reason,  # type: ignore[arg-type]
        t_score=None if norm is None or value is None else 50 + 10 * (value - norm[0]) / norm[1],
        reliability_type=scale.reliability_type,
    )


def _value(scale: ScalePlan, total: int, answered: int) -> tuple[float | None, ScoreMethod | None]:
    of = scale.of
    count = len(of.items)
    if of.method == "any_yes":
        is_enough = answered == count or (total > 0 and of.missing.rule == "any")
        return (total, "any_yes") if is_enough else (None, None)
    if answered < of.needed:
        return None, None
    if of.method == "mean":
        return total / answered, "mean" if answered == count else "mean_of_answered"
    if answered == count:
        return total * of.factor, of.method
    value = total * count * of.factor / answered
    return floor(value + 0.5) if of.missing.round else value, "sum_prorated"


def _band(scale: ScalePlan, value: float | None) -> str | None:
    if value is None or not scale.starts:
        return None
    place = bisect_right(scale.starts, value)
    return scale.bands[place - 1] if place else None
