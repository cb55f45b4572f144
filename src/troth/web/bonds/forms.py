"""What is asked when a bond is opened or changed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from troth.web.bonds.words import KINDS, ROLES
from troth.web.parts.fields import Cards, Line


class BondForm(forms.Form):
    """Who, what kind, and which side is mine."""

    name = Line(
        label=_("A name for your person"),
        max_length=60,
        help_text=_("A first name, a nickname, a letter. It is sealed; only you see it."),
    )
    kind = Cards(label=_("Who are they to you?"), choices=KINDS)
    role = Cards(label=_("Which side are you on?"), choices=ROLES, initial="supporter")

    def clean_name(self) -> str:
        """Refuse a name of nothing but space."""
        name: str = self.cleaned_data["name"].strip()
        if not name:
            raise forms.ValidationError(_("Give them a name, even one letter."))
        return name
