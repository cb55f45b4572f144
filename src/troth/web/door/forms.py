"""What is typed at the door."""

from django import forms
from django.utils.translation import gettext_lazy as _

from troth import vault
from troth.web.parts.fields import Line, Passphrase, Tick
from troth.web.parts.passphrases import NEVER, check_new_passphrase
from troth.web.parts.zones import ZONES


class SignUp(forms.Form):
    """A new account."""

    name = Line(
        label=_("A name to sign in with"), max_length=60, help_text=_("Any name you like. No e-mail needed.")
    )
    passphrase = Passphrase(label=_("Passphrase"), new=True, help_text=NEVER)
    again = Passphrase(label=_("The same passphrase again"), new=True, help_text="")
    zone = forms.ChoiceField(label=_("Your time zone"), choices=ZONES, initial="Europe/London")
    plain_titles = Tick(
        label=_("Call this “Notes” in the browser"),
        help_text=_("Good on a device that others use: tabs and history then say only “Notes”."),
    )

    def clean_name(self) -> str:
        """Refuse a name of nothing but space."""
        name: str = self.cleaned_data["name"].strip()
        if not name:
            raise forms.ValidationError(_("Choose a name to sign in with."))
        return name

    def clean(self) -> dict[str, object] | None:
        """Judge the passphrase with the names at hand, and compare both."""
        given = super().clean() or {}
        check_new_passphrase(self, given, own=[given.get("name", "")])
        return given


class SignIn(forms.Form):
    """Sign-in is unlocking."""

    name = Line(label=_("Name"), max_length=60)
    passphrase = Passphrase(label=_("Passphrase"))


class Unlock(forms.Form):
    """Only the passphrase: it is known whose browser this is."""

    passphrase = Passphrase(label=_("Passphrase"))


class Recover(forms.Form):
    """The code, and a new passphrase."""

    code = Line(
        label=_("Recovery code"),
        max_length=80,
        help_text=_("Capital or small letters, with or without the hyphens."),
    )
    passphrase = Passphrase(label=_("New passphrase"), new=True, help_text=NEVER)
    again = Passphrase(label=_("The same passphrase again"), new=True, help_text="")

    def clean_code(self) -> str:
        """Notice a slip before anything is looked up."""
        try:
            return vault.tidy_code(self.cleaned_data["code"])
        except vault.BadCode as error:
            raise forms.ValidationError(
                _("There is a slip in this code. Compare it sign by sign.")
            ) from error

    def clean(self) -> dict[str, object] | None:
        """Judge the passphrase, and compare both."""
        given = super().clean() or {}
        check_new_passphrase(self, given, own=[])
        return given
