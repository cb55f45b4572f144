"""Many people in a few numbers, beside Python's own statistics."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troth import instruments
from troth.instruments import load, score_rows, summarise

SHEET = load("ipip-trust-4")
cells = st.sampled_from(["", "1", "2", "3", "4", "5"])
rows = st.lists(st.lists(cells, min_size=4, max_size=4), max_size=12)


def table(rows):
    return ["1,2,3,4", *(",".join(row) for row in rows)]


def test_a_case_worked_by_hand():
    found = summarise(
        SHEET, score_rows(SHEET, table([["1", "1", "1", "5"], ["5", "5", "5", "1"], ["3", "3", "", ""]]))
    )
    assert (found.instrument, found.n) == ("ipip-trust-4", 3)
    one = found.subscales["total"]
    assert (one.n, one.missing, one.mean) == (2, 1, 12)
    assert one.sd == pytest.approx(statistics.stdev([4, 20]))
    assert one.alpha == pytest.approx(1.0)  # all items move as one


@given(rows)
def test_it_is_what_python_itself_says(rows):
    scored = list(score_rows(SHEET, table(rows)))
    values = [row.scores.subscales["total"].value for row in scored]
    values = [value for value in values if value is not None]
    found = summarise(SHEET, iter(scored)).subscales["total"]
    assert (found.n, found.missing) == (len(values), len(scored) - len(values))
    assert found.mean == (pytest.approx(statistics.fmean(values)) if values else None)
    assert found.sd == (pytest.approx(statistics.stdev(values), abs=1e-9) if len(values) > 1 else None)
    alpha = slow_alpha([row.answers for row in scored if len(row.answers) == 4])
    assert found.alpha == (None if alpha is None else pytest.approx(alpha))


def slow_alpha(complete):
    if len(complete) < 2:
        return None
    keyed = [[6 - answer if no == 4 else answer for no, answer in one.items()] for one in complete]
    spread = statistics.variance([sum(one) for one in keyed])
    if spread == 0:
        return None
    return 4 / 3 * (1 - sum(statistics.variance(column) for column in zip(*keyed, strict=True)) / spread)


def test_nobody_is_nobody():
    found = summarise(load("kusiv3-en"), [])
    assert found.subscales["total"] == instruments.ScaleSummary(0, 0, None, None, None)
