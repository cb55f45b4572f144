"""The four questions of a check-in, worded by the writer's role; never about what the other feels."""

from django.utils.translation import gettext_lazy as _

from troth.web.parts.fields import Scale

SCALES = ("felt_trust", "closeness", "safety", "energy")
FELT_TRUST = {"supporter": _("I felt trusted"), "person": _("I felt trust")}
LABELS = {"closeness": _("How close it felt"), "safety": _("How safe I felt"), "energy": _("My own energy")}
SHORT = {"closeness": _("closeness"), "safety": _("safety"), "energy": _("energy")}
ENDS = {
    "felt_trust": (_("not at all"), _("completely")),
    "closeness": (_("far apart"), _("very close")),
    "safety": (_("not safe"), _("safe")),
    "energy": (_("empty"), _("full")),
}


def scale(name: str, *, role: str = "supporter", blank: object = "") -> Scale:
    """Return the field of one question."""
    label = FELT_TRUST[role] if name == "felt_trust" else LABELS[name]
    return Scale(label=label, ends=ENDS[name], required=False, blank=blank)
