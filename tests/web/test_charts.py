"""Charts: what stands in the picture, gaps, labels, and that typed words stay words."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from troth.web.parts.charts import (
    DESK,
    PHONE,
    Dot,
    Level,
    Mark,
    OverTime,
    Range,
    Ranges,
    drawn_over_time,
    drawn_ranges,
)
from troth.web.parts.charts.days import labelled_days
from troth.web.parts.charts.over_time import stretches

FIRST = date(2026, 8, 3)
BAD = "<script>alert(\"x\")</script> & 'more'"
STRICT = ("style=", "<style", "<script", "onload", "href", "http")


def day(number):
    return FIRST + timedelta(days=number)


def level(number, mean=5.0):
    return Level(on=day(number), mean=mean, low=mean - 1, high=mean + 1)


def over_time(**given):
    dots = tuple(Dot(on=day(number), value=number % 11) for number in range(0, 56, 2))
    return OverTime(**{"title": "Felt trust", "says": "Around 5.", "dots": dots, **given})


def pictures(chart, draw=drawn_over_time):
    found = draw(chart, key="a")
    return [(size, ElementTree.fromstring(svg)) for size, svg in ((PHONE, found.phone), (DESK, found.desk))]


def test_a_picture_has_a_name_and_a_summary_for_screen_readers_each_with_an_id_of_its_own():
    ids = []
    for size, svg in pictures(over_time()):
        assert svg.get("role") == "img"
        named = [svg.find(f"./*[@id='{id}']").text for id in svg.get("aria-labelledby").split()]
        assert named == ["Felt trust", "Around 5."]
        assert (svg.get("width"), svg.get("class")) == (str(size.width), f"for-{size.key}")
        ids += [one.get("id") for one in svg.iter() if one.get("id")]
    assert len(set(ids)) == len(ids) == 4


def test_typed_words_stay_words_and_the_policy_holds():
    marked = over_time(title=BAD, says=BAD, marks=(Mark(on=day(9), words=BAD),), levels=(level(1), level(2)))
    ranges = Ranges(title=BAD, says=BAD, rows=(Range(label=BAD, low=1, mid=2, high=3),), ends=(BAD, BAD))
    for found in (drawn_over_time(marked, key="a"), drawn_ranges(ranges, key="b")):
        for svg in (found.phone, found.desk):
            plain = svg.replace('alert("x")', "").replace("alert(&quot;x&quot;)", "")
            assert [bad for bad in STRICT if bad in plain] == []
            assert "&lt;script&gt;" in svg
            assert BAD in [one.text for one in ElementTree.fromstring(svg).iter()]


def test_every_colour_is_one_of_the_stylesheet(pytestconfig):
    styles = (pytestconfig.rootpath / "src/troth/web/static/troth/troth.css").read_text()
    known = {f"var(--{name})" for name in re.findall(r"--([a-z-]+):", styles)} | {"none"}
    chart = over_time(levels=(level(1), level(2)), marks=(Mark(on=day(9), words="x"),))
    for _size, svg in pictures(chart):
        used = {one.get(name) for one in svg.iter() for name in ("fill", "stroke")} - {None}
        assert used <= known


def dots_of(svg):
    drawn = next(one.get("d") for one in svg.iter("path") if "h0" in one.get("d"))
    return [tuple(map(float, place.split())) for place in re.findall(r"M([\d. -]+)h0", drawn)]


def test_the_axis_runs_from_nought_to_ten_whatever_the_answers():
    for size, svg in pictures(
        over_time(dots=tuple(Dot(on=day(n), value=v) for n, v in ((0, 0), (30, 10), (60, 5))))
    ):
        low, high, middle = (y for _x, y in dots_of(svg))
        assert size.height > low > middle > high > 0
        assert middle == pytest.approx((low + high) / 2, abs=0.1)
        assert [one.text for one in svg.iter("text")][:3] == ["0", "5", "10"]


def test_days_lie_where_they_belong_and_nothing_outside_the_picture():
    for size, svg in pictures(over_time(dots=tuple(Dot(on=day(number), value=5) for number in (0, 10, 40)))):
        first, second, third = (x for x, _y in dots_of(svg))
        assert (second - first) / (third - first) == pytest.approx(0.25, abs=0.01)
        assert 0 < first < third < size.width


def test_a_gap_stays_a_gap():
    levels = [level(number) for number in (*range(5), *range(25, 30))]
    assert [len(stretch) for stretch in stretches(levels)] == [5, 5]
    for _size, svg in pictures(over_time(levels=tuple(levels))):
        bands = [one for one in svg.iter("path") if one.get("fill") == "var(--moss)"]
        assert len(bands) == 2


def test_one_event_carries_its_words_and_several_carry_numbers():
    def said(*marks):
        return [
            [one.text for one in svg.iter("text") if one.get("fill") == "var(--clay)"]
            for _size, svg in pictures(over_time(marks=marks))
        ]

    assert said(Mark(on=day(9), words="a limit crossed")) == [["a limit crossed"]] * 2
    assert said(Mark(on=day(9), words="one"), Mark(on=day(9), words="two")) == [["1", "2"]] * 2


def test_words_at_the_right_edge_stand_to_the_left_of_their_line():
    for _size, svg in pictures(over_time(marks=(Mark(on=day(55), words="the missed weekend"),))):
        (mark,) = (one for one in svg.iter("text") if one.get("fill") == "var(--clay)")
        assert mark.get("text-anchor") == "end"


@pytest.mark.parametrize("days", [0, 1, 13, 20, 56, 112, 365, 366, 900, 5000, 20000])
def test_no_axis_carries_more_labels_than_fit(days):
    for most in (PHONE.labels, DESK.labels):
        found = labelled_days(FIRST, FIRST + timedelta(days=days), most=most)
        assert len(found) <= most
        assert all(FIRST <= on <= FIRST + timedelta(days=days) for on, _words in found)
        assert days < 7 or found


def test_labels_are_first_days_of_months_and_name_the_year_where_it_turns():
    assert labelled_days(FIRST, day(112), most=4) == [
        (date(2026, 9, 1), "Sep"), (date(2026, 10, 1), "Oct"), (date(2026, 11, 1), "Nov"),
    ]  # fmt: skip
    assert (date(2027, 1, 1), "Jan 2027") in labelled_days(FIRST, day(200), most=7)


def test_a_chart_without_any_answer_is_drawn_all_the_same():
    for _size, svg in pictures(over_time(dots=())):
        assert not [one for one in svg.iter("path")]


def test_ranges_lie_on_one_axis_and_faint_ones_are_grey():
    rows = (
        Range(label="All · 20", low=5, mid=7, high=9),
        Range(label="Large · 3", low=-1, mid=5, high=11, is_faint=True),
    )
    chart = Ranges(title="My word", says="x", rows=rows, ends=("none", "all"))
    for size, svg in pictures(chart, drawn_ranges):
        bands = [one for one in svg.iter("line") if one.get("stroke-width") == "12"]
        ends = [(float(one.get("x1")), float(one.get("x2"))) for one in bands]
        assert ends[0][1] - ends[0][0] == pytest.approx((ends[1][1] - ends[1][0]) * 0.4, abs=0.2)
        assert all(0 <= place <= size.width for pair in ends for place in pair)
        grey = [one.text for one in svg.iter("text") if one.get("fill") == "var(--soft)"]
        assert "Large · 3" in grey
        assert "All · 20" not in grey
