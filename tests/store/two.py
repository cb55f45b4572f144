"""Two people of the cast, on the way to each other."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from tests import people
from troth.store.actions import invitations, joining, rekey, shares
from troth.store.models import Invitation
from troth.store.profile import Side
from troth.store.queries.joining import standing

AT = people.NOW
LATER = AT + timedelta(minutes=1)
UNTIL = AT.date() + timedelta(days=30)
MARKER = "a quiet heron under the third bridge"


def a_side(name: str = "Ada") -> Side:
    return Side(kind="partner", name=name, role="person", opened_at=LATER)


def accepted(by: people.Someone, code: str, *, at: datetime = LATER, network: str = "there") -> UUID:
    return invitations.accept(me=by.me, code=code, side=a_side(), network=network, at=at)


def joined(ada: people.Someone, ben: people.Someone, *, at: datetime = AT) -> UUID:
    """Join two people in Ada's bond, through the real actions."""
    code = invitations.invite(me=ada.me, bond=ada.bond, at=at)
    accepted(ben, code, at=at)
    joining.confirm(me=ada.me, bond=ada.bond, at=at)
    return ada.bond


def shared(by: people.Someone, *, what: str = MARKER, until: date = UNTIL, at: datetime = AT) -> UUID:
    """Write a win and give the other its words."""
    entry = people.a_win(by=by, what=what, at=AT)
    return shares.give(me=by.me, bond=by.bond, id=entry.id, fields=["what"], until=until, at=at)


def renewed(someone: people.Someone) -> people.Someone:
    """Change all keys."""
    me, _cookie = rekey.rekey(me=someone.me, passphrase="nobody knows these words", code=None, at=AT)
    return replace(someone, me=me)


def the_row() -> Invitation:
    return Invitation.objects.get()


def seen_by_ada(ada: people.Someone, *, at: datetime) -> tuple[object, ...]:
    """All that the inviter can see or read of the invitation."""
    found = standing(ada.me, ada.bond, at=at)
    return (found.state, found.code, found.until, found.words, *Invitation.objects.values_list())
