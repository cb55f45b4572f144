"""Sixteen plain questions about the last four weeks, mine first. Not a validated scale."""

from django import forms
from django.utils.translation import gettext_lazy as _

from troth.safety import SIGN_KINDS, Sign
from troth.web.parts.fields import Scale
from troth.web.parts.signs import MINE, TOWARD_ME

ENDS = (_("never"), _("3 times or more"))


def _question(words: object) -> Scale:
    return Scale(label=words, low=0, high=3, ends=ENDS, required=False)


class CheckForm(forms.Form):
    """How often in the last four weeks? Any question may stay without an answer."""

    marks_optional = False

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.fields |= {f"mine_{kind}": _question(MINE[kind]) for kind in SIGN_KINDS}
        self.fields |= {f"me_{kind}": _question(TOWARD_ME[kind]) for kind in SIGN_KINDS}

    def signs(self) -> list[Sign]:
        """Return what was answered, as the gate reads it."""
        given = self.cleaned_data
        mine = [Sign(kind, "other", given[f"mine_{kind}"] or 0) for kind in SIGN_KINDS]
        return mine + [Sign(kind, "me", given[f"me_{kind}"] or 0) for kind in SIGN_KINDS]

    def answers(self) -> dict[str, int]:
        """Return what was answered by key, to be kept where that is asked for; blanks are left out."""
        return {key: points for key, points in self.cleaned_data.items() if points is not None}

    def mine(self) -> list[forms.BoundField]:
        """Return the questions about what I did."""
        return [self[f"mine_{kind}"] for kind in SIGN_KINDS]

    def toward_me(self) -> list[forms.BoundField]:
        """Return the questions about what was done to me."""
        return [self[f"me_{kind}"] for kind in SIGN_KINDS]
