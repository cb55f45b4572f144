"""Addresses of the support map."""

from django.utils.translation import gettext_lazy as _

from troth.web.parts.entries import Done, EntryPages, Told, entry_urls
from troth.web.supporters.forms import ContactForm, SupporterForm
from troth.web.supporters.rings import beside

TOLD = Told(
    plural=_("Who holds me up"),
    singular=_("supporter"),
    icon="people",
    lede=_("My own circle: who is there, and what I can turn to them for. It belongs to me alone."),
    add=_("Add someone"),
    ask=_("Who is there for you?"),
    example=_("“Aunt Rosa: listens, and I could stay with her.”"),
    invite=_("Two or three are a start. A neighbour counts, a choir counts, a helpline counts."),
    kind="who",
    states={"here": ("", ""), "let_go": (_("not on the map now"), "none")},
    moves={
        "contact": Done(label=_("We were in touch"), said=_("Noted: you were in touch."), step=_("in touch")),
        "let_go": Done(
            label=_("Take off the map"),
            said=_("Off the map. Nothing is deleted."),
            step=_("taken off the map"),
        ),
        "reopen": Done(
            label=_("Put back on the map"), said=_("Back on the map."), step=_("put back on the map")
        ),
    },
)
PAGES = EntryPages(
    practice="supporters", told=TOLD, form=SupporterForm, move_forms={"contact": ContactForm}, beside=beside
)
app_name = "supporters"
urlpatterns = entry_urls(PAGES)
