"""Standing rules: what I write from now on goes as a copy, version by version, until it is stopped; never an error, never a hint."""

from datetime import timedelta

import pytest

from tests import people
from tests.store.ruled import a_rule, a_win, changed, closes_the_gate, seen_by
from tests.store.two import AT, LATER, MARKER, UNTIL, joined, renewed, shared
from troth import practices, vault
from troth.store.actions import bonds, entries, joining, rules, shares
from troth.store.errors import Gone
from troth.store.models import Invitation, Share
from troth.store.queries import entries as entry_queries
from troth.store.queries import rules as standing_rules
from troth.store.queries.shares import given, received
from troth.store.queries.takeout import everything

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_each_new_entry_goes_and_each_version_takes_the_place_of_the_one_before(both):
    ada, ben = both
    a_rule(ada)
    entry = a_win(ada)
    [first] = received(ben.me, at=LATER)
    assert dict(first.copy.fields) == {"what": MARKER}
    assert first.until == UNTIL
    changed(ada, entry.id, what="said better")
    [second] = received(ben.me, at=LATER)
    assert second.copy.fields["what"] == "said better"
    assert not Share.objects.filter(id=first.id).exists()
    assert [one.by_rule for one in given(ada.me, at=LATER)] == [True]


def test_a_move_makes_a_new_version_too(both):
    ada, ben = both
    a_rule(ada, "promises", fields=("wording",))
    entry = people.a_promise(by=ada, wording=MARKER, at=LATER)
    now = entry_queries.one(ada.me, entry.id)
    kept = practices.move(now.document, "keep", at=LATER)
    entries.save(me=ada.me, id=entry.id, version=1, document=kept)
    assert [one.copy.state for one in received(ben.me, at=LATER)] == ["kept"]


def test_a_promise_to_somebody_else_does_not_go(both):
    ada, ben = both
    a_rule(ada, "promises", fields=("wording",))
    people.a_promise(by=ada, to="Mira", at=LATER)
    entry = people.a_promise(by=ada, at=LATER)
    assert [one.of for one in given(ada.me, at=LATER)] == [entry.id]
    changed(ada, entry.id, to="Mira")
    assert received(ben.me, at=LATER) == []


def test_older_entries_stay_here_even_when_they_are_changed(both):
    ada, ben = both
    entry = a_win(ada, at=AT)
    a_rule(ada, at=LATER)
    changed(ada, entry.id, what="changed later", at=LATER + DAY)
    assert received(ben.me, at=LATER) == []


def test_other_practices_and_what_is_brought_in_do_not_go(both):
    ada, ben = both
    a_rule(ada)
    people.a_checkin(by=ada, note=MARKER, at=LATER)
    win = practices.start("wins", people.Win(what=MARKER, kind="other"), at=LATER, on=LATER.date())
    entries.add_all(me=ada.me, bond=ada.bond, documents=[(vault.new_id(), win)])
    assert received(ben.me, at=LATER) == []


def test_a_deleted_entry_takes_its_copy_along_and_coming_back_gives_nothing(both):
    ada, ben = both
    a_rule(ada)
    entry = a_win(ada)
    by_hand = shared(ada, what="by hand", at=LATER)
    entries.delete(me=ada.me, id=entry.id, at=LATER)
    assert [one.id for one in received(ben.me, at=LATER)] == [by_hand]
    entries.undo(me=ada.me, id=entry.id, at=LATER)
    assert [one.id for one in received(ben.me, at=LATER)] == [by_hand]


def test_w05_stopping_is_one_press_and_erases_what_the_rule_made_and_nothing_else(both, settings, tmp_path):
    settings.ERASED_FILE = tmp_path / "erased"
    ada, ben = both
    by_hand = shared(ada, what="by hand")
    a_rule(ada)
    a_rule(ada, "headsups", fields=("kind",))
    made = [a_win(ada), a_win(ada, "another")]
    assert len(made) == len(received(ben.me, at=LATER)) - 1
    closes_the_gate(ada)
    rules.stop(me=ada.me, bond=ada.bond, practice="wins")
    assert [one.id for one in received(ben.me, at=LATER)] == [by_hand]
    assert len(settings.ERASED_FILE.read_text().splitlines()) == 2
    assert [one.rule.practice for one in standing_rules.standing(ada.me, at=LATER)] == ["headsups"]
    a_win(ada, "after it")
    assert [one.id for one in received(ben.me, at=LATER)] == [by_hand]
    with pytest.raises(Gone):
        rules.stop(me=ada.me, bond=ada.bond, practice="wins")


def test_nobody_stops_anothers_rule(both, mallory):
    ada, ben = both
    a_rule(ada)
    for someone in (ben, mallory):
        with pytest.raises(Gone):
            rules.stop(me=someone.me, bond=ada.bond, practice="wins")
    assert standing_rules.one(ada.me, ada.bond, "wins", at=AT)


def test_there_is_one_rule_a_practice_and_a_new_one_ends_the_old(both):
    ada, ben = both
    a_rule(ada)
    a_win(ada)
    a_rule(ada, fields=("kind",), at=LATER)
    assert received(ben.me, at=LATER) == []
    assert [one.rule.fields for one in standing_rules.standing(ada.me, at=LATER)] == [("kind",)]


def test_after_its_last_day_it_is_over(both):
    ada, ben = both
    a_rule(ada, until=AT.date())
    a_win(ada)
    assert seen_by(ben) == [MARKER]
    later = AT + DAY
    a_win(ada, at=later)
    assert received(ben.me, at=later) == []
    assert standing_rules.standing(ada.me, at=later) == []


def test_w15_when_the_other_leaves_writing_goes_on_and_the_rule_is_over(both):
    ada, ben = both
    a_rule(ada)
    a_win(ada)
    joining.leave(me=ben.me, bond=ben.bond)
    a_win(ada, "written alone")
    assert not Share.objects.exists()
    assert standing_rules.standing(ada.me, at=LATER) == []


def test_a_rule_never_goes_on_with_who_joins_later(both, mallory):
    ada, ben = both
    a_rule(ada)
    joining.leave(me=ben.me, bond=ben.bond)
    joined(ada, mallory, at=LATER)
    a_win(ada, at=LATER)
    assert received(mallory.me, at=LATER) == []
    assert not Share.objects.exists()


def test_w15_closing_the_bond_ends_its_rules(both):
    ada, ben = both
    a_rule(ada)
    a_win(ada)
    joining.leave(me=ada.me, bond=ada.bond)
    a_win(ada, "written alone")
    assert received(ben.me, at=LATER) == []
    assert standing_rules.standing(ada.me, at=LATER) == []


def test_new_keys_on_either_side_keep_a_rule_going(both):
    ada, ben = both
    a_rule(ada)
    ada, ben = renewed(ada), renewed(ben)
    a_win(ada)
    assert seen_by(ben) == [MARKER]


def test_giving_by_hand_is_not_undone_by_a_rule(both):
    ada, ben = both
    a_rule(ada)
    entry = a_win(ada)
    id = shares.give(me=ada.me, bond=ada.bond, id=entry.id, fields=["kind"], until=UNTIL, at=LATER)
    changed(ada, entry.id, what="again")
    assert {one.id for one in received(ben.me, at=LATER)} > {id}


def test_w18_what_stands_between_two_is_not_in_an_export(both):
    ada, ben = both
    a_rule(ada)
    bonds.alter_side(me=ada.me, bond=ada.bond, asked_on=AT.date())
    shared(ben, what="from Ben to Ada")
    taken = everything(ada.me, at=AT, program="test")
    assert not {"pin", "rules", "asked_on"} & set(taken["bonds"][0])
    assert "from Ben to Ada" not in str(taken)


def test_a_rule_shows_nothing_in_a_repr(both):
    ada, _ben = both
    a_rule(ada)
    [one] = standing_rules.standing(ada.me, at=AT)
    assert (repr(one), repr(one.rule)) == ("Standing(…)", "Rule(…)")
    assert one.rule.joining == Invitation.objects.get().id
