"""Pages that break, one of each kind, beside the real ones."""

import errno

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path

from troth.app.urls import handler400, handler403, handler404, handler500
from troth.app.urls import urlpatterns as real_ones
from troth.web.parts import errors
from troth.web.parts.access import open_page
from troth.web.parts.said import redirect_saying

__all__ = ["handler400", "handler403", "handler404", "handler500"]
WORDS = "I told Ben about the debt"


@open_page
def breaks(request: HttpRequest) -> HttpResponse:
    raise OSError(errno.EIO, WORDS, f"/home/ada/{WORDS}")


@open_page
def slips(request: HttpRequest) -> HttpResponse:
    return redirect_saying("no-such-code", "patterns:all")


@open_page
def refuses(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied(WORDS)


@open_page
def is_full(request: HttpRequest) -> HttpResponse:
    return errors.disk_full(request)


@open_page
def is_busy(request: HttpRequest) -> HttpResponse:
    return errors.busy(request, wait_s=5)


@open_page
def reads(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(len(request.POST)))


@open_page
def moves(request: HttpRequest) -> HttpResponse:
    return redirect_saying("kept", "patterns:all")


@open_page
def opens_the_camera(request: HttpRequest) -> HttpResponse:
    return HttpResponse(headers={"Permissions-Policy": "camera=(self)"})


@open_page
def forgets_a_cookie(request: HttpRequest) -> HttpResponse:
    response = HttpResponseRedirect("/patterns/")
    response.delete_cookie("troth")
    return response


urlpatterns = [
    *real_ones,
    path("breaks/", breaks, name="breaks"),
    path("slips/", slips),
    path("refuses/", refuses),
    path("full/", is_full),
    path("busy/", is_busy),
    path("reads/", reads),
    path("moves/", moves),
    path("camera/", opens_the_camera),
    path("forgets/", forgets_a_cookie),
]
