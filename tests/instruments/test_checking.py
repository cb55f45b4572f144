"""Our own check of responses: items in their places, as many as allowed, and what it says of what it cannot check."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.instruments.resources import (
    URL,
    answered,
    coding,
    errors,
    ext,
    form,
    found,
    item,
    response,
)
from troth.instruments import validate_response
from troth.instruments.fhir.checking.answers import TYPES

KINDS = sorted(TYPES)

COUNTS = [
    (item("string", repeats=True), 3, []),
    (item("string"), 2, ["business-rule"]),
    (item("string", ext("questionnaire-minOccurs", {"valueInteger": 2}), repeats=True), 1, ["required"]),
    (item("string", ext("questionnaire-minOccurs", {"valueInteger": 2}), repeats=True), 2, []),
    (item("string", ext("questionnaire-maxOccurs", {"valueInteger": 2}), repeats=True), 3, ["business-rule"]),
    (item("string", ext("questionnaire-maxOccurs", {"valueInteger": 2}), repeats=True), 2, []),
    (item("string", required=True), 1, []),
    (item("string", required=True), 0, ["required"]),
]


@pytest.mark.parametrize(("definition", "count", "codes"), COUNTS, ids=range(len(COUNTS)))
def test_as_many_answers_as_allowed(definition, count, codes):
    values = [{"valueString": f"a{number}"} for number in range(count)]
    assert errors(found(definition, *values)) == codes
    group = {**definition, "type": "group", "item": [item("string")]}
    groups = [{"linkId": "q", "item": [answered(value)]} for value in values]
    assert errors(validate_response([form(group)], response(*groups))) == codes


def test_a_response_in_progress_may_lack_answers_and_nothing_else():
    required = item("string", required=True)
    issues = validate_response([form(required)], response(status="in-progress"))
    assert [(issue.severity, issue.code) for issue in issues] == [("warning", "required")]
    twice = found(item("string"), {"valueString": "a"}, {"valueString": "b"}, status="in-progress")
    assert [issue.severity for issue in twice] == ["warning"]
    assert errors(found(item("string"), {"valueInteger": 1}, status="in-progress")) == ["structure"]
    least = item("string", ext("questionnaire-minOccurs", {"valueInteger": 2}), repeats=True)
    assert errors(found(least, {"valueString": "a"}, status="in-progress")) == ["required"]


@pytest.mark.parametrize("kind", ["group", "display", "question"])
def test_what_asks_nothing_takes_no_answer(kind):
    assert errors(found(item(kind), {"valueString": "a"})) == ["structure"]


def test_a_required_group_has_an_item():
    group = item("group", required=True, item=[{"linkId": "a", "type": "string"}])
    assert errors(validate_response([form(group)], response())) == ["required"]
    assert errors(validate_response([form(group)], response({"linkId": "q"}))) == ["required"]
    inside = {"linkId": "q", "item": [answered({"valueString": "x"}, link="a")]}
    assert errors(validate_response([form(group)], response(inside))) == []


def test_what_is_required_in_a_group_that_is_absent_is_not_missing():
    group = item("group", item=[{"linkId": "a", "type": "string", "required": True}])
    assert errors(validate_response([form(group)], response())) == []
    assert errors(validate_response([form(group)], response({"linkId": "q"}))) == ["required"]


def test_each_item_stands_in_its_place():
    question = item("string", item=[{"linkId": "a", "type": "string", "required": True}])
    beside = response(answered({"valueString": "x", "item": [answered({"valueString": "y"}, link="a")]}))
    assert errors(validate_response([form(question)], beside)) == []
    assert errors(validate_response([form(question)], response(answered({"valueString": "x"})))) == [
        "required"
    ]
    below = {"linkId": "q", "item": [answered({"valueString": "y"}, link="a")]}
    assert errors(validate_response([form(question)], response(below))) == ["structure"]
    top = response(answered({"valueString": "y"}, link="a"))
    assert errors(validate_response([form(question)], top)) == ["structure"]
    assert errors(validate_response([form(question)], response(answered(link="b")))) == ["not-found"]
    assert errors(validate_response([form(question)], response({"answer": []}))) == ["structure"]


def test_another_order_is_a_warning():
    two = form(item("string"), {"linkId": "r", "type": "string"})
    issues = validate_response([two], response(answered(link="r"), answered()))
    assert [(issue.severity, issue.code) for issue in issues] == [("warning", "structure")]


def test_an_exclusive_option_stands_alone():
    alone = {"extension": [ext("questionnaire-optionExclusive", {"valueBoolean": True})], **coding("none")}
    definition = item("choice", repeats=True, answerOption=[coding("a"), coding("b"), alone])
    assert errors(found(definition, coding("none"))) == []
    assert errors(found(definition, coding("a"), coding("b"))) == []
    assert errors(found(definition, coding("a"), coding("none"))) == ["business-rule"]


def test_the_questionnaire_is_found_without_its_version():
    good = response(questionnaire=f"{URL}|9")
    assert validate_response([form()], good) == ()
    for missing in ("http://a.example/other", None, 3):
        assert errors(validate_response([form()], response(questionnaire=missing))) == ["not-found"]
    inside = response(questionnaire="#f", contained=[{**form(item("string", required=True)), "id": "f"}])
    assert errors(validate_response([], inside)) == ["required"]


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_a_form_out_of_force_is_a_warning(status):
    assert [issue.severity for issue in validate_response([form(status=status)], response())] == ["warning"]


def test_a_response_outside_the_effective_period_is_a_warning():
    period = form(effectivePeriod={"start": "2026-01", "end": "2026-03-31"})
    for authored, count in (
        ("2026-01-01", 0),
        ("2025-12-31T23:00:00Z", 1),
        ("2026-03-31T10:00:00Z", 0),
        ("2026-04", 1),
    ):
        assert len(validate_response([period], response(authored=authored))) == count


@pytest.mark.parametrize(
    ("operator", "value", "is_asked"),
    [("exists", {"answerBoolean": True}, True), ("exists", {"answerBoolean": False}, False), ("=", {"answerInteger": 3}, True),
     ("!=", {"answerInteger": 3}, False), (">", {"answerInteger": 3}, False), (">=", {"answerInteger": 3}, True),
     ("<", {"answerInteger": 4}, True), ("<=", {"answerInteger": 2}, False)],
)  # fmt: skip
def test_what_is_not_asked_is_not_missing(operator, value, is_asked):
    first = {"linkId": "a", "type": "integer"}
    second = item("string", required=True, enableWhen=[{"question": "a", "operator": operator, **value}])
    issues = validate_response([form(first, second)], response(answered({"valueInteger": 3}, link="a")))
    assert errors(issues) == (["required"] if is_asked else [])


def test_no_issue_repeats_what_somebody_wrote():
    definition = item("string", ext("regex", {"valueString": "x"}), maxLength=2)
    for issue in found(definition, {"valueString": "quokka secret\n"}):
        assert "quokka" not in issue.text


def test_constraints_are_not_evaluated():
    broken = item(
        "string",
        ext("questionnaire-constraint", {"extension": [{"url": "expression", "valueString": "%x("}]}),
    )
    assert found(broken, {"valueString": "a"}) == ()


def test_a_pattern_that_cannot_be_read_is_said():
    (issue,) = found(item("string", ext("regex", {"valueString": "("})), {"valueString": "a"})
    assert (issue.severity, issue.code) == ("warning", "not-supported")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["linkId", "item", "answer", "type", "valueString", "valueCoding", "valueQuantity", "value",
                         "extension", "url", "contained", "answerOption", "reference", "valueReference", "valueDecimal"]),
        inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(json_values, json_values, st.sampled_from(KINDS))
def test_whatever_comes_in_nothing_falls(definition, given_item, kind):
    whole = {**item(kind), **definition} if isinstance(definition, dict) else definition
    validate_response(
        [form(whole), definition],
        response(given_item, answered(given_item), {"linkId": "q", "answer": given_item}),
    )
    validate_response([form(item(kind))], given_item)
    validate_response([form(item(kind))], {**response(), "item": given_item})


def test_what_is_nested_too_deep_is_said():
    definition, given_item = item("group"), {"linkId": "q"}
    for _ in range(800):
        definition, given_item = item("group", item=[definition]), {"linkId": "q", "item": [given_item]}
    assert errors(validate_response([form(definition)], response(given_item))) == ["structure"]


ASKED = [
    ({"valueCoding": {"system": "s", "code": "a"}}, {"answerCoding": {"system": "s", "code": "a"}}, True),
    ({"valueCoding": {"system": "s", "code": "a"}}, {"answerCoding": {"system": "s", "code": "b"}}, False),
    ({"valueBoolean": True}, {"answerBoolean": True}, True),
    ({"valueBoolean": True}, {"answerBoolean": False}, False),
    ({"valueDate": "2026-01-02"}, {"answerDate": "2026-01-02"}, True),
    ({"valueReference": {"reference": "Patient/1"}}, {"answerReference": {"reference": "Patient/1"}}, True),
    ({"valueQuantity": {"value": 2, "code": "m"}}, {"answerQuantity": {"value": 2, "code": "m"}}, True),
    ({"valueQuantity": {"value": 2, "code": "m"}}, {"answerQuantity": {"value": 2, "code": "km"}}, False),
    ({"valueInteger": 1}, {"answerString": "1"}, False),
]


@pytest.mark.parametrize(("answer", "wanted", "is_asked"), ASKED, ids=range(len(ASKED)))
def test_a_condition_looks_at_the_value_as_what_it_is(answer, wanted, is_asked):
    kinds = {one[0]: kind for kind, one in TYPES.items()}
    first = {"linkId": "a", "type": kinds[next(iter(answer))]}
    second = item("string", required=True, enableWhen=[{"question": "a", "operator": "=", **wanted}])
    issues = validate_response([form(first, second)], response(answered(answer, link="a")))
    assert errors(issues) == (["required"] if is_asked else [])


@pytest.mark.parametrize(("behaviour", "is_asked"), [("any", True), ("all", False), (None, True)])
def test_any_or_all_conditions_may_have_to_hold(behaviour, is_asked):
    conditions = [{"question": "a", "operator": "=", "answerInteger": number} for number in (1, 2)]
    more = {} if behaviour is None else {"enableBehavior": behaviour}
    second = item("string", required=True, enableWhen=conditions, **more)
    first = {"linkId": "a", "type": "integer"}
    issues = validate_response([form(first, second)], response(answered({"valueInteger": 1}, link="a")))
    assert errors(issues) == (["required"] if is_asked else [])


def test_an_answer_to_what_is_not_asked_is_a_warning():
    first = item("string", enableWhen=[{"question": "a", "operator": "exists", "answerBoolean": True}])
    issues = validate_response([form(first)], response(answered({"valueString": "x"})))
    assert [(issue.severity, issue.code) for issue in issues] == [("warning", "business-rule")]


def test_a_reference_into_the_response_is_looked_up():
    definition = item("reference", ext("questionnaire-referenceResource", {"valueCode": "Patient"}))
    inside = {"valueReference": {"reference": "#p"}}
    for kind, codes in (("Patient", []), ("Practitioner", ["value"])):
        contained = [{"resourceType": kind, "id": "p"}]
        assert errors(found(definition, inside, contained=contained)) == codes
    assert errors(found(definition, inside)) == ["not-found"]
    urn = {"valueReference": {"reference": "urn:uuid:c757873d-ec9a-4326-a141-556f43239520"}}
    assert [issue.code for issue in found(definition, urn)] == ["not-supported"]
    assert errors(found(definition, {"valueReference": {"type": "Group", "display": "us"}})) == ["value"]


def test_what_is_no_response_is_said():
    assert errors(validate_response([], {"resourceType": "Patient"})) == ["structure"]
    assert errors(validate_response([form()], response(item={}))) == ["structure"]
    assert [issue.code for issue in validate_response([form()], response(status="done"))] == ["value"]


def test_an_answer_has_one_value():
    two = {"valueString": "a", "valueInteger": 1}
    assert errors(found(item("string"), two)) == ["structure"]
    assert errors(found(item("string"), {})) == ["structure"]
    assert errors(validate_response([form(item("string"))], response({"linkId": "q", "answer": "x"}))) == [
        "structure"
    ]
    assert [issue.code for issue in found(item("riddle"), {"valueString": "a"})] == ["not-supported"]
    again = response(answered({"valueString": "a"}), answered({"valueString": "b"}))
    assert "structure" in errors(validate_response([form(item("string", repeats=True))], again))
