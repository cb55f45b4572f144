"""Addresses of talks that I listened to."""

from django.utils.translation import gettext_lazy as _

from troth.web.listenings.forms import ListeningForm
from troth.web.parts.entries import EntryPages, More, Told, entry_urls

TOLD = Told(
    plural=_("Listening"),
    singular=_("talk"),
    icon="ear",
    lede=_("A talk, looked at afterwards: what they said, and what slipped into your answer."),
    add=_("Note a talk"),
    ask=_("A talk you listened to"),
    example=_("“They said that the meeting went badly. I said: you could ask for another. That was fixing.”"),
    invite=_("Take a short talk of today. Ten minutes are plenty."),
)
PAGES = EntryPages(
    practice="listenings",
    told=TOLD,
    form=ListeningForm,
    more=(
        More("listen:choose", "ear", _("An exercise: listen to a moment")),
        More("asks:list", "ask", _("Questions to ask")),
    ),
)
app_name = "listenings"
urlpatterns = entry_urls(PAGES)
