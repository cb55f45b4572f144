"""Which questionnaires were finished in a bond: name, how often, and when last. What they say stands on their own pages."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from troth.practices import Document
from troth.store.me import Me
from troth.store.queries.recent import lasting
from troth.web.parts.lazily import instruments


@dataclass(frozen=True, kw_only=True)
class Taken:
    """One form: its id, its name, the times it was finished, the day of the last."""

    id: str
    title: str
    times: int
    last: date


def taken(me: Me, bond: UUID) -> list[Taken]:
    """List the finished forms that have a line over time, the one answered last first."""
    found: dict[str, list[Document]] = {}
    for one in lasting(me, bond, of=("questionnaires",)):
        if isinstance(one.document, Document) and one.document.state == "finished":
            found.setdefault(one.document.content.instrument, []).append(one.document)
    # What asks about violence or control is compared with nothing and has no line over time.
    shipped = (
        {one.id for one in instruments.catalogue() if one.instrument and one.instrument.fhir_export}
        if found
        else set()
    )
    return [
        Taken(id=id, title=some[0].content.title, times=len(some), last=some[0].on)
        for id, some in found.items()
        if id in shipped
    ]
