"""An entry read back with the labels of its form, so that one page can show any practice."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from troth import practices
from troth.practices import Document
from troth.store.profile import Side
from troth.web.parts.entries.pages import KNOWN, EntryPages
from troth.web.parts.fields import Scale
from troth.web.parts.moments import day_words, moment_words

QUIET = ("version", "on")  # shown elsewhere on the page, as the kind is


def written(pages: EntryPages, document: Document, side: Side | None) -> list[tuple[str, str]]:
    """List what was filled in as pairs of label and words, in the order of the form; the title is not said twice."""
    form = pages.form(side=side, document=document)
    given = pages.form.initial_of(document)
    title = practices.line_of(document).title
    pairs = [
        (str(field.label), in_words(field, given.get(name)))
        for name, field in form.fields.items()
        if name not in (*QUIET, pages.told.kind)
    ]
    return [(label, words) for label, words in pairs if words and words != title]


def in_words(field: forms.Field, value: Any) -> str:
    """Say one answer in words; nothing for a blank."""
    if value is None or value == "" or value == ():
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    choices = dict(getattr(field, "choices", ()))
    if isinstance(field, Scale):
        if field.said:
            return str(field.said[value])
        return _("%(points)s of %(high)s") % {"points": value, "high": list(choices)[-1]}
    if choices:
        several = value if isinstance(value, list | tuple) else [value]
        return ", ".join(str(choices.get(one, one)) for one in several)
    if isinstance(value, datetime):
        return moment_words(value)
    return day_words(value) if isinstance(value, date) else str(value)


def kind_words(document: Document) -> str:
    """Say the code of the field that stands for the kind of this entry."""
    pages = KNOWN[document.practice]
    if not pages.told.kind:
        return ""
    return in_words(pages.form.base_fields[pages.told.kind], getattr(document.content, pages.told.kind))


def choices(practice: str, names: Iterable[str]) -> list[tuple[str, str]]:
    """List, with their labels, those fields that a person typed or chose: no moment of writing is among them."""
    wanted = set(names)
    form = KNOWN[practice].form
    return [(name, str(field.label)) for name, field in form.base_fields.items() if name in wanted]


def may_leave(document: Document) -> list[tuple[str, str]]:
    """List what of an entry may be given to the other, with its labels; only where something stands in it."""
    offered = practices.offered(document)
    if not offered or document.practice not in KNOWN or practices.named(document.practice).apart:
        return []
    form = KNOWN[document.practice].form
    given = form.initial_of(document)
    there = [name for name in offered if name in form.base_fields]
    return choices(
        document.practice, [name for name in there if in_words(form.base_fields[name], given.get(name))]
    )
