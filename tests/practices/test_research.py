"""Tables for research: measures only, days from the first, no words, nothing about safety."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import MADE, SECRET, SUNDAY
from tests.practices.random_entries import checkins, lived, promises, repairs, wins
from troth.practices import move, start
from troth.practices.checkins import Checkin
from troth.practices.promises import Kept, Promise
from troth.practices.questionnaires import Answered
from troth.practices.research import COLUMN_MEANS, COLUMNS, Source, tables

LONDON = ZoneInfo("Europe/London")


def read(*some, may_leave=lambda _id: True):
    sources = [Source(id=n, bond=7, document=one) for n, one in enumerate(some, 1)]
    return tables(sources, zone=LONDON, may_leave=may_leave)


def test_days_are_counted_from_the_first_and_felt_safety_stays_here():
    later = start("checkins", Checkin(felt_trust=6, safety=2, energy=4, role="supporter"), at=MADE + timedelta(days=9),
                  on=SUNDAY + timedelta(days=9))  # fmt: skip
    first = start("checkins", Checkin(felt_trust=3, role="supporter", note=SECRET), at=MADE, on=SUNDAY)
    assert read(later, first)["ratings"] == [
        (2, 7, 0, "supporter", "felt_trust", 3),
        (1, 7, 9, "supporter", "felt_trust", 6),
        (1, 7, 9, "supporter", "energy", 4),
    ]


def test_a_promise_is_a_row_without_its_words():
    due = MADE.replace(second=0, microsecond=0) + timedelta(days=2)
    promise = start(
        "promises", Promise(wording=SECRET, due=due, size="small", made_at=MADE, sure=80), at=MADE, on=SUNDAY
    )
    kept = move(promise, "keep", at=due - timedelta(hours=1), given=Kept())
    assert read(kept)["promises"] == [(1, 7, 0, 2, 2, "kept", "small", "", 80)]


def finished(instrument):
    begun = start("questionnaires", Answered(instrument=instrument, version="1.0", title=SECRET, items=10,
                                             answers={"10": 1, "2": 3}), at=MADE, on=SUNDAY)  # fmt: skip
    return move(begun, "finish", at=MADE)


def test_answers_leave_only_where_their_form_lets_them():
    both = finished("phq-4"), finished("hark")
    assert read(*both, may_leave=lambda id: id == "phq-4")["answers"] == [
        (1, 7, 0, "phq-4", "1.0", 2, 3),
        (1, 7, 0, "phq-4", "1.0", 10, 1),
    ]


def test_every_column_is_in_the_codebook():
    assert {column for columns in COLUMNS.values() for column in columns} == set(COLUMN_MEANS)


@given(st.lists(lived(st.one_of(promises(), checkins(), repairs(), wins())), max_size=5))
def test_no_cell_holds_words(some):
    codes = {
        "supporter",
        "person",
        "kept",
        "missed",
        "renegotiated",
        "open",
        "tiny",
        "small",
        "medium",
        "large",
        "",
    }
    codes |= {"ability", "integrity", "benevolence", "felt_trust", "closeness", "energy"}
    for name, rows in read(*some, may_leave=lambda _id: False).items():
        for row in rows:
            assert len(row) == len(COLUMNS[name])
            assert all(isinstance(cell, int) or cell in codes for cell in row)
