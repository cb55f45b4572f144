"""Addresses of boundaries."""

from django.utils.translation import gettext_lazy as _

from troth.web.boundaries.forms import BoundaryForm
from troth.web.parts.entries import Done, EntryPages, More, Told, entry_urls

TOLD = Told(
    plural=_("Boundaries"),
    singular=_("boundary"),
    icon="fence",
    lede=_("Limits, theirs and yours. To keep to one, again and again, says more than words."),
    add=_("Note a boundary"),
    ask=_("A limit"),
    example=_("“Theirs: not before the first coffee. Mine: I don't go on when voices get loud.”"),
    invite=_("Begin with one that they told you."),
    kind="whose",
    states={"standing": ("", ""), "let_go": (_("let go"), "none")},
    moves={
        "let_go": Done(label=_("Let it go"), said=_("Let go."), step=_("let go")),
        "take_up": Done(label=_("Take it up again"), said=_("It stands again."), step=_("taken up again")),
    },
)
PAGES = EntryPages(
    practice="boundaries",
    told=TOLD,
    form=BoundaryForm,
    more=(More("crossings:list", "cross", _("Held and crossed")),),
)
app_name = "boundaries"
urlpatterns = entry_urls(PAGES)
