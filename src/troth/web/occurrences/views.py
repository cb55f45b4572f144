"""What the list shows besides: which trigger each entry is about."""

from collections.abc import Mapping
from uuid import UUID

from django.utils.functional import SimpleLazyObject

from troth.store.queries.recent import lasting
from troth.web.parts.bonded import BondedRequest

READ = ("occurrences", "triggers")


def beside(request: BondedRequest) -> Mapping[str, object]:
    """Offer the words of each entry's trigger, looked up only where they are shown."""
    return {"about": SimpleLazyObject(lambda: _about(request))}


def _about(request: BondedRequest) -> dict[UUID, str]:
    opened = {one.id: one for one in lasting(request.me, request.bond.id, of=READ)}
    named = {id: one.content.what for id, one in opened.items() if one.practice == "triggers"}
    ties = [(one.id, link.to) for one in opened.values() for link in one.document.links]  # type: ignore[union-attr]
    return {id: named[to] for id, to in ties if to in named}
