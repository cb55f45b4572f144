"""Replies: a yes to these words and no others, a word beside a promise; mine to take back, and never a change of theirs."""

from datetime import date, timedelta

import pytest

from tests import people
from tests.store.ruled import changed, closes_the_gate, everything_of
from tests.store.two import AT, LATER, UNTIL
from tests.written import an_entry_of
from troth import practices
from troth.practices import BadContent, MoveRefused
from troth.practices.paces import Pace
from troth.practices.plans import Plan
from troth.store.actions import bonds, entries, joining, replies, shares
from troth.store.errors import Gone, NotNow
from troth.store.models import Share
from troth.store.queries import entries as entry_queries
from troth.store.queries import replies as queries
from troth.store.queries.shares import apart, given, received

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
NEXT = LATER + DAY


def a_plan(by):
    document = practices.start("plans", Plan(when="it is late", please="ring"), at=AT, on=AT.date())
    return entries.add(me=by.me, bond=by.bond, document=document)


def give(by, entry, *, fields, at=LATER, until=UNTIL):
    return shares.give(me=by.me, bond=by.bond, id=entry.id, fields=fields, until=until, at=at)


@pytest.fixture
def plan(both):
    """A plan of Ada's, and the copy of it that Ben holds."""
    ada, _ben = both
    entry = a_plan(ada)
    return entry.id, give(ada, entry, fields=["when", "please"])


@pytest.fixture
def promise(both):
    """A promise of Ada's that she kept, and the copy of it that Ben holds."""
    ada, _ben = both
    entry = people.a_promise(by=ada, wording="Ring from the station", at=AT)
    now = entry_queries.one(ada.me, entry.id)
    kept = practices.move(now.document, "keep", at=LATER)
    entries.save(me=ada.me, id=entry.id, version=1, document=kept)
    return entry.id, give(ada, entry, fields=["wording"])


def say(by, copy, said="yes", *, at=LATER, note=""):
    return replies.say(me=by.me, id=copy, said=said, note=note, at=at)


def mine(by, at=NEXT):
    return [one.state for one in queries.proposed(by.me, at=at)]


def theirs(by, at=NEXT):
    return [one.state for one in queries.replied(by.me, at=at)]


def test_a_proposal_waits_until_both_said_yes(both, plan):
    ada, ben = both
    assert (mine(ada), theirs(ben)) == (["waits"], ["waits"])
    say(ben, plan[1], note="By all means")
    assert (mine(ada), theirs(ben)) == (["agreed"], ["agreed"])
    assert [one.note for one in queries.proposed(ada.me, at=NEXT)] == ["By all means"]


@pytest.mark.parametrize(
    ("practice", "fields"),
    [
        ("plans", ["when", "please"]),
        ("triggers", ["what"]),
        ("boundaries", ["whose", "wording"]),
        ("promises", ["wording"]),
    ],
)
def test_all_four_kinds_can_be_agreed(both, practice, fields):
    ada, ben = both
    copy = give(ada, an_entry_of(practice, by=ada, at=AT), fields=fields)
    assert queries.replied(ben.me, at=LATER)[0].may == ("yes",)
    say(ben, copy)
    assert mine(ada) == ["agreed"]


def test_nothing_else_can_be_replied_to(both):
    ada, ben = both
    copy = give(ada, people.a_win(by=ada, at=AT), fields=["what"])
    with pytest.raises(BadContent):
        say(ben, copy)
    assert (queries.proposed(ada.me, at=NEXT), queries.replied(ben.me, at=NEXT)) == ([], [])
    assert queries.replied_to(ben.me, received(ben.me, at=LATER)[0], at=LATER) is None


def test_w05_taking_a_yes_back_is_always_possible_and_shows_as_no_longer_agreed(both, plan):
    ada, ben = both
    reply = say(ben, plan[1])
    closes_the_gate(ben)
    bonds.alter_side(me=ben.me, bond=ben.bond, state="paused")
    replies.withdraw(me=ben.me, id=reply, at=NEXT)
    assert (mine(ada), theirs(ben)) == (["ended"], ["ended"])
    assert Share.objects.given_by(ben.me.person.id).count() == 1
    with pytest.raises(MoveRefused):
        replies.withdraw(me=ben.me, id=reply, at=NEXT)


def test_a_withdrawn_reply_says_no_day_and_ends_when_it_would_have_ended(both, plan):
    ada, ben = both
    replies.withdraw(me=ben.me, id=say(ben, plan[1]), at=NEXT)
    [one] = apart(ada.me, "replies", at=NEXT)
    assert (one.copy.on, one.copy.state, one.until) == (date.min, "withdrawn", UNTIL)


def test_a_yes_can_be_said_again(both, plan):
    ada, ben = both
    replies.withdraw(me=ben.me, id=say(ben, plan[1]), at=LATER)
    say(ben, plan[1], at=NEXT)
    assert (mine(ada), theirs(ben)) == (["agreed"], ["agreed"])
    assert Share.objects.given_by(ben.me.person.id).count() == 1


def test_w05_the_owner_ends_it_by_taking_the_copy_back(both, plan):
    ada, ben = both
    say(ben, plan[1])
    shares.take_back(me=ada.me, id=plan[1])
    assert (mine(ada), theirs(ben)) == ([], ["ended"])


def test_other_words_wait_for_a_new_yes(both, plan):
    ada, ben = both
    say(ben, plan[1])
    changed(ada, plan[0], please="write")
    again = give(ada, entry_queries.one(ada.me, plan[0]), fields=["when", "please"], at=NEXT)
    assert (mine(ada), theirs(ben)) == (["changed"], ["changed"])
    say(ben, again, at=NEXT)
    assert (mine(ada), theirs(ben)) == (["agreed"], ["agreed"])


def test_the_same_words_given_again_stay_agreed_also_when_marked_as_agreed(both, plan):
    ada, ben = both
    say(ben, plan[1])
    now = entry_queries.one(ada.me, plan[0])
    entries.save(me=ada.me, id=plan[0], version=1, document=practices.move(now.document, "agree", at=NEXT))
    give(ada, entry_queries.one(ada.me, plan[0]), fields=["when", "please"], at=NEXT)
    assert mine(ada) == ["agreed"]


def test_a_yes_to_less_is_no_yes_to_more(both, plan):
    ada, ben = both
    say(ben, plan[1])
    give(ada, entry_queries.one(ada.me, plan[0]), fields=["when"], at=NEXT)
    assert mine(ada) == ["changed"]


@pytest.mark.parametrize("said", ["kept", "partly", "missed"])
def test_w09_a_word_on_a_promise_stands_beside_mine_and_changes_nothing_of_it(both, promise, said):
    ada, ben = both
    before = entry_queries.one(ada.me, promise[0])
    say(ben, promise[1], said, note="On the minute")
    [word] = queries.words_on(ada.me, promise[0], at=NEXT)
    assert (word.said, word.note, word.bond) == (said, "On the minute", ada.bond)
    after = entry_queries.one(ada.me, promise[0])
    assert (after.version, after.document) == (before.version, before.document)
    assert after.document.state == "kept"


def test_a_word_can_be_changed_and_taken_back_and_then_there_is_none(both, promise):
    ada, ben = both
    say(ben, promise[1], "missed")
    reply = say(ben, promise[1], "partly", at=NEXT)
    assert [one.said for one in queries.words_on(ada.me, promise[0], at=NEXT)] == ["partly"]
    assert Share.objects.given_by(ben.me.person.id).count() == 1
    replies.withdraw(me=ben.me, id=reply, at=NEXT)
    assert queries.words_on(ada.me, promise[0], at=NEXT) == []


def test_a_yes_before_and_a_word_after_stand_side_by_side(both):
    ada, ben = both
    entry = people.a_promise(by=ada, due=LATER.replace(second=0, microsecond=0) + DAY, at=AT)
    copy = give(ada, entry, fields=["wording", "due"])
    with pytest.raises(BadContent):
        say(ben, copy, "kept")
    say(ben, copy)
    say(ben, copy, "kept", at=LATER + 2 * DAY)
    [one] = queries.proposed(ada.me, at=LATER + 2 * DAY)
    assert (one.state, one.word.said) == ("agreed", "kept")


def test_where_a_promise_is_settled_nothing_waits_for_a_yes(both, promise):
    ada, ben = both
    assert (mine(ada), theirs(ben)) == (["over"], ["over"])
    with pytest.raises(BadContent):
        say(ben, promise[1], "yes")


def test_a_sentence_can_be_changed_and_goes_with_it(both, promise):
    ada, ben = both
    reply = say(ben, promise[1], "kept", note="A")
    changed(ben, reply, at=NEXT, note="B")
    assert [one.note for one in queries.words_on(ada.me, promise[0], at=NEXT)] == ["B"]


def test_where_sharing_is_withdrawn_a_changed_sentence_stays_here(both, promise):
    ada, ben = both
    reply = say(ben, promise[1], "kept", note="A")
    closes_the_gate(ben)
    changed(ben, reply, at=NEXT, note="B")
    assert [one.note for one in queries.words_on(ada.me, promise[0], at=NEXT)] == ["A"]


def test_a_deleted_reply_is_gone_from_the_other_and_does_not_come_back_by_undo(both, plan):
    ada, ben = both
    reply = say(ben, plan[1])
    entries.delete(me=ben.me, id=reply, at=NEXT)
    assert mine(ada) == ["waits"]
    entries.undo(me=ben.me, id=reply, at=NEXT)
    assert (mine(ada), theirs(ben)) == (["waits"], ["waits"])


@pytest.mark.parametrize("limit", ["gate", "paused", "their pause"])
def test_w13_where_sharing_is_not_offered_nothing_can_be_said(both, plan, limit):
    ada, ben = both
    if limit == "gate":
        closes_the_gate(ben)
    elif limit == "paused":
        bonds.alter_side(me=ben.me, bond=ben.bond, state="paused")
    else:
        document = practices.start("paces", Pace(pace="pause"), at=LATER, on=LATER.date())
        entries.add(me=ada.me, bond=ada.bond, document=document)
    before = everything_of(ada)
    with pytest.raises(NotNow):
        say(ben, plan[1])
    assert everything_of(ada) == before
    assert [
        one.practice
        for one in entry_queries.opened(ben.me, entry_queries.ROWS.of(ben.me))
        if one.practice == "replies"
    ] == []


def test_only_who_was_given_the_copy_can_reply_to_it(both, plan, mallory):
    ada, ben = both
    for someone in (ada, mallory):
        with pytest.raises(Gone):
            say(someone, plan[1])
    shares.take_back(me=ada.me, id=plan[1])
    with pytest.raises(Gone):
        say(ben, plan[1])


def test_replies_are_not_listed_among_what_was_given(both, plan):
    ada, ben = both
    say(ben, plan[1])
    assert received(ada.me, at=LATER) == []
    assert [one.copy.practice for one in given(ben.me, at=LATER)] == ["replies"]


def test_w03_to_look_leaves_no_trace_and_not_replying_looks_the_same(both, plan):
    ada, ben = both
    before = everything_of(ada), mine(ada)
    received(ben.me, at=LATER)
    queries.replied(ben.me, at=LATER)
    assert (everything_of(ada), mine(ada)) == before


def test_w15_after_leaving_no_reply_is_left_on_either_side(both, plan):
    ada, ben = both
    reply = say(ben, plan[1])
    joining.leave(me=ada.me, bond=ada.bond)
    assert not Share.objects.exists()
    assert (queries.proposed(ada.me, at=NEXT), queries.replied(ben.me, at=NEXT)) == ([], [])
    replies.withdraw(me=ben.me, id=reply, at=NEXT)
    assert not Share.objects.exists()


def test_the_reply_ends_with_the_copy(both, plan):
    ada, ben = both
    say(ben, plan[1])
    after = LATER + (UNTIL - LATER.date() + DAY)
    assert (mine(ada, at=after), theirs(ben, at=after)) == ([], [])


def test_no_words_show_in_a_repr(both, plan):
    ada, ben = both
    say(ben, plan[1], note="a quiet heron")
    [seen], [kept] = queries._theirs(ada.me, at=NEXT), queries._mine(ben.me, at=NEXT)
    assert seen.note == kept.note == "a quiet heron"
    shown = repr([seen, kept, *queries.proposed(ada.me, at=NEXT), *queries.replied(ben.me, at=NEXT)])
    assert "heron" not in shown
    assert "late" not in shown
