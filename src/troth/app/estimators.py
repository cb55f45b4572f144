"""The commands `troth reliability` and `troth trend`: rows in, one JSON object out. The rules are in `troth.trends`."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from troth import trends
from troth.app.estimator_answers import Answer, plain, show
from troth.app.estimator_rows import Row, Source, end_of, filled, moment, number, read
from troth.app.refused import Refused
from troth.trends.reliability_score import reliability_score_of
from troth.trends.trend_score import trend_score_of

Made = TypeVar("Made")
# Stands in where there are no rows and no --at: with nothing known the answer is the same at every moment.
NO_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)
YES, NO = ("true", "yes", "1"), ("false", "no", "0")


def show_reliability(choice: argparse.Namespace) -> None:
    """Print how reliable someone has been lately, from their own promises."""
    columns = _with_by(choice, "due", "outcome", "at")
    source = read(choice.file, told=choice.format, main="promises", beside=(), columns=columns)
    rows = source.lists["promises"]
    promises = [_made(source, row, _promise) for row in rows]
    at = _at(choice, [(source, rows, ("due", "at", "made", "repaired"))])
    options = _reliability_options(choice)

    def answer(places: Sequence[int]) -> Answer:
        mine = [promises[place] for place in places]
        found = trends.reliability(mine, at=at or NO_MOMENT, options=options)
        shown = {"kind": "reliability", "version": 1, **plain(found), "at": plain(at)}
        if not choice.score:
            return Answer(shown)
        known = [one for one in mine if at is not None and one.at is not None and one.at <= at]
        score = trends.score_reliability(known, options=options)
        return Answer({**shown, "score": plain(score)}, score.steps)

    show(choice, source, rows, answer=answer, pooled=reliability_score_of)


def show_trend(choice: argparse.Namespace) -> None:
    """Print where felt trust stands and whether it has moved, from one person's own ratings."""
    columns = _with_by(choice, "at", "rating")
    source = read(choice.file, told=choice.format, main="ratings", beside=("events",), columns=columns)
    logged = _logged(choice, source)
    rows, event_rows = source.lists["ratings"], logged.lists.get("events", ())
    options = _trend_options(choice)
    ratings = [_made(source, row, lambda row: _rating(row, options)) for row in rows]
    events = [_made(logged, row, _event) for row in event_rows]
    at = _at(choice, [(source, rows, ("at",)), (logged, event_rows, ("at",))])

    def answer(places: Sequence[int]) -> Answer:
        mine = [ratings[place] for place in places]
        near = _concerning(choice, rows, places, event_rows, events)
        found = trends.felt_trust(mine, at=at or NO_MOMENT, events=near, options=options)
        shown = {"kind": "trend", "version": 1, **plain(found), "at": plain(at)}
        if at is None:
            shown["compare"]["recent"].update(start=None, end=None)
        if choice.smooth:
            shown["smooth"] = plain(trends.smooth(mine, at=at or NO_MOMENT, events=near, options=options))
        if not choice.score:
            return Answer(shown)
        score = trends.score_trend([one for one in mine if at is None or one.at <= at], options=options)
        return Answer({**shown, "score": plain(score)}, score.steps)

    show(choice, source, rows, answer=answer, pooled=trend_score_of)


def _with_by(choice: argparse.Namespace, *columns: str) -> tuple[str, ...]:
    return columns if choice.by is None else (*columns, choice.by)


def _made(source: Source, row: Row, make: Callable[[Row], Made]) -> Made:
    try:
        return make(row)
    except ValueError as error:
        raise source.refused(row, error) from error


def _promise(row: Row) -> trends.Promise:
    due, outcome = filled(row, "due"), filled(row, "outcome")
    moments = {name: filled(row, name) for name in ("at", "made", "repaired")}
    sure = filled(row, "sure")
    return trends.Promise(
        moment(due, name="due"),
        outcome,
        **{name: None if value is None else moment(value, name=name) for name, value in moments.items()},
        size=filled(row, "size") or "medium",
        dimension=filled(row, "dimension"),
        sure=None if sure is None else number(sure, name="sure"),
    )


def _rating(row: Row, options: trends.TrendOptions) -> trends.Rating:
    value = number(filled(row, "rating"), name="rating")
    if not options.low <= value <= options.high:
        raise ValueError(f"rating: expected {options.low:g} to {options.high:g}")
    return trends.Rating(moment(filled(row, "at"), name="at"), value)


def _event(row: Row) -> trends.Event:
    kind, deception = filled(row, "kind"), filled(row, "deception")
    if kind is None:
        raise ValueError("kind: expected a kind of event")
    told = str(deception).lower()
    if deception is not None and told not in YES + NO:
        raise ValueError("deception: expected true or false")
    return trends.Event(moment(filled(row, "at"), name="at"), kind, deception=told in YES)


def _logged(choice: argparse.Namespace, source: Source) -> Source:
    """Events from their own file, else those beside the ratings."""
    if choice.events is None:
        return source
    if choice.events == "-" == choice.file:
        raise Refused("troth: --events: standard input cannot be read twice")
    return read(choice.events, told=None, main="events", beside=(), columns=("at", "kind"))


def _concerning(
    choice: argparse.Namespace,
    rows: Sequence[Row],
    places: Sequence[int],
    event_rows: Sequence[Row],
    events: Sequence[trends.Event],
) -> list[trends.Event]:
    """With --by, an event that has the column too belongs to its own series; one that has not, to all."""
    if choice.by is None or not places:
        return list(events)
    key = filled(rows[places[0]], choice.by)
    return [
        one
        for row, one in zip(event_rows, events, strict=True)
        if choice.by not in row.cells or filled(row, choice.by) == key
    ]


def _at(
    choice: argparse.Namespace, told: Iterable[tuple[Source, Sequence[Row], tuple[str, ...]]]
) -> datetime | None:
    """The moment of the answer: as typed, else the latest of any row, a bare date counting to its end."""
    if choice.at is not None:
        return _option("--at", lambda: end_of(choice.at, name="--at"))
    found = [
        _made(source, row, lambda row, name=name: end_of(filled(row, name), name=name))  # type: ignore[misc]
        for source, rows, names in told
        for row in rows
        for name in names
        if filled(row, name) is not None
    ]
    return max(found, default=None)


def _option(name: str, make: Callable[[], Made]) -> Made:
    try:
        return make()
    except ValueError as error:
        what = str(error)
        raise Refused(f"troth: {what if what.startswith(name) else f'{name}: {what}'}") from error


def _reliability_options(choice: argparse.Namespace) -> trends.ReliabilityOptions:
    given: dict[str, Any] = {}
    if choice.prior_mean is not None:
        given["prior_mean"] = _option("--prior-mean", lambda: number(choice.prior_mean, name="--prior-mean"))
    if choice.half_life is not None:
        given["half_life_days"] = _option("--half-life", lambda: number(choice.half_life, name="--half-life"))
    try:
        return trends.ReliabilityOptions(**given)
    except ValueError as error:
        what = str(error).replace("prior_mean", "--prior-mean").replace("half_life_days", "--half-life")
        raise Refused(f"troth: {what}") from error


def _trend_options(choice: argparse.Namespace) -> trends.TrendOptions:
    low, high = _option("--scale", lambda: _two(choice.scale or "0,10", "LOW,HIGH", number))
    baseline = choice.baseline and _option("--baseline", lambda: _two(choice.baseline, "START,END", moment))
    rhythm = choice.rhythm or "daily"
    if low >= high:
        raise Refused("troth: --scale: expected LOW below HIGH")
    try:
        return trends.TrendOptions(low=low, high=high, rhythm=rhythm, baseline=baseline or None)
    except ValueError as error:
        raise Refused(f"troth: --{error}") from error


def _two(typed: str, form: str, make: Callable[..., Made]) -> tuple[Made, Made]:
    parts = [part.strip() for part in typed.split(",")]
    if len(parts) != 2:
        raise ValueError(f"expected {form}")
    first, second = (make(part, name=name) for part, name in zip(parts, form.split(","), strict=True))
    return first, second
