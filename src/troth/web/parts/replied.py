"""What can be said to a copy that was given to me: a yes, or a word on a promise; the page of a copy and its list share it."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from troth.practices.replies import MOST, Said
from troth.store.me import Me
from troth.store.queries import bonds, replies, rules
from troth.store.queries.shares import Received
from troth.web.parts.copies import framed
from troth.web.parts.fields import Cards, Words

SAID = (("yes", _("Yes, agreed")), ("kept", _("Kept")), ("partly", _("Partly kept")), ("missed", _("Missed")))


class SayForm(forms.Form):
    """One of those that may be said now, and a sentence if I like."""

    marks_optional = False
    said = Cards(label=_("How was it kept, as you saw it?"), choices=SAID)
    note = Words(
        label=_("A sentence to it, if you like"),
        help_text=_("They see it beside your reply."),
        rows=2,
        max_length=MOST,
        required=False,
    )

    def __init__(self, *args: Any, may: tuple[Said, ...], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["said"].choices = [one for one in SAID if one[0] in may]  # type: ignore[attr-defined]


def page_of(me: Me, found: Received, *, at: datetime, form: SayForm | None = None) -> dict[str, object]:
    """Gather what the page of a copy shows: the copy in its frame, and what may be said to it, if anything."""
    mine = bonds.one(me, found.bond)
    reply = replies.replied_to(me, found, at=at)
    may = reply.may if reply else ()
    return {
        "copy": framed(found.copy, by=mine.side.name, since=found.since, until=found.until),
        "reply": reply,
        "word": dict(SAID).get(reply.said or "") if reply else None,
        "form": form or SayForm(may=may),
        "may_say": bool(may) and rules.is_offered(me, mine, at=at),
    }
