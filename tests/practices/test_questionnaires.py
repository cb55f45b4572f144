"""Questionnaires: answers are kept as they were given, scores are not kept, and what they show reaches the gate."""

from datetime import timedelta

import pytest

from tests.practices.examples import MADE, SECRET, SUNDAY
from troth.practices import (
    BadContent,
    MoveRefused,
    decode,
    edit,
    encode,
    gate_of,
    line_of,
    matches,
    move,
    start,
)
from troth.practices.questionnaires import Answered, Answers, Shown

LATER = MADE + timedelta(minutes=5)


def a_form(**given):
    plain = {"instrument": "phq-9", "version": "1.0", "title": "Low mood", "items": 9}
    return start("questionnaires", Answered(**plain | given), at=MADE, on=SUNDAY)


def answered(form, shown=(), **answers):
    given = Answers(answers={name.lstrip("q"): value for name, value in answers.items()}, shown=shown)
    return move(form, "answer", at=LATER, given=given)


def test_half_way_is_kept_and_goes_on_later():
    half = decode(encode(answered(a_form(), q1=2, q2=0)))
    whole = answered(half, q2=1, q9=3)
    assert dict(whole.content.answers) == {"1": 2, "2": 1, "9": 3}
    assert whole.state == "begun"


def test_finished_answers_stay_as_they_were_given():
    done = move(answered(a_form(), q1=2), "finish", at=LATER)
    assert done.state == "finished"
    with pytest.raises(MoveRefused):
        answered(done, q1=0)
    with pytest.raises(BadContent, match="answers"):
        edit(done, Answered(**plainly(done) | {"answers": {"1": 0}}), at=LATER)


def plainly(document):
    return {name: getattr(document.content, name) for name in document.content.__dataclass_fields__}


def test_a_note_may_change_afterwards():
    done = move(answered(a_form(), q1=2), "finish", at=LATER)
    assert (
        edit(done, Answered(**plainly(done) | {"note": "A hard week"}), at=LATER).content.note
        == "A hard week"
    )


def test_an_empty_form_is_not_finished():
    with pytest.raises(BadContent, match="one answer at least"):
        move(a_form(), "finish", at=LATER)


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"instrument": "PHQ 9"}, "instrument"),
        ({"version": "one"}, "version"),
        ({"items": 0}, "items"),
        ({"answers": {"10": 1}}, "answers"),
        ({"answers": {"0": 1}}, "answers"),
        ({"answers": {"1": True}}, "answers.1"),
        ({"title": ""}, "title"),
    ],
)
def test_what_no_form_could_give_is_refused(wrong, place):
    with pytest.raises(BadContent, match=f"^{place}"):
        a_form(**wrong)


@pytest.mark.parametrize(
    ("reaction", "toward", "state"),
    [
        ("partner-violence", "me", "closed"),
        ("control", "me", "careful"),
        ("control", "other", "careful"),
        ("self-harm", "self", "open"),
    ],
)
def test_what_answers_show_reaches_the_gate(reaction, toward, state):
    shown = (Shown(reaction=reaction, toward=toward, item=1, answer=1),)
    assert gate_of([answered(a_form(), shown, q1=1)], on=SUNDAY).state == state


def test_a_timeline_shows_no_answer_and_search_finds_the_note():
    form = answered(a_form(note=SECRET), q1=3)
    assert dict(line_of(form).facts) == {"instrument": "phq-9", "answered": 1, "of": 9}
    assert SECRET not in repr(line_of(form)) + line_of(form).title
    assert matches(form, SECRET)
