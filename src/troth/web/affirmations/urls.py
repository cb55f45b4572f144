"""Addresses of affirmations."""

from django.utils.translation import gettext_lazy as _

from troth.web.affirmations.forms import AffirmationForm
from troth.web.affirmations.ready import beside
from troth.web.parts.entries import Done, EntryPages, Told, entry_urls

TOLD = Told(
    plural=_("Words to say again"),
    singular=_("kind sentence"),
    icon="heart",
    lede=_("Your own kind words, kept for the days when they don't come by themselves."),
    add=_("Keep some words"),
    ask=_("Words to say again"),
    example=_("“I like how you ask one more question. I will ring on Sunday, as always.”"),
    invite=_("A little and often holds better than much and once. Change the words now and then."),
    kind="every_days",
    states={"kept": ("", ""), "resting": (_("resting"), "none")},
    moves={
        "say": Done(label=_("Said it"), said=_("Noted as said."), step=_("said")),
        "rest": Done(
            label=_("Let it rest"), said=_("It rests. You can take it up again."), step=_("put to rest")
        ),
        "take_up": Done(label=_("Take it up again"), said=_("Taken up again."), step=_("taken up again")),
    },
)
PAGES = EntryPages(practice="affirmations", told=TOLD, form=AffirmationForm, beside=beside)
app_name = "affirmations"
urlpatterns = entry_urls(PAGES)
