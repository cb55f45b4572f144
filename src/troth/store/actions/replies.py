"""Say yes to what the other proposed, or my word on a promise of theirs; take it back. It never changes what is theirs."""

from datetime import datetime
from uuid import UUID

from troth import practices
from troth.practices import BadContent, Portion, digest_of
from troth.practices.replies import Reply, Said, kind_of, may_say
from troth.store.actions import entries
from troth.store.actions.shares import erase_given, sealed, way_to
from troth.store.actions.writing import writing
from troth.store.me import Me
from troth.store.queries import entries as entry_queries
from troth.store.queries import shares
from troth.store.queries.shares import Shared


def say(*, me: Me, id: UUID, said: Said, at: datetime, note: str = "") -> UUID:
    """Reply to a copy that I was given; its owner gets the reply as a copy, until that copy's own last day.

    An older reply of the same kind to the same entry is taken back with it. Raises `Gone` where the copy is not there,
    `BadContent` where this cannot be said to it, `NotNow` and `PinMismatch` as `give`.
    """
    with writing(me) as person:
        theirs = shares.one_received(me, id, at=at)
        may = may_say(theirs.copy, at=at)
        if said not in may:
            raise BadContent("said", f"one of {', '.join(may)}" if may else "nothing")
        way = way_to(me, theirs.bond, at=at)
        reply = Reply(
            of=theirs.of, digest=digest_of(theirs.copy), practice=theirs.copy.practice, said=said, note=note
        )
        document = practices.start("replies", reply, at=at, on=me.day(at))
        entry = entries.add(me=me, bond=theirs.bond, document=document)
        erase_given(me, to=way.keys.pin.person, which=lambda shared: _is_older(shared, reply))
        portion = Portion(document=document, fields=practices.offered(document))
        sealed(me, person, way.keys, portion, of=entry.id, until=theirs.until, at=at)
        return entry.id


def withdraw(*, me: Me, id: UUID, at: datetime) -> None:
    """Take back one of my replies: always, at once, without a reason. The other sees that it is no longer agreed."""
    with writing(me, adds=False):
        now = entry_queries.one(me, id, practice="replies")
        if not isinstance(now.document, practices.Document):
            raise BadContent("reply", "one that this version can read")
        withdrawn = practices.move(now.document, "withdraw", at=at)
        entries.save(me=me, id=id, version=now.version, document=withdrawn)


def _is_older(shared: Shared, reply: Reply) -> bool:
    copy = shared.copy
    if copy.get("practice") != "replies":
        return False
    fields = copy.get("fields", {})
    return fields.get("of") == str(reply.of) and kind_of(fields.get("said", "")) == kind_of(reply.said)
