"""What is typed to join: the code, and my own side of the bond."""

from django import forms
from django.utils.translation import gettext_lazy as _

from troth.web.parts.fields import Cards, Line
from troth.web.parts.sides import ROLES, SideForm


class CodeForm(forms.Form):
    """A code, typed or pasted; with the whole link around it, it is found in there."""

    code = Line(
        label=_("The code"),
        max_length=300,
        help_text=_("Capital or small letters, with or without the hyphens."),
    )

    def clean_code(self) -> str:
        """Take the code out of a link."""
        return str(self.cleaned_data["code"]).rpartition("#")[2].strip()


class AcceptForm(SideForm):
    """My side of a bond that somebody invited me into. The code goes along, and is kept nowhere."""

    code = forms.CharField(widget=forms.HiddenInput, required=False, max_length=300)
    role = Cards(
        label=_("Which side are you on?"),
        choices=ROLES,
        help_text=_("Both of you may choose the same: roles can be mutual. They do not see your choice."),
    )
    field_order = ("name", "kind", "role", "code")
