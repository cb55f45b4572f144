"""Two of you: where a bond stands, and each step on it. Whatever does not work says so on the same page."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from troth.store.actions import invitations, joining
from troth.store.errors import Gone, NotNow
from troth.store.queries import bonds as queries
from troth.store.queries.joining import standing
from troth.web.joining import troubles
from troth.web.joining.compared import as_sent, read_back, to_read
from troth.web.parts.access import SignedInRequest
from troth.web.parts.moments import moment_words
from troth.web.parts.said import redirect_saying


@require_GET
def two(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Show where one of my bonds stands between the two of us."""
    return _page(request, id)


@require_POST
def make_code(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Make a code; the page then shows it."""
    act = partial(invitations.invite, me=request.me, bond=id, at=timezone.now())
    return _tried(request, id, act) or HttpResponseRedirect(reverse("joining:two", args=[id]), status=303)


@require_POST
def end_code(request: SignedInRequest, id: UUID) -> HttpResponse:
    """End my code, used or not; one that is gone already is ended too."""
    queries.one(request.me, id)
    with suppress(Gone):
        invitations.cancel(me=request.me, bond=id)
    return redirect_saying("code_ended", "joining:two", id)


@require_POST
def let_in(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Let in the one whose words were on the page; somebody else may have come in their place meanwhile."""
    act = partial(_let_in, request, id)
    return _tried(request, id, act) or redirect_saying("let_in", "joining:two", id)


@require_POST
def take_back(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Take back my yes: for the other it looks as if nobody had come."""
    joining.leave(me=request.me, bond=id)
    return redirect_saying("yes_taken_back", "joining:two", id)


@require_POST
def leave(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Leave at once, alone, without a word."""
    joining.leave(me=request.me, bond=id)
    return redirect_saying("left", "joining:two", id)


def _let_in(request: SignedInRequest, id: UUID) -> None:
    """Confirm with the words that were on the page; where nobody waits any more there are none."""
    compared = read_back(request.POST.get("compared", ""))
    joining.confirm(me=request.me, bond=id, at=timezone.now(), compared=compared)


def _tried(request: SignedInRequest, id: UUID, act: Callable[[], object]) -> HttpResponse | None:
    """Act; where the store refuses, show the page with the sentence for it. What is not mine stays a 404."""
    try:
        act()
    except troubles.KNOWN as trouble:
        return _page(request, id, trouble)
    return None


def _page(request: SignedInRequest, id: UUID, trouble: Exception | None = None) -> HttpResponse:
    bond, at = queries.one(request.me, id), timezone.now()
    stands = standing(request.me, id, at=at)
    shown = {
        "bond": bond,
        "stands": stands,
        "state": f"joining/{'closed' if bond.side.state == 'closed' else stands.state}.html",
        "until": stands.until and moment_words(stands.until),
        "link": f"{request.build_absolute_uri(reverse('joining:join'))}#{stands.code}",
        "words": to_read(stands.words),
        "compared": as_sent(stands.words),
        "may_begin": _may_begin(request, id),
        "trouble": trouble and troubles.sentence(trouble),
    }
    response = TemplateResponse(request, "joining/two.html", shown, status=troubles.status(trouble))
    return troubles.with_wait(response, trouble)


def _may_begin(request: SignedInRequest, id: UUID) -> bool:
    """Ask what the actions ask: a pause, a closed bond and the gate look the same."""
    try:
        invitations.may_open_up(request.me, id, at=timezone.now())
    except NotNow:
        return False
    return True
