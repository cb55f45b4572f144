"""Addresses of moments in which a trigger happened."""

from django.utils.translation import gettext_lazy as _

from troth.practices.occurrences import Occurrence
from troth.web.occurrences.forms import OccurrenceForm
from troth.web.occurrences.views import beside
from troth.web.parts.entries import Done, EntryPages, More, Onward, Told, entry_urls

TOLD = Told(
    plural=_("Hard moments"),
    singular=_("hard moment"),
    icon="bolt",
    lede=_("Times when something set it off. What you did, and what helped, may come later."),
    add=_("Note a hard moment"),
    ask=_("It happened"),
    example=_("“The train was late and I had no signal. I rang from the next stop. It helped a little.”"),
    invite=_("One tap beside a trigger notes it. The words can wait for a calm hour."),
    taps={"now": Done(label=_("It happened"), said=_("Noted. The rest can wait."))},
)
PAGES = EntryPages(
    practice="occurrences",
    told=TOLD,
    form=OccurrenceForm,
    taps={"now": Occurrence},
    onward=(
        Onward(practice="signs", kind="after", label=_("Note a sign")),
        Onward(practice="listenings", kind="from", label=_("I listened")),
    ),
    more=(
        More("triggers:list", "bell", _("Triggers")),
        More("signs:back", "path", _("What came before, what helped")),
    ),
    beside=beside,
)
app_name = "occurrences"
urlpatterns = entry_urls(PAGES)
