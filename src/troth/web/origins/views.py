"""The life line: what lies behind, told, noticed and guessed apart."""

from itertools import groupby

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from troth.practices import Document
from troth.practices.origins import Origin, life_line
from troth.store.queries.recent import lasting
from troth.web.parts.bonded import BondedRequest, bonded


@require_GET
@bonded
def line(request: BondedRequest) -> HttpResponse:
    """Show the origins of this bond in the order of a life."""
    # As they were written: equal places on the line keep this order.
    opened = lasting(request.me, request.bond.id, of=("origins",))[::-1]
    by_document = {id(one.document): one for one in opened}
    ordered = life_line(one.document for one in opened)  # type: ignore[misc]
    parts = [
        (part, [(by_document[id(one)], when(one)) for one in some]) for part, some in groupby(ordered, _part)
    ]
    return TemplateResponse(request, "origins/life.html", {"parts": parts, "bond": request.bond})


def when(document: Document[Origin]) -> str:
    """Say a year and an age in words; nothing where neither is known."""
    year, age = document.content.year, document.content.age
    if year is None:
        return "" if age is None else _("at %(age)s") % {"age": age}
    return str(year) if age is None else _("%(year)s, at %(age)s") % {"year": year, "age": age}


def _part(document: Document[Origin]) -> str:
    if document.content.year is not None:
        return _("By year")
    return _("By age") if document.content.age is not None else _("Without a date")
