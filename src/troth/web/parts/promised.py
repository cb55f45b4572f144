"""What is promised and still open, and whether it is more than the record supports."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain, islice

from troth import practices
from troth.practices import Document
from troth.practices.counts import counted
from troth.practices.ladder import COUNTED, Rung, largest_size, rung_of
from troth.practices.promises import kept_weights, open_weight, over_promised
from troth.store.me import Me
from troth.store.queries.bonds import MyBond
from troth.store.queries.entries import Opened
from troth.store.queries.recent import one_by_one, open_promises
from troth.values import Outcome, Size
from troth.web.parts.measured import outcomes_of, seen, word_of
from troth.web.parts.measured.seen import FOR_WORD

ALWAYS_FITS = 1.0  # the least that over_promised allows, whatever was kept
MOST_LOOKED_AT = 42


def waiting_promises(me: Me, bond: MyBond) -> list[Opened]:
    """Open the promises that are still open, the one that is due first first."""
    return open_promises(me, bond.id)


def promised_too_much(me: Me, bond: MyBond, promises: list[Opened], *, at: datetime) -> bool:
    """Say whether more is open than the last fourteen days support; settled ones are opened only as far as needed."""
    weight = open_weight(
        practices.readings_of([one.document for one in promises if one.document], kind=Outcome)
    )
    if weight <= ALWAYS_FITS:
        return False
    outcomes = chain.from_iterable(
        practices.readings_of([document], kind=Outcome) for document in _settled(me, bond)
    )
    return over_promised(open_weight=weight, kept=kept_weights(outcomes, at))


def settled_lately(me: Me, bond: MyBond) -> tuple[Outcome, ...]:
    """Return what became of the newest promises: as many as seven rungs of the ladder can need, twice over."""
    documents = islice(_settled(me, bond), MOST_LOOKED_AT)
    return practices.readings_of(documents, kind=Outcome)


def rung_now(me: Me, bond: MyBond, *, at: datetime) -> Rung:
    """Say where the ladder stands by the newest promises."""
    return rung_of(settled_lately(me, bond), at=at)


def largest_now(me: Me, bond: MyBond, *, at: datetime) -> tuple[Size, int]:
    """Say how large the next promise may be that is suggested, and how many count. Opens them all: for few pages."""
    some = seen(me, bond, FOR_WORD)
    outcomes = outcomes_of(some)
    n = len(counted(outcomes, at=at))
    low = word_of(some, at=at).found.low if n >= COUNTED else None
    return largest_size(outcomes, at=at, low=low), n


def _settled(me: Me, bond: MyBond) -> Iterator[Document]:
    some = one_by_one(me, bond.id, "promises", settled=True)
    return (one.document for one in some if isinstance(one.document, Document))
