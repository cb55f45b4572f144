"""What a page shows of the coach's marks: pieces that give the message back, fewer hurtful marks, no word in a repr."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troth.coach import HELPS, HURTS, MARKS, Balance, Mark, Rehearsal, rehearse
from troth.web.parts.coached import MARKS as NAMED
from troth.web.parts.coached import reading_of
from troth.web.parts.coached.reading import in_place
from troth.web.parts.coached.weighing import HURTS_FROM, SURE_FROM, summed_up, worth_showing


def mark(name: str, score: float) -> Mark:
    return Mark(name, "hurts" if name in HURTS else "helps", score, "model", "", ())


marks = st.lists(st.builds(mark, st.sampled_from(MARKS), st.floats(0.5, 1)), max_size=6)


def test_each_mark_has_its_words():
    assert set(NAMED) == set(MARKS)


def test_a_hurtful_mark_just_over_the_line_is_not_shown_and_a_helpful_one_is():
    assert worth_showing([mark("control", HURTS_FROM - 0.01), mark("own", 0.5)]) == [mark("own", 0.5)]


def test_a_guess_is_left_out_beside_something_surer_of_its_side():
    shown = worth_showing([mark("blame", 0.6), mark("non-apology", 0.9), mark("own", 0.5)])
    assert [one.mark for one in shown] == ["non-apology", "own"]


@given(marks)
def test_what_is_shown_was_given_and_what_may_hurt_stands_first(given):
    shown = worth_showing(given)
    assert all(one in given for one in shown)
    sides = [one.side for one in shown]
    assert sides == sorted(sides, reverse=True)
    assert all(one in shown for one in given if one.score >= SURE_FROM)


@given(
    st.text(max_size=200)
    | st.sampled_from(["You always do this. I'm sorry you feel that way.", "Trust me!! 😀 ok?"])
)
def test_the_pieces_together_are_the_message(words):
    reading = reading_of(words, rehearse(words))
    assert "".join(piece.words for piece in reading.pieces) == words
    notes = [piece.note.number for piece in reading.pieces if piece.note]
    assert notes == list(range(1, len(notes) + 1))
    assert len(words) < 4 or words not in repr(reading)


@given(st.text(max_size=60), st.text(max_size=20))
def test_a_code_changes_nothing_or_one_sentence(words, code):
    text = f"{words} You're overthinking again."
    reading = reading_of(text, rehearse(text))
    offered = [way.code for note in reading.hurts for one in note.said for way in one.tries]
    assert in_place(text, reading, code) is None or code in offered
    for one in offered:
        changed = in_place(text, reading, one)
        assert changed is not None
        assert changed != text


def test_the_coachs_own_sentence_is_shown_as_it_is():
    found = Rehearsal((), (), (), Balance(0, 0), "I read English only.")
    assert summed_up(found, hurts=0, helps=0) == "I read English only."


@pytest.mark.parametrize(
    ("hurts", "helps", "said"),
    [(1, 0, "1 sentence may hurt"), (0, 2, "2 sentences may help"), (0, 0, "Nothing here stands out")],
)
def test_where_fewer_are_shown_it_is_said_for_those(hurts, helps, said):
    found = Rehearsal((), (), ("when", "unheard-of"), Balance(helps, 3), "3 sentences may hurt")
    told = summed_up(found, hurts=hurts, helps=helps)
    assert told.startswith(said)
    assert told.endswith("The promise has no day or time yet.")


def test_no_helpful_side_is_a_hurtful_one():
    assert not set(HELPS) & set(HURTS)
