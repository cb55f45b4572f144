"""Addresses of the check."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.jealousy import views
from troth.web.jealousy.forms import CheckForm
from troth.web.parts.entries import EntryPages, More, Told, entry_urls

TOLD = Told(
    plural=_("Jealousy and control"),
    singular=_("check"),
    icon="scale",
    lede=_(
        "A look at one week: what went on in me, what I did, what was done to me. Nobody else ever sees it."
    ),
    add=_("Look at the last seven days"),
    ask=_("The last seven days"),
    example=_("“I asked the same question again: two or three times. They checked my phone: once.”"),
    invite=_("Seeing it plainly is the first step, on either side."),
)
PAGES = EntryPages(
    practice="jealousy",
    told=TOLD,
    form=CheckForm,
    more=(
        More("incidents:list", "drop", _("Incidents")),
        More("incidents:limits", "speech", _("Words for a limit")),
        More("safety:safety", "shield", _("People to call")),
    ),
)
app_name = "jealousy"
urlpatterns = [path("jealousy/keep/", views.keep, name="keep"), *entry_urls(PAGES)]
