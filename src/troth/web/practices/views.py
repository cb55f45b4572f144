"""The practices, and the short lesson of each."""

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET
from markdown_it import MarkdownIt

from troth import practices
from troth.web.parts.access import SignedInRequest

# Our own lessons only; raw HTML in them is shown as text all the same.
MARKDOWN = MarkdownIt("commonmark", {"html": False, "typographer": False})


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
