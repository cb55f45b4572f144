"""The map in three rings, and whether it leans on one person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from troth.practices.supporters import leans_on_one
from troth.store.queries.entries import Opened
from troth.store.queries.recent import lasting
from troth.web.parts.bonded import BondedRequest
from troth.web.parts.entries.told import Words

NAMES: dict[str, Words] = {"close": _("Close"), "middle": _("In between"), "wide": _("Further out")}


@dataclass(frozen=True)
class Ring:
    """One ring of the map: its name, and who stands in it."""

    name: Words
    people: Sequence[Opened]


def beside(request: BondedRequest) -> Mapping[str, object]:
    """Give the list the whole map, found when it is first asked for: a map in pages would be none."""
    found = SimpleLazyObject(lambda: _all(request))
    return {
        "rings": SimpleLazyObject(lambda: _rings(found)),
        "gone": SimpleLazyObject(lambda: [one for one in found if one.document.state == "let_go"]),
        "leans": SimpleLazyObject(lambda: leans_on_one(one.document for one in found)),
        "today": timezone.localdate(),
    }


def _all(request: BondedRequest) -> list[Opened]:
    return lasting(request.me, None, of=("supporters",))


def _rings(found: Sequence[Opened]) -> list[Ring]:
    here = [one for one in found if one.line and one.line.state == "here"]
    return [
        Ring(name, [one for one in here if one.content.closeness == near]) for near, name in NAMES.items()
    ]
