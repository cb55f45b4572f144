"""Addresses of repairs."""

from django.utils.translation import gettext_lazy as _

from troth.practices.repairs import may_open
from troth.web.parts import said
from troth.web.parts.entries import EntryPages, entry_urls
from troth.web.repairs.forms import RepairForm

said.add(
    {
        "repairs_finish": _("Said. What they do with it is theirs."),
        "repairs_accept": _("Noted."),
        "repairs_decline": _("Noted. They may need time, or may not want it."),
        "repairs_leave": _("Noted."),
        "repairs_reopen": _("Open for writing again."),
    }
)
PAGES = EntryPages(practice="repairs", form=RepairForm, may_link=may_open)
app_name = "repairs"
urlpatterns = entry_urls(PAGES)
