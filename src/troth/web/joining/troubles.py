"""What is said where a step towards the other does not work. It never says why beyond what the person can do about it."""

from datetime import timedelta

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from troth.store.errors import Changed, Gone, NotNow, Taken, Unreadable, Wait
from troth.vault import VaultError
from troth.web.parts.moments import moment_words

KNOWN = (Changed, Gone, NotNow, Taken, Unreadable, VaultError, Wait)


def sentence(trouble: Exception) -> str:
    """Say it; a gate, a pause, a closed bond and what is not there any more have the very same words."""
    if isinstance(trouble, Wait):
        again = moment_words(timezone.now() + timedelta(seconds=trouble.seconds))
        return _("Five codes in thirty days are the most. You can make the next one %(when)s.") % {
            "when": again
        }
    if isinstance(trouble, Taken):
        return _("Someone has used your code already. End it first, or let them in.")
    if isinstance(trouble, VaultError | Unreadable):
        return _(
            "The keys here are not those that came with your code. Nobody was let in, and nothing was shared. "
            "End this code, make a new one, and talk to them in person."
        )
    if isinstance(trouble, Changed):
        return _("These are not the words that stood here before. Compare them once more.")
    return _("Not available now.")


def status(trouble: Exception | None) -> int:
    """Return the status of a page with this trouble on it."""
    if isinstance(trouble, Wait):
        return 429
    return 409 if trouble else 200


def with_wait(response: HttpResponse, trouble: Exception | None) -> HttpResponse:
    """Say when to come again in the way browsers read it too."""
    if isinstance(trouble, Wait):
        response.headers["Retry-After"] = str(trouble.seconds)
    return response
