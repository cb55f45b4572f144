"""All entries of a person: read and opened, sealed anew under a new key, and their bytes on the disk."""

from collections.abc import Iterator
from functools import partial
from time import process_time

from bench.bare.copy import copied, opened, sealed_anew
from bench.home import FOLDER, HOME, PASSPHRASE, now
from bench.measure import Pair, in_turn
from bench.people import COUNT, someone
from bench.table import Line, compared, timed
from troth.store.actions.rekey import rekey
from troth.store.actions.slots import passphrase_slot
from troth.store.queries import entries
from troth.store.queries.entries import ROWS, rows_of
from troth.store.sealed import unseal

TEN = 10_000


def lines() -> Iterator[Line]:
    """Compare with bare pairs and bare SQL on a copy of the same database."""
    ada = someone()
    sealed = f"{ada.text:,}"
    yield compared(
        "the boxes, beside the bytes that were sealed", f"{ada.boxes:,}", sealed, ada.boxes / ada.text, 2.2
    )
    # The target is the specification's, which weighed boxes; clear columns and indexes come on top in the database.
    yield Line(
        "growth of the database: boxes, columns, indexes", f"{ada.disk:,}", sealed, ada.disk / ada.text
    )
    yield from _reading()
    yield from _rekeying()


def _reading() -> Iterator[Line]:
    ada = someone()
    copy, owner = copied(HOME / "troth.sqlite3", FOLDER / "reading.sqlite3"), ada.me.person.id.hex

    def boxes() -> None:
        assert len([unseal(row, key=ada.me.key) for row in rows_of(ROWS.of(ada.me))]) >= COUNT

    def documents() -> None:
        assert len(entries.opened(ada.me, ROWS.of(ada.me))) >= COUNT

    bare = partial(opened, copy, owner)
    assert len(bare()) >= COUNT
    what = "read and open 5,000 entries, lines built, beside SELECT + bare pairs"
    yield timed(what, in_turn(boxes, bare, times=25, clock=process_time), most=2.0)
    what = "the same, documents read and their topics checked"
    yield timed(what, in_turn(documents, bare, times=25, clock=process_time))
    copy.close()


def _rekeying() -> Iterator[Line]:
    ten = someone("ten thousand", count=TEN)
    copy, owner = copied(HOME / "troth.sqlite3", FOLDER / "rekeying.sqlite3"), ten.me.person.id.hex
    me = ten.me

    def ours() -> None:
        nonlocal me
        me, _cookie = rekey(me=me, passphrase=PASSPHRASE, code=None, at=now())

    def bare() -> None:
        assert sealed_anew(copy, owner) == TEN

    def stretching() -> None:
        passphrase_slot(person=ten.me.person, account_key=ten.me.key, passphrase=PASSPHRASE)

    what = "re-key 10,000 entries, beside bare pairs + UPDATEs"
    whole = in_turn(ours, bare, times=9, clock=process_time)
    run = in_turn(stretching, bare, times=9, clock=process_time).ours
    yield timed(
        f"{what}; the new passphrase's own run taken off", Pair(whole.ours - run, whole.yardstick), most=2.0
    )
    yield timed("the same with that run", whole)
    yield timed("the same, waiting for the disk counted in", in_turn(ours, bare, times=9))
    copy.close()
