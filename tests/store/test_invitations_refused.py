"""Codes that are no good, clicks that come second, rows that were changed: one answer, and nobody is let in."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from tests import people
from tests.store.two import AT, LATER, accepted
from troth import vault
from troth.store.actions import invitations, joining
from troth.store.errors import Gone, NotValid, Unreadable, Wait
from troth.store.models import Invitation, Membership
from troth.store.queries import bonds as bond_queries
from troth.store.queries.joining import standing

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def unknown_codes(ada, ben, mallory):
    """Every way in which a code can be no good, each with the code and who tries it when."""
    code = invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    own = (ada, code, LATER)
    late = (ben, code, AT + 48 * HOUR)
    never = (ben, vault.new_invitation_code(), LATER)
    malformed = (ben, "12345-hello", LATER)
    yield from (own, late, never, malformed, (ben, "", LATER), (ben, "é" * 33, LATER))
    accepted(ben, code)
    yield (mallory, code, LATER)  # used
    yield (ben, code, LATER)  # used by the same
    invitations.cancel(me=ada.me, bond=ada.bond)
    yield (mallory, code, LATER)  # ended
    replaced = invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    yield (mallory, replaced, LATER)


def test_w11_every_code_that_is_no_good_gets_the_same_answer(ada, ben, mallory):
    tried = 0
    for number, (who, code, at) in enumerate(unknown_codes(ada, ben, mallory)):
        before = list(Membership.objects.values_list()), list(Invitation.objects.values_list())
        with pytest.raises(NotValid) as caught:
            accepted(who, code, at=at, network=f"try-{number}")
        assert str(caught.value) == ""
        assert before == (list(Membership.objects.values_list()), list(Invitation.objects.values_list()))
        tried += 1
    assert tried == 10


def test_w11_a_code_tells_nothing_of_whose_it_is(ada):
    code = invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    found = invitations.look_up(code=code, network="n", at=LATER)
    assert {name: type(value).__name__ for name, value in vars(found).items()} == {"until": "datetime"}


def test_w11_guessers_wait_and_a_right_code_is_no_try(ada, ben):
    code = invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    for _ in range(12):
        invitations.look_up(code=code, network="cafe", at=LATER)
    for _ in range(5):
        with pytest.raises(NotValid):
            invitations.look_up(code=vault.new_invitation_code(), network="cafe", at=LATER)
    for held in (lambda: accepted(ben, code, network="cafe"),
                 lambda: invitations.look_up(code=code, network="cafe", at=LATER)):  # fmt: skip
        with pytest.raises(Wait):
            held()
    assert accepted(ben, code, network="elsewhere")


@pytest.mark.parametrize("act", [
    lambda me, bond: invitations.invite(me=me, bond=bond, at=AT),
    lambda me, bond: invitations.cancel(me=me, bond=bond),
    lambda me, bond: joining.confirm(me=me, bond=bond, at=AT),
    lambda me, bond: joining.leave(me=me, bond=bond),
    lambda me, bond: standing(me, bond, at=AT),
])  # fmt: skip
def test_anothers_bond_is_not_there(ada, ben, mallory, act):
    accepted(ben, invitations.invite(me=ada.me, bond=ada.bond, at=AT))
    before = list(Invitation.objects.values_list())
    with pytest.raises(Gone):
        act(mallory.me, ada.bond)
    assert list(Invitation.objects.values_list()) == before


def test_only_the_inviter_confirms(ada, ben):
    accepted(ben, invitations.invite(me=ada.me, bond=ada.bond, at=AT))
    with pytest.raises(Gone):
        joining.confirm(me=ben.me, bond=ada.bond, at=LATER)
    with pytest.raises(Gone):
        invitations.cancel(me=ben.me, bond=ada.bond)


def test_swapped_keys_of_the_inviter_make_the_code_worthless(ada, ben, mallory):
    code = invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    for column in ("receive_public", "sign_public"):
        person = type(ada.me.person).objects.get(id=ada.me.person.id)
        before = getattr(person, column)
        setattr(person, column, getattr(mallory.me.person, column))
        person.save(update_fields=[column])
        with pytest.raises(NotValid):
            accepted(ben, code, network=column)
        setattr(person, column, before)
        person.save(update_fields=[column])
    assert accepted(ben, code)


def change(**columns):
    Invitation.objects.update(**columns)


@pytest.mark.parametrize(
    ("columns", "error"),
    [
        (lambda mallory: {"invitee": mallory.me.person}, (Gone, vault.PinMismatch)),
        (lambda mallory: {"invitee_sum": bytes(32)}, vault.PinMismatch),
        (lambda mallory: {"expires": AT + 49 * HOUR}, Unreadable),
        (lambda mallory: {"lookup": bytes(16)}, Unreadable),
        (lambda mallory: {"version": 2}, Unreadable),
        (lambda mallory: {"generation": 2}, Unreadable),
        (lambda mallory: {"inviter": mallory.me.person}, Gone),
        (lambda mallory: {"bond_id": mallory.bond}, Gone),
    ],
)
def test_a_writer_in_the_database_gets_nobody_confirmed(ada, ben, mallory, columns, error):
    accepted(ben, invitations.invite(me=ada.me, bond=ada.bond, at=AT))
    change(**columns(mallory))
    with pytest.raises(error):
        joining.confirm(me=ada.me, bond=ada.bond, at=LATER)
    assert bond_queries.one(ada.me, ada.bond).side.pin is None


def test_swapped_keys_of_whoever_accepted_are_noticed_at_the_yes(ada, ben, mallory):
    accepted(ben, invitations.invite(me=ada.me, bond=ada.bond, at=AT))
    person = type(ben.me.person).objects.get(id=ben.me.person.id)
    person.receive_public = mallory.me.person.receive_public
    person.save(update_fields=["receive_public"])
    with pytest.raises(vault.PinMismatch):
        joining.confirm(me=ada.me, bond=ada.bond, at=LATER)


def test_a_row_by_itself_joins_nobody(ada, mallory):
    invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    Invitation.objects.update(invitee=mallory.me.person, invitee_sum=bytes(32), lookup=None)
    assert standing(ada.me, ada.bond, at=LATER).state == "alone"


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_accept_once():
    ada, others = people.an_account("Ada"), [people.an_account(name) for name in ("Ben", "Mallory")]
    code = invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    start, outcomes = Barrier(4), []

    def click(who):
        start.wait()
        try:
            outcomes.append(accepted(who, code, network=f"{who.name}-{len(outcomes)}"))
        except NotValid:
            outcomes.append(None)
        finally:
            connection.close()

    clicks = [Thread(target=click, args=(who,)) for who in (*others, *others)]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()
    assert sorted(map(str, outcomes)) == sorted([str(ada.bond), "None", "None", "None"])
    assert Membership.objects.filter(bond=ada.bond).count() == 2


@given(st.text(max_size=60))
def test_no_text_is_anything_but_a_code_or_not_valid(db, text):
    with pytest.raises(NotValid):
        invitations._usable(text, Invitation.objects.acceptable(at=AT))
