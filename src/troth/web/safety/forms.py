"""Sixteen plain questions about the last four weeks, mine first. Not a validated scale."""

from django import forms
from django.utils.translation import gettext_lazy as _

from troth.safety import Sign
from troth.safety.gate import SIGN_KINDS
from troth.web.parts.fields import Scale

MINE = {
    "checking_up": _("I checked up on them: their phone, their messages, where they were."),
    "questions": _("I asked the same thing again and again after they had answered."),
    "outburst": _("I lashed out, or went silent to punish."),
    "isolation": _("I tried to keep them from someone or somewhere."),
    "money": _("I decided over their money, or kept money from them."),
    "threat": _("I threatened to hurt them, myself, or someone or something they love."),
    "force": _("I pushed, held, hit or forced them."),
    "fear": _("They held back or gave in because of how I might react."),
}
TOWARD_ME = {
    "checking_up": _("They checked up on me: my phone, my messages, where I was."),
    "questions": _("They asked the same thing again and again after I had answered."),
    "outburst": _("They lashed out, or went silent to punish."),
    "isolation": _("They tried to keep me from someone or somewhere."),
    "money": _("They decided over my money, or kept money from me."),
    "threat": _("They threatened to hurt me, themselves, or someone or something I love."),
    "force": _("They pushed, held, hit or forced me."),
    "fear": _("I held back or gave in because I was afraid of how they would react."),
}
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

    def mine(self) -> list[forms.BoundField]:
        """Return the questions about what I did."""
        return [self[f"mine_{kind}"] for kind in SIGN_KINDS]

    def toward_me(self) -> list[forms.BoundField]:
        """Return the questions about what was done to me."""
        return [self[f"me_{kind}"] for kind in SIGN_KINDS]
