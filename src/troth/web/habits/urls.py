"""Addresses of my habits."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.habits import views
from troth.web.habits.forms import HabitsForm
from troth.web.parts.entries import EntryPages, More, Told, entry_urls

TOLD = Told(
    plural=_("My habits"),
    singular=_("reading of a chat"),
    icon="level",
    lede=_(
        "What helps and what hurts in your own messages, month by month. What others wrote is dropped unread."
    ),
    add=_("Read a chat"),
    ask=_("Counts of a chat"),
    example=_(
        "“May: 212 messages of mine. Nine of 100 sentences may hurt, likely 7 to 12. Most often: always, never.”"
    ),
    invite=_("Bring the export of one chat. You see your own side only, and nothing is kept unless you ask."),
)
PAGES = EntryPages(
    practice="habits",
    told=TOLD,
    form=HabitsForm,
    around=views.around,
    more=(
        More("habits:read", "upload", _("Read a chat")),
        More("rehearsals:rehearse", "speech", _("Rehearse a message")),
    ),
)
app_name = "habits"
urlpatterns = [
    path("habits/read/", views.read, name="read"),
    path("habits/new/", views.new, {"pages": PAGES}, name="new"),
    *entry_urls(PAGES),
]
