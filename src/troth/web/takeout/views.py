"""Take everything with me; bring an export in."""

import zipfile

from django import forms
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from troth.store.actions.bringing import BadExport, bring
from troth.web.parts.access import SignedInRequest
from troth.web.parts.again import Again, passphrase_holds
from troth.web.parts.fields import Upload
from troth.web.takeout.archive import archive, read_json


class BringForm(forms.Form):
    """A file that an export made."""

    file = Upload(label=gettext_lazy("The export"), accept=".zip,.json")


@require_http_methods(["GET", "POST"])
def take(request: SignedInRequest) -> HttpResponse:
    """Hand over everything as a ZIP, after the passphrase was typed again."""
    form = Again(request.POST or None)
    if form.is_valid() and passphrase_holds(request, form):
        now = timezone.now()
        response = HttpResponse(archive(request.me, at=now), content_type="application/zip")
        response.headers["Content-Disposition"] = (
            f'attachment; filename="notes-{timezone.localdate(now)}.zip"'
        )
        return response
    return TemplateResponse(request, "takeout/take.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def bring_in(request: SignedInRequest) -> HttpResponse:
    """Bring an export in, all or nothing."""
    form = BringForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            brought = bring(me=request.me, raw=read_json(form.cleaned_data["file"].read()), at=timezone.now())
            return TemplateResponse(request, "takeout/brought.html", {"brought": brought})
        except BadExport as error:
            form.add_error(
                "file", _("This is not a whole export. %(place)s Nothing was changed.") % {"place": error}
            )
        except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError):
            form.add_error(
                "file", _("This file is not an export of Troth, or is damaged. Nothing was changed.")
            )
    return TemplateResponse(request, "takeout/bring.html", {"form": form}, status=422 if form.errors else 200)
