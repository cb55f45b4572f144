"""Ada's entries, for the tests of this room: one builder a practice, and a small plug-in not of ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from troth.practices import (
    Document,
    Line,
    Link,
    Practice,
    content,
    register,
    start,
    tidy_text,
    unregister,
    write_back,
)
from troth.practices.checkins import Checkin
from troth.practices.promises import Promise
from troth.practices.repairs import PARTS, Repair
from troth.practices.wins import Win

SECRET = "quokka-lantern"
MADE = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
DUE = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
BEFORE = DUE - timedelta(hours=3)
AFTER = DUE + timedelta(hours=3)
NEW_DUE = DUE + timedelta(days=2)
SUNDAY = date(2026, 3, 1)
ELSEWHERE = UUID("7d9b0f0e-3f5b-4a0a-9c57-6f3f9a1f2b10")


def promise_content(**given: Any) -> Promise:
    fields = {"wording": "I will call at six", "due": DUE, "size": "small", "made_at": MADE}
    return Promise(**{**fields, **given})


def a_promise(**given: Any) -> Document[Promise]:
    return start("promises", promise_content(**given), at=MADE, on=SUNDAY)


def whole_repair(**given: str) -> Repair:
    return Repair(**{**{part: f"My words on {part}" for part in PARTS}, **given})


def a_repair(repair: Repair | None = None) -> Document[Repair]:
    about = [Link(to=ELSEWHERE, as_="about")]
    return start("repairs", repair or whole_repair(), at=MADE, on=SUNDAY, links=about)


def a_checkin(**given: Any) -> Document[Checkin]:
    return start("checkins", Checkin(**{"felt_trust": 6, "role": "supporter", **given}), at=MADE, on=SUNDAY)


def a_win(**given: Any) -> Document[Win]:
    return start("wins", Win(**{"what": "We laughed", "kind": "other", **given}), at=MADE, on=SUNDAY)


def one_of_each() -> tuple[Document[Any], ...]:
    return (a_promise(), a_repair(), a_checkin(), a_win())


@content
class OldTide:
    """The plug-in's content in schema 1."""

    height: int
    remark: str = ""


@content
class Tide:
    """The same in schema 2: millimetres, and another name for the words."""

    height_mm: int
    note: str = ""

    def __post_init__(self) -> None:
        write_back(self, note=tidy_text(self.note, field="note", most=50))


def tides(**declared: Any) -> Practice[Any]:
    """A practice that somebody outside might plug in."""
    fields: dict[str, Any] = {
        "name": "tides",
        "schema": 1,
        "content": OldTide,
        "first": "seen",
        "states": ("seen",),
        "line": lambda document: Line(title=document.content.remark, state=document.state),
        "words": lambda document: (document.content.remark,),
        "shareable": False,
        "lesson": "troth.practices.wins",
    }
    return Practice(**{**fields, **declared})


def newer_tides() -> Practice[Any]:
    """Schema 2 of it, with the way from schema 1."""
    return tides(
        schema=2,
        content=Tide,
        upgrades={1: to_millimetres},
        line=lambda document: Line(title=document.content.note, state=document.state),
        words=lambda document: (document.content.note,),
    )


def to_millimetres(plain: dict[str, Any]) -> dict[str, Any]:
    old = plain["content"]
    return {**plain, "content": {"height_mm": old["height"] * 10, "note": old["remark"]}}


@contextmanager
def plugged_in(practice: Practice[Any]) -> Iterator[Practice[Any]]:
    register(practice)
    try:
        yield practice
    finally:
        unregister(practice.name)
