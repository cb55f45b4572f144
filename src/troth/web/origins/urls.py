"""Addresses of origins."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.origins import views
from troth.web.origins.forms import OriginForm
from troth.web.parts.entries import EntryPages, More, Onward, Told, entry_urls

TOLD = Told(
    plural=_("Origins"),
    singular=_("origin"),
    icon="root",
    lede=_("Where it may come from. Mistrust is often old pain, and seldom about you."),
    add=_("Note an origin"),
    ask=_("What lies behind it?"),
    example=_("“They told me that at home nobody ever said what was wrong.”"),
    invite=_("One thing they told you is enough. There is no need to ask for more."),
    kind="kind",
)
PAGES = EntryPages(
    practice="origins",
    told=TOLD,
    form=OriginForm,
    onward=(Onward(practice="triggers", kind="from", label=_("Tie a trigger")),),
    more=(More("origins:life", "path", _("The life line")),),
)
app_name = "origins"
urlpatterns = [path("origins/life-line/", views.line, name="life"), *entry_urls(PAGES)]
