"""`troth safety`: whom to call, and the gate on given answers. Needs no home and makes none."""

import json

import pytest

from tests.app.running import troth

HURT = {"signs": [{"kind": "fear", "toward": "me", "times": 1}, {"kind": "questions", "toward": "other"}]}


def test_the_gate_says_where_it_stands_and_which_rule_says_so(tmp_path):
    home = tmp_path / "home"
    answer = troth("safety", "--gate", "-", "--json", home=home, typed=json.dumps(HURT))
    assert answer.returncode == 0
    assert json.loads(answer.stdout) == {
        "state": "closed",
        "reasons": [{"sign": "fear", "toward": "me", "at_least": 1}],
    }
    assert not home.exists()


def test_it_reads_a_file_and_answers_in_words_too(tmp_path):
    file = tmp_path / "answers.json"
    file.write_text('{"felt_safety": [2, 9, 9]}')
    answer = troth("safety", "--gate", str(file), home=tmp_path / "home")
    assert answer.stdout.splitlines() == ["careful", "  low_safety toward me: 1 or more"]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ('{"signs": [{"kind": "quokka", "toward": "me"}]}', "$.signs[0].kind"),
        ('{"signs": [{"kind": "fear", "toward": "me", "times": -1}]}', "$.signs[0].times"),
        ('{"felt_safety": [3, "quokka"]}', "$.felt_safety[1]"),
        ('{"felt_safety": [11]}', "$.felt_safety[0]"),
        ('{"quokka": 1}', "$: expected signs"),
        ("quokka", "expected JSON"),
        ("", "expected JSON"),
    ],
)
def test_bad_answers_end_with_one_line_that_names_the_place_and_repeats_no_word(tmp_path, typed, place):
    answer = troth("safety", "--gate", "-", home=tmp_path / "home", typed=typed)
    assert (answer.returncode, answer.stdout) == (2, "")
    (line,) = answer.stderr.splitlines()
    assert place in line
    assert "quokka" not in line


def test_a_country_gives_its_numbers_as_json(tmp_path):
    answer = troth("safety", "--country", "DE", "--json", home=tmp_path / "home")
    found = json.loads(answer.stdout)
    assert found["country"] == "DE"
    assert {one["number"] for one in found["emergency"]} >= {"110", "112"}
    assert all(one["state"] in {"unchecked", "fresh", "old"} for one in found["services"])


def test_an_unknown_country_is_one_line(tmp_path):
    answer = troth("safety", "--country", "XX", home=tmp_path / "home")
    assert (answer.returncode, len(answer.stderr.splitlines())) == (2, 1)
