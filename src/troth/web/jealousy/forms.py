"""What is answered in the check of a week: mine first."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from troth.practices import Document
from troth.practices.jealousy import ASKED, WEEK, Check, Item, Part
from troth.practices.jealousy.content import MOST_NOTE
from troth.web.jealousy.words import ANSWERS, ANSWERS_MONTH, QUESTIONS
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Day, Scale, Words
from troth.web.parts.signs import MINE, TOWARD_ME

MONTHS = {"my_actions": MINE, "toward_me": TOWARD_ME}


def _question(item: Item, name: str, over_days: int) -> Scale:
    words = QUESTIONS[item.key] if over_days == WEEK else MONTHS[item.part][item.kind or ""]
    said = ANSWERS if over_days == WEEK else ANSWERS_MONTH
    label = str(words) % {"name": name} if over_days == WEEK else str(words)
    field = Scale(label=label, low=0, high=len(said) - 1, ends=(said[0], said[-1]), required=False)
    field.said = said
    return field


class CheckForm(EntryForm):
    """Twenty-two questions about the last seven days, or the sixteen plain ones about four weeks that were kept."""

    marks_optional = False
    note = Words(label=gettext_lazy("Something to remember"), required=False, rows=2, max_length=MOST_NOTE)
    on = Day(label=gettext_lazy("The last of the seven days"))

    def dress(self) -> None:
        name = self.side.name if self.side else _("my person")
        self.over_days = self.document.content.over_days if self.document else WEEK
        self.items = ASKED[self.over_days].values()
        tail = {key: self.fields.pop(key) for key in ("note", "on")}
        self.fields |= {item.key: _question(item, name, self.over_days) for item in self.items}
        self.fields |= tail

    def content(self, *, at: datetime) -> Check:
        given = self.cleaned_data
        answers = {item.key: given[item.key] for item in self.items if given.get(item.key) is not None}
        return Check(over_days=self.over_days, answers=answers, note=given["note"])

    @classmethod
    def initial_of(cls, document: Document) -> dict[str, Any]:
        check = document.content
        return {**check.answers, "note": check.note, "on": document.on}

    def part(self, *parts: Part) -> list[forms.BoundField]:
        """Return the questions of these parts."""
        return [self[item.key] for item in self.items if item.part in parts]

    def inside(self) -> list[forms.BoundField]:
        """Return the questions about thoughts and feelings."""
        return self.part("thoughts", "feelings")

    def mine(self) -> list[forms.BoundField]:
        """Return the questions about what I did."""
        return self.part("my_actions")

    def toward_me(self) -> list[forms.BoundField]:
        """Return the questions about what was done to me."""
        return self.part("toward_me")
