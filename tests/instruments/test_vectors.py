"""Scores that other programs computed, and pairs that HL7's own people judged."""

import pytest

from tests.instruments import vectors
from troth import instruments

SCORES = list(vectors.score_cases())
PAIRS = vectors.pairs()
no_scores = pytest.mark.skipif(vectors.absent(vectors.SCORES), reason=vectors.WHY)
no_pairs = pytest.mark.skipif(vectors.absent(vectors.FHIR), reason=vectors.WHY)


@no_scores
def test_there_are_score_vectors_for_many_instruments():
    assert len({case["instrument"] for _, case in SCORES}) >= 15


@no_scores
@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in SCORES])
def test_a_score_is_what_the_other_program_says(case):
    sheet = instruments.load(case["instrument"], folders=vectors.USERS_OWN)
    found = instruments.score(sheet, case["answers"], norm_group=case.get("norm_group"))
    for scale, value in case["expected"].items():
        assert found.subscales[scale].value == (None if value is None else pytest.approx(value, abs=1e-9)), (
            scale
        )
    for name in ("band", "method", "answered", "missing_reason", "t_score"):
        for scale, value in case.get(name, {}).items():
            wanted = pytest.approx(value, abs=1e-9) if isinstance(value, float) else value
            assert getattr(found.subscales[scale], name) == wanted, (name, scale)
    assert [one.reaction for one in found.reactions] == case.get("safety", [])
    if "safety_toward" in case:
        assert [one.toward for one in found.reactions] == case["safety_toward"]
    assert instruments.safety_now(sheet, case["answers"]) == found.reactions


@no_pairs
def test_the_index_names_every_pair_that_is_there():
    named = {name for case in PAIRS for name in (case["response"], *case["questionnaires"])}
    assert named == {file.name for file in vectors.FHIR.glob("*.json")} - {"index.json"}


@no_pairs
@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in PAIRS])
def test_a_pair_is_judged_as_its_authors_judge_it(case):
    forms = [vectors.resource(name) for name in case["questionnaires"]]
    issues = instruments.validate_response(forms, vectors.resource(case["response"]))
    if "terminology" in case["needs"]:
        # The value set is outside these files: what cannot be checked is said, and nothing is called wrong for it.
        assert case["expect_success"] or "not-supported" in {issue.code for issue in issues}
        return
    is_valid = not any(issue.severity == "error" for issue in issues)
    assert is_valid == case["expect_success"], issues


@no_pairs
def test_the_official_phq_9_is_valid_and_has_our_codes_and_weights():
    form = vectors.resource("examples/uscore-Questionnaire-phq-9-example.json")
    response = vectors.resource("examples/uscore-QuestionnaireResponse-phq-9-example.json")
    assert instruments.validate_response([form], response) == ()
    ours = instruments.questionnaire(instruments.load("phq-9"), date="2026-11-22")
    theirs = [item for item in form["item"] if item["type"] == "choice"][:9]
    assert [coded(item) for item in ours["item"][:9]] == [coded(item) for item in theirs]
    assert ours["item"][9]["code"][0]["code"] == "44261-6"


@no_pairs
def test_the_official_phq_9_answers_add_up_to_what_they_declare():
    sheet = instruments.load("phq-9")
    response = vectors.resource("examples/uscore-QuestionnaireResponse-phq-9-example.json")
    by_code = {item.loinc: item for item in sheet.items}
    answers = {}
    for item in response["item"]:
        question = by_code.get(item["linkId"].strip("/"))
        if question is not None:
            code = item["answer"][0]["valueCoding"]["code"]
            answers[question.no] = next(option.value for option in question.options if option.loinc == code)
    assert len(answers) == 9
    assert instruments.score(sheet, answers).subscales["total"].value == 12


def coded(item):
    weights = []
    for option in item["answerOption"]:
        (weight,) = {
            one["valueDecimal"] for one in option["extension"] if one["url"].endswith(("Value", "Weight"))
        }
        weights.append((option["valueCoding"]["code"], weight))
    return item["code"][0]["code"], weights
