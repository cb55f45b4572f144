"""The check's questions as they stand on the page."""

from django.utils.translation import gettext_lazy as _

QUESTIONS = {
    "hidden": _("I suspected that %(name)s was hiding someone or something from me."),
    "doubt": _("I went over the same doubt about %(name)s again and again."),
    "hurt": _("It hurt me when %(name)s gave time or attention to someone else."),
    "replaced": _("I was afraid that someone else would take my place with %(name)s."),
    "did_checking_up": _(
        "I checked up on %(name)s: their phone, messages or whereabouts, or by asking others."
    ),
    "did_questions": _("I asked %(name)s the same questions again after they had answered."),
    "did_outburst": _("I lashed out at %(name)s, or went silent to punish."),
    "did_isolation": _(
        "I tried to keep %(name)s from seeing someone, going somewhere, or deciding something themself."
    ),
    "did_fear": _("I saw %(name)s hold back or give in because of how I might react."),
    "met_checking_up": _(
        "%(name)s checked up on me: my phone, messages or whereabouts, or by asking others."
    ),
    "met_questions": _("%(name)s asked me the same questions again after I had answered."),
    "met_outburst": _("%(name)s lashed out at me, or went silent to punish."),
    "met_isolation": _(
        "%(name)s tried to keep me from seeing someone, going somewhere, or deciding something myself."
    ),
    "met_fear": _("I held back or gave in because I was afraid of how %(name)s would react."),
    "mine_money": _("I decided over %(name)s’s money, or kept money from them."),
    "mine_threat": _("I threatened to hurt %(name)s, myself, or someone or something they love."),
    "mine_force": _("I pushed, held, hit or forced %(name)s."),
    "mine_fear": _("%(name)s was afraid of me."),
    "me_money": _("%(name)s decided over my money, or kept money from me."),
    "me_threat": _("%(name)s threatened to hurt me, themself, or someone or something I love."),
    "me_force": _("%(name)s pushed, held, hit or forced me."),
    "me_fear": _("I was afraid of %(name)s."),
}
ANSWERS = (_("Never"), _("Once"), _("Two or three times"), _("Four to six times"), _("Every day or more"))
ANSWERS_MONTH = (_("Never"), _("Once"), _("Twice"), _("Three times or more"))
