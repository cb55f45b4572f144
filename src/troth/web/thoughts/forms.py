"""What is typed about a thought: the short way for something that they did, the long way for any thought."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from troth.practices import Document
from troth.practices.thoughts import MOST_FEELINGS, MOST_NAME, MOST_SHORT, MOST_WORDS, Feeling, Thought
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Day, Line, ManyCards, Words
from troth.web.parts.widgets import LineInput

KINDS = (("record", _("Thought record")), ("reframe", _("Reframe")))
TRAPS = (
    ("mind_reading", _("Reading minds")),
    ("all_or_nothing", _("All or nothing")),
    ("catastrophe", _("Expecting the worst")),
    ("personalising", _("Taking it as about me")),
    ("fortune_telling", _("Knowing the future")),
    ("rules", _("Rules for how people have to be")),
    ("filter", _("Seeing only the bad part")),
    ("labelling", _("Putting a label on someone")),
    ("feeling_as_fact", _("I feel it, so it is true")),
    ("discounting", _("The good does not count")),
    ("overgeneralising", _("Once means always")),
)
HINTS = {
    "mind_reading": _("“They think that I am not worth the trouble.”"),
    "all_or_nothing": _("“Either they trust me or they don't.”"),
    "catastrophe": _("“This is the end of it.”"),
    "personalising": _("“They are quiet because of me.”"),
    "fortune_telling": _("“It will never change.”"),
    "rules": _("“After all this time they ought to know.”"),
    "filter": _("One cold look, and the rest of the day is gone."),
    "labelling": _("“I am a failure.” “They are heartless.”"),
    "feeling_as_fact": _("“I feel guilty, so I did wrong.”"),
    "discounting": _("“They only said it to be polite.”"),
    "overgeneralising": _("“Nobody ever believes me.”"),
}
TEXTS = ("situation", "thought", "evidence_for", "evidence_against", "other_reasons", "balanced")
PLACES = range(1, MOST_FEELINGS + 1)
LONG_ONLY = ("evidence_for", "evidence_against", "traps")


class Percent(forms.IntegerField):
    """A whole number from 0 to 100, or nothing."""

    def __init__(self, **more: Any) -> None:
        given = {"min_value": 0, "max_value": 100, "required": False}
        super().__init__(**(given | more))


def _words(
    label: object, about: object = "", *, rows: int = 3, most: int = MOST_WORDS, required: bool = False
) -> Words:
    return Words(label=label, help_text=about, rows=rows, max_length=most, required=required)


class ThoughtForm(EntryForm):
    """One thought, before and after. Six feelings have three fields each: name, strength, strength afterwards."""

    marks_optional = False
    kind = forms.ChoiceField(choices=KINDS, initial="record", widget=forms.HiddenInput)
    situation = _words(
        _("What happened?"), _("As a camera would have seen it: what was said, what was done."), required=True
    )
    on = Day(label=_("On which day?"))
    thought = _words(
        _("What went through your mind?"),
        _("The one sentence that stings most."),
        rows=2,
        most=MOST_SHORT,
        required=True,
    )
    belief = Percent(label=_("How true does it feel, from 0 to 100?"))
    traps = ManyCards(
        label=_("Is one of these in it?"),
        help_text=_("Everybody falls into some. Only you can tell; none is an answer too."),
        choices=TRAPS,
        hints=HINTS,
        required=False,
    )
    evidence_for = _words(_("What speaks for the thought?"), _("Things that happened, not feelings."))
    evidence_against = _words(_("What speaks against it?"), _("What would a fair friend add?"))
    other_reasons = _words(
        _("What else may it be?"), _("Tired, ashamed, busy, afraid. Not an excuse; a wider look.")
    )
    balanced = _words(
        _("A thought that has room for all of it"),
        _("It need not be a nice one. “I don't know yet” can be true."),
        rows=2,
    )
    belief_after = Percent(label=_("How true does the first thought feel now, from 0 to 100?"))

    def dress(self) -> None:
        self.is_long = self._kind() == "record"
        if not self.is_long:
            for name in LONG_ONLY:
                del self.fields[name]
            return
        for place in PLACES:
            given = self._given(f"feeling_{place}")
            told = {"place": place, "name": given}
            after = _("%(name)s now, from 0 to 100") if given else _("Feeling %(place)s now, from 0 to 100")
            self.fields[f"feeling_{place}"] = Line(
                label=_("Feeling %(place)s") % told,
                max_length=MOST_NAME,
                required=False,
                widget=LineInput({"list": "feelings"}),
            )
            self.fields[f"strength_{place}"] = Percent(label=_("How strong, from 0 to 100"))
            self.fields[f"after_{place}"] = Percent(label=after % told)

    def clean(self) -> dict[str, Any]:
        """Ask for both, a feeling's name and its strength, where one of them is there; and for each name once."""
        given = super().clean() or {}
        seen: set[str] = set()
        for place in PLACES if self.is_long else ():
            name, strength, after = (
                given.get(f"{part}_{place}") for part in ("feeling", "strength", "after")
            )
            if name and strength is None and f"strength_{place}" not in self.errors:
                self.add_error(f"strength_{place}", _("How strong was it? A rough number will do."))
            if not name and (strength is not None or after is not None):
                self.add_error(f"feeling_{place}", _("Which feeling was it? One word will do."))
            if name and name.casefold() in seen:
                self.add_error(f"feeling_{place}", _("This feeling stands here already."))
            seen.add((name or "").casefold())
        return given

    def content(self, *, at: datetime) -> Thought:
        given = self.cleaned_data
        before = self.document.content if self.document else None
        long = {
            "feelings": self._feelings() if self.is_long else getattr(before, "feelings", ()),
            "traps": tuple(dict.fromkeys(given["traps"])) if self.is_long else getattr(before, "traps", ()),
        }
        texts = {name: given[name] if name in self.fields else getattr(before, name, "") for name in TEXTS}
        beliefs = {name: given[name] for name in ("belief", "belief_after")}
        passed = getattr(before, "passed", ())
        return Thought(kind=self._kind(), **texts, **beliefs, **long, passed=passed)

    @classmethod
    def initial_of(cls, document: Document) -> dict[str, Any]:
        """Return the content with each feeling on its three fields."""
        initial = super().initial_of(document)
        for place, feeling in enumerate(document.content.feelings, start=1):
            initial[f"feeling_{place}"] = feeling.name
            initial[f"strength_{place}"] = feeling.strength
            initial[f"after_{place}"] = feeling.after
        return initial

    def first_feelings(self) -> list[list[forms.BoundField]]:
        """Return the fields of the feelings that always stand on the page."""
        return self._rows()[:2]

    def more_feelings(self) -> list[list[forms.BoundField]]:
        """Return the fields of the others."""
        return self._rows()[2:]

    def first_again(self) -> list[forms.BoundField]:
        """Return what asks for the first feelings again, and for any other that was named."""
        return [self[f"after_{place}"] for place in PLACES if place <= 2 or self._given(f"feeling_{place}")]

    def more_again(self) -> list[forms.BoundField]:
        """Return what asks for the others again."""
        return [
            self[f"after_{place}"] for place in PLACES if place > 2 and not self._given(f"feeling_{place}")
        ]

    def opens_more(self) -> bool:
        """Say whether the other feelings are to stand open: something is in them."""
        return any(
            self._given(f"feeling_{place}") or self[f"feeling_{place}"].errors
            for place in PLACES
            if place > 2
        )

    def _rows(self) -> list[list[forms.BoundField]]:
        return [[self[f"feeling_{place}"], self[f"strength_{place}"]] for place in PLACES]

    def _kind(self) -> str:
        # Fixed once written: the short way leaves out what the long way may hold.
        if self.document is not None:
            return str(self.document.content.kind)
        return "reframe" if self._given("kind") == "reframe" else "record"

    def _given(self, name: str) -> str:
        return str((self.data.get(name) if self.is_bound else self.initial.get(name)) or "").strip()

    def _feelings(self) -> tuple[Feeling, ...]:
        given = self.cleaned_data
        return tuple(
            Feeling(
                name=given[f"feeling_{place}"],
                strength=given[f"strength_{place}"],
                after=given[f"after_{place}"],
            )
            for place in PLACES
            if given[f"feeling_{place}"]
        )
