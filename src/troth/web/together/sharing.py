"""Give a copy of one entry: choose, see exactly what they will see, give."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from troth.practices import BadContent
from troth.store.actions import shares as actions
from troth.store.queries import shares
from troth.web.parts.access import keeps_nothing
from troth.web.parts.copies import framed
from troth.web.parts.said import redirect_saying
from troth.web.together.forms import PortionForm
from troth.web.together.offered import GivingRequest, of_an_entry


@keeps_nothing
@require_http_methods(["GET", "POST"])
@of_an_entry
def share(request: GivingRequest, id: object) -> HttpResponse:
    """Choose parts and a last day, nothing ticked; on POST show what the other would see."""
    form = PortionForm(request.POST or None, choices=request.offered)
    if not form.is_valid():
        return _choosing(request, form)
    seen = shares.preview(request.me, request.opened.id, fields=form.chosen)
    today = request.me.day(timezone.now())
    copy = framed(seen, by=request.me.profile.name, since=today, until=form.until)
    shown = {"form": form, "copy": copy, "bond": request.bond, "opened": request.opened}
    return TemplateResponse(request, "together/preview.html", shown)


@keeps_nothing
@require_POST
@of_an_entry
def give(request: GivingRequest, id: object) -> HttpResponse:
    """Give the copy that was seen beforehand."""
    form = PortionForm(request.POST, choices=request.offered)
    if form.is_valid():
        try:
            actions.give(
                me=request.me,
                bond=request.bond.id,
                id=request.opened.id,
                fields=form.chosen,
                until=form.until,
                at=timezone.now(),
            )
            return redirect_saying("copy_given", "together:all")
        except BadContent as error:
            form.refuse_end(error)
    return _choosing(request, form)


def _choosing(request: GivingRequest, form: PortionForm) -> HttpResponse:
    shown = {"form": form, "opened": request.opened, "bond": request.bond}
    return TemplateResponse(request, "together/share.html", shown, status=422 if form.errors else 200)
