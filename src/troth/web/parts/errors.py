"""What people see when something does not work: the same frame, one sentence, what to do."""

import logging
import sys
from dataclasses import dataclass, fields
from pathlib import Path
from types import TracebackType

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from troth.web.parts.frame import Frame, frame
from troth.web.parts.pages import part_or_page
from troth.web.parts.typed import typed_words

log = logging.getLogger("troth")
PACKAGE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Trouble:
    """One kind of trouble: its status, what it is, what to do."""

    status: int
    title: str | Promise
    what: str | Promise
    do: str | Promise


BACK = _("Go back and try again.")
BAD_REQUEST = Trouble(400, _("Not understood"), _("The browser sent something this page cannot read."), BACK)
REFUSED = Trouble(403, _("Not open"), _("This page is not open to you."), _("Go back to where you were."))
NOT_HERE = Trouble(
    status=404,
    title=_("Not here"),
    what=_("There is nothing here, or it is not yours."),
    do=_("It may have been moved or deleted. Go back, or start again from the first page."),
)
WRONG_METHOD = Trouble(
    status=405,
    title=_("Not understood"),
    what=_("This address does not take what the browser sent."),
    do=_("Go back and use the button on the page."),
)
TOO_BIG = Trouble(
    status=413,
    title=_("Too big"),
    what=_("What you sent is bigger than this page takes."),
    do=_("Go back: your words may still be there. Try again with less, or with a smaller file."),
)
OUR_FAULT = Trouble(
    status=500,
    title=_("Something broke"),
    what=_("Something broke on our side. It was nothing you did."),
    do=_("Go back and try again. If it breaks again, tell whoever runs this copy what time it was."),
)
FORM_TOO_OLD = Trouble(
    status=403,
    title=_("Not saved yet"),
    what=_("This form was open too long, so it was not saved."),
    do=_("Copy your words from here, open the page again and put them in."),
)
BUSY = Trouble(
    status=503,
    title=_("One moment"),
    what=_("Too many people are opening their notes at once."),
    do=_("Wait a few seconds and try again."),
)
UNREADABLE = Trouble(
    status=409,
    title=_("Could not be opened"),
    what=_("Something of yours could not be opened. It was kept as it is."),
    do=_("Tell whoever runs this copy: it may be damaged, and a backup may hold it whole."),
)
DISK_FULL = Trouble(
    status=507,
    title=_("Not saved"),
    what=_("Not saved: the disk is full."),
    do=_("What was saved before is safe. Tell whoever runs this copy."),
)

DISK_SHUT = Trouble(
    status=507,
    title=_("Not saved"),
    what=_("Not saved: the disk takes no writing now."),
    do=_("What was saved before is safe. Tell whoever runs this copy."),
)
SHUT = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400, or 413 where the request is too big."""
    return _answer(request, TOO_BIG if isinstance(exception, RequestDataTooBig) else BAD_REQUEST)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 403."""
    return _answer(request, REFUSED)


def not_here(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404, the same for never, gone and not yours."""
    return _answer(request, NOT_HERE)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token is not valid any more; what was typed is shown back, to be copied."""
    return _answer(request, FORM_TOO_OLD, typed=typed_words(request))


def disk_full(request: HttpRequest) -> HttpResponse:
    """Answer a form that could not be saved for want of room; what was typed is shown back, to be copied."""
    return _answer(request, DISK_FULL, typed=typed_words(request))


def unreadable(request: HttpRequest) -> HttpResponse:
    """Answer where a record that the page itself needs does not open; the frame needs nothing opened."""
    return _plainly(request, UNREADABLE)


def not_written(request: HttpRequest, error: Exception) -> HttpResponse | None:
    """Answer a write that the disk did not take, by SQLite's own name for why; None where it was something else."""
    why = getattr(error.__cause__, "sqlite_errorname", "")
    if why == "SQLITE_FULL":
        return disk_full(request)
    return _answer(request, DISK_SHUT, typed=typed_words(request)) if why.startswith(SHUT) else None


def busy(request: HttpRequest, *, wait_s: int) -> HttpResponse:
    """Answer 503 and say when to come again."""
    response = _answer(request, BUSY)
    response.headers["Retry-After"] = str(wait_s)
    return response


def our_fault(request: HttpRequest) -> HttpResponse:
    """Answer 500 from nothing but a template; log where it broke, never a message, body, address or name."""
    _, error, trace = sys.exc_info()
    route = request.resolver_match.view_name if request.resolver_match else "no route"
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    log.error("fault: route %s, %s at %s", route, kind, _place(trace))
    return _plainly(request, OUR_FAULT)


def framed(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Give Django's empty 405 the same frame as every other error."""
    if response.status_code != WRONG_METHOD.status or response.streaming or response.content:
        return response
    answer = _plainly(request, WRONG_METHOD)
    answer.headers["Allow"] = response.headers["Allow"]
    return answer


def _answer(request: HttpRequest, trouble: Trouble, **more: object) -> HttpResponse:
    name = part_or_page(request, "parts/error.html#note")
    words = render_to_string(name, {"trouble": trouble, **more}, request)
    return HttpResponse(words, status=trouble.status)


def _plainly(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    # Without `request` no context processor runs, so nothing here can ask the database or open anything.
    # Whether this person wants plain titles cannot be known then, so the page takes the neutral name.
    bare = frame(HttpRequest())["frame"]
    neutral = {"name": "Notes", "plain_titles": True}
    plain = Frame(**{field.name: getattr(bare, field.name) for field in fields(Frame)} | neutral)
    name = part_or_page(request, "parts/error.html#note")
    return HttpResponse(render_to_string(name, {"trouble": trouble, "frame": plain}), status=trouble.status)


def _place(trace: TracebackType | None) -> str:
    place = "outside our code"
    while trace:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(PACKAGE):
            place = f"{file.relative_to(PACKAGE.parent)}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
