"""Value sets: those in the files are checked, all others are said to be unchecked."""

from tests.instruments.resources import answered, coding, errors, ext, form, found, item, quantity, response
from troth.instruments import validate_response


def with_set(value_set, *values, files=()):
    definition = item("choice", repeats=True, answerValueSet="#v")
    contained = [{"resourceType": "ValueSet", "id": "v", **value_set}]
    return validate_response([form(definition, contained=contained), *files], response(answered(*values)))


def test_a_value_set_in_the_files_is_checked():
    listed = {"compose": {"include": [{"system": "s", "concept": [{"code": "a"}]}]}}
    assert errors(with_set(listed, coding("a"))) == []
    assert errors(with_set(listed, coding("b"))) == ["code-invalid"]
    expanded = {
        "expansion": {"contains": [{"system": "s", "code": "a", "contains": [{"system": "s", "code": "b"}]}]}
    }
    assert errors(with_set(expanded, coding("b"), coding("c"))) == ["code-invalid"]
    without = {"compose": {**listed["compose"], "exclude": [{"system": "s", "concept": [{"code": "a"}]}]}}
    assert errors(with_set(without, coding("a"))) == ["code-invalid"]


def test_a_code_system_in_the_files_is_used():
    whole = {"compose": {"include": [{"system": "s"}]}}
    system = {"resourceType": "CodeSystem", "url": "s", "content": "complete", "concept": [{"code": "a"}]}
    assert errors(with_set(whole, coding("b"), files=[system])) == ["code-invalid"]
    assert with_set(whole, coding("a"), files=[system]) == ()
    assert [issue.code for issue in with_set(whole, coding("a"))] == ["not-supported"]
    assert errors(with_set(whole, coding("a", system="t"))) == ["code-invalid"]


def test_a_value_set_from_elsewhere_is_said_to_be_unchecked():
    for definition, value in (
        (item("choice", answerValueSet="http://a.example/v"), coding("a")),
        (
            item("quantity", ext("questionnaire-unitValueSet", {"valueCanonical": "http://a.example/v"})),
            quantity(1, "m"),
        ),
    ):
        (issue,) = found(definition, value)
        assert (issue.severity, issue.code) == ("warning", "not-supported")
        assert "not checked" in issue.text


def test_value_sets_may_be_made_of_value_sets():
    other = {
        "resourceType": "ValueSet",
        "url": "http://a.example/v",
        "compose": {"include": [{"system": "s", "concept": [{"code": "a"}]}]},
    }
    both = {"compose": {"include": [{"valueSet": ["http://a.example/v"]}]}}
    assert errors(with_set(both, coding("a"), files=[other])) == []
    assert errors(with_set(both, coding("b"), files=[other])) == ["code-invalid"]
    assert [issue.code for issue in with_set(both, coding("a"))] == ["not-supported"]
    filtered = {
        "compose": {"include": [{"system": "s", "filter": [{"property": "x", "op": "=", "value": "y"}]}]}
    }
    assert [issue.code for issue in with_set(filtered, coding("a"))] == ["not-supported"]
    assert [issue.code for issue in with_set({}, coding("a"))] == ["not-supported"]
