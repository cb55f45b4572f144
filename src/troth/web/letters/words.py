"""The letter's own sentences: what was done, one kind one, one small step. No praise, no reproach, no comparison."""

from collections.abc import Callable, Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from troth.practices import Recap

Counts = Mapping[str, int]
DID = (
    ("promises_kept", ngettext_lazy("You kept %d promise.", "You kept %d promises.")),
    ("promises_kept_late", ngettext_lazy("You kept %d later than said.", "You kept %d later than said.")),
    ("promises_moved", ngettext_lazy("You moved %d to another day.", "You moved %d to another day.")),
    ("promises_missed", ngettext_lazy("%d slipped, and you wrote it down.", "%d slipped, and you wrote it down.")),
    ("repairs_acknowledged", ngettext_lazy("You owned %d miss in words.", "You owned %d misses in words.")),
    ("headsups_told", ngettext_lazy("You told %d thing early.", "You told %d things early.")),
    ("asks_asked", ngettext_lazy("You asked %d question.", "You asked %d questions.")),
    ("listenings_listened", ngettext_lazy("You listened %d time, and wrote down how.", "You listened %d times, and wrote down how.")),
    ("efforts_noted", ngettext_lazy("You saw %d thing that the other tried.", "You saw %d things that the other tried.")),
    ("crossings_held", ngettext_lazy("%d limit held.", "%d limits held.")),
    ("rests_rested", ngettext_lazy("You rested %d time as planned.", "You rested %d times as planned.")),
)  # fmt: skip
# The first that is true is said.
KIND: tuple[tuple[Callable[[Counts], bool], object], ...] = (
    (
        lambda counts: counts["repairs_acknowledged"] > 0,
        gettext_lazy("To say “that was mine” is hard, and you said it."),
    ),
    (
        lambda counts: counts["promises_missed"] > counts["promises_kept"],
        gettext_lazy("What slipped you wrote down all the same. That is honest, and it is not small."),
    ),
    (
        lambda counts: counts["rests_rested"] > 0,
        gettext_lazy("You left room for yourself. That is part of walking along with someone."),
    ),
    (
        lambda counts: counts["efforts_noted"] > 0,
        gettext_lazy("You noticed what the other tried. To be seen does good, even unsaid."),
    ),
    (
        lambda counts: sum(counts.values()) == 0,
        gettext_lazy("A month without notes is a month all the same. Nothing is lost by it."),
    ),
    (lambda _counts: True, gettext_lazy("You were there, on plain days too. That is what it is made of.")),
)
STEPS: tuple[tuple[Callable[[Counts], bool], object], ...] = (
    (
        lambda counts: counts["promises_missed"] > counts["promises_kept"],
        gettext_lazy("If you like: promise a little smaller for a while."),
    ),
    (
        lambda counts: counts["rests_rested"] == 0,
        gettext_lazy("If you like: plan one hour that is only yours."),
    ),
    (
        lambda counts: counts["headsups_told"] == 0,
        gettext_lazy("If you like: tell one plan before it is asked for."),
    ),
    (lambda _counts: True, gettext_lazy("If you like: nothing. Go on as you are.")),
)


def did_lines(recap: Recap) -> Iterator[str]:
    """Say what was done, each as a count; what did not happen is not said."""
    days = len(recap.days.get("checkins_noted", ()))
    some = [str(words % recap.counts[key]) for key, words in DID if recap.counts.get(key)]
    if days:
        some.append(
            ngettext("On %d day you looked at how it felt.", "On %d days you looked at how it felt.", days)
            % days
        )
    yield from some or [_("Nothing was noted in this month. That says nothing about the month.")]


def kind_sentence(counts: Counts) -> str:
    """Say one kind thing that is true."""
    return next(str(words) for holds, words in KIND if holds(counts))


def small_step(counts: Counts, *, may_ask: bool) -> str:
    """Offer one small step; where safety comes first or the bond is quiet, only rest, and nothing that tells why."""
    if not may_ask:
        return _("If you like: one hour that is only yours, or a call to someone who is good for you.")
    return next(str(words) for holds, words in STEPS if holds(counts))
