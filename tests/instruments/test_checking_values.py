"""Our own check of responses, value by value: each rule with an answer that holds and one that does not."""

import base64
from decimal import Decimal

import pytest

from tests.instruments.resources import SDC, coding, errors, ext, found, item, quantity

VALUES = {
    "boolean": ({"valueBoolean": True}, {"valueBoolean": "true"}),
    "decimal": ({"valueDecimal": 1.5}, {"valueDecimal": True}),
    "integer": ({"valueInteger": -3}, {"valueInteger": 2**31}),
    "date": ({"valueDate": "2026-02-28"}, {"valueDate": "2026-02-30"}),
    "dateTime": ({"valueDateTime": "2026-02-28T10:00:00.5+13:00"}, {"valueDateTime": "2026-02-28T10:00:00"}),
    "time": ({"valueTime": "23:59:60"}, {"valueTime": "24:00:00"}),
    "string": ({"valueString": "a"}, {"valueString": " "}),
    "text": ({"valueString": "b"}, {"valueString": 3}),
    "url": ({"valueUri": "https://a.example/b"}, {"valueUri": 3}),
    "choice": (coding("a"), {"valueCoding": "a"}),
    "open-choice": ({"valueString": "other"}, {"valueString": ""}),
    "attachment": ({"valueAttachment": {"contentType": "text/plain"}}, {"valueAttachment": []}),
    "reference": ({"valueReference": {"reference": "Patient/1"}}, {"valueReference": "Patient/1"}),
    "quantity": (quantity(1, "m"), {"valueQuantity": 3}),
}


@pytest.mark.parametrize("kind", VALUES)
def test_a_value_of_the_right_type_is_taken_and_no_other(kind):
    good, bad = VALUES[kind]
    assert errors(found(item(kind), good)) == []
    assert errors(found(item(kind), bad)) == ["invalid"]
    for other, (value, _) in VALUES.items():
        shared = set(VALUES[kind][0]) == set(value) or (kind == "open-choice" and other == "choice")
        assert errors(found(item(kind), value)) == ([] if shared else ["structure"]), other


def test_an_open_choice_takes_a_code_or_words():
    assert errors(found(item("open-choice"), coding("a"))) == []
    listed = item("open-choice", answerOption=[coding("a")])
    assert errors(found(listed, coding("b"))) == ["code-invalid"]
    assert errors(found(listed, {"valueString": "something else"})) == []


LIMITS = [
    (item("integer", ext("minValue", {"valueInteger": 2})), {"valueInteger": 2}, {"valueInteger": 1}),
    (item("integer", ext("maxValue", {"valueInteger": 2})), {"valueInteger": 2}, {"valueInteger": 3}),
    (
        item("decimal", ext("maxValue", {"valueDecimal": 0.3})),
        {"valueDecimal": 0.3},
        {"valueDecimal": 0.30001},
    ),
    (item("decimal", ext("minValue", {"valueInteger": 2})), {"valueDecimal": 2.0}, {"valueDecimal": 1.99}),
    (
        item("date", ext("minValue", {"valueDate": "2026-03"})),
        {"valueDate": "2026-03-01"},
        {"valueDate": "2026-02-28"},
    ),
    (
        item("date", ext("maxValue", {"valueDate": "2026-03-15"})),
        {"valueDate": "2026-03"},
        {"valueDate": "2026-04"},
    ),
    (
        item("dateTime", ext("maxValue", {"valueDateTime": "2026-03-15T10:00:00Z"})),
        {"valueDateTime": "2026-03-15T11:30:00+02:00"},
        {"valueDateTime": "2026-03-15T11:30:00+01:00"},
    ),
    (
        item("dateTime", ext("minValue", {"valueDate": "2026-03-15"})),
        {"valueDateTime": "2026-03-15T00:00:00Z"},
        {"valueDateTime": "2026-03-14T23:59:59Z"},
    ),
    (
        item("time", ext("minValue", {"valueTime": "09:00:00"})),
        {"valueTime": "09:00:00"},
        {"valueTime": "08:59:59"},
    ),
    (
        item("decimal", ext("maxDecimalPlaces", {"valueInteger": 1})),
        {"valueDecimal": 1.5},
        {"valueDecimal": 1.25},
    ),
    (
        item("decimal", ext("maxDecimalPlaces", {"valueInteger": 1})),
        {"valueDecimal": Decimal("1.5")},
        {"valueDecimal": Decimal("1.50")},
    ),
    (item("quantity", ext("maxDecimalPlaces", {"valueInteger": 0})), quantity(3, "m"), quantity(3.1, "m")),
    (item("string", maxLength=3), {"valueString": "äöü"}, {"valueString": "abcd"}),
    (item("text", ext("minLength", {"valueInteger": 3})), {"valueString": "a\nb"}, {"valueString": "ab"}),
    (
        item("string", ext("regex", {"valueString": "[a-z]+"})),
        {"valueString": "abc"},
        {"valueString": "abc1"},
    ),
    (item("string"), {"valueString": "a b"}, {"valueString": "a\r\nb"}),
    (item("open-choice", maxLength=3), {"valueString": "abc"}, {"valueString": "abcd"}),
    (
        item(
            "attachment",
            ext("mimeType", {"valueCode": "image/png"}),
            ext("mimeType", {"valueCode": "text/*"}),
        ),
        {"valueAttachment": {"contentType": "text/plain; charset=utf-8"}},
        {"valueAttachment": {"contentType": "image/jpeg"}},
    ),
    (
        item("attachment", ext("maxSize", {"valueDecimal": 4})),
        {"valueAttachment": {"data": base64.b64encode(b"1234").decode()}},
        {"valueAttachment": {"size": 5}},
    ),
    (
        item("attachment"),
        {"valueAttachment": {"data": "MTIz", "size": 3}},
        {"valueAttachment": {"data": "MTIz", "size": 4}},
    ),
    (item("attachment"), {"valueAttachment": {"data": "MTIz"}}, {"valueAttachment": {"data": "MT?z"}}),
    (
        item("quantity", ext("sdc-questionnaire-minQuantity", quantity(2, "km"), SDC)),
        quantity(2000, "m"),
        quantity(1999, "m"),
    ),
    (
        item("quantity", ext("sdc-questionnaire-maxQuantity", quantity(5, unit="Kg"), SDC)),
        quantity(5, unit="Kg"),
        quantity(6, unit="Kg"),
    ),
    (
        item("quantity", ext("sdc-questionnaire-maxQuantity", quantity(5, "kg", system="u"), SDC)),
        quantity(5, "kg", system="u"),
        quantity(5000, "g", system="u"),
    ),
    (
        item("quantity", ext("questionnaire-unitOption", {"valueCoding": {"system": "u", "code": "m"}})),
        quantity(1, "m", system="u"),
        quantity(1, "km", system="u"),
    ),
    (
        item("quantity", ext("questionnaire-unitOption", {"valueCoding": {"code": "m", "display": "metre"}})),
        quantity(1, unit="metre"),
        quantity(1, unit="mile"),
    ),
    (
        item("reference", ext("questionnaire-referenceResource", {"valueCode": "Patient"})),
        {"valueReference": {"reference": "https://a.example/fhir/Patient/1/_history/2"}},
        {"valueReference": {"reference": "Practitioner/1"}},
    ),
    (
        item("reference"),
        {"valueReference": {"reference": "Organization/a-1"}},
        {"valueReference": {"reference": "Nobody/1"}},
    ),
    (item("reference"), {"valueReference": {"display": "somebody"}}, {"valueReference": {}}),
    (
        item("reference"),
        {"valueReference": {"reference": "Patient/1"}},
        {"valueReference": {"reference": "Patient"}},
    ),
    (
        item("reference"),
        {"valueReference": {"reference": "Patient/1"}},
        {"valueReference": {"reference": "ftp://a/Patient/1"}},
    ),
    (
        item("reference"),
        {"valueReference": {"reference": "urn:uuid:c757873d-ec9a-4326-a141-556f43239520"}},
        {"valueReference": {"reference": "urn:uuid:C757873D-ec9a-4326-a141-556f43239520"}},
    ),
    (item("url"), {"valueUri": "urn:oid:1.2.3"}, {"valueUri": "urn:oid:1.02"}),
    (item("url"), {"valueUri": "mailto:a@b.example"}, {"valueUri": "Patient/1"}),
    (item("url"), {"valueUri": "http://a.example/b"}, {"valueUri": "http://a.example/b c"}),
    (item("url"), {"valueUri": "http://a.example/b"}, {"valueUri": "c:\\b"}),
    (
        item("url"),
        {"valueUri": "urn:uuid:c757873d-ec9a-4326-a141-556f43239520"},
        {"valueUri": "urn:uuid:C757873D-EC9A-4326-A141-556F43239520"},
    ),
    (item("choice", answerOption=[coding("a"), coding("b")]), coding("b"), coding("b", system="t")),
    (
        item("choice", answerOption=[coding("a")]),
        coding("a"),
        {"valueCoding": {"system": "s", "display": "a"}},
    ),
    (item("integer", answerOption=[{"valueInteger": 3}]), {"valueInteger": 3}, {"valueInteger": 4}),
    (
        item("date", answerOption=[{"valueDate": "2026-01-01"}]),
        {"valueDate": "2026-01-01"},
        {"valueDate": "2026-01-02"},
    ),
    (item("string", answerOption=[{"valueString": "a"}]), {"valueString": "a"}, {"valueString": "b"}),
    (
        item("reference", answerOption=[{"valueReference": {"reference": "Patient/1"}}]),
        {"valueReference": {"reference": "Patient/1", "display": "A"}},
        {"valueReference": {"reference": "Patient/2"}},
    ),
]


@pytest.mark.parametrize(("definition", "good", "bad"), LIMITS, ids=range(len(LIMITS)))
def test_a_limit_lets_in_what_fits_and_nothing_else(definition, good, bad):
    assert errors(found(definition, good)) == []
    (issue,) = [issue for issue in found(definition, bad) if issue.severity == "error"]
    assert issue.path == "QuestionnaireResponse.item[0].answer[0]"


def test_units_that_are_not_the_same_cannot_be_compared():
    definition = item("quantity", ext("sdc-questionnaire-minQuantity", quantity(1, "kg"), SDC))
    (issue,) = found(definition, quantity(5000, "g"))
    assert (issue.severity, "cannot be compared" in issue.text) == ("error", True)
