"""Read the export of a chat and show what my own messages hold. Nothing of it is kept; others' words are dropped unread."""

from collections.abc import Iterator

from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect, StreamingHttpResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from troth.store.queries.entries import Opened
from troth.web.habits.forms import ReadForm, as_json
from troth.web.habits.reading import Chat, counting, look_at
from troth.web.habits.shown import counts_of, shown
from troth.web.parts.access import SignedInRequest, keeps_nothing
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.entries.views import new as keep
from troth.web.parts.gated import gate_for
from troth.web.parts.lazily import coach
from troth.web.parts.pages import answers_parts, part_or_page

PAGE = "habits/read.html"
PART = f"{PAGE}#heard"


@keeps_nothing
@answers_parts
@require_http_methods(["GET", "POST"])
@bonded
def read(request: BondedRequest) -> HttpResponseBase:
    """Ask for an export; on POST read it. htmx gets first how far it is, then only the result."""
    if not gate_for(request).is_open:
        return TemplateResponse(request, PAGE, {"withheld": True, "practice": "habits"})
    posted = request.method == "POST"
    form = ReadForm(
        *([request.POST, request.FILES] if posted else []), initial={"me": request.me.profile.name}
    )
    context: dict[str, object] = {"form": form, "practice": "habits"}
    name = part_or_page(request, PART)
    if form.is_valid():
        try:
            chat = _chat(form)
        except coach.BadExport as error:
            context |= _asked(error, form.name())
        else:
            if name == PART:
                return StreamingHttpResponse(_told(request, chat, context))
            *_parts, found = counting(chat, zone=timezone.get_current_timezone())
            context |= _found(chat, found[1])
    is_bad = bool(form.errors) or "problem" in context
    return TemplateResponse(request, name, context, status=422 if is_bad else 200)


def _chat(form: ReadForm) -> Chat:
    given = form.cleaned_data
    return look_at(given["file"].file, me=form.name(), format=given["format"], order=given["order"])


def _told(request: BondedRequest, chat: Chat, context: dict[str, object]) -> Iterator[str]:
    """Tell how far the reading is, as comments in front of the result."""
    # The middlewares are over when this runs.
    zone, language = timezone.get_current_timezone(), translation.get_language()
    for count, found in counting(chat, zone=zone):
        yield f"<!-- {count} {chat.read} -->\n"
        if found is not None:
            with timezone.override(zone), translation.override(language):
                yield render_to_string(PART, context | _found(chat, found), request)


def _found(chat: Chat, found: object) -> dict[str, object]:
    assert isinstance(found, coach.Habits)
    counts = counts_of(found)
    return {
        "chat": chat,
        "found": found,
        "shown": shown(counts, phrases=found.phrases) if counts else None,
        "counts": as_json(counts),
        "on": timezone.localdate(),
    }


def _asked(error: Exception, me: str) -> dict[str, object]:
    """Say what has to be answered before it can be read."""
    if isinstance(error, coach.WhoIsWho):
        return {"problem": _("It is not sure who you are in this chat."), "names": error.names}
    if isinstance(error, coach.WhichOrder):
        return {
            "problem": _(
                "Day and month cannot be told apart in this export. Say below the form how it writes dates."
            ),
            "opens": True,
        }
    if isinstance(error, coach.WhichFormat):
        return {
            "problem": _(
                "This is none of the exports that are known. Say where it is from, or export it again."
            ),
            "opens": True,
        }
    return {
        "problem": _("This file cannot be read. It may be damaged, cut off, empty or no export of a chat.")
    }


def new(request: SignedInRequest, **pages: object) -> HttpResponse:
    """Keep the counts; to count anew begins where a chat is read."""
    if request.method == "GET":
        return HttpResponseRedirect(reverse("habits:read"), status=303)
    return keep(request, **pages)


def around(request: SignedInRequest, opened: Opened) -> dict[str, object]:
    """Show kept counts as they were shown when they were new."""
    return {"shown": shown(opened.content.months), "change": _("Change the day")}
