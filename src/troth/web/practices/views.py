"""The practices, and the short lesson of each."""

from importlib import import_module

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_GET

from troth import practices
from troth.web.parts.access import SignedInRequest

# Our own lessons only; raw HTML in them is shown as text all the same. Loaded with the first lesson, not at the start.
HOW = {"html": False, "typographer": False}
MARKDOWN = SimpleLazyObject(lambda: import_module("markdown_it").MarkdownIt("commonmark", HOW))


@require_GET
def overview(request: SignedInRequest) -> HttpResponse:
    """List the practices with what each is for."""
    shown = [(name, practices.lesson(name)) for name in practices.names()]
    return TemplateResponse(request, "practices/overview.html", {"practices": shown})


@require_GET
def lesson(request: SignedInRequest, name: str) -> HttpResponse:
    """Show one lesson with its sources."""
    if name not in practices.names():
        raise Http404
    found = practices.lesson(name)
    shown = {"lesson": found, "body": MARKDOWN.render(found.body), "practice": name}
    return TemplateResponse(request, "practices/lesson.html", shown)
