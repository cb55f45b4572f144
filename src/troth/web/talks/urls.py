"""Addresses of said and heard."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.parts.entries import EntryPages, More, Told, entry_urls
from troth.web.talks import views
from troth.web.talks.forms import TalkForm

TOLD = Told(
    plural=_("Said and heard"),
    singular=_("talk of two"),
    icon="speech",
    lede=_(
        "A talk in turns: one speaks, the other says it back, then you swap. The note after it is yours alone."
    ),
    add=_("Write a note on a talk"),
    ask=_("A talk that you had"),
    example=_("“I heard that the silence is worse than a no. I spoke too long; next time one thing only.”"),
    invite=_("Begin the talk together, with something small. A note can come afterwards, or not at all."),
)
PAGES = EntryPages(
    practice="talks",
    told=TOLD,
    form=TalkForm,
    more=(More("talks:begin", "two", _("Begin a talk, step by step")),),
)
app_name = "talks"
urlpatterns = [
    path("talks/begin/", views.begin, name="begin"),
    path("talks/now/<slug:name>/", views.step, name="step"),
    *entry_urls(PAGES),
]
