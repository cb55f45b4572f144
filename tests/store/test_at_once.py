"""Two people who click at the same moment, and what is left of a share in the file that the database is."""

from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.db import connection

from tests import people
from tests.prove.searching import forms_of
from tests.store.two import AT, MARKER, UNTIL, joined, renewed, shared
from troth.store.actions import invitations, joining, shares
from troth.store.models import Invitation, Share
from troth.store.queries.shares import given, received

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 4


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Do these in threads that start together; return what each gave back, or its error."""
    start, outcomes = Barrier(len(acts)), [None] * len(acts)

    def run(place: int) -> None:
        start.wait()
        try:
            outcomes[place] = acts[place]()
        except Exception as error:  # noqa: BLE001 - what went wrong is what is looked at
            outcomes[place] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=(place,)) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


@pytest.fixture
def both():
    ada, ben = people.an_account("Ada"), people.an_account("Ben")
    joined(ada, ben)
    return ada, people.Someone(ben.name, ben.passphrase, ben.me, ada.bond)


def kinds(outcomes):
    return {type(one).__name__ for one in outcomes}


def test_both_give_at_once_and_both_arrive(both):
    ada, ben = both
    for number in range(1, ROUNDS + 1):
        outcomes = at_once(*(lambda who=who: shared(who) for who in (ada, ben, ada, ben)))
        assert kinds(outcomes) == {"UUID"}
        assert len(received(ada.me, at=AT)) == len(received(ben.me, at=AT)) == 2 * number


def test_what_is_given_while_the_other_leaves_is_gone_or_was_never_given(both):
    ada, ben = both
    for _ in range(ROUNDS):
        entry = people.a_win(by=ada).id
        gave, left = at_once(
            lambda entry=entry: shares.give(
                me=ada.me, bond=ada.bond, id=entry, fields=["what"], until=UNTIL, at=AT
            ),
            lambda: joining.leave(me=ben.me, bond=ben.bond),
        )
        assert left is None
        assert type(gave).__name__ in {"UUID", "NotNow"}
        assert not Share.objects.exists()
        assert not Invitation.objects.exists()
        joined(ada, ben)


def test_what_is_given_while_the_other_changes_keys_can_be_read(both):
    ada, ben = both
    for number in range(1, 3):
        gave, now = at_once(lambda: shared(ada), lambda ben=ben: renewed(ben))
        assert {type(gave).__name__, type(now).__name__} == {"UUID", "Someone"}, (gave, now)
        ben = now
        assert len(received(ben.me, at=AT)) == len(given(ada.me, at=AT)) == number


def test_both_change_keys_at_once_and_read_everything(both):
    ada, ben = both
    for who in (ada, ben, ada, ben):
        shared(who)
    ada, ben = at_once(lambda: renewed(ada), lambda: renewed(ben))
    assert len(received(ada.me, at=AT)) == len(received(ben.me, at=AT)) == 2
    assert all(one.copy for who in (ada, ben) for one in given(who.me, at=AT))


def test_taking_back_twice_at_once_is_done_once(both):
    ada, _ben = both
    id = shared(ada)
    outcomes = at_once(*[lambda: shares.take_back(me=ada.me, id=id)] * 3)
    assert sorted(type(one).__name__ for one in outcomes) == ["Gone", "Gone", "NoneType"]


def test_two_yeses_of_the_inviter_at_once_join_once(both):
    ada, ben = both
    joining.leave(me=ben.me, bond=ben.bond)
    code = invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    invitations.accept(
        me=ben.me, code=code, side=people.Side(kind="friend", name="A", opened_at=AT), network="n", at=AT
    )
    outcomes = at_once(*[lambda: joining.confirm(me=ada.me, bond=ada.bond, at=AT)] * 3)
    assert sorted(type(one).__name__ for one in outcomes) == ["Gone", "Gone", "NoneType"]
    assert Invitation.objects.get().is_joined


def the_file() -> bytes:
    """All bytes of the database's file and of what lies beside it."""
    name = Path(str(connection.settings_dict["NAME"]))
    return b"".join(file.read_bytes() for file in sorted(name.parent.glob(name.name + "*")))


def test_no_word_of_a_share_is_in_the_file_and_nothing_of_it_after_it_was_taken_back(both):
    if connection.vendor != "sqlite":
        pytest.skip("only on SQLite: what PostgreSQL keeps of deleted rows ages out")
    ada, ben = both
    id = shared(ada)
    row = Share.objects.get(id=id)
    # Long rows go over several pages: a piece is searched, not the whole.
    pieces = [bytes(getattr(row, name))[4:36] for name in ("copy", "owner_key", "receiver_key", "signature")]
    content = the_file()
    assert [form for form, words in forms_of(MARKER).items() if words in content] == []
    assert all(piece in content for piece in pieces), "the search must be able to find"
    shares.take_back(me=ada.me, id=id)
    assert [piece for piece in pieces if piece in the_file()] == []
    assert received(ben.me, at=AT) == []


def test_no_code_and_no_name_is_in_the_file():
    if connection.vendor != "sqlite":
        pytest.skip("only on SQLite: what PostgreSQL keeps of deleted rows ages out")
    ada = people.an_account("Ada", other="Benedikta Morgenstern")
    code = invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    content = the_file()
    for words in (code, code.replace("-", ""), "Benedikta Morgenstern"):
        assert [form for form, raw in forms_of(words).items() if raw in content] == []
    lookup = bytes(Invitation.objects.get().lookup)
    assert lookup in content
    invitations.cancel(me=ada.me, bond=ada.bond)
    assert lookup not in the_file()
