"""Where *Leave quickly* leads: a neutral, quick page that is not personalised."""

from django.conf import settings
from django.utils.translation import get_language

TARGETS = {
    "wikipedia": "https://{language}.wikipedia.org/",
    "weather": "https://www.yr.no/",
    "news": "https://www.bbc.com/news",
}


def leave_target(profile: object | None) -> str:
    """Return the person's choice, else the host's, else Wikipedia in the page's language."""
    choice = getattr(profile, "leave_to", "") or "wikipedia"
    if choice == "wikipedia" and settings.LEAVE_TO:
        return settings.LEAVE_TO
    language = (get_language() or "en").split("-")[0]
    return TARGETS.get(choice, TARGETS["wikipedia"]).format(language=language)
