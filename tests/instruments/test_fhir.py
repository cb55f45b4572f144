"""Questionnaire, response and observations as they go out."""

import json
import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from tests.instruments.strategies import SHEETS, filled_in
from troth import instruments
from troth.instruments import load, score
from troth.instruments.fhir.questionnaire import expression

AT = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
every = pytest.mark.parametrize("sheet", [pytest.param(one, id=one.id) for one in SHEETS])


def form(id):
    return instruments.questionnaire(load(id), date=date(2026, 11, 22))


def written(id, answers, **more):
    sheet = load(id)
    return instruments.questionnaire_response(sheet, answers, score(sheet, answers), authored=AT, **more)


@given(filled_in())
def test_answers_come_back_as_they_went_out_and_the_response_is_valid(filled):
    sheet, answers = filled
    response = instruments.questionnaire_response(sheet, answers, score(sheet, answers), authored=AT)
    again = json.loads(json.dumps(response))
    assert instruments.read_response(sheet, again) == answers
    issues = instruments.validate_response([instruments.questionnaire(sheet, date="2026-11-22")], again)
    assert [issue for issue in issues if issue.severity == "error"] == []


@given(filled_in(blanks=False))
def test_the_weights_of_the_answers_add_up_to_the_score(filled):
    sheet, answers = filled
    found = instruments.questionnaire(sheet, date="2026-11-22")
    response = instruments.questionnaire_response(sheet, answers, score(sheet, answers), authored=AT)
    weights = {}
    for item in found["item"]:
        for option in item.get("answerOption", []):
            (weight,) = {one["valueDecimal"] for one in option["extension"]}
            weights[item["linkId"], option["valueCoding"]["code"]] = weight
    given_weights = {
        item["linkId"]: weights[item["linkId"], item["answer"][0]["valueCoding"]["code"]]
        for item in response["item"]
        if "valueCoding" in item["answer"][0]
    }
    for scale in sheet.subscales:
        total = sum(given_weights[str(no)] for no in scale.items)
        value = total / len(scale.items) if scale.method == "mean" else total * scale.factor
        assert score(sheet, answers).subscales[scale.id].value == pytest.approx(value)


@every
def test_a_form_has_one_item_a_question_and_one_a_score(sheet):
    found = instruments.questionnaire(sheet, date="2026-11-22")
    links = [item["linkId"] for item in found["item"]]
    assert links == [
        *(str(no) for no in range(1, len(sheet.items) + 1)),
        *(f"score-{scale.id}" for scale in sheet.subscales),
    ]
    assert {(item["type"], item["required"]) for item in found["item"]} == {
        ("choice", False),
        ("decimal", False),
    }
    assert json.loads(json.dumps(found)) == found
    assert found["subjectType"] == ["Patient"]
    assert re.fullmatch(r"[A-Z][A-Za-z0-9]+", found["name"])
    for item in found["item"][: len(sheet.items)]:
        for option in item["answerOption"]:
            assert [one["url"].rpartition("/")[2] for one in option["extension"]] == [
                "ordinalValue",
                "itemWeight",
            ]


@every
def test_a_score_counts_its_answers_before_it_adds_them(sheet):
    for scale in sheet.subscales:
        said = expression(scale)
        ids = "|".join(f"'{no}'" for no in scale.items)
        guard = f"%resource.repeat(item).where(linkId in ({ids}) and answer.exists()).count() = {len(scale.items)}"
        assert guard in said
        assert said.startswith("iif(")
        assert said.endswith(", {})")


def test_the_expression_is_the_one_of_the_specification():
    assert expression(load("kusiv3-en").subscales[0]) == (
        "iif(%resource.repeat(item).where(linkId in ('1'|'2'|'3') and answer.exists()).count() = 3, "
        "%resource.repeat(item).where(linkId in ('1'|'2'|'3')).answer.value.weight().sum() / 3, {})"
    )
    assert expression(load("who-5").subscales[0]).endswith(".weight().sum() * 4, {})")


def test_a_reversed_item_keeps_the_raw_answer_in_its_code_and_turns_the_weight():
    last = form("ipip-trust-4")["item"][3]
    assert [
        (option["valueCoding"]["code"], option["extension"][0]["valueDecimal"])
        for option in last["answerOption"]
    ] == [(f"ipip-trust-4.4.{value}", 6 - value) for value in range(1, 6)]


def test_what_is_unread_makes_a_draft_and_our_own_scales_are_experimental():
    assert {id: form(id)["status"] for id in ("phq-9", "hark", "kusiv3-en", "csi-4", "ecr-rs")} == {
        **{"phq-9": "active", "hark": "draft", "kusiv3-en": "draft", "csi-4": "draft", "ecr-rs": "active"}
    }
    own = form("troth-trust")
    assert own["experimental"] is True
    assert own["title"].endswith("(not a validated scale)")
    assert instruments.NOT_VALIDATED in own["description"]
    assert form("phq-9")["experimental"] is False


def test_licences_go_with_the_form():
    assert "No permission required" in form("phq-9")["copyright"]
    assert "LOINC" in form("phq-9")["copyright"]
    assert form("k6")["copyright"].endswith(
        "© World Health Organization 2003. Kessler et al. 2003, Archives of General Psychiatry 60:184."
    )
    assert "LOINC" not in form("k6")["copyright"]
    assert "CC BY 2.0" in form("hark")["copyright"]


def test_text_stays_away_where_we_may_not_pass_it_on_and_nobody_is_named():
    assert [item["text"] for item in form("ecr-rs")["item"]][:2] == ["Item 1", "Item 2"]
    texts = [item["text"] for item in form("troth-jealousy-control")["item"]]
    assert texts[9].startswith("This person checked up on me")
    assert not any("{" in text for text in texts)


def test_a_response_leaves_blanks_out_and_refused_scores_too():
    found = written("phq-9", {2: 1, 9: 0}, subject="Patient/7", ident="r1", finished=False)
    assert [item["linkId"] for item in found["item"]] == ["2", "9"]
    assert found["questionnaire"] == "https://troth.example/fhir/Questionnaire/phq-9|1.0"
    assert (found["status"], found["id"], found["subject"]) == (
        "in-progress",
        "r1",
        {"reference": "Patient/7"},
    )
    assert found["authored"] == "2026-11-22T18:30:00Z"
    assert "item" not in written("phq-9", {})


def test_another_base_goes_everywhere():
    sheet = load("ipip-trust-4")
    found = json.dumps(instruments.questionnaire(sheet, date="2026-11-22", base="https://a.example/f"))
    found += json.dumps(written("ipip-trust-4", {1: 1}, base="https://a.example/f"))
    assert "troth.example" not in found
    assert "https://a.example/f/CodeSystem/instruments" in found


@pytest.mark.parametrize("moment", [datetime(2026, 11, 22), "yesterday", "2026-11-22T18:30:00", ""])
def test_a_moment_without_a_zone_is_none(moment):
    sheet = load("phq-2")
    with pytest.raises(ValueError, match="expected a moment"):
        instruments.questionnaire_response(sheet, {}, score(sheet, {}), authored=moment)
    with pytest.raises(ValueError, match="expected a day"):
        instruments.questionnaire(sheet, date="soon")


def test_an_observation_says_how_it_came_about():
    sheet = load("troth-trust")
    answers = {no: 3 for no in range(1, 9)}
    found = instruments.observations(
        sheet, score(sheet, answers), authored=AT, subject="Patient/7", ident="r1"
    )
    assert len(found) == 6
    by_code = {one["code"]["coding"][0]["code"]: one for one in found}
    whole, refused = by_code["troth-trust.overall"], by_code["troth-trust.openness"]
    assert whole["valueQuantity"] == {
        **{"value": 3.0, "unit": "{score}", "system": "http://unitsofmeasure.org", "code": "{score}"}
    }
    assert [note["text"] for note in whole["note"]] == [
        "mean_of_answered; 8 of 10 answered",
        instruments.NOT_VALIDATED,
    ]
    assert refused["dataAbsentReason"]["coding"][0]["code"] == "not-performed"
    assert "valueQuantity" not in refused
    assert refused["note"][0]["text"] == "too-few-answers; 1 of 2 answered"
    assert whole["derivedFrom"] == [{"reference": "QuestionnaireResponse/r1"}]
    assert whole["category"][0]["coding"][0]["code"] == "survey"


def test_an_observation_without_an_address_points_by_identifier():
    (one,) = instruments.observations(load("phq-2"), score(load("phq-2"), {1: 1, 2: 3}), authored=AT)
    assert one["derivedFrom"][0]["identifier"] == written("phq-2", {1: 1, 2: 3})["identifier"]
    assert one["code"]["coding"][0] == {
        "system": "http://loinc.org",
        "code": "55758-7",
        "display": "Signs of low mood",
    }
    assert "Kroenke et al. 2009" in one["note"][0]["text"]


def test_codes_are_those_of_loinc_where_listed():
    codes = {
        id: [item["code"][0]["code"] for item in form(id)["item"]]
        for id in ("phq-4", "phq-8", "gad-7", "hark")
    }
    assert codes["phq-4"] == [
        "69725-0",
        "68509-9",
        "44255-8",
        "44250-9",
        "phq-4.anxiety",
        "phq-4.depression",
        "70272-0",
    ]
    assert codes["phq-8"][-2:] == ["44253-3", "phq-8.total"]
    assert codes["gad-7"][-1] == "70274-6"
    assert codes["hark"] == ["76500-8", "76501-6", "76502-4", "76503-2", "76504-0"]
    assert form("phq-9")["code"] == [{"system": "http://loinc.org", "code": "44249-1"}]


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"questionnaire": "https://troth.example/fhir/Questionnaire/phq-9|1.0"}, "questionnaire: expected gad-2"),
        ({"item": [{"linkId": "3", "answer": []}]}, "linkId: expected 1–2 and score-… only"),
        ({"item": [{"linkId": "1", "answer": [{}, {}]}]}, "item 1: more than one answer"),
        ({"item": [{"linkId": "1", "answer": [{"valueInteger": 1}]}]}, "item 1: expected the code of one of its 4 answers"),
        ({"item": [{"linkId": "1", "answer": [{"valueCoding": {"system": "http://loinc.org", "code": "x"}}]}]},
         "item 1: expected the code of one of its 4 answers"),
        ({}, "questionnaire: expected gad-2"),
    ],
)  # fmt: skip
def test_a_response_that_is_not_ours_is_one_line(change, line):
    good = {"questionnaire": "https://troth.example/fhir/Questionnaire/gad-2"} if change else {}
    with pytest.raises(instruments.BadResponse) as caught:
        instruments.read_response(load("gad-2"), good | change)
    assert str(caught.value) == line


def test_a_nested_response_is_read_too():
    answers = {1: 2, 2: 3}
    flat = written("gad-2", answers)
    nested = flat | {"item": [{"linkId": "score-group", "item": flat["item"]}]}
    assert instruments.read_response(load("gad-2"), nested) == answers
