"""How sure a score is, and whether two of them differ by more than error."""

from math import ceil, sqrt

from troth.instruments.errors import NotComparable
from troth.instruments.model import ChangeRule, Instrument, Reliability, Subscale
from troth.instruments.scores import Change, ChangeState, Error, Needed, Score, Scores

Z = 1.96
SLACK = 1e-9


def standard_error(instrument: Instrument, subscale: str) -> Error | None:
    """Say how far a score may lie from what the person would score on average.

    Parameters
    ----------
    instrument : the questionnaire
    subscale : the id of one of its subscales

    Returns
    -------
    Error : SEM = SD·√(1 − r) in points of the score, with the figures it comes from; None where no reliability
        with a spread is in use, or one of the two has not been read in its source

    Raises
    ------
    KeyError : the instrument has no such subscale

    Source
    ------
    Jacobson & Truax 1991; specification of questionnaires, section 5, "Reliable change".

    Examples
    --------
    >>> from troth.instruments import load
    >>> round(standard_error(load("ecr-rs"), "anxiety").sem, 2)
    0.96
    """
    instrument.subscale(subscale)
    one = _in_use(instrument, subscale)
    if one is None or one.sd is None:
        return None
    return Error(
        sem=one.sd * sqrt(1 - one.value),
        sd=one.sd,
        r=one.value,
        reliability_type=one.type,
        interval_days=one.interval_days,
        source=_source(one),
        certainty=one.certainty,
        rough=one.sd_source is not None,
    )


def reliable_change(before: Scores, after: Scores) -> dict[str, Change]:
    """Compare two scores of one instrument, subscale by subscale.

    Parameters
    ----------
    before : the earlier scores
    after : the later scores

    Returns
    -------
    dict : subscale id to change. ``attainable`` is the threshold raised to the next difference that the scale can
        show; ``not-available`` where nothing may be said: a blank answer, another major version, no figures

    Raises
    ------
    NotComparable : the two are of different instruments

    Source
    ------
    Jacobson & Truax 1991: 1.96·√2·SEM; specification of questionnaires, sections 5 and 6.

    Examples
    --------
    >>> from troth.instruments import load, score
    >>> sheet = load("ipip-trust-4")
    >>> low, high = (score(sheet, {1: n, 2: n, 3: n, 4: 3}) for n in (2, 4))
    >>> found = reliable_change(low, high)["total"]
    >>> found.state, found.difference, round(found.threshold, 2), found.attainable
    ('reliable-more', 6, 5.62, 6)
    """
    if before.instrument != after.instrument:
        raise NotComparable(
            f"{before.instrument} and {after.instrument} cannot be compared: expected one instrument"
        )
    if _major(before) != _major(after):
        return {id: Change("not-available", None) for id in after.subscales}
    ours = next((rule for rule in after.definition.change if rule.kind == "ours"), None)
    if ours is not None:
        return _by_our_rule(ours, before, after)
    return {
        id: _change(after.definition, id, before.subscales[id], score)
        for id, score in after.subscales.items()
    }


def attainable(instrument: Instrument, scale: Subscale, threshold: float) -> float:
    """Raise a threshold to the next difference that two complete scores can have."""
    step = next(plan.step for plan in instrument.plan.scales if plan.of.id == scale.id)
    if scale.method == "mean":
        return ceil(threshold * len(scale.items) / step - SLACK) * step / len(scale.items)
    return ceil(threshold / (step * scale.factor) - SLACK) * step * scale.factor


def change_rule(instrument: Instrument, subscale: str) -> Needed:
    """Say by which rule a change of one subscale is judged, and how large it must be.

    Parameters
    ----------
    instrument : the questionnaire
    subscale : the id of one of its subscales

    Returns
    -------
    Needed : ``reliability`` (worked out), ``published``, ``ours``, ``never`` or ``not-available``, with the figures

    Raises
    ------
    KeyError : the instrument has no such subscale

    Source
    ------
    Specification of questionnaires, section 5, "Reliable change".

    Examples
    --------
    >>> from troth.instruments import load
    >>> change_rule(load("phq-9"), "total").kind, change_rule(load("k6"), "total").kind
    ('published', 'not-available')
    """
    scale = instrument.subscale(subscale)
    rules = [
        rule for rule in instrument.change if rule.subscale in (subscale, None) and rule.certainty != "verify"
    ]
    if rules:
        least = rules[0].threshold or rules[0].points
        return Needed(rules[0].kind, least, least, source=rules[0].reason or rules[0].source)
    error = standard_error(instrument, subscale)
    if error is None:
        return Needed("not-available")
    threshold = Z * sqrt(2) * error.sem
    least = attainable(instrument, scale, threshold)
    return Needed("reliability", threshold, least, error.r, error.reliability_type, error.source)


def _change(instrument: Instrument, id: str, before: Score, after: Score) -> Change:
    difference = _difference(before, after)
    if difference is None:
        return Change("not-available", None)
    rule = change_rule(instrument, id)
    figures = (difference, rule.threshold, rule.attainable, rule.r, rule.reliability_type, rule.source)
    if rule.kind == "never" or rule.attainable is None:
        return Change("never" if rule.kind == "never" else "not-available", *figures)
    return Change(_state(difference, rule.attainable), *figures)


def _state(difference: float, least: float) -> ChangeState:
    if abs(difference) < least - SLACK:
        return "within-error"
    return "reliable-more" if difference > 0 else "reliable-less"


def _by_our_rule(rule: ChangeRule, before: Scores, after: Scores) -> dict[str, Change]:
    """Both ways are counted apart; a subscale that takes in another one whole does not count twice."""
    differences = {id: _difference(before.subscales[id], score) for id, score in after.subscales.items()}
    points, needed = rule.points or 0, rule.subscales_at_least or 1
    counted = [scale.id for scale in _parts(after.definition)]
    moved = {id: _way(differences[id], points) for id in differences}
    holds = {way for way in (-1, 1) if sum(moved[id] == way for id in counted) >= needed}
    return {
        id: Change(
            "moved-by-our-rule" if moved[id] in holds else "not-available",
            difference,
            points,
            points,
            source=rule.source,
        )
        for id, difference in differences.items()
    }


def _way(difference: float | None, points: float) -> int:
    if difference is None or abs(difference) < points - SLACK:
        return 0
    return 1 if difference > 0 else -1


def _parts(instrument: Instrument) -> list[Subscale]:
    sets = [set(scale.items) for scale in instrument.subscales]
    return [
        scale
        for scale, mine in zip(instrument.subscales, sets, strict=True)
        if not any(other < mine for other in sets)
    ]


def _difference(before: Score, after: Score) -> float | None:
    if not before.is_complete or not after.is_complete or before.value is None or after.value is None:
        return None
    return after.value - before.value


def _in_use(instrument: Instrument, subscale: str) -> Reliability | None:
    used = [one for one in instrument.reliability if one.subscale == subscale and one.use]
    return next((one for one in used if "verify" not in (one.certainty, one.sd_certainty)), None)


def _source(one: Reliability) -> str:
    return one.source if one.sd_source is None else f"{one.source}; spread: {one.sd_source}"


def _major(scores: Scores) -> str:
    return scores.version.partition(".")[0]
