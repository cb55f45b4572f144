"""Thoughts: reframes and thought records, before and after."""

from dataclasses import replace
from datetime import timedelta
from statistics import median
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import AFTER, BEFORE, MADE, SECRET, SUNDAY
from tests.practices.random_entries import anything, filled, lived, moments
from troth.practices import (
    BadContent,
    BadDocument,
    Document,
    MoveRefused,
    decode,
    due_of,
    edit,
    encode,
    from_plain,
    line_of,
    matches,
    move,
    named,
    open_moves,
    readings_of,
    recap,
    start,
    to_plain,
)
from troth.practices.thoughts import (
    ENOUGH,
    KINDS,
    MOST_FEELINGS,
    TRAPS,
    Feeling,
    NotEnough,
    OverTime,
    Thought,
    change,
    over_time,
)

WHOLE: dict[str, Any] = {
    "situation": "No answer since noon",
    "thought": "They are done with me",
    "belief": 80,
    "balanced": "I don't know yet, and I can ask tomorrow",
    "belief_after": 50,
}


def a_thought(**given: Any) -> Document[Thought]:
    return start("thoughts", Thought(**{**WHOLE, **given}), at=MADE, on=SUNDAY)


def worked(**given: Any) -> Document[Thought]:
    return move(a_thought(**given), "finish", at=BEFORE)


@pytest.mark.parametrize("kind", KINDS)
def test_a_situation_and_a_thought_are_enough_to_begin(kind: str) -> None:
    begun = start(
        "thoughts", Thought(situation="No answer", thought="My fault", kind=kind), at=MADE, on=SUNDAY
    )
    assert (begun.state, line_of(begun).title, due_of(begun)) == ("open", "My fault", None)
    assert dict(line_of(begun).facts) == {"kind": kind, "belief": None, "belief_after": None, "traps": ""}


@pytest.mark.parametrize("field", ["situation", "thought"])
def test_neither_of_the_two_may_be_missing(field: str) -> None:
    with pytest.raises(BadContent, match=rf"^{field}: expected some words$"):
        a_thought(**{field: " "})


@pytest.mark.parametrize(
    ("field", "most"),
    [("situation", 4_000), ("thought", 1_000), ("evidence_for", 4_000), ("evidence_against", 4_000),
     ("other_reasons", 4_000), ("balanced", 4_000)],
)  # fmt: skip
def test_each_text_has_a_length(field: str, most: int) -> None:
    assert len(getattr(a_thought(**{field: "x" * most}).content, field)) == most
    with pytest.raises(BadContent, match=rf"^{field}: expected at most {most} characters, got {most + 1}$"):
        a_thought(**{field: "x" * (most + 1)})


@pytest.mark.parametrize("field", ["belief", "belief_after"])
@pytest.mark.parametrize("value", [-1, 101, 5.5, "50"])
def test_belief_is_a_whole_number_from_0_to_100(field: str, value: Any) -> None:
    with pytest.raises(BadContent, match=rf"^{field}: expected int"):
        a_thought(**{field: value})


@pytest.mark.parametrize(
    "feelings", [(Feeling(name="sad", strength=101),), (Feeling(name="sad", strength=4, after=-1),)]
)
def test_so_is_the_strength_of_a_feeling(feelings: tuple[Feeling, ...]) -> None:
    with pytest.raises(BadContent, match=r"^feelings\[0\]\.(strength|after): expected int"):
        a_thought(feelings=feelings)


def test_a_feeling_has_a_name() -> None:
    with pytest.raises(BadContent, match=r"^name: expected some words$"):
        Feeling(name=" ", strength=10)
    with pytest.raises(BadContent, match=r"^name: expected at most 60 characters, got 61$"):
        Feeling(name="x" * 61, strength=10)


def test_there_are_at_most_six_feelings_each_once() -> None:
    six = tuple(Feeling(name=f"feeling {number}", strength=10) for number in range(MOST_FEELINGS))
    assert a_thought(feelings=six).content.feelings == six
    with pytest.raises(BadContent, match=r"^feelings: expected at most 6, got 7$"):
        a_thought(feelings=(*six, Feeling(name="one more", strength=1)))
    with pytest.raises(BadContent, match=r"^feelings: expected each feeling once$"):
        a_thought(feelings=(Feeling(name="Sad", strength=1), Feeling(name="sad ", strength=2)))


@pytest.mark.parametrize("trap", TRAPS)
def test_each_trap_can_be_chosen_once(trap: str) -> None:
    assert a_thought(traps=(trap,)).content.traps == (trap,)
    with pytest.raises(BadContent, match=r"^traps: expected each trap once$"):
        a_thought(traps=(trap, trap))


def test_a_trap_that_is_not_in_the_list_is_refused() -> None:
    with pytest.raises(BadContent, match=r"^traps\[0\]: expected one of mind_reading, all_or_nothing, "):
        a_thought(traps=("stupidity",))


@pytest.mark.parametrize(
    ("given_fields", "missing"),
    [
        ({"balanced": ""}, ("balanced",)),
        ({"belief_after": None}, ("belief_after",)),
        ({"balanced": "", "belief_after": None}, ("balanced", "belief_after")),
    ],
)
def test_it_is_worked_when_it_is_balanced_and_rated_again(
    given_fields: dict[str, Any], missing: tuple[str, ...]
) -> None:
    with pytest.raises(MoveRefused) as refused:
        worked(**given_fields)
    assert refused.value.missing == missing
    assert worked().state == "worked"


def test_what_is_worked_can_be_opened_again_and_is_not_emptied_meanwhile() -> None:
    done = worked()
    with pytest.raises(BadContent, match=r"^content\.balanced: expected an answer, as the work is done$"):
        edit(done, replace(done.content, balanced=""), at=AFTER)
    again = move(done, "reopen", at=AFTER)
    assert (again.state, [one.name for one in open_moves(again, at=AFTER)]) == ("open", ["finish"])
    assert edit(again, replace(again.content, balanced=""), at=AFTER).content.balanced == ""


def test_an_imported_one_that_is_worked_but_not_rated_is_refused() -> None:
    plain = to_plain(worked())
    plain["content"]["belief_after"] = None
    with pytest.raises(BadDocument, match=r"^\$\.content\.belief_after: expected an answer"):
        from_plain(plain)


def test_search_reads_all_of_it() -> None:
    texts = {name: f"{name} words" for name in ("evidence_for", "evidence_against", "other_reasons")}
    thought = a_thought(**texts, feelings=(Feeling(name="shame", strength=30),))
    for words in ("since noon", "done with me", "ask tomorrow", "shame", *texts.values()):
        assert matches(thought, words)


def test_the_week_holds_what_was_worked_and_not_what_was_opened_again() -> None:
    found = recap([worked(), a_thought(), move(worked(), "reopen", at=AFTER)], first_day=SUNDAY).counts
    assert found["thoughts_worked"] == 1


def test_it_is_never_shared() -> None:
    practice = named("thoughts")
    assert (practice.shareable, practice.personal, practice.opens_up) == (False, False, False)


def test_the_change_is_after_less_before_and_a_blank_stays_blank() -> None:
    feelings = (Feeling(name="fear", strength=70, after=40), Feeling(name="shame", strength=20))
    found = change(Thought(**{**WHOLE, "feelings": feelings}))
    assert found.belief == -30
    assert [(one.name, one.points) for one in found.feelings] == [("fear", -30), ("shame", None)]
    assert change(Thought(**{**WHOLE, "belief": None})).belief is None
    assert SECRET not in repr(change(Thought(**{**WHOLE, "feelings": (Feeling(name=SECRET, strength=1),)})))


@pytest.mark.parametrize(("before", "after"), [(0, 0), (100, 0), (0, 100)])
def test_a_thought_may_keep_its_hold_or_gain_some(before: int, after: int) -> None:
    assert change(Thought(**{**WHOLE, "belief": before, "belief_after": after})).belief == after - before


def test_fewer_than_five_are_not_enough_yet() -> None:
    few = over_time([worked() for _ in range(ENOUGH - 1)])
    assert isinstance(few, NotEnough)
    assert (few.n, few.needed, len(few.worked)) == (4, 5, 4)


def test_only_what_was_worked_and_rated_twice_counts() -> None:
    found = over_time([*(worked() for _ in range(4)), a_thought(), worked(belief=None)])
    assert isinstance(found, NotEnough)
    assert found.n == 4


# By hand: the changes are -40, -30, 0, -10, +20, so the median is -10.
def test_five_are_put_side_by_side_oldest_first() -> None:
    documents = [
        replace(worked(belief=50, belief_after=after), on=SUNDAY - timedelta(days=ago))
        for ago, after in ((1, 70), (2, 40), (3, 50), (4, 20), (5, 10))
    ]
    found = over_time(documents)
    assert isinstance(found, OverTime)
    assert [one.points for one in found.worked] == [-40, -30, 0, -10, 20]
    assert (found.n, found.weaker, found.same, found.stronger, found.middle) == (5, 3, 1, 1, -10.0)


def test_between_two_in_the_middle_stands_their_mean() -> None:
    found = over_time([worked(belief=50, belief_after=after) for after in (50, 50, 40, 30, 30, 30)])
    assert isinstance(found, OverTime)
    assert found.middle == -15.0


percent = st.integers(0, 100)
feelings = st.builds(Feeling, name=filled, strength=percent, after=st.none() | percent)


@st.composite
def thoughts(draw: st.DrawFn) -> Document[Thought]:
    at = draw(moments)
    named_once = draw(st.lists(feelings, max_size=3, unique_by=lambda one: one.name.casefold()))
    content = Thought(
        situation=draw(filled),
        thought=draw(filled),
        kind=draw(st.sampled_from(KINDS)),
        belief=draw(st.none() | percent),
        feelings=tuple(named_once),
        traps=tuple(draw(st.sets(st.sampled_from(TRAPS), max_size=3))),
        other_reasons=draw(anything),
        balanced=draw(anything),
        belief_after=draw(st.none() | percent),
    )
    return start("thoughts", content, at=at, on=at.date())


@given(lived(thoughts()))
def test_any_life_of_one_opens_again_and_is_worked_only_when_whole(thought: Document[Thought]) -> None:
    assert decode(encode(thought)) == thought
    assert (readings_of([thought]), due_of(thought)) == ((), None)
    assert thought.state == "open" or (thought.content.balanced and thought.content.belief_after is not None)


@given(st.lists(st.tuples(percent, percent), max_size=12))
def test_the_figures_are_those_of_the_changes(pairs: list[tuple[int, int]]) -> None:
    found = over_time([worked(belief=before, belief_after=after) for before, after in pairs])
    changes = [after - before for before, after in pairs]
    assert found.n == len(pairs)
    if len(pairs) < ENOUGH:
        assert isinstance(found, NotEnough)
        return
    assert isinstance(found, OverTime)
    assert found.middle == median(changes)
    assert found.weaker + found.same + found.stronger == found.n
    assert (found.weaker, found.stronger) == (
        sum(one < 0 for one in changes),
        sum(one > 0 for one in changes),
    )
