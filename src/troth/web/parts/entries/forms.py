"""Forms of entries: what is typed becomes the practice's content, and what it refuses stands beside the field."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from troth.practices import BadContent, Document
from troth.store.profile import Side

SENTENCES = {
    "wrong": _("This can't be taken as it is. Look at it again."),
    "empty": _("Some words or an answer are still missing here."),
    "long": _("This is too long. Make it shorter, or write the rest in another entry."),
    "past": _("Choose a moment that is still to come."),
    "future": _("Choose a moment that has come already."),
    "early": _("Choose a later moment: this is before it could have been."),
    "late": _("Choose an earlier moment: this is after it was due."),
    "same": _("This is the same as before, or is there twice. Choose another."),
    "fixed": _("This can't be changed here any more."),
}


class MoveForm(forms.Form):
    """What a move asks for. Subclasses turn it into the move's own type."""

    def given(self, *, at: datetime) -> Any:
        """Return what the move takes."""
        raise NotImplementedError


class EntryForm(forms.Form):
    """A new or changed entry."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, side: Side | None, document: Document | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.side = side
        self.document = document
        self.dress()

    def dress(self) -> None:
        """Fit labels to the bond, and fields to what may still be changed."""

    def clean_on(self) -> date | None:
        """Refuse a day that has not come."""
        day: date | None = self.cleaned_data["on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        return day

    def content(self, *, at: datetime) -> Any:
        """Return what was typed as the practice's content."""
        raise NotImplementedError

    def day(self) -> date | None:
        """Return the day it belongs to, where the form asks for one."""
        day: date | None = self.cleaned_data.get("on")
        return day

    @classmethod
    def asked(cls, given: Mapping[str, str]) -> dict[str, str]:
        """Take codes, never words, from an address as first values: `?kind=told_fear`."""
        choices = {name: dict(getattr(field, "choices", ())) for name, field in cls.base_fields.items()}
        return {name: given[name] for name in choices if name in given and given[name] in choices[name]}

    @classmethod
    def initial_of(cls, document: Document) -> dict[str, Any]:
        """Return an entry's content as the form's first values."""
        content = document.content
        return {name: getattr(content, name) for name in cls.base_fields if hasattr(content, name)} | {
            "on": document.on
        }


def put_beside(form: forms.Form, error: BadContent) -> None:
    """Say what was refused, beside its field where the form has it."""
    name = error.field.removeprefix("content.")
    form.add_error(name if name in form.fields else None, str(SENTENCES[error.reason]))
