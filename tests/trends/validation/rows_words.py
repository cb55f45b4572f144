"""Rows 6, 7 and 12: how often stable people are told that they changed, and how soon a change is seen."""

import numpy as np

from tests.trends.validation.answers import changes, words
from tests.trends.validation.row import Row, at_least, at_most
from tests.trends.validation.simulate import Habit, answered, record

PEOPLE, POWER_PEOPLE, BREACH_PEOPLE = 300, 200, 300
STABLE_DAYS = 100
WEEKS = range(6, 27)
NAMES = {0: "i.i.d.", 1: "OU1", 2: "OU2", 4: "OU4", 8: "OU8"}


def false_alarms() -> list[Row]:
    """Row 6: stable people, one look a week from week 6 to week 26."""
    targets = {0: 0.07, 1: 0.10, 2: 0.14, 4: 0.20, 8: 0.33}
    found = []
    for carry, most in targets.items():
        rng = np.random.default_rng(600 + carry)
        people = [answered(rng, np.full(26 * 7, 5.5), Habit(carry=carry)) for _ in range(PEOPLE)]
        clearly, probably = np.zeros(PEOPLE, bool), np.zeros(PEOPLE, bool)
        for week in WEEKS:
            said = words([record(days, value, end=7 * week) for days, value in people])
            clearly |= np.array(said) == "clearly higher"
            probably |= np.isin(said, ["clearly higher", "probably higher"])
        found.append(at_most(6, f'stable, {NAMES[carry]}: ever told "clearly higher"', clearly.mean(), most))
        found.append(
            Row(
                6,
                f'the same, ever "probably" or "clearly higher" ({NAMES[carry]})',
                "",
                f"{probably.mean():.2f}",
                None,
            )
        )
    return found


def power() -> list[Row]:
    """Row 7: a change right after the first four weeks, from which weeks count; SD 1.7, OU1."""
    found = []
    kinds = {
        "+1.5": (1.5, 0, 0.48), "+2.5": (2.5, 0, 0.88), "+2.5 slowly over 8 weeks": (2.5, 56, 0.90),
        "+1.0": (1.0, 0, None), "none": (0.0, 0, None),
    }  # fmt: skip
    for place, (name, (size, over, least)) in enumerate(kinds.items()):
        rng = np.random.default_rng(700 + place)
        day = np.arange(28 + 84)
        share = (day >= 28) if not over else np.clip((day - 28) / over, 0, 1)
        people = [answered(rng, 5 + size * share, Habit(sd=1.7, carry=1)) for _ in range(POWER_PEOPLE)]
        clearly, by = np.zeros(POWER_PEOPLE, bool), {}
        for week in range(1, 13):
            said = words([record(days, value, end=28 + 7 * week) for days, value in people])
            clearly |= np.array(said) == "clearly higher"
            by[week] = clearly.mean()
        shown = f"{by[4]:.2f} by week 4, {by[8]:.2f} by week 8, {by[12]:.2f} by week 12"
        name = f'change {name}: ever "clearly higher"'
        found.append(
            Row(7, name, "", shown, None) if least is None
            else Row(7, name, f"≥ {least:g} by week 12", shown, by[12] >= least)
        )  # fmt: skip
    return found


def breaches() -> list[Row]:
    """Row 12: 100 stable days, looked at every third day from day 28 on; then a drop, and the 14 days after it."""
    found = []
    for carry, most in ((1, 0.03), (4, 0.10)):
        habit = Habit(sd=1.7, carry=carry)
        asked, said = _ever(1200 + carry, drop=0.0, habit=habit, looks=range(30, STABLE_DAYS + 1, 3))
        found.append(at_most(12, f"asks within 100 stable days, {NAMES[carry]}", asked, most))
        found.append(at_most(12, f"says within 100 stable days, {NAMES[carry]}", said, 0.01))
    for drop, least in ((1.5, None), (2.5, None), (4.0, 0.80)):
        looks = range(STABLE_DAYS + 2, STABLE_DAYS + 15, 3)
        asked, said = _ever(1210 + int(drop), drop=drop, habit=Habit(sd=1.7, carry=1), looks=looks)
        name = f"drop of {drop:g}, within 14 days"
        found.append(
            Row(12, f"{name}: asks", "", f"{asked:.2f}", None) if least is None
            else at_least(12, f"{name}: asks", asked, least)
        )  # fmt: skip
        found.append(Row(12, f"{name}: says", "", f"{said:.2f}", None))
    return found


def _ever(seed: int, *, drop: float, habit: Habit, looks: range) -> tuple[float, float]:
    rng = np.random.default_rng(seed)
    level = 7 - drop * (np.arange(max(looks) + 1) >= STABLE_DAYS)
    people = [answered(rng, level, habit) for _ in range(BREACH_PEOPLE)]
    asked, said = np.zeros(BREACH_PEOPLE, bool), np.zeros(BREACH_PEOPLE, bool)
    for day in looks:
        checks = changes([record(days, value, end=day) for days, value in people])
        asked |= np.array([one.ask for one in checks])
        said |= np.array([one.say for one in checks])
    return float(asked.mean()), float(said.mean())
