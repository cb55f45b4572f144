"""What is promised and still open, and whether it is more than the record supports."""

from datetime import datetime
from itertools import chain

from troth import practices
from troth.practices import Document
from troth.practices.promises import kept_weights, open_weight, over_promised
from troth.store.me import Me
from troth.store.queries import entries as queries
from troth.store.queries.bonds import MyBond
from troth.store.queries.entries import Opened
from troth.values import Outcome


def waiting_promises(me: Me, bond: MyBond) -> list[Opened]:
    """Open the promises that are still open, the one that is due first first."""
    found = queries.ROWS.of(me).about(me, bond=bond.id, practice="promises").waiting().order_by("due")
    return [one for one in queries.opened(me, found) if isinstance(one.document, Document)]


def promised_too_much(me: Me, bond: MyBond, promises: list[Opened], *, at: datetime) -> bool:
    """Say whether more is open than the last fourteen days support; settled ones are opened only as far as needed."""
    weight = open_weight(
        practices.readings_of([one.document for one in promises if one.document], kind=Outcome)
    )
    found = queries.ROWS.of(me).about(me, bond=bond.id, practice="promises").filter(due=None).newest_first()
    settled = (one.document for one in queries.opening(me, found) if one.document)
    outcomes = chain.from_iterable(practices.readings_of([document], kind=Outcome) for document in settled)
    return over_promised(open_weight=weight, kept=kept_weights(outcomes, at))
