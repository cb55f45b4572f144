"""What Ada proposes to Ben through real copies, what he says to it on the pages, and what stands on the list of each."""

import re
from datetime import UTC, datetime, timedelta
from uuid import UUID

from tests import people
from tests.web.sharing import Two, text_of
from troth import practices
from troth.practices.plans import Plan
from troth.store.actions import entries, shares

WHEN = "the train is late"


def now() -> datetime:
    return datetime.now(UTC)


def give(both: Two, entry: UUID, *fields: str) -> UUID:
    """Give Ben a copy of one of Ada's entries."""
    until = now().date() + timedelta(days=14)
    return shares.give(me=both.ada.me, bond=both.ada.bond, id=entry, fields=fields, until=until, at=now())


def a_plan(both: Two, when: str = WHEN) -> tuple[UUID, UUID]:
    """Write a line of Ada's plan; return it and the copy that Ben holds."""
    document = practices.start("plans", Plan(when=when, please="ring me"), at=now(), on=now().date())
    entry = entries.add(me=both.ada.me, bond=both.ada.bond, document=document)
    return entry.id, give(both, entry.id, "when", "please")


def a_kept_promise(both: Two) -> tuple[UUID, UUID]:
    """Let Ada mark a promise as kept; return it and the copy that Ben holds."""
    entry = people.a_promise(by=both.ada, wording="Ring from the station")
    both.hers.post(f"/promises/{entry.id}/keep/", {"version": "1"})
    return entry.id, give(both, entry.id, "wording")


def say(both: Two, copy: UUID, said: str = "yes", *, note: str = "", **more: bool):
    """Press the button on the page of a copy, as Ben."""
    return both.his.post(f"/agreed/{copy}/say/", {"said": said, "note": note}, **more)


def take_back(both: Two):
    """Press the one button that takes Ben's reply back."""
    page = both.his.get("/agreed/").content.decode()
    [address] = re.findall(r'action="(/replies/[^/]+/withdraw/)"', page)
    return both.his.post(address, {"next": "/agreed/"}, follow=True)


def of_hers(both: Two) -> str:
    return text_of(both.hers.get("/agreed/").content)


def of_his(both: Two) -> str:
    return text_of(both.his.get("/agreed/").content)
