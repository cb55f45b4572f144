"""What the list of triggers shows besides: hard days that are near."""

from collections.abc import Mapping
from datetime import date

from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from troth.practices.triggers import coming_up
from troth.store.queries.entries import Opened
from troth.store.queries.recent import lasting
from troth.web.parts.bonded import BondedRequest


def near(request: BondedRequest) -> Mapping[str, object]:
    """Offer the hard days of the next two weeks; looked up only where they are shown."""
    return {"coming": SimpleLazyObject(lambda: _near(request))}


def _near(request: BondedRequest) -> list[tuple[Opened, date]]:
    opened = lasting(request.me, request.bond.id, of=("triggers",))
    by_document = {id(one.document): one for one in opened}
    documents = (one.document for one in opened)
    found = coming_up(documents, timezone.localdate())  # type: ignore[arg-type]
    return [(by_document[id(one.trigger)], one.on) for one in found]
