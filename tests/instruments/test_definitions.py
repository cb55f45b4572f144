"""What every definition must hold, one by one: the shipped ones, and those that the tests bring as a user would."""

import re
import tomllib

import pytest

from tests.instruments import vectors
from troth import instruments
from troth.instruments.library import SHIPPED, shipped_ids

ALL = [one.instrument for one in instruments.catalogue(folders=vectors.USERS_OWN)]
every = pytest.mark.parametrize("sheet", [pytest.param(one, id=one.id) for one in ALL])
WITH_TEXT = {
    *(
        "ipip-trust-10",
        "ipip-trust-4",
        "kusiv3-en",
        "hark",
        "phq-4",
        "phq-2",
        "gad-2",
        "phq-9",
        "phq-8",
        "gad-7",
    ),
    *("k6", "troth-trust", "troth-jealousy-control", "troth-strain"),
}
NUMBERS_ONLY = {
    *(
        "ecr-rs",
        "ecr-r",
        "who-5",
        "ras",
        "csi-16",
        "csi-4",
        "ucla-ls3",
        "cbi",
        "bsfc-s",
        "caregiver-strain-13",
    ),
    *("caregiver-strain-modified-13", "zbi-12"),
}
REVERSED = {
    **{
        "ipip-trust-10": 4,
        "ipip-trust-4": 1,
        "kusiv3-en": 1,
        "troth-trust": 2,
        "troth-strain": 1,
        "ecr-rs": 4,
    },
    **{"ecr-r": 14, "ras": 2, "ucla-ls3": 9, "cbi": 1, "mini-ipip": 11, "ipip-neo-60": 23, "ces-d": 4},
}


def test_exactly_this_set_ships():
    assert set(shipped_ids()) == WITH_TEXT | NUMBERS_ONLY
    assert {one.id for one in ALL if one.origin == "shipped" and one.text_included} == WITH_TEXT
    assert {one.id for one in ALL if one.origin == "user"} == {"mini-ipip", "ipip-neo-60", "ces-d"}


@every
def test_no_text_without_a_licence_for_it(sheet):
    if sheet.text_included:
        assert sheet.licence.kind in {"A", "A/BY", "own"}
        assert sheet.licence.grant or sheet.licence.kind != "A"
        assert sheet.licence.attribution or sheet.licence.kind != "A/BY"
    else:
        assert [item.text for item in sheet.items] == [None] * len(sheet.items)
        assert sheet.instructions is None


@every
def test_a_scale_of_our_own_says_what_it_is_not(sheet):
    assert (sheet.notice == instruments.NOT_VALIDATED) == (sheet.licence.kind == "own")
    if sheet.licence.kind == "own":
        assert (sheet.cutoffs, sheet.norms) == ((), ())


@every
def test_reversed_items_are_as_many_as_the_key_says(sheet):
    assert sum(item.key == "-" for item in sheet.items) == REVERSED.get(sheet.id, 0)


@every
def test_lowest_highest_and_middle_answers_score_where_they_must(sheet):
    for scale in sheet.subscales:
        items = [sheet.items[no - 1] for no in scale.items]
        ends = [sorted(option.value for option in item.options) for item in items]
        low, high = ([values[end] for values in ends] for end in (0, -1))
        lowest = [pick[0] if item.key == "+" else pick[-1] for item, pick in zip(items, ends, strict=True)]
        highest = [pick[-1] if item.key == "+" else pick[0] for item, pick in zip(items, ends, strict=True)]
        assert scored(sheet, scale, lowest) == pytest.approx(expected(scale, low))
        assert scored(sheet, scale, highest) == pytest.approx(expected(scale, high))
        middle = [values[len(values) // 2] for values in ends]
        keyed = [
            value if item.key == "+" else item.mirror - value
            for item, value in zip(items, middle, strict=True)
        ]
        assert scored(sheet, scale, middle) == pytest.approx(expected(scale, keyed))


@every
def test_one_blank_more_than_the_rule_allows_is_refused_with_a_reason(sheet):
    for scale in sheet.subscales:
        lowest = {no: min(option.value for option in sheet.items[no - 1].options) for no in scale.items}
        kept = dict(list(lowest.items())[: scale.needed])
        found = instruments.score(sheet, kept).subscales[scale.id]
        assert (found.value is None, found.answered, found.missing_reason) == (False, scale.needed, None)
        del kept[next(reversed(kept))]
        found = instruments.score(sheet, kept).subscales[scale.id]
        reason = "not-assessed" if scale.method == "any_yes" else "too-few-answers"
        assert (found.value, found.method, found.band, found.missing_reason) == (None, None, None, reason)
        assert (found.answered, found.of) == (scale.needed - 1, len(scale.items))


@every
def test_export_reads_back_and_is_valid(sheet):
    form = instruments.questionnaire(sheet, date="2026-11-22")
    answers = {
        item.no: item.options[item.no % len(item.options)].value for item in sheet.items if item.no % 5
    }
    response = instruments.questionnaire_response(
        sheet, answers, instruments.score(sheet, answers), authored="2026-11-22T18:30:00Z"
    )
    assert instruments.read_response(sheet, response) == answers
    assert [
        issue for issue in instruments.validate_response([form], response) if issue.severity == "error"
    ] == []


@every
def test_every_number_has_a_source(sheet):
    for figure in (*sheet.norms, *sheet.reliability, *sheet.cutoffs):
        assert figure.source
        assert figure.certainty
    for rule in sheet.change:
        assert rule.source or rule.reason


@every
def test_codes_of_loinc_end_in_their_right_digit(sheet):
    codes = {sheet.loinc_panel, *(scale.loinc for scale in sheet.subscales)}
    codes |= {
        code for item in sheet.items for code in (item.loinc, *(option.loinc for option in item.options))
    }
    for code in codes - {None}:
        letters, body, digit = re.fullmatch(r"(LA)?(\d+)-(\d)", code).groups()
        shift = 5 if letters else 0  # what the letters of an answer code, of an even number of digits, add
        assert int(digit) == (check_digit(body) + shift) % 10, code


def test_a_slip_in_a_code_of_loinc_would_be_seen():
    assert check_digit("44249") == 1
    assert check_digit("44294") != 1


@pytest.mark.parametrize("id", sorted(WITH_TEXT | NUMBERS_ONLY))
def test_a_shipped_file_is_small_and_plain(id):
    raw = (SHIPPED / f"{id}.toml").read_bytes()
    assert len(raw) < 8192
    assert tomllib.loads(raw.decode("utf-8"))["id"] == id


def scored(sheet, scale, values):
    answers = dict(zip(scale.items, values, strict=True))
    return instruments.score(sheet, answers).subscales[scale.id].value


def expected(scale, keyed):
    if scale.method == "mean":
        return sum(keyed) / len(keyed)
    return sum(keyed) * scale.factor


def check_digit(body: str) -> int:
    """The Luhn digit of a number, as LOINC uses it."""
    total = 0
    for place, digit in enumerate(reversed(body)):
        number = int(digit) * (1 if place % 2 else 2)
        total += number - 9 if number > 9 else number
    return -total % 10
