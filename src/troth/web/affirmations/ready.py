"""Which affirmations have come round today."""

from collections.abc import Mapping
from uuid import UUID

from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from troth.practices import Document
from troth.practices.affirmations import ready
from troth.store.queries.recent import lasting
from troth.web.parts.bonded import BondedRequest


def beside(request: BondedRequest) -> Mapping[str, object]:
    """Give the list the ids of those whose rhythm has come round; found when it is first asked for."""
    return {"ready": SimpleLazyObject(lambda: _ready(request))}


def _ready(request: BondedRequest) -> frozenset[UUID]:
    on, zone = timezone.localdate(), timezone.get_current_timezone()
    found = lasting(request.me, request.bond.id, of=("affirmations",))
    return frozenset(
        one.id for one in found if isinstance(one.document, Document) and ready(one.document, on, zone=zone)
    )
