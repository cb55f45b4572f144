"""Addresses of incidents."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.incidents import views
from troth.web.incidents.forms import IncidentForm
from troth.web.parts.entries import EntryPages, More, Told, entry_urls

TOLD = Told(
    plural=_("Incidents"),
    singular=_("incident"),
    icon="drop",
    lede=_(
        "Checking up, asking again, lashing out: mine first, then what was done to me. Nobody else ever sees it."
    ),
    add=_("Note an incident"),
    ask=_("What happened?"),
    example=_("“Mine: I looked at their phone while they slept. I said so the next day.”"),
    invite=_("Named, it gets smaller or it shows that help is needed. Both are worth knowing."),
    kind="kind",
)
PAGES = EntryPages(
    practice="incidents",
    told=TOLD,
    form=IncidentForm,
    more=(
        More("jealousy:list", "scale", _("The check of a week")),
        More("incidents:limits", "speech", _("Words for a limit")),
        More("safety:safety", "shield", _("People to call")),
    ),
)
app_name = "incidents"
urlpatterns = [path("incidents/limits/", views.limits, name="limits"), *entry_urls(PAGES)]
