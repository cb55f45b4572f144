"""Rehearse: any text gets an answer, one by one or many at once, and no answer holds the text."""

import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from troth.coach import MARKS, TRAPS, Plan, rehearse, rehearse_many, traps

TEXTS = [
    "", " ", "😀😀", "I'm sorry you feel that way. Trust me.", "שלום, מה שלומך?", "x" * 3_000, "\ud800 lone", "a.b.c\r\nd",
    "I said six and came at eight. That was my doing. What would help tonight?", "u never listen 2 me", "If you leave I will hurt you.",
]  # fmt: skip


def marks(text, **more):
    return {mark.mark for one in rehearse(text, **more).sentences for mark in one.marks}


def test_many_at_once_are_read_as_one_by_one():
    assert rehearse_many(TEXTS * 3) == [rehearse(text) for text in TEXTS] * 3


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=120))
def test_any_text_gets_an_answer_with_offsets_that_fit(text):
    found = rehearse(text)
    for one in found.sentences:
        assert 0 <= one.start < one.end <= len(text)
        for mark in one.marks:
            assert mark.mark in MARKS
            assert 0.5 <= mark.score <= 1.0
            assert mark.by == "model" or mark.by.startswith("rule:")
            assert len(mark.tries) in ((2, 3) if mark.side == "hurts" else (0,))


def test_the_answer_holds_no_word_of_the_text():
    assert "zebrafinch" not in repr(rehearse("My zebrafinch is sorry you feel that way."))


def test_a_rule_overrules_the_model_and_says_so():
    (one,) = rehearse("I'm sorry you feel that way.").sentences
    assert [(mark.mark, mark.by) for mark in one.marks] == [("non-apology", "rule:sorry-you-feel")]


def test_calm_with_something_to_hold_on_to_is_not_empty():
    assert "reassure-empty" in marks("It'll be fine. Trust me.")
    assert "reassure-empty" not in marks("It'll be fine. I finish at 5 and ring you then.")


def test_a_flagged_sentence_gets_no_helpful_mark():
    found = rehearse("I love you. If you leave me I will hurt you.")
    assert [one.flag for one in found.flags] == ["threat"]
    assert all(mark.side == "hurts" for mark in found.sentences[-1].marks)
    assert "safety card" in found.summary


def test_what_is_missing_is_said():
    assert "own" in rehearse("I'm sorry you feel that way.").missing
    assert "own" not in rehearse("I'm sorry I was late. That was my doing.").missing
    assert "when" in rehearse("I promise I'll ring.").missing
    assert "when" not in rehearse("I promise I'll ring tomorrow.").missing
    assert "ask" in rehearse("We went to the shop and back again. " * 12).missing


def test_balance_counts_sentences():
    found = rehearse("What would help tonight? Trust me. You never listen.")
    assert (found.balance.helps, found.balance.hurts) == (1, 2)


def test_a_plan_that_is_touched_is_named_by_its_number():
    plan = Plan(triggers=("jokes about his phone",), promises=("dinner on Friday", "paint the fence"))
    assert [
        (one.kind, one.number) for one in rehearse("I made jokes about your phone.", plan=plan).reminders
    ] == [("trigger", 0)]
    assert [(one.kind, one.number) for one in rehearse("Dinner Friday?", plan=plan).reminders] == [
        ("promise", 0)
    ]
    assert rehearse("Good morning.", plan=plan).reminders == ()


def test_nothing_leaves_the_machine(monkeypatch):
    monkeypatch.setattr(socket, "socket", lambda *_a, **_k: pytest.fail("a socket was opened"))
    assert rehearse("Trust me.").sentences


@pytest.mark.parametrize("text", ["", "😀", "If I'm late once, it is all over.", "x" * 5_000])
def test_all_ten_traps_are_scored_and_sorted(text):
    found = traps(text)
    assert {one.trap for one in found} == set(TRAPS)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


@pytest.mark.parametrize(
    ("thought", "trap"),
    [
        ("I should always know what she needs, I must never get it wrong", "should-statements"),
        ("I feel guilty so I must have done something wrong", "emotional-reasoning"),
        ("I'm such a loser", "labelling"),
    ],
)
def test_a_plain_thought_finds_its_trap_in_the_first_two(thought, trap):
    assert trap in {one.trap for one in traps(thought)[:2]}


@pytest.mark.parametrize(
    ("heard", "text", "missing"),
    [
        ("Where were you last night?", "Why do you ask?", "answer"),
        ("Where were you last night?", "I was at the library till ten.", None),
        ("I felt so hurt when you laughed.", "The car is ready on Friday.", "feeling"),
        ("I felt so hurt when you laughed.", "Anyone would be hurt by that. That was my doing.", None),
        ("The car is ready.", "Good.", None),
    ],
)
def test_what_they_wrote_is_used_to_see_what_is_missing(heard, text, missing):
    found = rehearse(text, context=heard).missing
    assert (missing in found) if missing else not {"answer", "feeling"} & set(found)
