"""Codes of practices in words."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "size": {"tiny": _("tiny"), "small": _("small"), "medium": _("medium"), "large": _("large")},
    "dimension": {
        "ability": _("that I can do what I say"),
        "integrity": _("that my word holds"),
        "benevolence": _("that their good matters to me"),
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
}
REPAIR_PARTS = {
    "responsibility": _("It was mine"),
    "what_happened": _("What happened"),
    "regret": _("That I am sorry"),
    "offer": _("What I offer"),
    "change": _("What I will do differently"),
    "forgiveness": _("Asking for forgiveness"),
}
