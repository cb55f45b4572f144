"""Addresses of stepping back."""

from django.utils.translation import gettext_lazy as _

from troth.web.parts.entries import Done, EntryPages, More, Told, entry_urls
from troth.web.stepbacks.forms import DecisionForm, SecondSittingForm, StepBackForm

TOLD = Told(
    plural=_("Step back"),
    singular=_("decision"),
    icon="door",
    lede=_(
        "Not in one evening. A first sitting, a night at least, a second sitting, then a decision that you may think over again."
    ),
    add=_("Begin a first sitting"),
    ask=_("A first sitting"),
    example=_(
        "“I have not slept well since March. By June we see someone together, or I take a flat for three months.”"
    ),
    invite=_("Staying is a decision too. Nobody else ever sees this."),
    states={
        "first": (_("first sitting"), ""),
        "second": (_("second sitting"), ""),
        "decided": (_("decided"), "moss"),
    },
    moves={
        "sit_again": Done(
            label=_("Sit with it again"),
            said=_("Kept. You may decide now, or not yet."),
            step=_("second sitting"),
        ),
        "decide": Done(
            label=_("Decide"),
            said=_("Kept. You can think it over again whenever you like."),
            step=_("decided"),
        ),
        "reopen": Done(label=_("Think it over again"), said=_("Open again."), step=_("opened again")),
    },
)
PAGES = EntryPages(
    practice="stepbacks",
    told=TOLD,
    form=StepBackForm,
    move_forms={"sit_again": SecondSittingForm, "decide": DecisionForm},
    more=(
        More("safety:safety", "shield", _("People to call")),
        More("safety_plans:list", "shield", _("My safety plan")),
        More("bonds:overview", "two", _("Pause or close this bond")),
    ),
)
app_name = "stepbacks"
urlpatterns = entry_urls(PAGES)
