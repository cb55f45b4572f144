"""How often a step is suggested: once a day, three times a week, the same answer all day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from troth.practices.pacing import may_suggest, suggested_on

SUNDAY = date(2026, 3, 1)
days = st.lists(st.integers(0, 60).map(lambda ago: SUNDAY - timedelta(days=ago)), max_size=40)


def slowly(opened):
    """The rule once more, written day by day as the specification has it."""
    dosage, made = 0.0, []
    for day in (SUNDAY - timedelta(days=back) for back in range(60, -1, -1)):
        dosage = 0.95 * dosage
        if day in opened and dosage <= 3 and sum(1 for one in made if (day - one).days < 7) < 3:
            made.append(day)
            dosage = dosage + 1
    return tuple(made)


@given(days)
def test_it_is_the_written_rule(opened):
    assert suggested_on(opened) == slowly(opened)


@given(days)
def test_never_more_than_three_in_any_seven_days(opened):
    made = suggested_on(opened)
    assert all(sum(0 <= (day - one).days < 7 for one in made) <= 3 for day in made)


@given(days)
def test_asking_twice_on_a_day_changes_nothing(opened):
    assert may_suggest(opened, on=SUNDAY) == may_suggest([*opened, SUNDAY], on=SUNDAY)


def test_someone_who_comes_once_a_week_always_finds_one():
    opened = [SUNDAY - timedelta(weeks=back) for back in range(20)]
    assert len(suggested_on(opened)) >= 15


def test_someone_who_comes_daily_finds_three_a_week_at_most_and_fewer_later():
    opened = [SUNDAY - timedelta(days=back) for back in range(70)]
    assert len(suggested_on(opened)) <= 30
    assert len([day for day in suggested_on(opened) if (SUNDAY - day).days < 28]) < 12


def test_later_days_do_not_count():
    assert may_suggest([SUNDAY + timedelta(days=back) for back in range(5)], on=SUNDAY)
