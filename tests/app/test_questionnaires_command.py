"""`troth instruments` and `troth score`: they need no home, make none, and say one line for bad input."""

import json

import pytest

from tests.app.running import troth

PHQ9 = {"answers": {"1": 3, "2": 0, "3": 1, "4": 2, "5": 0, "6": 0, "7": 1, "8": 0, "9": 3}}
IN_DANGER = "If you are in danger or think of hurting yourself: troth safety"


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def own(home):
    def bring(name, text):
        (home / "instruments").mkdir(parents=True, exist_ok=True)
        (home / "instruments" / f"{name}.toml").write_text(text, encoding="utf-8")

    return bring


def test_a_score_is_the_object_of_the_specification(home):
    answer = troth("score", "phq-9", home=home, typed=json.dumps(PHQ9))
    assert (answer.returncode, answer.stderr) == (0, IN_DANGER + "\n")
    assert json.loads(answer.stdout) == {
        "instrument": "phq-9", "version": "1.0", "validated": True, "notice": None, "norm_group": None,
        "subscales": {"total": {
            "value": 10, "answered": 9, "of": 9, "needed": 7, "method": "sum", "direction": "lower-better",
            "high_means": "more signs of low mood", "band": "moderate", "missing_reason": None, "t_score": None,
            "reliability_type": None}},
        "safety": [{"reaction": "self-harm", "item": 9, "answer": 3, "toward": "self"}],
    }  # fmt: skip
    assert list(json.loads(answer.stdout)) == [
        *("instrument", "version", "validated", "notice", "norm_group", "subscales", "safety")
    ]
    assert answer.stdout.count("\n") > 10
    assert not home.exists()


def test_a_list_is_read_in_the_order_of_the_items(home, tmp_path):
    file = tmp_path / "answers.json"
    file.write_text('\ufeff{"answers": [3, null]}', encoding="utf-8")
    answer = troth("score", "gad-2", str(file), home=home)
    found = json.loads(answer.stdout)["subscales"]["total"]
    assert (found["value"], found["answered"], found["missing_reason"], answer.stderr) == (
        None,
        1,
        "too-few-answers",
        "",
    )


def test_a_table_is_scored_line_by_line(home, tmp_path):
    file = tmp_path / "answers.CSV"
    file.write_text('id,2,town,1\nä,1,x,2\n"b",NA,y,\n', encoding="utf-8")
    answer = troth("score", "gad-2", str(file), home=home)
    assert (answer.returncode, answer.stderr) == (0, "columns not looked at: town\n")
    first, second = answer.stdout.splitlines()
    assert first.startswith('{"line":2,"id":"ä","instrument":"gad-2"')
    found = json.loads(second)
    assert (found["line"], found["id"], found["subscales"]["total"]["value"]) == (3, "b", None)
    assert set(found) == {
        "line",
        "id",
        "instrument",
        "version",
        "validated",
        "norm_group",
        "subscales",
        "safety",
    }
    assert "high_means" not in found["subscales"]["total"]


def test_a_table_on_standard_input_is_known_by_its_first_sign(home):
    answer = troth("score", "gad-2", "-", home=home, typed="1,2\n1,1\n")
    assert json.loads(answer.stdout)["id"] is None
    answer = troth("score", "gad-2", "--input", "json", home=home, typed="1,2\n1,1\n")
    assert answer.stderr == "answers: not JSON (line 1, column 2)\n"


def test_a_summary_is_one_object(home):
    answer = troth("score", "gad-2", "--summary", home=home, typed="1,2\n0,1\n2,2\n3,3\n1,.\n")
    found = json.loads(answer.stdout)
    assert (found["instrument"], found["n"]) == ("gad-2", 4)
    assert {key: found["subscales"]["total"][key] for key in ("n", "missing")} == {"n": 3, "missing": 1}
    assert set(found["subscales"]["total"]) == {"n", "missing", "mean", "sd", "alpha"}
    answer = troth("score", "gad-2", "--summary", home=home, typed='{"answers": [1, 2]}')
    assert json.loads(answer.stdout)["subscales"]["total"]["mean"] == 3


@pytest.mark.parametrize(
    "words", [["{}", "--summary"], ["--summary", "{}"], ["--summary", "--input", "csv", "{}"]]
)
def test_options_may_stand_before_the_file(home, tmp_path, words):
    (tmp_path / "answers.csv").write_text("1,2\n0,1\n")
    answer = troth("score", "gad-2", *(word.format(tmp_path / "answers.csv") for word in words), home=home)
    assert (answer.stderr, json.loads(answer.stdout)["n"]) == ("", 1)
    help = troth("score", "--help", home=home)
    assert (help.returncode, "[FILE]" in help.stdout) == (0, True)


def test_a_norm_group_gives_t(home):
    answer = troth(
        "score", "ipip-trust-4", "--norm-group", "men-41-60", home=home, typed='{"answers": [3, 3, 3, 3]}'
    )
    assert json.loads(answer.stdout)["subscales"]["total"]["t_score"] == pytest.approx(
        50 + 10 * (12 - 13.42) / 3.49
    )


def test_fhir_goes_out_one_response_a_form(home):
    answer = troth("score", "phq-9", "--fhir", "--subject", "Patient/7", "--authored", "2026-11-22T18:30:00Z", home=home,
                   typed=json.dumps(PHQ9))  # fmt: skip
    found = json.loads(answer.stdout)
    assert (found["resourceType"], found["authored"]) == ("QuestionnaireResponse", "2026-11-22T18:30:00Z")
    assert (found["subject"], found["item"][-1]["answer"]) == (
        {"reference": "Patient/7"},
        [{"valueDecimal": 10}],
    )
    assert answer.stderr == IN_DANGER + "\n"
    answer = troth("score", "gad-2", "--fhir", home=home, typed="1,2\n1,1\n,3\n")
    assert [len(json.loads(line)["item"]) for line in answer.stdout.splitlines()] == [3, 1]


def test_what_stays_out_of_exports_needs_a_word(home):
    typed = '{"answers": [0, 1, 0, 0]}'
    answer = troth("score", "hark", "--fhir", home=home, typed=typed)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == "hark: left out of exports; add --include-safety to export it all the same\n"
    answer = troth("score", "hark", "--fhir", "--include-safety", home=home, typed=typed)
    assert json.loads(answer.stdout)["status"] == "completed"


BAD = [
    (["phq-9"], '{"answers": {"4": 9}}', "item 4: 9 is not one of 0–3"),
    (["phq-9"], '{"answers": {"12": 1}}', "item 12: phq-9 has items 1–9"),
    (["phq-9"], '{"answers": [1, 2, 3, 0, 1, 2, 3, 0, 1, 2]}', "item 10: phq-9 has items 1–9"),
    (["phq-9"], '{"answers": {"4": true}}', "item 4: true is not a number (0–3)"),
    (["gad-2"], "1,2\n1,2\nx,3\n", 'line 3, item 1: "x" is not a number (0–3)'),
    (["gad-2"], "1,2\n9,3\n", "line 2, item 1: 9 is not one of 0–3"),
    (["gad-2"], "id,1\na,1\n", "line 1: column for item 2 is missing"),
    (["gad-2"], "", "line 1: column for item 1 is missing"),
    (["phq9"], "{}", 'no instrument "phq9"; did you mean phq-9?'),
    (["phq-9"], '{"answers": {"1": x}', "answers: not JSON (line 1, column 19)"),
    (["phq-9"], '{"answers": {"1": 3, "1": 2}}', "answers: a name stands twice"),
    (["phq-9"], '{"answer": {}}', 'answers: expected {"answers": {"1": 3, …}}'),
    (["phq-9"], '{"answers": 3}', 'answers: expected {"answers": {"1": 3, …}}'),
    (["phq-9"], '{"answers":' + "[" * 100_000, "answers: not JSON (a number too long, or nested too deep)"),
    (["ipip-trust-4", "--norm-group", "men"], "{}",
     'norm group "men": ipip-trust-4 has men-under-21, men-21-40, men-41-60, men-over-60, women-under-21, women-21-40, '
     "women-41-60, women-over-60"),
    (["phq-9", "--fhir", "--authored", "now"], "{}", "--authored: expected a moment, like 2026-11-22T18:30:00Z"),
    (["phq-9", "--fhir", "--subject", "me"], "{}", "--subject: expected a reference, like Patient/7"),
    (["phq-9", "--fhir", "--summary"], "{}", "--fhir and --summary: choose one of the two"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "typed", "line"), BAD, ids=[line[:40] for *_, line in BAD])
def test_bad_input_is_one_line_and_nothing_half_written(home, words, typed, line):
    if typed == "{}" and "norm" in line:
        typed = '{"answers": [3]}'
    answer = troth("score", *words, home=home, typed=typed)
    assert (answer.returncode, answer.stderr) == (2, line + "\n")
    assert answer.stdout == "" or (words == ["gad-2"] and answer.stdout.endswith('"safety":[]}\n'))


def test_a_file_that_cannot_be_read_is_one_line(home, tmp_path):
    answer = troth("score", "phq-9", str(tmp_path / "none.csv"), home=home)
    assert (answer.returncode, answer.stderr) == (
        2,
        f"{tmp_path}/none.csv: cannot be read (No such file or directory)\n",
    )
    (tmp_path / "latin.csv").write_bytes(b"1,2\n\xe4,1\n")
    answer = troth("score", "gad-2", str(tmp_path / "latin.csv"), home=home)
    assert (answer.returncode, answer.stderr) == (2, f"{tmp_path}/latin.csv: not UTF-8\n")
    answer = troth("score", "gad-2", str(tmp_path), home=home)
    assert (answer.returncode, len(answer.stderr.splitlines())) == (2, 1)


def test_the_list_shows_shipped_and_own_and_broken_ones(home, own):
    own("mine", "format = 1\n")
    answer = troth("instruments", "--json", home=home)
    assert (answer.returncode, answer.stderr) == (0, "")
    found = {one["id"]: one for one in json.loads(answer.stdout)}
    assert found["phq-9"] == {
        "id": "phq-9", "version": "1.0", "title": "Low mood (PHQ-9)", "validated": True, "items": 9, "minutes": 3,
        "target": "none", "bonds": ["partner", "friend", "family", "colleague", "other"], "subscales": ["total"],
        "licence_class": "A", "licence": found["phq-9"]["licence"], "attribution": None, "text_included": True,
        "origin": "shipped", "change": {"total": {"kind": "published", "attainable": 6}}, "fhir_export": True,
        "problems": [],
    }  # fmt: skip
    assert found["mine"]["origin"] == "user"
    assert set(found["mine"]) == set(found["phq-9"])
    assert "mine.toml: id: missing; expected text" in found["mine"]["problems"]
    answer = troth("instruments", "--check", home=home)
    assert (answer.returncode, answer.stderr.splitlines()) == (2, found["mine"]["problems"])
    assert "troth-trust" in answer.stdout


def test_the_table_says_what_is_not_validated(home):
    answer = troth("instruments", home=home)
    lines = {line.split()[0]: line for line in answer.stdout.splitlines()}
    assert lines["troth-trust"].endswith("not validated")
    assert "numbers" in lines["ecr-rs"]
    assert troth("instruments", "--check", home=home).returncode == 0
    assert not home.exists()


def test_a_definition_of_ones_own_scores_and_a_broken_one_says_all_its_lines(home, own):
    own("mine", """\
format = 1
id = "mine"
version = "1.0"
title = "Mine"
about = "About mine."
validated = false
respondent = "self"
target = "none"
recall = "now"
language = "en"
minutes = 1
text_included = false
citation = "Me."
options = [ { value = 0 }, { value = 1 } ]
items = [ { no = 1, key = "+" }, { no = 2, key = "-" } ]
licence = { class = "user", name = "My own" }
subscales = [ { id = "total", title = "T", items = [1, 2], method = "sum", high_means = "more", direction = "neither", missing = { rule = "complete" } } ]
""")  # fmt: skip
    answer = troth("score", "mine", home=home, typed='{"answers": [1, 0]}')
    assert json.loads(answer.stdout)["subscales"]["total"]["value"] == 2
    assert json.loads(answer.stdout)["notice"] == "Not a validated scale. Do not compare people by it."
    own("mine", "format = 1\n")
    answer = troth("score", "mine", home=home, typed="{}")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert len(answer.stderr.splitlines()) > 5
