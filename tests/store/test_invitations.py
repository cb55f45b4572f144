"""Invitations: a code that is said, used once, ends by itself, and tells nobody anything."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests import people
from tests.store.two import AT, LATER, a_side, accepted, seen_by_ada, the_row
from tests.written import an_entry_of
from troth import practices
from troth.practices.incidents import Incident
from troth.store.actions import accounts, bonds, entries, erasing, invitations, joining, rekey
from troth.store.errors import Gone, NotNow, NotValid, Taken, Wait
from troth.store.models import Invitation
from troth.store.queries import bonds as bond_queries
from troth.store.queries.joining import standing

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def test_a_code_said_and_confirmed_joins_two(ada, ben):
    code = invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    assert standing(ada.me, ada.bond, at=LATER).code == code
    assert invitations.look_up(code=code.lower(), network="n", at=LATER).until == AT + 48 * HOUR
    assert accepted(ben, code) == ada.bond
    told, heard = standing(ada.me, ada.bond, at=LATER), standing(ben.me, ada.bond, at=LATER)
    assert (told.state, heard.state) == ("to_confirm", "waiting")
    assert told.words == heard.words
    assert len(told.words) == 6
    joining.confirm(me=ada.me, bond=ada.bond, at=LATER)
    assert (
        standing(ada.me, ada.bond, at=LATER).state == standing(ben.me, ada.bond, at=LATER).state == "joined"
    )
    assert bond_queries.one(ben.me, ada.bond).side.name == "Ada"


def test_neither_code_nor_words_stand_in_the_row(ada, ben):
    code = invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    flat = repr([bytes(value) if isinstance(value, memoryview) else value for value in
                 Invitation.objects.values_list().get()])  # fmt: skip
    for form in (code, code.replace("-", ""), "partner", "Ben"):
        assert form not in flat
    assert code not in repr(standing(ada.me, ada.bond, at=AT))


def test_w06_declined_ignored_taken_back_and_run_out_look_the_same_to_the_inviter(ada, ben):
    code = invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    ignored = [seen_by_ada(ada, at=at) for at in (LATER, AT + 49 * HOUR, AT + 60 * DAY)]
    # To decline is to look and go. Ben also says yes and takes it back before Ada saw it.
    invitations.look_up(code=code, network="n", at=LATER)
    accepted(ben, code)
    joining.leave(me=ben.me, bond=ada.bond)
    assert [seen_by_ada(ada, at=at) for at in (LATER, AT + 49 * HOUR, AT + 60 * DAY)] == ignored
    assert invitations.look_up(code=code, network="n", at=LATER), "not even the code tells them apart"
    assert bond_queries.one(ben.me, ada.bond).side.state == "closed"


def test_what_ran_out_is_swept_and_leaves_room(ada, ben):
    invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    erasing.sweep(at=AT + 47 * HOUR)
    assert Invitation.objects.exists()
    erasing.sweep(at=AT + 48 * HOUR)
    assert not Invitation.objects.exists()
    code = invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    accepted(ben, code, at=AT + 47 * HOUR)
    erasing.sweep(at=AT + 7 * DAY)
    joining.confirm(me=ada.me, bond=ada.bond, at=AT + 7 * DAY)
    erasing.sweep(at=AT + 90 * DAY)
    assert the_row().is_joined


def test_a_yes_that_was_never_confirmed_ends_and_the_same_two_may_try_again(ada, ben):
    accepted(ben, invitations.invite(me=ada.me, bond=ada.bond, at=AT))
    late = AT + 10 * DAY
    with pytest.raises(Gone):
        joining.confirm(me=ada.me, bond=ada.bond, at=late)
    assert (standing(ada.me, ada.bond, at=late).state, standing(ben.me, ada.bond, at=late).state) == (
        "alone",
        "closed",
    )
    for sweeps in (False, True):  # with the old row still there, and without it
        if sweeps:
            erasing.sweep(at=late + 9 * DAY)
        at = late + 20 * DAY if sweeps else late
        accepted(ben, invitations.invite(me=ada.me, bond=ada.bond, at=at), at=at)
        assert standing(ben.me, ada.bond, at=at).state == "waiting"


def test_five_in_thirty_days_are_enough(ada):
    for number in range(5):
        invitations.invite(me=ada.me, bond=ada.bond, at=AT + number * DAY)
    with pytest.raises(Wait) as caught:
        invitations.invite(me=ada.me, bond=ada.bond, at=AT + 5 * DAY)
    assert caught.value.seconds == 25 * 24 * 3600
    assert Invitation.objects.count() == 1, "one open invitation a bond"
    assert invitations.invite(me=ada.me, bond=ada.bond, at=AT + 30 * DAY)


def test_a_refused_invitation_ends_nothing_now_or_in_a_restored_home(ada, settings, tmp_path):
    settings.ERASED_FILE = tmp_path / "erased"
    for number in range(5):
        invitations.invite(me=ada.me, bond=ada.bond, at=AT + number * DAY)
    before = settings.ERASED_FILE.read_text()
    with pytest.raises(Wait):
        invitations.invite(me=ada.me, bond=ada.bond, at=AT + 5 * DAY)
    assert settings.ERASED_FILE.read_text() == before
    assert str(Invitation.objects.get().id) not in before


def test_a_joined_bond_takes_nobody_else(ada, ben, mallory):
    accepted(ben, invitations.invite(me=ada.me, bond=ada.bond, at=AT))
    with pytest.raises(Taken):
        invitations.invite(me=ada.me, bond=ada.bond, at=LATER)
    joining.confirm(me=ada.me, bond=ada.bond, at=LATER)
    for who in (ada, ben):
        with pytest.raises(Taken):
            invitations.invite(me=who.me, bond=ada.bond, at=LATER)
    with pytest.raises(NotValid):  # and two people share one bond
        accepted(ben, invitations.invite(me=ada.me, bond=a_second(ada), at=AT))
    with pytest.raises(Gone):
        invitations.cancel(me=ada.me, bond=ada.bond)


def a_second(someone):
    return bonds.open_bond(me=someone.me, side=people.Side(kind="friend", name="Cleo", opened_at=AT))


@pytest.mark.parametrize("accepts_first", [False, True])
@pytest.mark.parametrize("end", ["pause", "close", "gate", "rekey", "account"])
def test_a_pause_a_closed_gate_new_keys_and_the_end_of_an_account_end_open_codes(
    ada, ben, end, accepts_first
):
    code = invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    if accepts_first:
        accepted(ben, code)
    if end in ("pause", "close"):
        bonds.alter_side(me=ada.me, bond=ada.bond, state={"pause": "paused", "close": "closed"}[end])
    elif end == "gate":
        content = Incident(kind="force", toward="me")
        entries.add(me=ada.me, bond=ada.bond,
                    document=practices.start("incidents", content, at=AT, on=AT.date()))  # fmt: skip
    elif end == "rekey":
        rekey.rekey(me=ada.me, passphrase="nobody knows these words", code=None, at=AT)
    else:
        accounts.delete_account(me=ada.me)
    assert not Invitation.objects.exists()
    with pytest.raises(NotValid):
        accepted(ben, code, network="again")
    if accepts_first:
        assert standing(ben.me, ada.bond, at=LATER).state == "closed"


def test_w13_no_code_is_made_while_paused_or_while_the_gate_is_not_open(ada):
    bonds.alter_side(me=ada.me, bond=ada.bond, state="paused")
    with pytest.raises(NotNow) as paused:
        invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    bonds.alter_side(me=ada.me, bond=ada.bond, state="active")
    people.a_checkin(by=ada, safety=1, at=AT)
    content = Incident(kind="fear", toward="me")
    entries.add(me=ada.me, bond=ada.bond, document=practices.start("incidents", content, at=AT, on=AT.date()))
    with pytest.raises(NotNow) as closed:
        invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    assert str(paused.value) == str(closed.value)


def test_an_entry_that_leaves_the_gate_open_ends_nothing(ada):
    code = invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    people.a_checkin(by=ada, safety=9, at=AT)
    an_entry_of("wins", by=ada)
    assert invitations.look_up(code=code, network="n", at=LATER)


def test_an_older_side_keeps_its_beginning_and_takes_the_new_name(ada, ben):
    code = invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    accepted(ben, code)
    joining.leave(me=ben.me, bond=ada.bond)
    side = replace(a_side("A."), opened_at=AT + DAY)
    invitations.accept(me=ben.me, code=code, side=side, network="n", at=LATER)
    again = bond_queries.one(ben.me, ada.bond).side
    assert (again.name, again.opened_at, again.state) == ("A.", LATER, "active")
