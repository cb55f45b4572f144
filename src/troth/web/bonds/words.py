"""How a bond is spoken of, by its kind: a work bond never reads as if it were a couple."""

from django.utils.translation import gettext_lazy as _

KIND_SHORT = {
    "partner": _("partner"),
    "friend": _("friend"),
    "family": _("family"),
    "colleague": _("at work"),
    "other": _("someone close"),
}
STATES = {"active": "", "paused": _("paused"), "closed": _("closed")}
WHAT_FITS = {
    "partner": _("Small things fit best: a call when you said, plans told early, a miss named the same day."),
    "friend": _(
        "Small things fit best: a reply when you said, a date that stands, what was told you kept to yourself."
    ),
    "family": _(
        "Small things fit best: a visit when you said, the same answer to everyone, old stories left alone unless they begin."
    ),
    "colleague": _(
        "Small things fit best: work handed over when you said, credit given aloud, bad news told early. Feelings stay theirs to bring up."
    ),
    "other": _("Small things fit best: being there when you said, and saying early when you can't."),
}
