"""What may leave: chosen fields of what may be shared, and nothing else by any way in."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import a_checkin, a_promise, a_win, one_of_each, plugged_in, tides
from troth import practices
from troth.practices import (
    BadDocument,
    BadPractice,
    Copy,
    Foreign,
    NotShareable,
    Portion,
    copy_of,
    offered,
    read_copy,
)
from troth.safety import Sign

SHAREABLE = [name for name in practices.names() if practices.named(name).shareable]


def plain_of(copy):
    return {name.name: getattr(copy, name.name) for name in fields(Copy)} | {"on": copy.on.isoformat()}


@given(st.data())
def test_a_copy_holds_the_chosen_fields_and_no_other(data):
    document = data.draw(st.sampled_from(one_of_each()))
    chosen = data.draw(st.lists(st.sampled_from(offered(document)), min_size=1, unique=True))
    copy = copy_of(Portion(document=document, fields=tuple(chosen)))
    assert set(copy.fields) == set(chosen)
    assert (copy.practice, copy.on, copy.state) == (document.practice, document.on, document.state)
    assert read_copy(plain_of(copy)) == copy


@given(st.sampled_from(one_of_each()), st.lists(st.text(max_size=12)))
def test_no_other_field_can_be_chosen(document, names):
    if names and set(names) <= set(offered(document)):
        return
    with pytest.raises(NotShareable):
        Portion(document=document, fields=tuple(names))


def test_a_portion_cannot_be_turned_into_one_of_something_else():
    portion = Portion(document=a_win(), fields=("what",))
    with pytest.raises(NotShareable):
        replace(portion, document=a_promise())
    with pytest.raises(AttributeError):
        portion.fields = ("kind",)


def test_steps_links_and_moments_of_writing_stay():
    copy = copy_of(Portion(document=a_promise(), fields=offered(a_promise())))
    assert not {"steps", "links", "written_at", "changed_at", "origin"} & {*copy.fields, *plain_of(copy)}


def test_a_withheld_field_is_never_offered():
    assert "safety" not in offered(a_checkin(safety=9))
    assert practices.named("checkins").withheld == ("safety",)


@pytest.mark.parametrize(
    "declared",
    [
        {"shareable": True, "personal": True},
        {"shareable": True, "gate_signs": lambda document: (Sign(kind="fear", toward="me", on=document.on),)},
        {"shareable": True, "withheld": ("no such field",)},
        {"shareable": False, "apart": True},
    ],
)
def test_a_practice_that_would_let_out_what_must_stay_cannot_be_declared(declared):
    with pytest.raises(BadPractice), plugged_in(tides(**declared)):
        pass


@pytest.mark.parametrize("name", SHAREABLE)
def test_nothing_shareable_is_the_writers_alone_or_gives_the_gate_its_signs(name):
    assert not practices.named(name).personal
    assert name not in practices.guards(by="gate_signs")


def test_an_entry_that_this_program_does_not_know_offers_nothing():
    foreign = practices.decode(b'{"practice":"tides","schema":3}')
    assert isinstance(foreign, Foreign)
    assert offered(replace(a_win(), practice="tides")) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"practice": "jealousy"},
        {"practice": "no such"},
        {"practice": 3},
        {"on": "yesterday"},
        {"fields": ["what"]},
        {"fields": {"note": "not a field of wins"}},
        {"schema": None},
    ],
)
def test_a_copy_that_is_none_is_refused(wrong):
    good = plain_of(copy_of(Portion(document=a_win(), fields=("what",))))
    assert read_copy(good)
    with pytest.raises(BadDocument):
        read_copy({**good, **wrong})


def test_none_of_it_shows_words():
    portion = Portion(document=a_win(what="heron"), fields=("what",))
    assert "heron" not in repr((portion, copy_of(portion)))
    assert str(NotShareable()) == "This cannot be shared."
