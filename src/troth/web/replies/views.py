"""Agreed things on one page, both directions; and to reply to a copy."""

from uuid import UUID

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from troth import vault
from troth.practices.replies import kind_of, may_say
from troth.store.actions import replies as actions
from troth.store.errors import NotNow
from troth.store.queries import bonds, replies, shares
from troth.web.parts.access import SignedInRequest
from troth.web.parts.gated import may_ask
from troth.web.parts.replied import SayForm, page_of
from troth.web.parts.said import redirect_saying
from troth.web.replies.lines import grouped


@require_GET
def agreed(request: SignedInRequest) -> HttpResponse:
    """List what I proposed and what was proposed to me, bond by bond. To look writes nothing."""
    me, at = request.me, timezone.now()
    groups = grouped(replies.proposed(me, at=at), replies.replied(me, at=at), bonds.mine(me))
    return TemplateResponse(request, "replies/agreed.html", {"groups": groups, "may_ask": may_ask(request)})


@require_POST
def say(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Say something to a copy that I was given; bad input shows its page again, with what was typed."""
    me, at = request.me, timezone.now()
    found = shares.one_received(me, id, at=at)
    form = SayForm(request.POST, may=may_say(found.copy, at=at))
    if not form.is_valid():
        return TemplateResponse(
            request, "together/one.html", page_of(me, found, at=at, form=form), status=422
        )
    said, note = form.cleaned_data["said"], form.cleaned_data["note"]
    try:
        actions.say(me=me, id=id, said=said, note=note, at=at)
    except NotNow:
        return TemplateResponse(request, "together/not_now.html", status=409)
    except vault.PinMismatch:
        return TemplateResponse(request, "together/pinned.html", status=409)
    return redirect_saying(f"reply_{kind_of(said)}", "together:one", id)


@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest) -> HttpResponse:
    """Lead to the list: a reply begins on the page of what it is said to."""
    return redirect_saying("reply_where", "replies:agreed")
