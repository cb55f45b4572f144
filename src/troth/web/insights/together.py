"""What goes together: own acts and own felt trust, only where the rule allows a word. Together, never because."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.gated import gate_for
from troth.web.parts.lazily import measures, trends
from troth.web.parts.measured import promises_of, seen
from troth.web.parts.measured.seen import FOR_TRUST
from troth.web.parts.tongue import spoken

NEEDED_DAYS = 60
ACTS = spoken(
    {
        "kept": _("a promise was kept"),
        "missed": _("something was missed or hurt"),
        "repair": _("a miss was owned"),
    }
)
WHEN = spoken({"same day": _("on days when"), "carried over": _("in the days after")})


@require_GET
@bonded
def together(request: BondedRequest) -> HttpResponse:
    """Say what tends to come together, once it is asked for; nothing while safety comes first.

    Nothing either where the acts would be the other's: no answer of anybody else is read here.
    """
    shown: dict[str, object] = {"bond": request.bond}
    if gate_for(request).is_open and request.bond.side.role == "supporter":
        shown |= {"may_ask": True, "needed": NEEDED_DAYS}
        shown |= _counted(request) if request.GET.get("count") == "mine" else {}
    return TemplateResponse(request, "insights/together.html", shown)


def _counted(request: BondedRequest) -> dict[str, object]:
    at, zone = timezone.now(), timezone.get_current_timezone()
    some = seen(request.me, request.bond, (*FOR_TRUST, "repairs"))
    ratings = [one for one in measures.ratings_of(some.documents("checkins"), zone=zone) if one.at <= at]
    days = len({timezone.localdate(one.at) for one in ratings})
    if days < NEEDED_DAYS:
        return {"is_counted": True, "days": days}
    breaches = measures.breaches_of(some.documents("crossings", "incidents"), role="supporter", zone=zone)
    # A missed promise is an act already; as a breach besides it would count twice.
    acts = (*promises_of(some), *measures.events_of(breaches))
    links = [one for one in trends.acts_and_trust(acts, ratings, at=at) if one.say]
    said = [{"act": ACTS()[one.act], "when": WHEN()[one.when], "is_higher": one.shrunk > 0} for one in links]
    return {"is_counted": True, "is_enough": True, "days": days, "links": said}
