"""A reply that was said: only its sentence can still be changed."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from troth.practices.replies import MOST, Reply
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Cards, Words
from troth.web.parts.replied import SAID


class ReplyForm(EntryForm):
    """One of a few, and a sentence if I like. It begins on the page of a copy, never on an empty one."""

    marks_optional = False
    said = Cards(label=_("My reply"), choices=SAID)
    note = Words(
        label=_("A sentence to it, if you like"),
        help_text=_("They see it beside your reply."),
        rows=2,
        max_length=MOST,
        required=False,
    )

    def content(self, *, at: datetime) -> Reply:
        assert self.document is not None
        before: Reply = self.document.content
        return Reply(
            of=before.of,
            digest=before.digest,
            practice=before.practice,
            said=self.cleaned_data["said"],
            note=self.cleaned_data["note"],
        )
