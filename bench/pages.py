"""Pages of a person with 5,000 entries over HTTP, beside a bare page of the same server."""

from collections.abc import Callable, Iterator

from bench.measure import Work, in_turn
from bench.people import someone
from bench.servers import Visitor, both
from bench.table import Line, timed

WARM, TIMES = 10, 100
NOTE = "It was a quiet evening, and we talked about Sunday."
A_DAY = "2026-03-01"


def lines() -> Iterator[Line]:
    """Compare Today, the journal and saving a check-in, one request at a time, ours and the bare one in turn."""
    ada = someone()
    with both() as (ours, bare, _processes):
        ours.sign_in(ada.name)
        read, insert = reading(bare, "/"), posting(bare, "/write/", text=NOTE)
        token = ours.token("/checkins/new/")
        answers = {"felt_trust": "6", "closeness": "5", "safety": "", "energy": "4"}
        form = {**answers, "note": NOTE, "on": A_DAY, "csrfmiddlewaretoken": token}
        yield _line("Today, beside a bare page", reading(ours, "/today/"), read, most=4)
        yield _line("Journal, beside a bare page", reading(ours, "/journal/"), read, most=5)
        yield _line(
            "save a check-in, beside a bare insert", posting(ours, "/checkins/new/", **form), insert, most=4
        )
        tap = posting(ours, "/checkins/quick/", felt_trust="7", csrfmiddlewaretoken=token)
        yield _line("keep a tap on Today, beside a bare insert", tap, insert, most=4)


def reading(visitor: Visitor, path: str) -> Work:
    """Make a visit that must answer 200."""

    def visit() -> None:
        status, _ = visitor.get(path)
        assert status == 200, f"{path}: expected 200, got {status}."

    return visit


def posting(visitor: Visitor, path: str, **fields: str) -> Work:
    """Make a form be sent, which must lead on."""

    def send() -> None:
        status, _ = visitor.post(path, **fields)
        assert status == 303, f"{path}: expected 303, got {status}."

    return send


def _line(what: str, ours: Callable[[], object], bare: Callable[[], object], *, most: float) -> Line:
    in_turn(ours, bare, times=WARM)
    return timed(f"{what}, 5,000 entries", in_turn(ours, bare, times=TIMES), most=most)
