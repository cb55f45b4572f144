"""Addresses of boundaries held and crossed."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from troth.practices.crossings import Crossing
from troth.web.crossings.forms import CrossingForm
from troth.web.crossings.views import beside
from troth.web.parts.entries import Done, EntryPages, More, Told, entry_urls

HELD = Done(label=_("Held"), said=_("Noted: held."))
CROSSED = Done(label=_("Crossed"), said=_("Noted. Words can be added."))
TAPS = {
    f"{outcome}_by_{by}": partial(Crossing, outcome=outcome, by=by)  # type: ignore[arg-type]
    for outcome in ("held", "crossed")
    for by in ("me", "them")
}
TOLD = Told(
    plural=_("Held and crossed"),
    singular=_("boundary note"),
    icon="cross",
    lede=_("What became of the limits, theirs and yours."),
    add=_("Note what became of it"),
    ask=_("What became of it?"),
    example=_("“They asked me not to ring at work. I didn't.”"),
    invite=_("It begins at a boundary: one tap says that it was held or crossed."),
    kind="outcome",
    taps={name: HELD if name.startswith("held") else CROSSED for name in TAPS},
)
PAGES = EntryPages(
    practice="crossings",
    told=TOLD,
    form=CrossingForm,
    taps=TAPS,
    more=(More("boundaries:list", "fence", _("Boundaries")),),
    beside=beside,
)
app_name = "crossings"
urlpatterns = entry_urls(PAGES)
