"""Addresses of signs."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.parts.entries import EntryPages, More, Told, entry_urls
from troth.web.signs import views
from troth.web.signs.forms import SignForm

TOLD = Told(
    plural=_("Signs"),
    singular=_("sign"),
    icon="eye",
    lede=_("Moments you noticed, for your eyes only. About the moment, never about the person."),
    add=_("Note a sign"),
    ask=_("What did you notice?"),
    example=_("“Read my message twice and left the room. Perhaps tired: the week was long.”"),
    invite=_("Write what you saw, and what else it may mean."),
    kind="kind",
)
PAGES = EntryPages(
    practice="signs",
    told=TOLD,
    form=SignForm,
    more=(More("signs:back", "path", _("What came before, what helped")),),
)
app_name = "signs"
urlpatterns = [path("signs/looking-back/", views.back, name="back"), *entry_urls(PAGES)]
