"""Words of a user's own over a shipped key."""

import pytest

from troth import instruments

ITEMS = "".join(f'{{ no = {no}, text = "Question {no} about {{name}}." }},' for no in range(1, 10))
OVERLAY = f"""\
format = 1
id = "ecr-rs"
extends = "ecr-rs"
instructions = "Think of {{name}}."
language = "en-GB"
items = [ {ITEMS} ]
options = [ {{ value = 4, label = "In the middle" }} ]
"""


@pytest.fixture
def brought(tmp_path):
    def bring(text):
        (tmp_path / "ecr-rs.toml").write_text(text, encoding="utf-8")
        return [tmp_path]

    return bring


def test_words_are_laid_over_and_the_key_stays(brought):
    plain = instruments.load("ecr-rs")
    found = instruments.load("ecr-rs", folders=brought(OVERLAY))
    assert (found.origin, found.text_included, found.language) == ("overlay", True, "en-GB")
    assert instruments.item_text(found, 3, name="Ben") == "Question 3 about Ben."
    assert [option.label for option in found.items[0].options][3] == "In the middle"
    assert found.items[0].options[0].label == "Strongly disagree"
    answers = {no: no % 7 + 1 for no in range(1, 10)}
    assert instruments.score(found, answers).subscales == instruments.score(plain, answers).subscales
    assert plain.text_included is False
    assert found.licence.kind == "C"


def test_the_catalogue_shows_the_overlay_in_the_place_of_the_shipped_one(brought):
    listed = [one for one in instruments.catalogue(folders=brought(OVERLAY)) if one.id == "ecr-rs"]
    assert [(one.origin, one.problems) for one in listed] == [("overlay", ())]


def test_a_broken_overlay_is_a_line_beside_the_shipped_one(brought):
    listed = [one for one in instruments.catalogue(folders=brought("format = 2")) if one.id == "ecr-rs"]
    assert [(one.origin, bool(one.problems)) for one in listed] == [("shipped", False), ("user", True)]


def test_its_own_words_stand_in_its_export(brought):
    form = instruments.questionnaire(instruments.load("ecr-rs", folders=brought(OVERLAY)), date="2026-11-22")
    assert form["item"][0]["text"] == "Question 1 about this person."


@pytest.mark.parametrize(
    ("was", "now", "line"),
    [
        (ITEMS, ITEMS[: ITEMS.index("{ no = 3")], "items: text missing for items 3 to 9"),
        ('"Question 3 about {name}."', '""', "items: text missing for item 3"),
        ("language =", 'version = "2.0"\nlanguage =', "version: an overlay cannot change this"),
        ("{ no = 1,", '{ no = 1, key = "+",', "items[0].key: an overlay cannot change this"),
        ("{ no = 9,", "{ no = 8,", "items[8].no: 8 stands twice"),
        ("{ no = 9,", "{ no = 19,", "items[8].no: 19 is not an item (1–9)"),
        ("value = 4", "value = 9", "options[0].value: 9 is not an option here"),
        ("value = 4", "loinc = 'x', value = 4", "options[0].loinc: an overlay cannot change this"),
        ('instructions = "Think of {name}."\n', "", "instructions: missing; expected text"),
        ('extends = "ecr-rs"', 'extends = "ecr-x"', "extends: no shipped instrument of this id"),
        (
            'id = "ecr-rs"',
            'id = "mine"',
            "id: an overlay's id and file are named like what it extends: ecr-rs",
        ),
    ],
)
def test_what_an_overlay_cannot_do_is_one_line(brought, was, now, line):
    assert was in OVERLAY
    with pytest.raises(instruments.DefinitionError) as caught:
        instruments.load("ecr-rs", folders=brought(OVERLAY.replace(was, now, 1)))
    assert any(problem.startswith(f"ecr-rs.toml: {line}") for problem in caught.value.problems), (
        caught.value.problems
    )


def test_an_item_with_answers_of_its_own_gets_labels_of_its_own(tmp_path):
    items = '{ no = 1, text = "How happy?", options = [ { value = 6, label = "Perfect" } ] },'
    items += "".join(f'{{ no = {no}, text = "Question {no}." }},' for no in range(2, 5))
    text = f'format = 1\nid = "csi-4"\nextends = "csi-4"\ninstructions = "Choose."\nitems = [ {items} ]\n'
    (tmp_path / "csi-4.toml").write_text(text, encoding="utf-8")
    found = instruments.load("csi-4", folders=[tmp_path])
    assert [option.label for option in found.items[0].options] == [None] * 6 + ["Perfect"]
    assert [option.label for option in found.items[1].options] == [None] * 6


def test_a_name_has_no_place_in_words_about_nobody(tmp_path):
    items = "".join(f'{{ no = {no}, text = "As {{name}} is." }},' for no in range(1, 6))
    text = f'format = 1\nid = "who-5"\nextends = "who-5"\ninstructions = "Hm."\nitems = [ {items} ]\n'
    (tmp_path / "who-5.toml").write_text(text, encoding="utf-8")
    with pytest.raises(instruments.DefinitionError, match="target is not"):
        instruments.load("who-5", folders=[tmp_path])
