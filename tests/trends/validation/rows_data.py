"""Rows 9 to 11 and 13: real people's moods and trades; and placebos for links between acts and trust."""

import csv
import os
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from tests.trends.validation.row import NOT_GIVEN, Row, at_least, at_most, within
from tests.trends.validation.simulate import Habit, answered
from troth.trends import (
    Promise,
    Rating,
    ReliabilityOptions,
    acts_and_trust,
    reliable_change,
    score_reliability,
    score_trend,
)
from troth.trends.acts import _links, _whitened
from troth.trends.grid import grid_of
from troth.trends.trend_score import trend_score_of

REPOSITORY = Path(__file__).resolve().parents[3]
START = datetime(2020, 1, 1, 20, tzinfo=UTC)
PLACEBO_PEOPLE, SHUFFLES = 400, 12


def given(name: str) -> Path | None:
    """A file of the data folder, if it is there."""
    folder = Path(os.environ.get("TROTH_TEST_DATA") or REPOSITORY.parent / "shared" / "data")
    return folder / name if (folder / name).is_file() else None


def couples() -> list[Row]:
    """Rows 9 and 10: one step ahead."""
    return [
        *_couples(
            9, "couples_diary_even.csv", "even-numbered couples (the prior was fitted on them)", -1.960
        ),
        *_couples(10, "couples_diary_odd.csv", "odd-numbered couples, held out", -1.980),
    ]


def _couples(number: int, name: str, who: str, least: float) -> list[Row]:
    file = given(name)
    if file is None:
        return [Row(number, who, f"≥ {least:.3f}", NOT_GIVEN, None)]
    steps = [step for one in _series(file).values() for step in score_trend(_evenings(one)).steps]
    score = trend_score_of(steps)
    return [
        at_least(number, f"{who}: mean log density, n = {score.n:,}", score.log_density, least, digits=4),
        within(number, f"{who}: covered by its 90 % interval", score.cover_90, 0.89, 0.94),
    ]


def _series(file: Path) -> dict[tuple[str, str], list[tuple[int, float]]]:
    found: dict[tuple[str, str], list[tuple[int, float]]] = defaultdict(list)
    for row in csv.DictReader(file.open(encoding="utf-8")):
        for column in ("M_Vig.", "M_Con.", "W_Vig.", "W_Con."):
            found[row["ID"], column].append((int(row["DIARYDAY"]), float(row[column]) * 2.5))
    return {
        key: one
        for key, one in found.items()
        if len(one) >= 15 and np.std([value for _, value in one], ddof=1) > 0.05
    }


def _evenings(one: list[tuple[int, float]]) -> list[Rating]:
    return [Rating(START + timedelta(days=day), min(value, 10.0)) for day, value in one]


def trades() -> list[Row]:
    """Row 11: is the next rating of a trader positive?"""
    check, file = "Bitcoin OTC, a = .90: log loss", given("soc-sign-bitcoinotc.csv")
    if file is None:
        return [Row(11, check, "≤ 0.2015", NOT_GIVEN, None)]
    traders: dict[str, list[Promise]] = defaultdict(list)
    for _, target, rating, when in csv.reader(file.open(encoding="utf-8")):
        at = datetime.fromtimestamp(float(when), UTC)
        traders[target].append(Promise(at, "kept" if int(rating) > 0 else "missed", at))
    options = ReliabilityOptions(prior_mean=0.9)
    steps = [step for some in traders.values() for step in score_reliability(some, options=options).steps]
    p, c = np.array([(one.predicted, one.credit) for one in steps]).T
    loss = float((-c * np.log(p) - (1 - c) * np.log1p(-p)).mean())
    return [at_most(11, f"{check}, n = {len(steps):,}", loss, 0.2015, digits=4)]


def therapy() -> list[Row]:
    """Outside check of section 9: 30 people before and after marital therapy."""
    check, file = "Jacobson 1989: reliably higher and lower of 30", given("jacobson_1989.csv")
    if file is None:
        return [Row(1, check, "19 and 1", NOT_GIVEN, None)]
    people: dict[str, dict[str, float]] = defaultdict(dict)
    for row in csv.DictReader(file.open(encoding="utf-8")):
        people[row["subject"]][row["time"]] = float(row["das"])
    before = [one["pre"] for one in people.values()]
    verdicts = [
        reliable_change(one["pre"], one["post"], sd=float(np.std(before, ddof=1)), reliability=0.88).verdict
        for one in people.values()
    ]
    counts = verdicts.count("higher"), verdicts.count("lower")
    return [Row(1, check, "19 and 1", f"{counts[0]} and {counts[1]}", counts == (19, 1))]


def placebos() -> list[Row]:
    """Row 13: nothing goes together, so nothing may be said."""
    rng = np.random.default_rng(13)
    said = []
    for _ in range(PLACEBO_PEOPLE):
        days, value = answered(rng, np.full(120, 6.0), Habit(carry=float(rng.choice([1, 2, 4]))))
        ratings = [Rating(START + timedelta(days=int(d)), float(v)) for d, v in zip(days, value, strict=True)]
        said.append([one.say for one in acts_and_trust(_acts(rng), ratings, at=START + timedelta(days=121))])
    links, told = np.concatenate(said), [any(one) for one in said]
    check = "acts at random moments"
    found = [
        at_most(13, f"{check}: links said, of {len(links):,}", float(links.mean()), 0.05),
        Row(13, f"{check}: people told of at least one link", "", f"{np.mean(told):.3f}", None),
    ]
    return [*found, *_shuffled(rng)]


def _acts(rng: np.random.Generator) -> list[Promise]:
    acts = []
    for day in rng.uniform(0, 120, int(rng.integers(10, 60))):
        at = START + timedelta(days=float(day) - 0.1)
        outcome = "kept" if rng.random() < 0.8 else "missed"
        repaired = at + timedelta(days=2) if outcome == "missed" and rng.random() < 0.5 else None
        acts.append(
            Promise(at, outcome, at, size=str(rng.choice(["tiny", "small", "medium"])), repaired=repaired)
        )
    return acts


def _shuffled(rng: np.random.Generator) -> list[Row]:
    """Partners of other couples: their mood on the same evening, taken for an act."""
    check, file = (
        "even couples, partners shuffled: links said on the same day",
        given("couples_diary_even.csv"),
    )
    if file is None:
        return [Row(13, check, "≤ 0.05", NOT_GIVEN, None)]
    series = _series(file)
    men = [dict(one) for (_, column), one in series.items() if column == "M_Con."]
    women = [dict(one) for (_, column), one in series.items() if column == "W_Con."]
    said = [
        _linked(man, women[other])
        for _ in range(SHUFFLES)
        for man, other in zip(men, rng.integers(0, len(women), len(men)), strict=True)
    ]
    told = [one for one in said if one is not None]
    return [at_most(13, f"{check} ({len(told)} pairs)", float(np.mean(told)), 0.05)]


def _linked(own: dict[int, float], other: dict[int, float]) -> bool | None:
    days = np.array(sorted(set(own) & set(other)), dtype=float)
    if len(days) < 15:
        return None
    value, act = (np.array([one[int(day)] for day in days]) for one in (own, other))
    white = _whitened(days - days[0], [value, act], grid_of("mood-1"))
    return any(one.say for one in _links({("kept", "same day"): act}, white, value))
