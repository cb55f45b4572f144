"""Lock, sign out, leave quickly, still here."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from troth.store.actions import unlocking
from troth.web.parts.access import SignedInRequest, open_page, take_cookie
from troth.web.parts.leaving import leave_target


@open_page
@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """Lock this browser at once, in all processes."""
    if request.me and request.me.session:
        unlocking.lock(request.me.session)
    return HttpResponseRedirect("/unlock/", status=303)


@open_page
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session."""
    _end(request)
    return take_cookie(HttpResponseRedirect("/sign-in/", status=303))


@csrf_exempt
@open_page
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Leave quickly: sign out and go to a neutral page. It only signs out, so it needs no token."""
    target = leave_target(request.me.profile if request.me else None)
    if request.method != "HEAD":
        _end(request)
    # A script's beacon goes nowhere; following it outside is what our policy forbids.
    is_beacon = request.headers.get("Sec-Fetch-Dest") == "empty"
    response = take_cookie(
        HttpResponse(status=204) if is_beacon else HttpResponseRedirect(target, status=303)
    )
    response.headers["Clear-Site-Data"] = '"storage"'
    return response


@require_POST
def still_here(request: SignedInRequest) -> HttpResponse:
    """Count typing as being here; the answer is empty."""
    return HttpResponse(status=204)


def _end(request: HttpRequest) -> None:
    session = request.me.session if request.me else (request.locked.id if request.locked else None)
    if session:
        unlocking.sign_out(session)
