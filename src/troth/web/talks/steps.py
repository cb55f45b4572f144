"""The steps of a talk, one a page: what whoever speaks does, and what whoever listens does."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise
GO_ON = _("Go on")


@dataclass(frozen=True, kw_only=True)
class Step:
    """One page. `turn` says whose it is: the one who began, the other, or both (0); `timed` shows the time of a turn."""

    name: str
    title: Words
    lines: tuple[Words, ...]
    turn: int = 0
    mirrors: bool = False
    timed: bool = False
    done: Words = GO_ON


SPEAK = (
    _("Speak from “I”, and about one thing. Leave out “you always” and “you never”."),
    _("Keep it short, so that it can be said back. You can stop before the time is over."),
    _("Whoever listens only listens: no answer, no advice, no “but”."),
)
MIRROR = (
    _("Say back what you heard, in your own words. No answer yet."),
    _("Then ask: “Did I get it?” If something is missing, hear it and say it back again."),
    _("To say it back does not mean that you agree."),
)
STEPS = (
    Step(
        name="settle",
        title=_("Settle first"),
        lines=(
            _("Sit so that you can see each other. Put other things away."),
            _(
                "Agree on a stop word. Either of you may say it at any time; then the talk is over for today, and nobody asks why."
            ),
            _("Choose one small thing each. It need not be solved today."),
        ),
        done=_("We have a stop word"),
    ),
    Step(name="speak", title=_("One speaks"), lines=SPEAK, turn=1, timed=True),
    Step(
        name="mirror",
        title=_("The other says it back"),
        lines=MIRROR,
        turn=1,
        mirrors=True,
        done=_("They got it"),
    ),
    Step(name="swap", title=_("Now swap"), lines=SPEAK, turn=2, timed=True),
    Step(
        name="again",
        title=_("Say it back once more"),
        lines=MIRROR,
        turn=2,
        mirrors=True,
        done=_("They got it"),
    ),
    Step(
        name="close",
        title=_("Close it kindly"),
        lines=(
            _("Each of you says one kind sentence. “Thank you for listening” is one."),
            _("Nothing has to be solved now. That can be a talk of its own, on a calm day."),
        ),
    ),
)
NAMES = tuple(step.name for step in STEPS)
PART = {
    ("speak", True): _("You speak now."),
    ("speak", False): _("You listen now."),
    ("mirror", True): _("You listen: they say back what you said."),
    ("mirror", False): _("You say it back."),
}


def part_of(step: Step, *, how: str, first: str) -> Words:
    """Say whose turn it is on this device; with one device between two it is for both."""
    if not step.turn:
        return ""
    kind = "mirror" if step.mirrors else "speak"
    if how == "one":
        return _("Whoever listened says it back.") if step.mirrors else _("One speaks, the other listens.")
    return PART[kind, (step.turn == 1) == (first == "me")]


def after(step: Step) -> str:
    """Name the step that follows; nothing after the last."""
    place = NAMES.index(step.name) + 1
    return NAMES[place] if place < len(NAMES) else ""
