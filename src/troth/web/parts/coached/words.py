"""Each mark in a few words: what the sentence may do. A guess about words, never about a person."""

from django.utils.translation import gettext_lazy as _

MARKS = {
    "validate": _("takes their feeling seriously"),
    "reflect": _("says back what you heard"),
    "ask": _("an open question"),
    "own": _("owns your part"),
    "commit": _("a promise to hold on to"),
    "lead": _("leaves them the choice"),
    "affirm": _("warmth that asks nothing back"),
    "disclose": _("told openly"),
    "minimise": _("may make it small"),
    "defend": _("explains before it hears"),
    "blame": _("puts it on them"),
    "generalise": _("always, never"),
    "contempt": _("may sound mocking"),
    "control": _("an order, or checking up"),
    "pressure": _("may press them"),
    "reassure-empty": _("nothing to hold on to"),
    "fix": _("advice, perhaps too soon"),
    "non-apology": _("a sorry that turns round"),
    "evade": _("closes the talk"),
}
