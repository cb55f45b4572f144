"""What Today says: greetings without guilt, and each small step with its reason."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class StepWords:
    """One small step in words: what, why, where it leads."""

    what: str | Promise
    why: str | Promise
    label: str | Promise
    address: str


STEPS: dict[str, StepWords] = {
    "rest": StepWords(
        _("Rest today"),
        _("Your own energy is low. Looking after yourself is part of this, and nothing else is asked."),
        _("What happened today"),
        "/checkins/new/",
    ),
    "settle": StepWords(
        _("Say what became of a promise"),
        _(
            "One is past its time. Kept, late, moved or missed: any of them is easier to live with than not saying."
        ),
        _("See it"),
        "/promises/",
    ),
    "smaller": StepWords(
        _("Promise smaller for a while"),
        _(
            "More is open than you kept in the last two weeks. A small one that holds says more than a large one that slips."
        ),
        _("See what is open"),
        "/promises/",
    ),
    "first_promise": StepWords(
        _("Make one tiny promise"),
        _(
            "Trust grows from small things that are kept. Choose one that takes a minute, for today or tomorrow."
        ),
        _("Make a promise"),
        "/promises/new/",
    ),
    "check_in": StepWords(
        _("Tap one number for today"),
        _("How the day felt is quickly forgotten. One number now is worth more than ten remembered."),
        _("Write more"),
        "/checkins/new/",
    ),
    "enough": StepWords(
        _("Enough for today"),
        _("You have looked at the day. If something went well, however small, it may be worth a line."),
        _("Note a win"),
        "/wins/new/",
    ),
}


def greeting(hour: int) -> str | Promise:
    """Greet by the hour on the person's own clock."""
    if hour < 5:
        return _("Good night")
    if hour < 12:
        return _("Good morning")
    return _("Good afternoon") if hour < 18 else _("Good evening")
