"""Addresses of safety plans."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.parts import said
from troth.web.parts.entries import EntryPages, More, Told, entry_urls
from troth.web.safety_plans import views
from troth.web.safety_plans.forms import SafetyPlanForm

TOLD = Told(
    plural=_("Safety plan"),
    singular=_("safety plan"),
    icon="shield",
    lede=_(
        "Made in a calm hour for one that is not. It is sealed, belongs to no bond, and nobody else sees that it is here."
    ),
    add=_("Make a plan"),
    ask=_("My safety plan"),
    example=_(
        "“If the voice gets quiet and the door is shut: out to Mira, two doors down. The bag is at work.”"
    ),
    invite=_(
        "Write as much as is safe to keep on this device. Anyone who knows your passphrase could read it."
    ),
)
PAGES = EntryPages(
    practice="safety_plans",
    told=TOLD,
    form=SafetyPlanForm,
    more=(
        More("safety:safety", "shield", _("People to call")),
        More("safety:devices", "device", _("When others use this device")),
        More("safety:check", "heart", _("Is it safe? Plain questions")),
    ),
)
said.add(
    {
        "plan_shown": _("Today shows a link called “My own plan”."),
        "plan_hidden": _("Today shows nothing of it."),
    }
)
app_name = "safety_plans"
urlpatterns = [path("safety_plans/today/", views.on_today, name="on_today"), *entry_urls(PAGES)]
