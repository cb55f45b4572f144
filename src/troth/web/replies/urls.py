"""Addresses of replies and of the agreed things."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.parts import said
from troth.web.parts.entries import Done, EntryPages, More, Told, entry_urls
from troth.web.replies import views
from troth.web.replies.forms import ReplyForm

TOLD = Told(
    plural=_("Replies"),
    singular=_("reply"),
    icon="check",
    lede=_("What you said to things that the other proposed, and your word on promises made to you."),
    add=_("See what was proposed"),
    ask=_("What is it a reply to?"),
    example=_("“Yes, agreed” to a line of the plan."),
    invite=_("A reply begins on the page of what it is said to, and you can take it back at any moment."),
    kind="said",
    states={"said": (_("said"), ""), "withdrawn": (_("taken back"), "none")},
    moves={
        "withdraw": Done(
            label=_("Take it back"),
            said=_("Taken back. No reason is needed, and no message goes to them."),
            step=_("taken back"),
        )
    },
)
PAGES = EntryPages(
    practice="replies",
    told=TOLD,
    form=ReplyForm,
    more=(More("replies:agreed", "two", _("Agreed things")),),
)
said.add(
    {
        "reply_yes": _("Agreed. You can take it back at any moment, without a reason."),
        "reply_word": _(
            "Your word stands beside theirs. It changes nothing of theirs, and you can take it back."
        ),
        "reply_where": _("A reply begins on the page of what it is said to."),
    }
)
app_name = "replies"
urlpatterns = [
    path("agreed/", views.agreed, name="agreed"),
    path("agreed/<uuid:id>/say/", views.say, name="say"),
    path("replies/new/", views.new, name="new"),
    *[one for one in entry_urls(PAGES) if one.name != "new"],
]
