"""The two-tap check-in: today's answers, one tap each."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from troth.practices import Document
from troth.store.me import Me
from troth.store.profile import Side
from troth.store.queries import entries as queries
from troth.store.queries.bonds import MyBond
from troth.store.queries.entries import Opened
from troth.web.parts.scales import SCALES, scale


def quick_form(side: Side, given: Any = None, checkin: Opened | None = None) -> forms.Form:
    """Return the form of today's four answers, as far as they are given."""
    initial = {name: getattr(checkin.content, name) for name in SCALES} if checkin else {}
    form = forms.Form(given, initial=initial)
    form.marks_optional = False
    form.fields = {name: scale(name, role=side.role) for name in SCALES}
    return form


def todays_checkin(me: Me, bond: MyBond, *, on: date) -> Opened | None:
    """Return the check-in of this day. It was written this day, so older ones need not be opened."""
    found = queries.ROWS.of(me).about(me, bond=bond.id, practice="checkins").newest_first()
    for one in queries.opening(me, found):
        if not isinstance(one.document, Document):
            continue
        if one.document.on == on:
            return one
        if timezone.localdate(one.document.written_at) < on:
            return None
    return None
