"""Where what someone wrote closes the gate, their open invitations end. Nobody is told, and nothing is stored of it."""

from collections.abc import Iterable
from typing import Any

from troth import practices
from troth.practices import Document, Foreign
from troth.store.actions.parting import end_open
from troth.store.me import Me
from troth.store.models import Invitation, Person
from troth.store.queries.guarding import gate_of


def end_where_closed(me: Me, person: Person, written: Iterable[Document[Any] | Foreign]) -> None:
    """Read the gate anew after something was written that it looks at."""
    guards = {*practices.guards(by="gate_signs"), *practices.guards(by="felt_safety")}
    days = [me.day(one.changed_at) for one in written if isinstance(one, Document) and one.practice in guards]
    if not days:
        return
    open_ones = Invitation.objects.filter(inviter=person).unconfirmed()
    for bond in list(open_ones.values_list("bond_id", flat=True)):
        if gate_of(me, bond, on=max(days)).state == "closed":
            end_open(person, bond=bond)
