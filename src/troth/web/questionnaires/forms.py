"""What is typed around a questionnaire, and its questions all on one page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from troth.practices import BadContent
from troth.practices.questionnaires import MOST_NOTE, Answered
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Cards, Day, Words
from troth.web.questionnaires.reading import shows_no_score
from troth.web.questionnaires.there import OWN_PAGES, find, shelf, wording

if TYPE_CHECKING:
    from troth.instruments import Instrument


class NoteForm(EntryForm):
    """Which one, where it is new; afterwards only the note and the day."""

    instrument = Cards(label=_("Which one?"), choices=())
    note = Words(label=_("Something to remember"), required=False, rows=3, max_length=MOST_NOTE)
    on = Day(label=_("Day"))

    def dress(self) -> None:
        if self.document:
            del self.fields["instrument"]
            return
        there = shelf(self.side.kind if self.side else "other")
        some = [one for one in (*there.first, *there.others, *there.by_number) if one.id not in OWN_PAGES]
        self.fields["instrument"].choices = [(one.id, one.title) for one in some]  # type: ignore[attr-defined]

    def content(self, *, at: datetime) -> Answered:
        note = self.cleaned_data["note"]
        if self.document:
            return replace(self.document.content, note=note)
        found = find(self.cleaned_data["instrument"])
        if found is None:
            raise BadContent("instrument", "one of the questionnaires", reason="empty")
        return new(found, note=note)


def new(instrument: Instrument, *, note: str = "") -> Answered:
    """Begin a questionnaire, with no answer yet."""
    return Answered(
        instrument=instrument.id,
        version=instrument.version,
        # A journal is looked at with others near by: what asks about violence carries no name in it.
        title=str(_("Four questions")) if shows_no_score(instrument) else instrument.title,
        items=len(instrument.items),
        note=note,
    )


class WholeForm(forms.Form):
    """All questions on one page; any may stay blank."""

    marks_optional = False

    def __init__(
        self, *args: Any, instrument: Instrument, name: str, answers: Mapping[str, int], **more: Any
    ) -> None:
        initial = {f"q{number}": str(answer) for number, answer in answers.items()}
        super().__init__(*args, initial=initial, **more)
        for item in instrument.items:
            choices = [(str(one.value), one.label or str(one.value)) for one in item.options]
            self.fields[f"q{item.no}"] = Cards(
                label=f"{item.no}. {wording(instrument, item, name=name)}", choices=choices, required=False
            )

    def answers(self) -> dict[str, int]:
        """Return what was answered, by the number of the question."""
        return {name[1:]: int(value) for name, value in self.cleaned_data.items() if value != ""}
