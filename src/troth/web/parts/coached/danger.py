"""The card that opens where words sound of danger: whom to call, and the truth about reach. Nothing of it is stored."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest

from troth.safety import Country, Helpline
from troth.web.parts.helplines import country_for, numbers

if TYPE_CHECKING:
    from troth.coach import Flag


@dataclass(frozen=True)
class Card:
    """What stands on the card. Kinds and directions come from named rules; of the words nothing is here."""

    is_about_me: bool  # words of ending one's own life, or of harming oneself
    is_about_them: bool  # someone tells that another spoke so
    is_told: bool  # someone tells of what another said or did
    is_force: bool  # threat or demand in one's own words
    country: Country | None
    services: Sequence[Helpline]
    ages: dict[str, object]


def card_for(request: HttpRequest, flags: "Collection[Flag]") -> Card | None:
    """Make the card for what was found; nothing where nothing was, or where the person switched it off."""
    if not flags or not request.me.profile.danger_card:  # type: ignore[attr-defined]
        return None
    found = numbers(country_for(request))
    country = found["country"]
    assert country is None or isinstance(country, Country)
    despair = {one.start for one in flags if one.flag == "self-harm"}
    # Who says "leave me and I end it" is first someone in despair: no word about force.
    others = [one for one in flags if one.flag != "self-harm" and one.start not in despair]
    is_told = any(one.reported for one in others)
    is_force = any(not one.reported for one in others)
    services = _services(country, ["crisis", *["violence"] * bool(others), *["using-force"] * is_force])
    return Card(
        is_about_me=any(one.flag == "self-harm" and not one.reported for one in flags),
        is_about_them=any(one.flag == "self-harm" and one.reported for one in flags),
        is_told=is_told,
        is_force=is_force,
        country=country,
        services=services,
        ages=found["ages"],  # type: ignore[arg-type]
    )


def _services(country: Country | None, topics: list[str]) -> list[Helpline]:
    """Return the country's services on these topics, in their order: whom to call in a crisis stands first."""
    some = [one for one in country.services if one.topic in topics] if country else []
    return sorted(some, key=lambda one: topics.index(one.topic))
