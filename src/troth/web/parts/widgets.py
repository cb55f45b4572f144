"""What one types into and chooses with, as HTML; each works without scripts."""

from collections.abc import Mapping
from html import escape
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.functional import Promise
from django.utils.safestring import SafeString

Text = str | Promise
STEP = '<label%s><input%s value="%s" id="%s_%d"%s><span>%s%s</span></label>'
END, BLANK = '<span class="unseen">, %s</span>', ' class="scale-blank"'
LONGEST_ROW = 7  # a scale with more steps than this breaks into rows on a phone


class LineInput(forms.TextInput):
    """One line of one's own words."""


class WordsInput(forms.Textarea):
    """Some lines of one's own words; grows while one writes where the browser can."""

    def __init__(self, *, rows: int = 4) -> None:
        super().__init__({"rows": rows, "cols": False})


class PassphraseInput(forms.PasswordInput):
    """A passphrase, with a button that shows it; it is never sent back to the page."""

    template_name = "parts/widgets/passphrase.html"

    def __init__(self, *, new: bool = False) -> None:
        kind = "new-password" if new else "current-password"
        attrs = {"autocomplete": kind, "autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"}
        super().__init__(attrs | {"data-secret": True}, render_value=False)


class DayInput(forms.DateInput):
    """A day, with the browser's own calendar."""

    input_type = "date"

    def __init__(self, *, first: str = "", last: str = "") -> None:
        super().__init__({"min": first or False, "max": last or False}, format="%Y-%m-%d")


class MomentInput(forms.DateTimeInput):
    """A day and a time in the person's own zone."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class ClockInput(forms.TimeInput):
    """A time of day."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class ScaleWidget(forms.RadioSelect):
    """A row of numbers to choose one from, with words at both ends."""

    template_name = "parts/widgets/scale.html"

    def __init__(self, *, ends: tuple[Text, Text] = ("", "")) -> None:
        super().__init__()
        self.ends = ends

    def get_context(self, name: str, value: object, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = forms.Widget.get_context(self, name, value, attrs)
        shared = {"type": "radio", "name": name, **context["widget"]["attrs"], "id": False}
        options = self._options(flatatt(shared), id=context["widget"]["attrs"].get("id", name), value=value)
        steps = [option for own, option in options if own != ""]
        context["widget"] |= {
            "steps": SafeString("".join(steps)),
            "blank": [option for own, option in options if own == ""],
            "size": str(len(steps)) if len(steps) <= LONGEST_ROW else "long",
            "ends": self.ends,
        }
        return context

    def _options(self, shared: str, *, id: str, value: object) -> list[tuple[str, SafeString]]:
        # Written here and not by a template for each: a check-in has forty-four of them.
        chosen, numbers = self.format_value(value), [own for own, _ in self.choices if own != ""]
        ends = {numbers[0]: self.ends[0], numbers[-1]: self.ends[1]}
        found = []
        for place, (own, label) in enumerate(self.choices):
            checked = " checked" if own in chosen else ""
            end = END % escape(str(ends[own])) if ends.get(own) else ""
            kind = "" if own else BLANK
            written = STEP % (kind, shared, escape(own), id, place, checked, escape(str(label)), end)
            found.append((own, SafeString(written)))
        return found


class ChoiceCards(forms.RadioSelect):
    """One of a few, each on a card of its own with room for a line of explanation."""

    template_name = "parts/widgets/cards.html"

    def __init__(self, *, hints: Mapping[str, Text] | None = None) -> None:
        super().__init__()
        self.hints = hints or {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().create_option(name, value, *args, **kwargs) | {"hint": self.hints.get(str(value), "")}


class ManyChoiceCards(forms.CheckboxSelectMultiple):
    """Any of a few, on the same cards."""

    template_name = "parts/widgets/cards.html"

    def __init__(self, *, hints: Mapping[str, Text] | None = None) -> None:
        super().__init__()
        self.hints = hints or {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().create_option(name, value, *args, **kwargs) | {"hint": self.hints.get(str(value), "")}
