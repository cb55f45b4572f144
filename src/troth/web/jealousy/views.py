"""Keep the answers to "Is it safe?", because that was asked for."""

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from troth import practices
from troth.practices import BadContent
from troth.practices.jealousy import MONTH, Check
from troth.practices.jealousy.items import ASKED
from troth.store.actions import entries
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.said import redirect_saying


@require_POST
@bonded
def keep(request: BondedRequest) -> HttpResponse:
    """Seal the answers that were given on the signed-out page into the bond that is open."""
    given = {key: request.POST.get(key, "") for key in ASKED[MONTH]}
    answers = {key: int(points) for key, points in given.items() if points in {"0", "1", "2", "3"}}
    at = timezone.now()
    try:
        check = Check(over_days=MONTH, answers=answers)
    except BadContent as error:
        raise Http404 from error
    document = practices.start("jealousy", check, at=at, on=timezone.localdate())
    entry = entries.add(me=request.me, bond=request.bond.id, document=document)
    return redirect_saying("kept", "jealousy:one", entry.id)
