"""Whom to call: of the country that was chosen, else of the time zone's; the network is never asked."""

from django.http import HttpRequest
from django.utils import timezone

from troth.safety import age_of, countries, country_of, helplines, name_of


def numbers(code: str) -> dict[str, object]:
    """Return whom to call in a country, and the countries to choose from."""
    return {
        "country": helplines(code) if code else None,
        "name": name_of(code) if code else "",
        "countries": sorted(((one, name_of(one)) for one in countries()), key=lambda pair: pair[1]),
        "code": code,
        "ages": {one.id: age_of(one, on=timezone.localdate()) for one in helplines(code).services}
        if code
        else {},
    }


def country_for(request: HttpRequest) -> str:
    """Take the chosen country, else that of the time zone; nothing where neither is known."""
    zone = request.GET.get("zone") or (request.me.profile.zone if request.me else "")  # type: ignore[attr-defined]
    for code in (request.GET.get("country", "").upper(), country_of(zone) or ""):
        if code in countries():
            return code
    return ""
