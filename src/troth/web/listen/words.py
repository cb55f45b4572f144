"""What is said of an answer, by code: one thing well done, one to try."""

from django.utils.translation import gettext_lazy as _

WELL = {
    "complex-reflection": _(
        "You said back more than the words: a guess at what lies beneath. That is what being heard feels like."
    ),
    "validation": _("You took their feeling as understandable. That makes it easier to go on talking."),
    "simple-reflection": _("You said back what they told you. They can hear that it arrived."),
    "question": _("You asked in a way that lets them say more."),
    "choice": _("You left them the choice of what would help."),
    "staying": _("You showed that you are there, and asked for nothing back."),
    "near": _("You stayed with what they spoke of."),
    "room": _("You gave no advice and did not defend yourself. That leaves room."),
    "words": _("You looked for words. That is where it begins."),
    "nothing": _("Nothing is written yet. One short sentence is plenty."),
}
TRY = {
    "fix": _(
        "Leave the advice for later, and first say back what you heard. Most people find their own way once they are heard."
    ),
    "defend": _("Leave your own side out of the first answer. It can come afterwards, when they feel heard."),
    "minimise": _("Let it be as big as it is for them. You need not share the feeling to name it."),
    "reassure-empty": _("Let the comforting wait. A feeling that was named needs less of it."),
    "gentle": _(
        "Leave out what may sound like a charge, and first say back what you heard. What hurts you can have its own talk."
    ),
    "english": _(
        "I read English only, so I have nothing to say about this answer. Read it once as if it were said to you."
    ),
    "reflect": _("Try to say back what you heard, as a guess they may correct."),
    "deeper": _("Go one step further than their words: what may they have felt, or wished for?"),
    "fewer-questions": _("One question is enough, and a guess at their feeling before it helps them answer."),
    "shorter": _("Try it in one or two sentences, and leave the rest of the room to them."),
    "ask": _("You could end with an open question, or simply wait."),
    "wait": _("Say it, and then wait. What comes after the pause is often the important part."),
    "write": _("Try a sentence that begins with “It sounds as if you …”."),
}
KINDS = {
    "partner": _("With a partner"),
    "friend": _("With a friend"),
    "family": _("In a family"),
    "colleague": _("At work"),
    "other": _("With others"),
}
