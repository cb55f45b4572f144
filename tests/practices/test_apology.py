"""The six parts of an apology: found where they are said, and what undoes them."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troth.practices.repairs import PARTS, SIX, Repair, read_apology
from troth.practices.repairs.signs import demands

WHOLE = Repair(
    what_happened="I said six and came at eight, and I did not ring.",
    responsibility="That was my doing.",
    regret="I'm sorry you sat there waiting.",
    offer="I'll cook tomorrow.",
    change="I ring before I leave.",
)
text = st.text(st.characters(codec="utf-8"), max_size=120)


def states(repair: Repair, **marks: set[str]) -> dict[str, str]:
    return {one.part: one.by or one.state for one in read_apology(repair, marks=marks)}


def test_a_whole_one_has_all_six() -> None:
    assert states(WHOLE) == dict.fromkeys(SIX, "there")


def test_nothing_written_misses_all_and_demands_nothing() -> None:
    assert states(Repair()) == {**dict.fromkeys(SIX, "missing"), "free": "there"}


@pytest.mark.parametrize(
    ("part", "field", "words", "found"),
    [
        ("act", "what_happened", "I forgot your birthday", "there"),
        ("act", "what_happened", "I’ve been reading your messages", "there"),
        ("act", "what_happened", "I didn't tell you about the loan", "there"),
        ("act", "what_happened", "Things got out of hand", "nobody"),
        ("act", "what_happened", "The train was late", "nobody"),
        ("act", "what_happened", "", "missing"),
        ("own", "responsibility", "It was mine", "there"),
        ("own", "responsibility", "Nobody made me", "there"),
        ("own", "responsibility", "I did not look at the clock", "there"),
        ("own", "responsibility", "Mistakes were made", "nobody"),
        ("own", "responsibility", "My fault, but you hid things", "but"),
        ("own", "responsibility", "It was mine, if you hadn't shouted", "but"),
        ("effect", "regret", "I'm sorry, it must have scared you", "there"),
        ("effect", "regret", "I'm sorry I left you alone with it", "there"),
        ("effect", "regret", "I'm sorry if you were hurt", "if"),
        ("effect", "regret", "I'm sorry if I hurt you", "if"),
        ("effect", "regret", "I'm sorry", "missing"),
        ("effect", "regret", "I'm sorry you feel that way", "missing"),
        ("regret", "regret", "I apologise for Tuesday", "there"),
        ("regret", "regret", "I'm so ashamed of it", "there"),
        ("regret", "regret", "I am sorry you feel that way", "turned"),
        ("regret", "regret", "SORRY, BUT I was tired", "but"),
        ("regret", "regret", "It was a Tuesday", "missing"),
        ("amends", "change", "I ring before I leave", "there"),
        ("amends", "offer", "I have booked the table again", "there"),
        ("amends", "change", "I'll do better", "vague"),
        ("amends", "change", "I will try harder next time", "vague"),
        ("amends", "change", "I'll change the day to Friday", "there"),
        ("amends", "change", "", "missing"),
        ("free", "forgiveness", "You don't have to forgive me.", "there"),
        ("free", "forgiveness", "I'm not asking you to forgive me", "there"),
        ("free", "forgiveness", "Please forgive me", "asks"),
        ("free", "forgiveness", "It's time you moved on", "asks"),
        ("free", "regret", "Can you ever forgive me?", "asks"),
    ],
)
def test_what_is_said_is_found(part: str, field: str, words: str, found: str) -> None:
    draft = Repair(**{field: words})
    assert states(draft)[part] == found


def test_a_part_may_stand_in_any_field() -> None:
    draft = Repair(regret="I said six and came at eight. That was my doing. I'm sorry, you sat there alone.")
    assert [states(draft)[part] for part in ("act", "own", "effect", "regret")] == ["there"] * 4


def test_marks_of_the_coach_add_to_the_words() -> None:
    draft = Repair(responsibility="Entirely down to how things went", regret="Sorry.", change="Fridays off")
    assert states(draft, responsibility={"own"}, regret={"validate"}, change={"commit"}) == {
        "act": "missing", "own": "there", "effect": "there", "regret": "there", "amends": "there", "free": "there",
    }  # fmt: skip
    assert states(WHOLE, responsibility={"blame"})["own"] == "but"
    assert states(WHOLE, regret={"pressure"})["free"] == "asks"


def test_what_is_promised_for_later_is_no_act_yet() -> None:
    assert states(Repair(change="I said I'd ring, and I rang"))["act"] == "missing"


@given(st.fixed_dictionaries({part: text for part in PARTS}))
def test_any_draft_gets_six_answers(given: dict[str, Any]) -> None:
    found = read_apology(Repair(**given))
    assert tuple(one.part for one in found) == SIX
    assert all(one.by == "" or one.state == "turned" for one in found)


@pytest.mark.parametrize(
    ("part", "lost"),
    [("what_happened", {"act"}), ("responsibility", {"own"}), ("regret", {"effect", "regret"})],
)
def test_without_a_field_only_what_it_said_is_missing(part: str, lost: set[str]) -> None:
    found = states(replace(WHOLE, **{part: ""}))
    assert {name for name, state in found.items() if state == "missing"} == lost


@pytest.mark.parametrize(
    "words", ["take your time", "i hope one day you can", "nobody says you have to move on", ""]
)
def test_hope_and_time_are_no_demand(words: str) -> None:
    assert not demands(words)
