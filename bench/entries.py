"""All entries of a person: read and opened, sealed anew under a new key, and their bytes on the disk."""

from collections.abc import Iterator
from functools import partial
from time import process_time

from bench.bare.copy import copied, opened, sealed_anew
from bench.home import FOLDER, HOME, PASSPHRASE, now
from bench.measure import in_turn
from bench.people import Someone, someone
from bench.table import Line, compared, timed
from troth.store.actions.rekey import rekey
from troth.store.models import Entry
from troth.store.queries import entries
from troth.store.queries.entries import rows_of
from troth.store.sealed import unseal


def lines() -> Iterator[Line]:
    """Compare with bare pairs and bare SQL on a copy of the same database."""
    five = someone("five thousand", count=5_000)
    yield compared(
        "bytes on the disk, beside bytes of text",
        f"{five.disk:,}",
        f"{five.text:,}",
        five.disk / five.text,
        2.2,
    )
    yield from _reading(five)
    yield from _rekeying()


def _reading(ada: Someone) -> Iterator[Line]:
    copy, owner = copied(HOME / "troth.sqlite3", FOLDER / "reading.sqlite3"), ada.me.person.id.hex
    mine = Entry.objects.of(ada.me)

    def boxes() -> None:
        assert len([unseal(row, key=ada.me.key) for row in rows_of(mine.all())]) == 5_000

    def documents() -> None:
        assert len(entries.opened(ada.me, mine.all())) == 5_000

    bare = partial(opened, copy, owner)
    assert len(bare()) == 5_000
    what = "read and open 5,000 entries, lines built, beside SELECT + bare pairs"
    yield timed(what, in_turn(boxes, bare, times=15, clock=process_time), most=2.0)
    yield timed(
        "the same, documents read and their topics checked",
        in_turn(documents, bare, times=15, clock=process_time),
    )
    copy.close()


def _rekeying() -> Iterator[Line]:
    ten = someone("ten thousand", count=10_000)
    copy, owner = copied(HOME / "troth.sqlite3", FOLDER / "rekeying.sqlite3"), ten.me.person.id.hex
    me = ten.me

    def ours() -> None:
        nonlocal me
        me, _cookie = rekey(me=me, passphrase=PASSPHRASE, code=None, at=now())

    bare = partial(sealed_anew, copy, owner)
    what = "re-key 10,000 entries, beside bare pairs + UPDATEs"
    yield timed(what, in_turn(ours, bare, times=7, clock=process_time), most=2.0)
    yield timed("the same, waiting for the disk counted in", in_turn(ours, bare, times=7))
    copy.close()
