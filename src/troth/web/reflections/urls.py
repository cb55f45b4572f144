"""Addresses of reflections."""

from django.utils.translation import gettext_lazy as _

from troth.web.parts.entries import EntryPages, More, Told, entry_urls
from troth.web.reflections.forms import ReflectionForm

TOLD = Told(
    plural=_("Reflections"),
    singular=_("reflection"),
    icon="pencil",
    lede=_("Your answers to the small questions of the programme. Only you read them."),
    add=_("Answer a question"),
    ask=_("In your own words"),
    example=_("“I asked what would help. They said: ring me, even if it is only to say you are late.”"),
    invite=_("Each step of the programme ends in one small question. Answer one, in a line or two."),
    kind="step",
)
PAGES = EntryPages(
    practice="reflections",
    told=TOLD,
    form=ReflectionForm,
    more=(More("programme:path", "path", _("The programme")),),
)
app_name = "reflections"
urlpatterns = entry_urls(PAGES)
