"""Codes of practices in words."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "size": {"tiny": _("tiny"), "small": _("small"), "medium": _("medium"), "large": _("large")},
    "dimension": {
        "ability": _("that I can do what I say"),
        "integrity": _("that my word holds"),
        "benevolence": _("that their good matters to me"),
    },
    "promise": {
        "open": _("open"),
        "kept": _("kept"),
        "kept_late": _("kept late"),
        "missed": _("missed"),
        "withdrawn": _("taken back"),
    },
    "promise_tag": {"open": "", "kept": "moss", "kept_late": "moss", "missed": "clay", "withdrawn": "none"},
    "repair": {
        "writing": _("being written"),
        "done": _("said"),
        "accepted": _("accepted"),
        "not_accepted": _("not accepted"),
        "not_asked": _("not asked"),
    },
    "win": {
        "kept_promise": _("a promise kept"),
        "told_fear": _("a fear told"),
        "small_risk": _("a small risk"),
        "other": _("a good moment"),
    },
    "emergency": {
        "all": _("everything"),
        "police": _("police"),
        "medical": _("ambulance"),
        "fire": _("fire"),
    },
    "topic": {
        "violence": _("violence at home"),
        "crisis": _("crisis, suicide"),
        "children": _("children"),
        "men": _("men"),
        "lgbtq": _("LGBTQ+"),
        "relationships": _("relationships"),
        "using-force": _("if you are afraid of what you might do"),
    },
    "step": {
        "keep": _("kept"),
        "keep_late": _("kept late"),
        "renegotiate": _("moved, before it was due"),
        "renegotiate_late": _("moved, after it was due"),
        "miss": _("missed"),
        "withdraw": _("taken back"),
        "reopen": _("opened again"),
        "finish": _("said"),
        "accept": _("they accepted"),
        "decline": _("they did not accept"),
        "leave": _("not asked"),
    },
}
REPAIR_PARTS = {
    "responsibility": _("It was mine"),
    "what_happened": _("What happened"),
    "regret": _("That I am sorry"),
    "offer": _("What I offer"),
    "change": _("What I will do differently"),
    "forgiveness": _("Asking for forgiveness"),
}
