"""`troth reliability` and `troth trend`: the printed objects, both formats, and one line for whatever is wrong."""

import csv
import io
import json

import pytest

from tests.app.running import troth
from tests.trends.examples import AT, COLUMNS, DOWN, UP, end_of, promise_rows, promises
from troth import trends
from troth.app.cli import main
from troth.app.estimator_answers import plain


def as_csv(rows, columns):
    out = io.StringIO()
    writer = csv.DictWriter(out, columns)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def days(ratings):
    return [{"at": f"{one.at:%Y-%m-%d}", "rating": one.value} for one in ratings]


@pytest.fixture
def ask(tmp_path, capsys):
    """Write the rows to a file, run the command on it, give exit code, standard output and error."""

    def run(command, text, *words, name=None):
        file = tmp_path / (name or ("rows.txt" if text[:1] in ("[", "{") else "rows.csv"))
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        try:
            code = main([command, str(file), *words])
        except SystemExit as stopped:
            code = stopped.code
        out, err = capsys.readouterr()
        return code, out, err.replace(str(tmp_path), "…")

    return run


def test_the_worked_example_comes_out_with_its_keys_in_order(ask):
    code, out, _ = ask("reliability", as_csv(promise_rows(), COLUMNS), "--at", "2026-03-31")
    found = json.loads(out)
    assert (code, out.count("\n")) == (0, 1)
    assert list(found) == [
        "kind", "version", "at", "mean", "low", "high", "n", "n_eff", "ignorance", "resolved", "neutral", "open",
        "overdue", "show", "bound", "repair", "dimensions", "sizes", "change", "calibration",
    ]  # fmt: skip
    assert (found["kind"], found["version"], found["at"]) == ("reliability", 1, "2026-04-01T00:00:00Z")
    assert list(found["bound"]) == ["low", "high", "weight", "matters"]
    assert list(found["dimensions"]["ability"]) == ["mean", "low", "high", "n", "n_eff"]
    expected = trends.reliability(promises(), at=end_of("2026-03-31"))
    assert found == {"kind": "reliability", "version": 1, **plain(expected)}


def test_the_trend_comes_out_with_its_keys_in_order(ask):
    _, out, _ = ask("trend", as_csv(days(UP), ["at", "rating"]))
    found = json.loads(out)
    assert list(found) == [
        "kind", "version", "prior", "at", "n", "ignored", "first", "last", "days", "scale", "show", "level",
        "compare", "change",
    ]  # fmt: skip
    assert list(found["compare"]) == [
        "word", "p_higher", "difference", "low", "high", "baseline", "recent", "missing_recent",
        "p_higher_if_missing_lower", "word_if_missing_lower",
    ]  # fmt: skip
    assert list(found["change"]) == ["say", "ask", "p_recent", "p_down", "from", "to"]
    assert found["at"] == "2026-02-26T00:00:00Z"
    assert found["change"]["from"] == "2026-01-06T15:20:00Z"
    assert found == {"kind": "trend", "version": 1, **plain(trends.felt_trust(UP, at=AT))}


def test_json_and_csv_agree_whatever_tells_them_apart(ask):
    rows = days(DOWN)
    answers = [
        ask("trend", as_csv(rows, ["at", "rating"])),
        ask("trend", json.dumps(rows), name="rows.json"),
        ask("trend", json.dumps({"ratings": rows}), name="rows.txt"),
        ask("trend", as_csv(rows, ["rating", "at"]), "--format", "csv", name="rows.json"),
        ask("trend", "\ufeff" + as_csv(rows, ["at", "rating"]).replace("\n", "\r\n"), name="rows"),
    ]
    assert {code for code, _, _ in answers} == {0}
    assert len({out for _, out, _ in answers}) == 1
    rows = [{key: value for key, value in row.items() if value} for row in promise_rows()]
    first = ask("reliability", json.dumps({"promises": rows}), name="rows.json")[1]
    assert first == ask("reliability", as_csv(promise_rows(), COLUMNS))[1]


def test_without_at_the_latest_moment_of_any_row_counts(ask):
    _, out, _ = ask("reliability", as_csv(promise_rows(), COLUMNS))
    assert json.loads(out)["at"] == "2026-04-11T00:00:00Z"
    rows = [{"at": "2026-01-01T10:00:00+02:00", "rating": 5}, {"at": "2026-01-03", "rating": 5}]
    assert json.loads(ask("trend", json.dumps(rows))[1])["at"] == "2026-01-04T00:00:00Z"
    assert json.loads(ask("trend", json.dumps(rows[:1]))[1])["at"] == "2026-01-01T08:00:00Z"


def test_the_options_of_trend(ask, tmp_path):
    rows = days(UP)
    tenfold = as_csv([{**row, "rating": row["rating"] * 10} for row in rows], ["at", "rating"])
    assert json.loads(ask("trend", tenfold, "--scale", "0,100")[1]) == json.loads(
        ask("trend", as_csv(rows, ["at", "rating"]))[1]
    )
    events = tmp_path / "events.csv"
    events.write_text("at,kind,deception\n2026-02-14T06:00:00Z,breach,yes\n")
    down = as_csv(days(DOWN), ["at", "rating"])
    found = json.loads(ask("trend", down, "--events", str(events))[1])
    assert f"{found['level']['mean']:.4f}" == "2.0331"
    beside = {"ratings": days(DOWN), "events": [{"at": "2026-02-14T06:00:00Z", "kind": "breach"}]}
    assert json.loads(ask("trend", json.dumps(beside))[1]) == found
    weekly = json.loads(ask("trend", down, "--rhythm", "weekly")[1])["compare"]
    assert weekly["recent"]["start"] == "2026-01-15T00:00:00Z"
    chosen = json.loads(ask("trend", down, "--baseline", "2026-01-02,2026-01-16T12:00:00Z")[1])["compare"]
    assert (chosen["baseline"]["start"], chosen["word"]) == ("2026-01-02T12:00:00Z", "clearly lower")
    smooth = json.loads(ask("trend", down, "--smooth")[1])["smooth"]
    assert (len(smooth), list(smooth[0])) == (56, ["at", "mean", "low", "high"])


def test_scores_and_series(ask):
    rows = [{**row, "who": who} for who, some in (("b", UP), ("a", DOWN)) for row in days(some)]
    _, out, _ = ask("trend", as_csv(rows, ["at", "rating", "who"]), "--by", "who", "--score")
    found = json.loads(out)
    assert list(found) == ["kind", "version", "by", "series", "score"]
    assert [one["key"] for one in found["series"]] == ["b", "a"]
    up, down = (one["score"] for one in found["series"])
    assert f"{up['log_density']:.4f} {down['log_density']:.4f}" == "-1.8308 -1.9906"
    assert list(up) == ["n", "log_density", "cover_90", "cover_50", "mae", "steps"]
    assert list(up["steps"][0]) == ["at", "rating", "mean", "log_density", "p"]
    assert found["score"]["log_density"] == pytest.approx((up["log_density"] + down["log_density"]) / 2)
    assert "steps" not in found["score"]
    score = json.loads(ask("reliability", as_csv(promise_rows(), COLUMNS), "--score")[1])["score"]
    assert (score["n"], f"{score['log_loss']:.4f} {score['brier']:.4f}") == (6, "0.7635 0.2530")
    assert list(score["steps"][0]) == ["at", "predicted", "credit"]


def test_the_options_of_reliability(ask):
    text = as_csv(promise_rows(), COLUMNS)
    found = json.loads(ask("reliability", text, "--prior-mean", "0.9", "--half-life", "120")[1])
    options = trends.ReliabilityOptions(prior_mean=0.9, half_life_days=120)
    assert found["mean"] == trends.reliability(promises(), at=end_of("2026-04-10"), options=options).mean


def test_a_header_without_rows_is_an_answer(ask):
    code, out, _ = ask("trend", "at,rating\n", "--score", "--smooth")
    found = json.loads(out)
    assert (code, found["n"], found["level"], found["first"], found["smooth"]) == (0, 0, None, None, [])
    assert (found["compare"]["word"], found["score"]["n"]) == ("not enough yet", 0)
    code, out, _ = ask("reliability", "due,outcome,at\n", "--at", "2026-03-31")
    assert (code, json.loads(out)["mean"], json.loads(out)["show"]) == (0, 0.5, "none")
    assert json.loads(ask("trend", "at,rating,who\n", "--by", "who")[1])["series"] == []


PROMISE = "due,outcome,at,made,size,dimension,repaired,sure\n"
RATING = "at,rating\n"


@pytest.mark.parametrize(
    ("command", "text", "words", "line"),
    [
        ("trend", b"at,rating\n2026-01-01,\xff\n", (), "…/rows.csv: expected UTF-8"),
        ("trend", "", (), "…/rows.csv: expected a column 'at' in its first line"),
        ("trend", "at\n2026-01-01\n", (), "…/rows.csv: expected a column 'rating' in its first line"),
        ("reliability", "due,outcome\n", (), "…/rows.csv: expected a column 'at' in its first line"),
        ("trend", RATING, ("--by", "who"), "…/rows.csv: expected a column 'who' in its first line"),
        ("trend", "[{", (), "…/rows.txt: line 1: expected JSON"),
        ("trend", '{"promises": []}', (), "…/rows.txt: expected a list, or an object with 'ratings'"),
        ("trend", '{"ratings": null}', (), "…/rows.txt: expected a list, or an object with 'ratings'"),
        ("trend", '{"ratings": 3}', (), "…/rows.txt: ratings: expected a list"),
        ("trend", RATING + "9999-12-31,3\n", (), "…/rows.csv, row 1: at: expected a year from 2 to 9998"),
        ("trend", RATING, ("--at", "0001-01-01"), "--at: expected a year from 2 to 9998"),
        ("trend", "[3]", (), "…/rows.txt, row 1: expected an object"),
        ("trend", '[{"rating": 3}]', (), "…/rows.txt, row 1: at: expected a moment such as 2026-03-01 or 2026-03-01T18:30:00Z"),
        ("trend", '[{"at": "2026-01-01", "rating": NaN}]', (), "…/rows.txt, row 1: rating: expected 0 to 10"),
        ("trend", '[{"at": "2026-01-01", "rating": true}]', (), "…/rows.txt, row 1: rating: expected a number"),
        ("trend", RATING + '2026-01-01,"3\n', (), "…/rows.csv, row 1: expected CSV, its quotes closed"),
        ("trend", RATING + "2026-01-01,3\n2026-01-02,3,4\n", (), "…/rows.csv, row 2: more cells than the first line has columns"),
        ("trend", RATING + "2026-01-01,3\n2026-01-02T12:00,3\n", (), "…/rows.csv, row 2: at: expected an offset or Z after the time"),
        ("trend", RATING + "2026-02-30,3\n", (), "…/rows.csv, row 1: at: expected a moment such as 2026-03-01 or 2026-03-01T18:30:00Z"),
        ("trend", RATING + "quokka,3\n", (), "…/rows.csv, row 1: at: expected a moment such as 2026-03-01 or 2026-03-01T18:30:00Z"),
        ("trend", RATING + "2026-01-01,\n", (), "…/rows.csv, row 1: rating: expected a number"),
        ("trend", RATING + "2026-01-01,inf\n", (), "…/rows.csv, row 1: rating: expected a number"),
        ("trend", RATING + "2026-01-01,11\n", (), "…/rows.csv, row 1: rating: expected 0 to 10"),
        ("trend", RATING + "2026-01-01,5\n", ("--scale", "0,4"), "…/rows.csv, row 1: rating: expected 0 to 4"),
        ("trend", RATING, ("--scale", "4,4"), "--scale: expected LOW below HIGH"),
        ("trend", RATING, ("--scale", "4"), "--scale: expected LOW,HIGH"),
        ("trend", RATING, ("--baseline", "2026-01-02,2026-01-02"), "--baseline: expected its end after its start"),
        ("trend", RATING, ("--rhythm", "hourly"), "--rhythm: expected daily or weekly"),
        ("trend", RATING, ("--format", "xml"), "--format: expected csv or json"),
        ("trend", RATING, ("--at", "quokka"), "--at: expected a moment such as 2026-03-01 or 2026-03-01T18:30:00Z"),
        ("trend", RATING, ("--events", "nowhere.csv"), "nowhere.csv: cannot be read (No such file or directory)"),
        ("trend", '{"ratings": [], "events": [{"at": "2026-01-01", "kind": "quokka"}]}', (), "…/rows.txt, row 1: kind: expected breach, repair, talk or other"),
        ("reliability", PROMISE + "2026-01-01,quokka,2026-01-01\n", (), "…/rows.csv, row 1: outcome: expected kept, missed, renegotiated or open"),
        ("reliability", PROMISE + "2026-01-01,kept,\n", (), "…/rows.csv, row 1: at: expected the moment when it was kept"),
        ("reliability", PROMISE + "2026-01-01,open,2026-01-01\n", (), "…/rows.csv, row 1: at: expected nothing while open"),
        ("reliability", PROMISE + "2026-01-01,open,,2026-01-02\n", (), "…/rows.csv, row 1: due: expected at or after made"),
        ("reliability", PROMISE + "2026-01-01,open,,,huge\n", (), "…/rows.csv, row 1: size: expected tiny, small, medium or large"),
        ("reliability", PROMISE + "2026-01-01,open,,,,quokka\n", (), "…/rows.csv, row 1: dimension: expected ability, integrity or benevolence"),
        ("reliability", PROMISE + "2026-01-01,kept,2026-01-01,,,,2026-01-03\n", (), "…/rows.csv, row 1: repaired: expected only where the outcome is missed"),
        ("reliability", PROMISE + "2026-01-01,missed,2026-01-05,,,,2026-01-03\n", (), "…/rows.csv, row 1: repaired: expected at or after at"),
        ("reliability", PROMISE + "2026-01-01,open,,,,,,101\n", (), "…/rows.csv, row 1: sure: expected 0 to 100"),
        ("reliability", PROMISE, ("--prior-mean", "2"), "--prior-mean: expected between 0 and 1"),
        ("reliability", PROMISE, ("--half-life", "x"), "--half-life: expected a number"),
        ("reliability", "due,outcome,at\n" + "2026-01-01,open,\n" * 200_001, (), "…/rows.csv, row 200001: more than 200,000 rows"),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else None,
)  # fmt: skip
def test_what_is_wrong_is_one_line(ask, command, text, words, line):
    code, out, err = ask(command, text, *words)
    assert (code, out, err) == (2, "", f"troth: {line}\n")


def test_an_option_that_is_not_there_is_one_line(ask):
    code, out, err = ask("trend", RATING, "--nonsense")
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_it_reads_standard_input_needs_no_home_and_makes_none(tmp_path):
    home = tmp_path / "home"
    answer = troth("trend", "-", home=home, typed=as_csv(days(UP), ["at", "rating"]))
    assert (answer.returncode, json.loads(answer.stdout)["n"], answer.stderr) == (0, 45, "")
    wrong = troth("trend", "-", home=home, typed="at,rating\n2026-01-01,x\n")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr == "troth: standard input, row 1: rating: expected a number\n"
    missing = troth("trend", "missing.csv", home=home)
    assert missing.stderr == "troth: missing.csv: cannot be read (No such file or directory)\n"
    assert not home.exists()
