"""What can be set."""

from django import forms
from django.utils.translation import gettext_lazy as _

from troth.store.me import Me
from troth.store.profile import Profile
from troth.web.parts.fields import Cards, Line, Passphrase, Tick
from troth.web.parts.passphrases import NEVER, check_new_passphrase
from troth.web.parts.zones import ZONES
from troth.web.settings.offers import offered


class Choices(forms.Form):
    """How Troth looks, locks and leaves."""

    zone = forms.ChoiceField(label=_("Your time zone"), choices=ZONES)
    theme = Cards(
        label=_("Colours"),
        choices=(("system", _("As on this device")), ("light", _("Light")), ("dark", _("Dark"))),
    )
    idle_minutes = Cards(
        label=_("Lock after so many quiet minutes"),
        choices=(
            ("2", _("2 minutes")),
            ("5", _("5 minutes")),
            ("10", _("10 minutes")),
            ("15", _("15 minutes")),
        ),
    )
    leave_to = Cards(
        label=_("Where “Leave quickly” leads"),
        choices=(("wikipedia", _("Wikipedia")), ("weather", _("A weather page")), ("news", _("A news page"))),
    )
    plain_titles = Tick(label=_("Call this “Notes” in tabs and history"))
    spell_check = Tick(
        label=_("Check my spelling"), help_text=_("Some browsers send what is typed to their maker for this.")
    )

    danger_card = Tick(
        label=_("Show me people to call when words of mine sound serious"),
        help_text=_("Looked for in this program only, while you write. It is never stored, counted or sent."),
    )

    def profile(self, before: Profile) -> dict[str, object]:
        """Return the chosen values as the profile holds them."""
        given = dict(self.cleaned_data)
        given["idle_minutes"] = int(given["idle_minutes"])
        return given


class NewPassphrase(forms.Form):
    """The old one once more, and the new one twice."""

    old = Passphrase(label=_("Your passphrase now"))
    passphrase = Passphrase(label=_("New passphrase"), new=True, help_text=NEVER)
    again = Passphrase(label=_("The new passphrase again"), new=True, help_text="")

    def __init__(self, *args: object, own: list[str], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.own = own

    def clean(self) -> dict[str, object] | None:
        """Judge the new passphrase with the names at hand, and compare both."""
        given = super().clean() or {}
        check_new_passphrase(self, given, own=self.own)
        return given


class RenewKeys(NewPassphrase):
    """The same, with a choice of a new recovery code."""

    wants_code = Tick(label=_("Give me a new recovery code"), initial=True)


class TypedBack(forms.Form):
    """Two groups of an offered code, typed back to show that it was written down."""

    code = forms.CharField(widget=forms.HiddenInput)
    second = Line(label=_("The second group"), max_length=12)
    sixth = Line(label=_("The sixth group"), max_length=12)

    def __init__(self, *args: object, me: Me, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.me = me

    def clean_code(self) -> str:
        """Take only a code that this page offered to this person a short while ago."""
        code = offered(self.me, self.cleaned_data["code"])
        if code is None:
            raise forms.ValidationError(_("This page was open too long. Ask for a new code."))
        return code

    def clean(self) -> dict[str, object] | None:
        """Compare both groups with the code."""
        given = super().clean() or {}
        groups = str(given.get("code", "")).split("-")
        for name, place in (("second", 1), ("sixth", 5)):
            typed = (
                str(given.get(name, "")).strip().upper().replace("O", "0").replace("I", "1").replace("L", "1")
            )
            if name in given and "code" in given and typed != groups[place]:
                self.add_error(name, _("This is not that group. Compare it sign by sign."))
        return given
