"""What is typed as an answer to a moment."""

from django import forms
from django.utils.translation import gettext_lazy as _

from troth.web.parts.fields import Words

MOST = 2_000


class ReplyForm(forms.Form):
    """What I would say."""

    marks_optional = False
    reply = Words(
        label=_("What would you say?"),
        help_text=_("One or two sentences are plenty."),
        rows=3,
        max_length=MOST,
    )
