"""What is typed to rehearse a message, and into a draft that is kept."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from troth.practices.rehearsals import MOST, Rehearsed
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Words

HIDDEN = forms.HiddenInput


class RehearseForm(forms.Form):
    """The message, and what it answers. What the buttons need travels in the form, as nothing is kept.

    before : the words as they were before they were changed
    draft, version : the kept draft that this began from, where there is one
    fine : the person said that the card on danger is not meant for them
    """

    marks_optional = False
    words = Words(label=_("Your message"), rows=6, max_length=MOST, required=False)
    answering = Words(
        label=_("What they wrote to you"),
        help_text=_("Only to read yours beside it. It is never kept."),
        rows=3,
        max_length=MOST,
        required=False,
    )
    before = Words(widget=HIDDEN, max_length=MOST, required=False)
    draft = forms.UUIDField(widget=HIDDEN, required=False)
    version = forms.IntegerField(widget=HIDDEN, required=False)
    fine = forms.BooleanField(widget=HIDDEN, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        asks = {
            "hx-post": reverse("rehearsals:rehearse"),
            "hx-trigger": "input changed delay:900ms",
            "hx-target": "#marks",
            "hx-sync": "#rehearse:replace",
        }
        for name in ("words", "answering"):
            self.fields[name].widget.attrs |= asks

    def clean(self) -> dict[str, Any]:
        """Bring line ends to one form: a browser sends two signs, and counts one."""
        given = super().clean() or {}
        plain = {name: words.replace("\r\n", "\n").replace("\r", "\n") for name, words in given.items() if isinstance(words, str)}  # fmt: skip
        return given | plain


class RehearsalForm(EntryForm):
    """A kept draft."""

    words = Words(label=_("Your message"), rows=6, max_length=MOST)

    def content(self, *, at: datetime) -> Rehearsed:
        return Rehearsed(words=self.cleaned_data["words"])


def shown_again(given: Mapping[str, Any]) -> RehearseForm:
    """Put what is to be shown into a fresh form: a bound one would show what was sent."""
    return RehearseForm(initial={name: value for name, value in given.items() if value})
