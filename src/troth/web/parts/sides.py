"""My side of a bond, as it is asked for when one is opened, changed, or joined."""

from django import forms
from django.utils.translation import gettext_lazy as _

from troth.web.parts.fields import Cards, Line

KINDS = (
    ("partner", _("A partner")),
    ("friend", _("A friend")),
    ("family", _("Someone in the family")),
    ("colleague", _("Someone at work")),
    ("other", _("Someone else")),
)
ROLES = (
    ("supporter", _("I support someone who finds it hard to trust")),
    ("person", _("I find it hard to trust, and want to look at my side")),
)


class SideForm(forms.Form):
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
