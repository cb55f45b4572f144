"""Addresses of promises."""

from django.utils.translation import gettext_lazy as _

from troth.web.parts import said
from troth.web.parts.entries import EntryPages, entry_urls
from troth.web.promises.beside import beside
from troth.web.promises.forms import KeptForm, NewTermForm, PromiseForm

said.add(
    {
        "promises_keep": _("Kept. That counts."),
        "promises_keep_late": _("Kept, later than said. Naming it is part of it."),
        "promises_renegotiate": _("Moved, before it was due."),
        "promises_renegotiate_late": _("Moved, after it was due."),
        "promises_miss": _("Noted as missed. It can be mended, and it stays a miss."),
        "promises_withdraw": _("Taken back in time."),
        "promises_reopen": _("Open again."),
    }
)
PAGES = EntryPages(
    beside=beside,
    practice="promises",
    form=PromiseForm,
    move_forms={
        "keep": KeptForm,
        "keep_late": KeptForm,
        "renegotiate": NewTermForm,
        "renegotiate_late": NewTermForm,
    },
)
app_name = "promises"
urlpatterns = entry_urls(PAGES)
