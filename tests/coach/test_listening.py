"""Listening: sixty moments, an answer read, one thing well done, one to try; never a score."""

from collections import Counter
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troth.coach import Listening, Vignette, listening, vignettes
from troth.coach.folding import WORD
from troth.coach.listening import IN_THE_WAY, TRY, WELL
from troth.values import BOND_KINDS

BY_ID = {one.id: one for one in vignettes()}
UNKIND = {
    "score",
    "points",
    "percent",
    "grade",
    "wrong",
    "mistake",
    "must",
    "bad",
    "should",
    "fail",
    "failed",
}


def heard(text: str, moment: str = "p01") -> Listening:
    return listening(BY_ID[moment], text)


def test_there_are_sixty_moments_over_all_kinds_and_no_two_alike():
    assert len(vignettes()) == len(BY_ID) == len({one.says for one in vignettes()}) == 60
    kinds = Counter(one.kind for one in vignettes())
    assert set(kinds) == set(BOND_KINDS)
    assert min(kinds.values()) >= 5


@pytest.mark.parametrize("one", vignettes(), ids=lambda one: one.id)
def test_a_moment_has_two_lines_of_setting_and_an_answer_without_words_of_danger(one):
    assert one.setting.count(". ") + one.setting.endswith(".") == 2
    assert one.feels
    assert "!" not in one.setting + one.says + one.one_way
    assert not listening(one, one.one_way).flags


def test_most_of_our_own_answers_are_seen_to_say_back_what_was_heard_and_few_to_get_in_the_way():
    """The marks are guesses; so are these. One in twenty of our own answers may be misread."""
    heard_of = [set(listening(one, one.one_way).heard) for one in vignettes()]
    assert sum("reflect" in found for found in heard_of) >= 48
    assert sum(bool(found & set(IN_THE_WAY)) for found in heard_of) <= 3


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("You should just ring me at work.", "fix"),
        ("Have you tried eating earlier?", "fix"),
        ("Why don't you talk to someone about it?", "fix"),
        ("If I were you I'd let it go.", "fix"),
        ("My phone was flat, I couldn't help it.", "defend"),
        ("I was only an hour late.", "defend"),
        ("To be fair, I did text.", "defend"),
        ("It's only dinner.", "minimise"),
        ("Could be worse, at least I came.", "minimise"),
        ("Calm down.", "minimise"),
        ("Everyone feels like that sometimes.", "minimise"),
        ("It'll be fine.", "reassure-empty"),
        ("Don't worry, trust me.", "reassure-empty"),
    ],
)
def test_what_gets_in_the_way_is_found_and_one_thing_to_try_is_about_it(text, kind):
    found = heard(text)
    assert kind in found.heard
    assert found.attempt.code in IN_THE_WAY
    assert found.depth == "none"


@pytest.mark.parametrize(
    ("text", "depth", "well"),
    [
        ("You laid the table and put it all away again.", "simple", "simple-reflection"),
        ("It sounds like you felt forgotten.", "complex", "complex-reflection"),
        ("That must have been lonely.", "complex", "complex-reflection"),
        ("You're hurt.", "complex", "complex-reflection"),
        ("No wonder.", "none", "validation"),
        ("What was it like, sitting there?", "none", "question"),
        ("Do you want ideas, or just company?", "none", "choice"),
        ("Hm.", "none", "room"),
    ],
)
def test_what_lets_them_be_heard_is_named(text, depth, well):
    found = heard(text)
    assert (found.depth, found.well.code) == (depth, well)
    assert not set(found.heard) & set(IN_THE_WAY)


def test_one_thing_to_try_goes_a_step_further():
    assert heard("Hm.").attempt.code == "reflect"
    assert heard("You laid the table.").attempt.code == "deeper"
    assert heard("You felt forgotten.").attempt.code == "ask"
    assert heard("You felt forgotten. What was it like?").attempt.code == "wait"
    assert heard("What? And when? And why then?").attempt.code == "fewer-questions"
    assert (
        heard("You felt forgotten. " + "The evening was long and dark and cold. " * 9).attempt.code
        == "shorter"
    )
    assert (heard("").well.code, heard(" ").attempt.code) == ("nothing", "write")


def test_refusing_to_advise_is_no_advice_and_a_charge_is_no_reflection():
    assert heard("I won't tell you what to do.").heard == ()
    assert "reflect" not in heard("You always exaggerate.").heard


def test_a_charge_is_met_with_something_gentler_and_never_called_room():
    found = heard("Oh great, the detective is back.")
    assert (found.well.code, found.attempt.code) == ("words", "gentle")


def test_an_answer_in_another_language_is_not_guessed_at():
    found = heard("Das klingt, als hättest du dich sehr allein gefühlt, mit dem gedeckten Tisch.")
    assert (found.well.code, found.attempt.code, found.heard) == ("words", "english", ())


def test_words_of_danger_come_before_all_else():
    assert heard("If you leave me I will hurt you.").flags


def test_there_is_no_score_and_every_sentence_is_kind():
    assert not {one.name for one in fields(Listening)} & {"score", "points"}
    for say in (*WELL.values(), *TRY.values()):
        assert "!" not in say
        assert not set(WORD.findall(say.lower())) & UNKIND


def test_an_answer_is_not_kept_in_what_is_said_of_it():
    assert "zebrafinch" not in repr(heard("It sounds like your zebrafinch felt alone."))


@given(st.text(max_size=150))
def test_any_answer_is_answered(text):
    found = listening(Vignette("x", "other", "a. b.", text, (), ""), text[::-1])
    assert found.well.code in WELL
    assert found.attempt.code in TRY
