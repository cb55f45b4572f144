"""A copy in words: who shared it, on which day, until when, and what is in it under the labels of its form."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import fields as fields_of
from datetime import UTC, date, datetime, time
from types import SimpleNamespace
from typing import Any, get_type_hints

import msgspec
from django import forms
from django.utils.translation import gettext as _

from troth import practices
from troth.practices import Copy, Document, reader_of
from troth.web.parts.entries.pages import KNOWN
from troth.web.parts.entries.written import in_words
from troth.web.parts.moments import day_words

DEEPEST = 4  # of lists in lists, where a copy of another version is shown as it came


@dataclass(frozen=True, repr=False)
class Framed:
    """All that stands on the page of a copy, and nothing else."""

    what: str
    by: str
    since: str
    until: str
    on: str
    state: str
    tag: str
    pairs: tuple[tuple[str, str], ...]
    is_as_it_came: bool

    def __repr__(self) -> str:
        return "Framed(…)"


def framed(copy: Copy, *, by: str, since: date, until: date) -> Framed:
    """Put a copy into words. Nothing but the copy itself decides them, so both sides read the same."""
    pages = KNOWN.get(copy.practice)
    state, tag = pages.told.states.get(copy.state, ("", "")) if pages else ("", "")
    withheld = practices.named(copy.practice).withheld if copy.practice in practices.names() else ()
    given = {name: value for name, value in copy.fields.items() if name not in withheld}
    known = _known(copy, given) if pages else {}
    pairs = [known[name] if name in known else (_label(name), plainly(given[name])) for name in given]
    return Framed(
        what=str(pages.told.singular).capitalize() if pages else _("A copy"),
        by=by,
        since=_whole(since),
        until=_whole(until),
        on=_whole(copy.on),
        state=str(state),
        tag=tag,
        pairs=tuple((label, words) for label, words in pairs if words),
        is_as_it_came=not set(given) <= set(known),
    )


def plainly(value: Any, deep: int = 0) -> str:
    """Say a value of another version as it came: words, numbers, lists of them."""
    if value is None or deep > DEEPEST:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Mapping):
        inside = (f"{_label(str(name))}: {plainly(one, deep + 1)}" for name, one in value.items())
        return ", ".join(inside)
    if isinstance(value, list | tuple):
        return ", ".join(plainly(one, deep + 1) for one in value)
    return str(value)


def _known(copy: Copy, given: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """Say the fields that this version's form has, as the page of an entry says them."""
    practice, form = practices.named(copy.practice), KNOWN[copy.practice].form
    if copy.schema != practice.schema:
        return {}
    hints = get_type_hints(practice.content, include_extras=True)
    typed = {name: _typed(value, hints[name]) for name, value in given.items() if name in form.base_fields}
    typed = {name: value for name, value in typed.items() if value is not msgspec.UNSET}
    shown = form.initial_of(_stand_in(copy, practice.content, typed))
    return {name: (str(form.base_fields[name].label), in_words(form.base_fields[name], shown.get(name)))
            for name in typed}  # fmt: skip


def _typed(value: Any, hint: Any) -> Any:
    try:
        return reader_of(hint).decode(msgspec.json.encode(value))
    except (msgspec.MsgspecError, TypeError):
        return msgspec.UNSET


def _stand_in(copy: Copy, content: type[Any], typed: Mapping[str, Any]) -> Document:
    """Stand in for the entry, which stays with its writer: what was not shared is empty here."""
    empty = dict.fromkeys(one.name for one in fields_of(content))
    at = datetime.combine(copy.on, time(), UTC)
    return Document(
        practice=copy.practice,
        schema=copy.schema,
        written_at=at,
        changed_at=at,
        on=copy.on,
        state=copy.state,
        content=SimpleNamespace(**{**empty, **typed}),
    )


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _whole(day: date) -> str:
    """Say a day with its year, never as "today": the frame reads the same on each day."""
    return day_words(day, date.min)


def begins(copy: Copy) -> str:
    """Return the first typed words in it, so that two copies of a kind can be told apart; empty where there are none."""
    pages = KNOWN.get(copy.practice)
    typed = pages.form.base_fields if pages else {}
    words = (str(copy.fields[name]) for name in copy.fields if isinstance(typed.get(name), forms.CharField))
    return next((one for one in words if one), "")
