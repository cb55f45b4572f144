"""Supporters: my own map, and whether one person carries all of it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import AFTER, MADE, SECRET, SUNDAY
from tests.practices.random_entries import anything, filled, lived, moments
from troth.practices import (
    BadContent,
    Document,
    MoveRefused,
    decode,
    due_of,
    edit,
    encode,
    line_of,
    matches,
    move,
    named,
    open_moves,
    readings_of,
    start,
)
from troth.practices.supporters import CLOSENESS, GOOD_FOR, WHO, Contact, Supporter, leans_on_one


def a_supporter(name: str = "Sam", **given: Any) -> Document[Supporter]:
    fields = {"name": name, "who": "friend", "closeness": "middle", **given}
    return start("supporters", Supporter(**fields), at=MADE, on=SUNDAY)


def reasons(*documents: Document[Supporter]) -> dict[str, str]:
    return {lean.reason: lean.on.content.name for lean in leans_on_one(documents)}


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("closeness", CLOSENESS)
def test_anyone_can_stand_in_any_ring(who: str, closeness: str) -> None:
    line = line_of(a_supporter(who=who, closeness=closeness))
    assert (line.title, line.state) == ("Sam", "here")
    assert dict(line.facts) == {"who": who, "closeness": closeness, "last_contact": None, "good_for": ""}


@pytest.mark.parametrize(
    ("field", "value"), [("who", "saviour"), ("closeness", "best"), ("good_for", ("money",))]
)
def test_other_words_are_refused(field: str, value: Any) -> None:
    with pytest.raises(BadContent, match=rf"^{field}.*: expected one of "):
        a_supporter(**{field: value})


def test_a_name_is_needed_and_texts_have_a_length() -> None:
    with pytest.raises(BadContent, match=r"^name: expected some words$"):
        a_supporter(" ")
    with pytest.raises(BadContent, match=r"^name: expected at most 120 characters, got 121$"):
        a_supporter("x" * 121)
    with pytest.raises(BadContent, match=r"^note: expected at most 2000 characters, got 2001$"):
        a_supporter(note="x" * 2_001)


def test_each_kind_of_help_stands_once() -> None:
    with pytest.raises(BadContent, match=r"^good_for: expected each kind once$") as refused:
        a_supporter(good_for=("fun", "fun"))
    assert refused.value.reason == "same"


def test_a_contact_moves_the_day_and_nothing_else() -> None:
    met = move(a_supporter(), "contact", at=AFTER, given=Contact(on=date(2026, 3, 2)))
    assert (met.state, met.content) == ("here", replace(a_supporter().content, last_contact=date(2026, 3, 2)))


def test_an_older_contact_does_not_turn_the_day_back() -> None:
    met = a_supporter(last_contact=SUNDAY)
    older = move(met, "contact", at=AFTER, given=Contact(on=date(2026, 2, 1)))
    assert older.content.last_contact == SUNDAY


def test_a_contact_needs_a_day_that_has_begun() -> None:
    with pytest.raises(BadContent, match=r"^on: expected a value$"):
        move(a_supporter(), "contact", at=AFTER)
    with pytest.raises(BadContent, match=r"^on: expected a day that has begun$") as refused:
        move(a_supporter(), "contact", at=AFTER, given=Contact(on=date(2026, 3, 5)))
    assert refused.value.reason == "future"


def test_the_last_contact_is_never_in_a_day_to_come() -> None:
    with pytest.raises(BadContent, match=r"^last_contact: expected a day that has begun$"):
        a_supporter(last_contact=date(2026, 3, 5))
    with pytest.raises(BadContent, match=r"^last_contact: expected a day that has begun$"):
        edit(a_supporter(), replace(a_supporter().content, last_contact=date(2026, 4, 1)), at=AFTER)


def test_someone_can_be_let_go_and_taken_back() -> None:
    gone = move(a_supporter(), "let_go", at=MADE)
    assert (gone.state, [one.name for one in open_moves(gone, at=MADE)]) == ("let_go", ["reopen"])
    with pytest.raises(MoveRefused, match=r"^'contact' is not open in state 'let_go'\.$"):
        move(gone, "contact", at=AFTER, given=Contact(on=SUNDAY))
    assert move(gone, "reopen", at=MADE).state == "here"


def test_search_reads_name_and_note() -> None:
    sam = a_supporter(note="Has a spare room")
    assert matches(sam, "sam")
    assert matches(sam, "spare room")


def test_it_belongs_to_the_writer_alone() -> None:
    practice = named("supporters")
    assert (practice.personal, practice.shareable, practice.opens_up) == (True, False, False)


def test_an_empty_map_leans_on_nobody() -> None:
    assert leans_on_one([]) == ()


def test_one_person_who_gives_all_is_named() -> None:
    sam = a_supporter("Sam", good_for=("listens", "advice"))
    assert reasons(sam, a_supporter("Kim"), a_supporter("Lou")) == {"gives_all": "Sam"}


def test_one_kind_of_help_from_one_person_is_not_all() -> None:
    assert reasons(a_supporter("Sam", good_for=("listens",))) == {}


def test_a_second_giver_of_anything_takes_the_weight_off() -> None:
    sam, kim = a_supporter("Sam", good_for=GOOD_FOR), a_supporter("Kim", good_for=("fun",))
    assert reasons(sam, kim) == {}


def test_one_who_was_let_go_carries_nothing() -> None:
    sam = a_supporter("Sam", good_for=("listens", "advice"))
    kim = move(a_supporter("Kim", good_for=("fun",), closeness="close"), "let_go", at=MADE)
    assert reasons(sam, kim) == {"gives_all": "Sam"}


def test_the_only_close_one_is_named() -> None:
    sam, kim = a_supporter("Sam", closeness="close"), a_supporter("Kim", closeness="wide")
    assert reasons(sam, kim) == {"only_close": "Sam"}
    assert reasons(sam, a_supporter("Kim", closeness="close")) == {}


def test_both_reasons_can_hold_and_name_different_people() -> None:
    sam, kim = a_supporter("Sam", good_for=("fun", "advice")), a_supporter("Kim", closeness="close")
    assert reasons(sam, kim) == {"gives_all": "Sam", "only_close": "Kim"}


def test_a_reason_shows_no_name() -> None:
    assert SECRET not in repr(leans_on_one([a_supporter(SECRET, closeness="close")]))


@st.composite
def supporters(draw: st.DrawFn) -> Document[Supporter]:
    at = draw(moments)
    content = Supporter(
        name=draw(filled),
        who=draw(st.sampled_from(WHO)),
        closeness=draw(st.sampled_from(CLOSENESS)),
        last_contact=draw(st.none() | st.integers(0, 900).map(lambda days: at.date() - timedelta(days=days))),
        good_for=tuple(draw(st.sets(st.sampled_from(GOOD_FOR)))),
        note=draw(anything),
    )
    return start("supporters", content, at=at, on=at.date())


@given(lived(supporters()))
def test_any_life_of_one_opens_again_and_waits_for_nothing(supporter: Document[Supporter]) -> None:
    assert decode(encode(supporter)) == supporter
    assert (readings_of([supporter]), due_of(supporter)) == ((), None)


def leans_the_slow_way(here: Iterable[Document[Supporter]]) -> set[str]:
    """A second version: count the givers of each kind, and who is close."""
    here = [one for one in here if one.state == "here"]
    givers = {kind: [one for one in here if kind in one.content.good_for] for kind in GOOD_FOR}
    named_kinds = [kind for kind in GOOD_FOR if givers[kind]]
    everyone = {id(one) for kind in named_kinds for one in givers[kind]}
    found = {"gives_all"} if len(named_kinds) >= 2 and len(everyone) == 1 else set()
    return found | ({"only_close"} if sum(one.content.closeness == "close" for one in here) == 1 else set())


@given(st.lists(lived(supporters()), max_size=5))
def test_the_answer_is_that_of_a_slower_count(documents: list[Document[Supporter]]) -> None:
    found = leans_on_one(documents)
    assert {lean.reason for lean in found} == leans_the_slow_way(documents)
    assert all(lean.on in documents and lean.on.state == "here" for lean in found)
