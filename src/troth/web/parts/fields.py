"""Form fields as Troth shows them: our own templates, errors beside the field, no memory in the browser."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from django import forms
from django.forms import renderers
from django.template.backends.django import DjangoTemplates
from django.utils.translation import gettext_lazy as _

from troth.web.parts.widgets import (
    ChoiceCards,
    DayInput,
    LineInput,
    ManyChoiceCards,
    MomentInput,
    PassphraseInput,
    ScaleWidget,
    Text,
    WordsInput,
)

WEB = Path(__file__).resolve().parents[1]
DJANGO = Path(renderers.__file__).parent / "templates"
OURS = {
    "django/forms/div.html": "parts/form.html",
    "django/forms/field.html": "parts/field.html",
    "django/forms/errors/list/default.html": "parts/errors.html",
    "django/forms/errors/list/ul.html": "parts/errors.html",
    "django/forms/widgets/radio.html": "parts/widgets/cards.html",
    "django/forms/widgets/checkbox_select.html": "parts/widgets/cards.html",
}


class ShownField(forms.BoundField):
    """One field on the page. A form may set `spellcheck = True` or `autocomplete = True`."""

    @property
    def is_tick(self) -> bool:
        """Say whether the label stands behind the box."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def is_optional(self) -> bool:
        """Say whether the label says "optional"; a form may set `marks_optional = False`."""
        return not self.field.required and not self.is_tick and getattr(self.form, "marks_optional", True)

    def build_widget_attrs(
        self, attrs: Mapping[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        widget = widget or self.field.widget
        built = super().build_widget_attrs(dict(attrs), widget)
        # The browser's own bubbles may speak another language and show one error at a time.
        if built.pop("required", False) and not widget.use_fieldset:
            built["aria-required"] = "true"
        if isinstance(widget, forms.Textarea):
            built["maxlength"] = False  # a browser cuts pasted words at the limit without a word
        return built | self._kept_from_browser(widget)

    def _kept_from_browser(self, widget: forms.Widget) -> dict[str, str]:
        if not isinstance(widget, forms.Textarea) and getattr(widget, "input_type", "") not in {
            "text",
            "search",
        }:
            return {}
        off = {}
        if not getattr(self.form, "autocomplete", False):
            off["autocomplete"] = "off"
        if not getattr(self.form, "spellcheck", False):
            off["spellcheck"] = "false"
        return {name: value for name, value in off.items() if name not in widget.attrs}


class Fields(renderers.BaseRenderer):
    """Draw every form with our templates; `{{ form }}` and `{{ form.as_div }}` are the same."""

    form_template_name = "parts/form.html"
    field_template_name = "parts/field.html"
    bound_field_class = ShownField

    @cached_property
    def engine(self) -> DjangoTemplates:
        builtins = ["troth.web.parts.tags"]
        place = {"DIRS": [WEB, DJANGO], "APP_DIRS": False, "NAME": "fields"}
        return DjangoTemplates(place | {"OPTIONS": {"builtins": builtins}})

    def get_template(self, template_name: str) -> Any:
        return self.engine.get_template(OURS.get(template_name, template_name))


NEEDED = {"required": _("This is still empty. Please fill it in.")}
CHOOSE = {"required": _("Nothing is chosen yet. Please choose one.")}


class Line(forms.CharField):
    """One line of one's own words."""

    default_error_messages = NEEDED

    def __init__(self, *, max_length: int = 200, **more: Any) -> None:
        super().__init__(max_length=max_length, **({"widget": LineInput()} | more))


class Words(forms.CharField):
    """Some lines of one's own words; too long is said, never cut."""

    default_error_messages = NEEDED

    def __init__(self, *, rows: int = 4, max_length: int = 20_000, **more: Any) -> None:
        super().__init__(max_length=max_length, **({"widget": WordsInput(rows=rows)} | more))


class Passphrase(forms.CharField):
    """A passphrase, taken as typed. The name of such a field holds "passphrase", or is "old" or "again"."""

    default_error_messages = NEEDED

    def __init__(self, *, new: bool = False, **more: Any) -> None:
        about = _("If others use this device, don't let the browser keep it.")
        given = {"strip": False, "max_length": 1024, "help_text": about, "widget": PassphraseInput(new=new)}
        super().__init__(**(given | more))


class Scale(forms.TypedChoiceField):
    """A whole number from `low` to `high`, or None; `ends` name both ends, `blank` offers no answer."""

    default_error_messages = CHOOSE
    said: tuple[Text, ...] = ()  # what each step says, where steps have words of their own

    def __init__(
        self,
        *,
        low: int = 0,
        high: int = 10,
        ends: tuple[Text, Text] = ("", ""),
        blank: Text = "",
        **more: Any,
    ) -> None:
        steps: list[tuple[str, Text]] = [(str(step), str(step)) for step in range(low, high + 1)]
        choices = [*steps, ("", blank)] if blank else steps
        given = {"choices": choices, "coerce": int, "empty_value": None, "widget": ScaleWidget(ends=ends)}
        super().__init__(**(given | more))


class Cards(forms.ChoiceField):
    """One of a few on cards; `hints` gives a value a line of explanation."""

    default_error_messages = CHOOSE

    def __init__(
        self, *, choices: Sequence[tuple[str, Text]], hints: Mapping[str, Text] | None = None, **more: Any
    ) -> None:
        super().__init__(choices=choices, **({"widget": ChoiceCards(hints=hints)} | more))


class ManyCards(forms.MultipleChoiceField):
    """Any of a few on cards; an empty choice is an empty list."""

    default_error_messages = CHOOSE

    def __init__(
        self, *, choices: Sequence[tuple[str, Text]], hints: Mapping[str, Text] | None = None, **more: Any
    ) -> None:
        super().__init__(choices=choices, **({"widget": ManyChoiceCards(hints=hints)} | more))


class Day(forms.DateField):
    """A day."""

    default_error_messages = NEEDED

    def __init__(self, **more: Any) -> None:
        super().__init__(**({"widget": DayInput()} | more))


class Moment(forms.DateTimeField):
    """A moment, typed in the person's zone, aware once it is clean."""

    default_error_messages = NEEDED

    def __init__(self, **more: Any) -> None:
        super().__init__(**({"widget": MomentInput()} | more))


class Tick(forms.BooleanField):
    """A box to tick; not ticked is an answer too, unless `required`."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**({"required": False} | more))


class Upload(forms.FileField):
    """A file, read in memory; `accept` is what the file window offers."""

    def __init__(self, *, accept: str = "", **more: Any) -> None:
        super().__init__(**({"widget": forms.FileInput({"accept": accept or False})} | more))
