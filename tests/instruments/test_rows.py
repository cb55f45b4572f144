"""A table of answers: the quick way, the plain way and one by one come to the same."""

import csv
import io
import json
import tracemalloc
from itertools import chain, repeat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.instruments.strategies import SHEETS, filled_in
from troth import instruments
from troth.instruments import json_lines, load, open_table, score, score_rows
from troth.instruments.table import BATCH

GAD2 = load("gad-2")


def quick(sheet, lines, **more):
    text = "".join(json_lines(sheet, open_table(sheet, lines), **more))
    return [json.loads(line) for line in text.split("\n")[:-1]]


def as_line(sheet, answers, *, line, id=None, norm_group=None):
    found = instruments.as_plain(score(sheet, answers, norm_group=norm_group))
    del found["notice"]
    for one in found["subscales"].values():
        del one["high_means"]
    return {"line": line, "id": id, **found}


@st.composite
def tables(draw):
    sheet = draw(st.sampled_from(SHEETS))
    blank = st.sampled_from(["", "NA", "NaN", ".", " "])
    rows = []
    for _ in range(draw(st.integers(0, 5))):
        cells = []
        for item in sheet.items:
            value = draw(st.sampled_from([option.value for option in item.options]))
            cells.append(
                draw(st.one_of(st.just(f"{value}"), st.just(f"{value}.0"), st.just(f" {value}"), blank))
            )
        rows.append(
            (draw(st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=8)), cells)
        )
    return sheet, draw(st.permutations(range(len(sheet.items)))), rows


@settings(deadline=None)
@given(tables())
def test_quick_rows_plain_rows_and_single_scores_agree(table):
    sheet, order, rows = table
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        [*(str(place + 1) for place in order[:1]), "town", *(str(place + 1) for place in order[1:]), "id"]
    )
    for id, cells in rows:
        writer.writerow([cells[order[0]], "x", *(cells[place] for place in order[1:]), id])
    lines = list(io.StringIO(out.getvalue(), newline="\n"))
    group = sheet.norm_groups[0] if sheet.norm_groups else None
    plain = list(score_rows(sheet, lines, norm_group=group))
    singles = []
    for number, (id, cells) in enumerate(rows, 2):
        answers = {
            no: int(float(cell))
            for no, cell in enumerate(cells, 1)
            if cell.strip() not in {"", "NA", "NaN", "."}
        }
        singles.append(as_line(sheet, answers, line=number, id=id, norm_group=group))
    assert quick(sheet, lines, norm_group=group) == singles
    assert [(row.line, row.id, row.scores) for row in plain] == [
        (row["line"], row["id"], score(sheet, kept.answers, norm_group=group))
        for row, kept in zip(singles, plain, strict=True)
    ]


@given(filled_in())
def test_the_plain_rows_keep_the_answers(filled):
    sheet, answers = filled
    lines = [
        ",".join(str(item.no) for item in sheet.items),
        ",".join(str(answers.get(item.no, "")) for item in sheet.items),
    ]
    if lines[1] == "":
        return
    (row,) = score_rows(sheet, lines)
    assert (row.answers, row.id, row.line) == (answers, None, 2)


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_line_ends_of_any_kind_blank_lines_and_a_mark_at_the_start(end):
    lines = [f"\ufeffid,1,2{end}", f"a,1,2{end}", end, f"b,3,0{end}"]
    assert [(one["line"], one["id"]) for one in quick(GAD2, lines)] == [(2, "a"), (4, "b")]
    assert [row.line for row in score_rows(GAD2, lines)] == [2, 4]


def test_quotation_marks_turn_the_careful_reader_on():
    lines = ["id,1,2\n", "a,1,2\n", '"b, ""c""\n', 'd","1",2\n', "\n", "e,0,0\n"]
    found = quick(GAD2, lines)
    assert [(one["line"], one["id"], one["subscales"]["total"]["value"]) for one in found] == [
        (2, "a", 3),
        (3, 'b, "c"\nd', 3),
        (6, "e", 0),
    ]
    assert [row.line for row in score_rows(GAD2, lines)] == [2, 3, 6]


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (["id,1"], "line 1: column for item 2 is missing"),
        ([], "line 1: column for item 1 is missing"),
        (["1,2,1"], "line 1: column for item 1 stands twice"),
        (["id,1,2,id"], "line 1: column id stands twice"),
        (["1,2", "0,1", "x,1"], 'line 3, item 1: "x" is not a number (0–3)'),
        (["1,2", "0,9"], "line 2, item 2: 9 is not one of 0–3"),
        (["1,2", "0,1.5"], 'line 2, item 2: "1.5" is not a number (0–3)'),
        (["1,2", "0,true"], 'line 2, item 2: "true" is not a number (0–3)'),
        (["1,2", "0,1", "", "0"], "line 4: 1 cells, expected 2"),
        (["1,2", "0,1,2"], "line 2: 3 cells, expected 2"),
        (["1,2", '"0","x"'], 'line 2, item 2: "x" is not a number (0–3)'),
    ],
)
def test_what_is_wrong_with_a_table_is_one_line(lines, line):
    for way in (quick, lambda sheet, given: list(score_rows(sheet, given))):
        with pytest.raises(instruments.BadRows) as caught:
            way(GAD2, lines)
        assert str(caught.value) == line


def test_what_stands_before_a_wrong_line_is_still_scored():
    texts = json_lines(GAD2, open_table(GAD2, ["1,2", "0,1", "2,2", "9,9"]))
    assert next(texts).count("\n") == 2
    with pytest.raises(instruments.BadRows, match="line 4, item 1"):
        next(texts)


def test_more_lines_than_a_batch_keep_their_numbers():
    count = BATCH * 2 + 5
    lines = chain(["1,2\n"], repeat("1,1\n", count))
    found = quick(GAD2, lines)
    assert [one["line"] for one in found] == list(range(2, count + 2))


def test_an_unknown_group_is_refused_before_any_line():
    for way in (
        score_rows,
        lambda sheet, lines, norm_group: json_lines(sheet, open_table(sheet, lines), norm_group=norm_group),
    ):
        with pytest.raises(instruments.UnknownNormGroup):
            way(GAD2, ["1,2"], norm_group="men")


def many(count):
    sheet = load("troth-trust")
    yield "id," + ",".join(str(item.no) for item in sheet.items) + "\n"
    for number in range(count):
        yield f"p{number}," + ",".join(str((number // 5**place) % 5 + 1) for place in range(10)) + "\n"


@pytest.mark.parametrize("count", [2_000, 12_000])
def test_memory_does_not_grow_with_the_table(count):
    sheet = load("troth-trust")
    tracemalloc.start()
    try:
        for _ in json_lines(sheet, open_table(sheet, many(count))):
            pass
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 24 * 1024 * 1024


@pytest.mark.parametrize(
    "lines",
    [
        ["1,2", "1,2", "11,2"],
        ["1,2", "1,2", "1,22"],
        ["id,1,2", "p.1,1,2", "p,1,2,3"],
        ["id,1,2", "a,1,2", "a,b,1,2", "2,1"],
        ["id,1,2", "a,1,2", "1,2"],
        ["id,1,2", "a,1,2", "a;1,2"],
    ],
)
def test_a_line_that_only_looks_right_from_its_end_is_still_refused(lines):
    with pytest.raises(instruments.BadRows):
        quick(GAD2, lines)


@pytest.mark.parametrize("cells", ["{}", "{}.0"])
@pytest.mark.parametrize("head", ["", "p.1,", ",", "1,"])
def test_lines_that_can_be_cut_and_lines_that_cannot_stand_side_by_side(head, cells):
    sheet = load("ecr-r")
    answers = [{no: (no + shift) % 7 + 1 for no in range(1, 37)} for shift in range(4)]
    del answers[1][1], answers[2][36], answers[3][20]
    lines = [("id," if head else "") + ",".join(map(str, range(1, 37)))]
    lines += [
        head + ",".join(cells.format(one[no]) if no in one else "" for no in range(1, 37)) for one in answers
    ]
    id = head[:-1] if head else None
    assert quick(sheet, lines) == [
        as_line(sheet, one, line=line, id=id) for line, one in enumerate(answers, 2)
    ]


def test_an_instrument_with_very_many_subscales_is_cut_too(tmp_path):
    names = [f"s{number}" for number in range(60)]
    scales = ", ".join(
        f'{{ id = "{name}", title = "T", items = [1, 2, 3, 4, 5, 6, 7, 8], method = "sum", high_means = "m", '
        'direction = "neither", missing = { rule = "prorate", min_answered = 1 } }'
        for name in names
    )
    items = ", ".join(f'{{ no = {no}, key = "-" }}' for no in range(1, 9))
    (tmp_path / "wide.toml").write_text(f"""\
format = 1
id = "wide"
version = "1.0"
title = "Wide"
about = "Wide."
validated = true
respondent = "self"
target = "none"
recall = "now"
language = "en"
minutes = 1
text_included = false
citation = "Me."
options = [ {{ value = -9 }}, {{ value = -3 }}, {{ value = -1 }} ]
items = [ {items} ]
licence = {{ class = "user", name = "own" }}
subscales = [ {scales} ]
""")
    sheet = instruments.load("wide", folders=[tmp_path])
    rows = [[-9, -3, -1, -9, -3, -1, -9, -3], [-1] * 8, [-3, None, -3, -3, -3, -3, -3, -9]]
    lines = [
        "id,1,2,3,4,5,6,7,8",
        *("a," + ",".join("" if a is None else str(a) for a in row) for row in rows),
    ]
    for line, row, found in zip(range(2, 5), rows, quick(sheet, lines), strict=True):
        answers = {no: answer for no, answer in enumerate(row, 1) if answer is not None}
        assert found == as_line(sheet, answers, line=line, id="a")


def test_what_is_not_csv_is_one_line():
    huge = '"' + "x" * 140_000 + '"'
    for lines, line in ((["1,2", "0,1", f"{huge},1"], "line 3: not CSV"), ([huge], "line 1: not CSV")):
        for way in (quick, lambda sheet, given: list(score_rows(sheet, given))):
            with pytest.raises(instruments.BadRows, match=line):
                way(GAD2, lines)
