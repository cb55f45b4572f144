"""Pages of a person with 5,000 entries over HTTP, beside a bare page of the same server."""

from collections.abc import Iterator

from bench.measure import Pair, in_turn
from bench.people import someone
from bench.servers import Visitor, both
from bench.table import Line, timed

COUNT, TIMES = 5_000, 60


def lines() -> Iterator[Line]:
    """Compare Today, the journal and saving a check-in."""
    someone("reader", count=COUNT)
    with both() as (ours, bare, _processes):
        ours.sign_in("reader")
        yield timed("Today, 5,000 entries, beside a bare page", _read(ours, bare, "/today/"), most=4)
        yield timed("Journal, 5,000 entries, beside a bare page", _read(ours, bare, "/journal/"), most=5)
        yield timed("save a check-in, beside a bare insert", _save(ours, bare), most=4)
        yield timed("two-tap check-in by htmx, beside a bare insert", _tap(ours, bare), most=4)


def _read(ours: Visitor, bare: Visitor, path: str) -> Pair:
    def theirs() -> None:
        assert bare.get("/")[0] == 200

    def mine() -> None:
        assert ours.get(path)[0] == 200

    return _warm(mine, theirs)


def _save(ours: Visitor, bare: Visitor) -> Pair:
    token, note = ours.token("/checkins/new/"), "It was a quiet evening, and we talked about Sunday."
    day = "2026-03-01"

    def mine() -> None:
        form = {"felt_trust": "6", "closeness": "5", "safety": "", "energy": "4", "note": note, "on": day}
        status, _ = ours.post("/checkins/new/", **form, csrfmiddlewaretoken=token)
        assert status == 303, status

    def theirs() -> None:
        assert bare.post("/write/", text=note)[0] == 303

    return _warm(mine, theirs)


def _tap(ours: Visitor, bare: Visitor) -> Pair:
    token = ours.token("/today/")

    def mine() -> None:
        status, _ = ours.post("/checkins/quick/", felt_trust="7", csrfmiddlewaretoken=token)
        assert status == 303, status

    def theirs() -> None:
        assert bare.post("/write/", text="7")[0] == 303

    return _warm(mine, theirs)


def _warm(mine, theirs) -> Pair:  # type: ignore[no-untyped-def]
    in_turn(mine, theirs, times=5)
    return in_turn(mine, theirs, times=TIMES)
