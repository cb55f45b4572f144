"""The signs that the gate reads, in plain words: what I did, and what was done to me."""

from django.utils.translation import gettext_lazy as _

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
SHORT = {
    "checking_up": _("checking up"),
    "questions": _("endless questions"),
    "outburst": _("an outburst, or silence to punish"),
    "isolation": _("keeping someone from people or places"),
    "money": _("money decided over or kept back"),
    "threat": _("a threat"),
    "force": _("force"),
    "fear": _("being afraid"),
}
