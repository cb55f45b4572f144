"""What Today says: greetings without guilt, and each small step with its reason."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True)
class StepWords:
    """One small step in words: what, why, where it leads."""

    what: Words
    why: Words
    label: Words
    address: str


STEPS: dict[str, StepWords] = {
    "resources": StepWords(
        _("Your own safety first"),
        _(
            "Something you answered speaks of fear, force or control. Openness and mending wait; nothing else is asked of you."
        ),
        _("My safety plan"),
        "/safety_plans/",
    ),
    "rest": StepWords(
        _("Rest today"),
        _("Your own energy is low. Looking after yourself is part of this, and nothing else is asked."),
        _("Plan a rest"),
        "/rests/new/",
    ),
    "listen": StepWords(
        _("Only listen, and stay"),
        _("Something hurt in the last three days. Say that you see it; a new promise can wait."),
        _("How I listened"),
        "/listenings/new/",
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
    "truth": StepWords(
        _("One small truth today"),
        _(
            "Nothing is promised yet. A plan told early, or a reply on time, is the smallest thing that holds."
        ),
        _("Write a heads-up"),
        "/headsups/new/",
    ),
    "tiny": StepWords(
        _("Make one tiny promise"),
        _("Three in a row held. Choose one that takes a minute, within a day."),
        _("Make a promise"),
        "/promises/new/?size=tiny",
    ),
    "same_week": StepWords(
        _("The same tiny promise, for a week"),
        _("What is small and comes back is what trust is made of."),
        _("Make a promise"),
        "/promises/new/?size=tiny",
    ),
    "talk": StepWords(
        _("Plan a talk with an end"),
        _("Your word has held for a while. A talk that ends when you said it would is a promise too."),
        _("Write a heads-up"),
        "/headsups/new/?kind=plan",
    ),
    "ask_help": StepWords(
        _("Ask what would help"),
        _("There is a record to stand on now. The one who knows what helps is your person."),
        _("Choose a question"),
        "/asks/new/",
    ),
    "larger": StepWords(
        _("A larger promise, with a day to look at it"),
        _(
            "Small ones have held again and again. Make the next a little larger, and name a day to look at it."
        ),
        _("Make a promise"),
        "/promises/new/?size=small",
    ),
    "shared_plan": StepWords(
        _("A plan that both of you say yes to"),
        _("Much has held. A line of the support plan can be agreed on aloud."),
        _("Write a line"),
        "/plans/new/",
    ),
    "check_in": StepWords(
        _("Tap one number for today"),
        _("How the day felt is quickly forgotten. One number now is worth more than ten remembered."),
        _("Write more"),
        "/checkins/new/",
    ),
    "effort": StepWords(
        _("Notice one thing that they tried"),
        _("Nothing of it was noted in the last week, and it is easily overlooked."),
        _("Note it"),
        "/efforts/",
    ),
    "win": StepWords(
        _("Note one thing that went well"),
        _("None was noted in the last week. Small ones are easy to forget."),
        _("Note a win"),
        "/wins/new/",
    ),
    "affirm": StepWords(
        _("Say one kind thing, in your own words"),
        _("Warmth counts when it comes again and again, and asks for nothing back."),
        _("See your words"),
        "/affirmations/",
    ),
    "heads_up": StepWords(
        _("Tell one plan early"),
        _("What is told before it is found out weighs less."),
        _("Write a heads-up"),
        "/headsups/new/",
    ),
    "ask": StepWords(
        _("Ask one question, and only listen"),
        _("Nobody can know what helps without asking. One question is enough."),
        _("Choose a question"),
        "/asks/new/",
    ),
    "trigger": StepWords(
        _("Write down one thing that sets it off"),
        _("What is known beforehand is easier to meet."),
        _("Note a trigger"),
        "/triggers/new/",
    ),
    "origin": StepWords(
        _("Write down one thing you know of where it comes from"),
        _("Old pain is seldom about you, and it is easier to bear when it has a place."),
        _("Open the life line"),
        "/origins/",
    ),
    "boundary": StepWords(
        _("Look at one boundary, theirs or yours"),
        _("Limits that are known keep both of you safer."),
        _("See the boundaries"),
        "/boundaries/",
    ),
    "thought": StepWords(
        _("Look at one thought that weighs on you"),
        _("Written down and turned round once, a thought often gets smaller."),
        _("Look at a thought"),
        "/thoughts/new/",
    ),
    "support": StepWords(
        _("Call one person who is good for you"),
        _("You walk along with someone. You need not do it alone."),
        _("See who is there"),
        "/supporters/",
    ),
    "own_rest": StepWords(
        _("Plan one hour for yourself"),
        _("None was planned in the last week. It keeps the rest possible."),
        _("Plan a rest"),
        "/rests/new/",
    ),
    "enough": StepWords(
        _("Enough for today"),
        _("You have looked at the day. Doing nothing more, and resting, is a good choice too."),
        _("To the journal"),
        "/journal/",
    ),
}


def greeting(hour: int) -> Words:
    """Greet by the hour on the person's own clock."""
    if hour < 5:
        return _("Good night")
    if hour < 12:
        return _("Good morning")
    return _("Good afternoon") if hour < 18 else _("Good evening")
