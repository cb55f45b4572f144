"""Scores as plain tables and lists, in the order in which JSON shows them."""

from troth.instruments.scores import Reaction, Score, Scores


def as_plain(scores: Scores) -> dict[str, object]:
    """Turn scores into what JSON can hold.

    Parameters
    ----------
    scores : of one filled-in form

    Returns
    -------
    dict : the object that ``troth score`` prints

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of questionnaires, section 10.

    Examples
    --------
    >>> from troth.instruments import load, score
    >>> as_plain(score(load("phq-2"), {1: 3, 2: 0}))["subscales"]["total"]["value"]
    3
    """
    return {
        "instrument": scores.instrument,
        "version": scores.version,
        "validated": scores.validated,
        "notice": scores.notice,
        "norm_group": scores.norm_group,
        "subscales": {id: plain_score(one) for id, one in scores.subscales.items()},
        "safety": [plain_reaction(one) for one in scores.reactions],
    }


def plain_score(one: Score) -> dict[str, object]:
    """One score, key by key."""
    return {
        "value": one.value,
        "answered": one.answered,
        "of": one.of,
        "needed": one.needed,
        "method": one.method,
        "direction": one.direction,
        "high_means": one.high_means,
        "band": one.band,
        "missing_reason": one.missing_reason,
        "t_score": one.t_score,
        "reliability_type": one.reliability_type,
    }


def plain_reaction(one: Reaction) -> dict[str, object]:
    """One reaction, key by key."""
    return {"reaction": one.reaction, "item": one.item, "answer": one.answer, "toward": one.toward}
