"""The two-tap check-in: today's answers, one tap each."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from troth.practices import Document
from troth.store.me import Me
from troth.store.profile import Side
from troth.store.queries.bonds import MyBond
from troth.store.queries.entries import Opened
from troth.store.queries.recent import one_by_one
from troth.web.parts.scales import SCALES, scale


class QuickForm(forms.Form):
    """Four scales. Only what was sent needs fields; what is shown is drawn from blank scales."""

    marks_optional = False

    def __init__(
        self, given: Any = None, *, role: str, answers: Mapping[str, int | None] | None = None
    ) -> None:
        super().__init__(given)
        self.role, self.answers = role, answers or {}
        if self.is_bound:
            self.fields = _scales(role)

    @property
    def says_more(self) -> bool:
        """Say whether more than the first question was answered."""
        return any(self.answers.get(name) is not None for name in SCALES[1:])

    @property
    def drawn(self) -> dict[str, SafeString]:
        """Return each scale as HTML, what was answered checked."""
        if self.is_bound:
            return {name: self[name].as_field_group() for name in SCALES}
        blank = _blank(self.role, get_language())
        return {name: _checked(blank[name], name, self.answers.get(name)) for name in SCALES}


def quick_form(side: Side, given: Any = None, checkin: Opened | None = None) -> QuickForm:
    """Return the form of today's four answers, as far as they are given."""
    answers = {name: getattr(checkin.content, name) for name in SCALES} if checkin else {}
    return QuickForm(given, role=side.role, answers=answers)


def _scales(role: str) -> dict[str, forms.Field]:
    return {name: scale(name, role=role) for name in SCALES}


@cache
def _blank(role: str, language: str | None) -> dict[str, SafeString]:
    # Forty-four steps are slow to draw. With nothing answered they are the same for everyone of one role.
    form = forms.Form()
    form.marks_optional, form.fields = False, _scales(role)
    return {name: form[name].as_field_group() for name in SCALES}


def _checked(blank: SafeString, name: str, points: int | None) -> SafeString:
    step = f' id="id_{name}_{points}"'
    return blank if points is None else SafeString(blank.replace(step, f"{step} checked"))


def todays_checkin(me: Me, bond: MyBond, *, on: date) -> Opened | None:
    """Return the check-in of this day. It was written this day, so older ones need not be opened."""
    for one in one_by_one(me, bond.id, "checkins"):
        if not isinstance(one.document, Document):
            continue
        if one.document.on == on:
            return one
        if timezone.localdate(one.document.written_at) < on:
            return None
    return None
