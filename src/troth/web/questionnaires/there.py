"""Which questionnaires there are for a bond, and their questions as they stand on a page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _

from troth.web.parts.lazily import instruments

if TYPE_CHECKING:
    from troth.instruments import Instrument, Item


OWN_PAGES = {
    "troth-jealousy-control": "jealousy:new"
}  # asked on pages of its own, which the safety gate reads
FIRST = ("troth-trust", "troth-strain", "phq-4", "ipip-trust-10")


@dataclass(frozen=True)
class Shelf:
    """What is offered: a few to begin with, all others with their wording, and those that need one's own copy."""

    first: tuple[Instrument, ...]
    others: tuple[Instrument, ...]
    by_number: tuple[Instrument, ...]
    broken: tuple[tuple[str, tuple[str, ...]], ...]


def find(id: str) -> Instrument | None:
    """Return a questionnaire by its id, with the wording of a file in the data home where there is one."""
    try:
        return instruments.load(id, folders=_folders())
    except (instruments.UnknownInstrument, instruments.DefinitionError):
        return None


def shelf(bond_kind: str) -> Shelf:
    """Sort what fits a bond of this kind."""
    listed = instruments.catalogue(folders=_folders())
    broken = tuple((one.id, one.problems) for one in listed if one.problems)
    fitting = [one.instrument for one in listed if one.instrument and bond_kind in one.instrument.bonds]
    said = [one for one in fitting if one.text_included]
    first = tuple(one for id in FIRST for one in said if one.id == id)
    return Shelf(
        first=first,
        others=tuple(one for one in said if one not in first),
        by_number=tuple(one for one in fitting if not one.text_included),
        broken=broken,
    )


def _folders() -> tuple[Path, ...]:
    return (settings.HOME / "instruments",)


def wording(instrument: Instrument, item: Item, *, name: str) -> str:
    """Write one question; without a licence for its text only its number."""
    if item.text is None:
        return _("Question %(number)s of your copy") % {"number": item.no}
    return instruments.item_text(instrument, item.no, name=name)


def licensed() -> list[Instrument]:
    """Return every form that is here, for the page that says what allows it to be."""
    return [one.instrument for one in instruments.catalogue(folders=_folders()) if one.instrument]
