"""What every page is framed with: its name, theme, places, the way out."""

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from troth import practices
from troth.web.parts.gated import gate_for
from troth.web.parts.leaving import leave_target


@dataclass(frozen=True)
class Place:
    """One of the places of the bar: five under the thumb, and on a desk what has room besides."""

    key: str
    address: str
    icon: str
    label: str
    has_room: bool = True  # on a phone too


PLACES = (
    Place("today", "/today/", "sun", _("Today")),  # type: ignore[arg-type]
    Place("journal", "/journal/", "page", _("Journal")),  # type: ignore[arg-type]
    Place("practices", "/practices/", "path", _("Practices")),  # type: ignore[arg-type]
    Place("insights", "/insights/", "level", _("Insights")),  # type: ignore[arg-type]
    Place("bond", "/bond/", "two", _("Bond")),  # type: ignore[arg-type]
    # On a phone the way to Settings stands on the page of the bond, and on Today.
    Place("settings", "/settings/", "dial", _("Settings"), has_room=False),  # type: ignore[arg-type]
)
PLACE_OF = {
    "joining": "bond",
    "together": "bond",
    "replies": "bond",
    "paces": "bond",
    "letters": "insights",
    "bonds": "bond",
    "programme": "practices",
    "ladder": "practices",
}


@dataclass(frozen=True)
class Frame:
    """The frame of one page."""

    unlocked: bool
    name: str  # "Troth", or "Notes" with plain titles
    plain_titles: bool
    theme: str  # "system", "light" or "dark"
    leave_to: str
    idle_s: int
    sample: bool
    here: str
    places: tuple[Place, ...]

    @property
    def drawn_places(self) -> SafeString:
        """The places as HTML."""
        return _drawn(self.here, get_language())


def frame(request: HttpRequest) -> dict[str, object]:
    """Give templates `frame`, and `gate`, which is found when it is first looked at."""
    return {
        "request": request,
        "frame": _frame(request),
        "gate": SimpleLazyObject(lambda: gate_for(request)),
        "me": getattr(request, "me", None),
    }


def _frame(request: HttpRequest) -> Frame:
    me = getattr(request, "me", None)
    profile = me.profile if me else None
    plain = bool(profile and profile.plain_titles)
    subject = request.resolver_match.namespace if request.resolver_match else ""
    return Frame(
        unlocked=me is not None,
        name="Notes" if plain else "Troth",
        plain_titles=plain,
        theme=profile.theme if profile else "system",
        leave_to=leave_target(profile),
        idle_s=profile.idle_minutes * 60 if profile else 0,
        sample=settings.IS_SAMPLE,
        here=PLACE_OF.get(subject, "practices" if subject in practices.names() else subject),
        places=PLACES if me else (),
    )


@cache
def _drawn(here: str, _language: str | None) -> SafeString:
    # The same for everyone who is at one place, so it is drawn once a language.
    return render_to_string("parts/places.html", {"places": PLACES, "here": here})
