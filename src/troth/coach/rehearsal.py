"""Rehearse a message before it is sent: marks, flags, what is missing, and how it stands as a whole."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from troth.coach.answers import Balance, Plan, Rehearsal, Reminder, Sentence
from troth.coach.danger import UNREAD, flagged
from troth.coach.folding import WORD, spelled
from troth.coach.lacking import SAY, missing_in
from troth.coach.language import english
from troth.coach.marking import marked
from troth.coach.patterns import COMMON
from troth.coach.scoring import scored
from troth.coach.sentences import Span, sentences_of
from troth.coach.weights import shipped

BATCH: Final = 256
DANGER: Final = "Some of these words speak of danger. Please look at the safety card first."
ENGLISH_ONLY: Final = "I read English only, so I have nothing to say about these words."


def rehearse(text: str, *, context: str | None = None, plan: Plan | None = None) -> Rehearsal:
    """Read one message of the user's own.

    Parameters
    ----------
    text : the message as typed
    context : the message that it answers; used here and not kept
    plan : own triggers, boundaries and open promises

    Returns
    -------
    Rehearsal : sentences with marks from score .5 on, flags, what is missing, balance in sentences, a summary,
        what of the plan is touched

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of the coach, sections 1 to 4. ``docs/models/coach.md``.

    Examples
    --------
    >>> found = rehearse("I'm sorry you feel that way.")
    >>> [(one.mark, one.by) for one in found.sentences[0].marks]
    [('non-apology', 'rule:sorry-you-feel')]
    """
    return _read([text], context=context, plan=plan)[0]


def rehearse_many(texts: Iterable[str]) -> list[Rehearsal]:
    """Read many messages; each answer is the one that `rehearse` gives.

    Parameters
    ----------
    texts : messages as typed

    Returns
    -------
    list of Rehearsal : one a message, in order

    Raises
    ------
    Nothing.

    Source
    ------
    ``docs/models/coach.md``.

    Examples
    --------
    >>> [one.balance.hurts for one in rehearse_many(["Trust me.", "What would help you tonight?"])]
    [1, 0]
    """
    waiting, found = list(texts), list[Rehearsal]()
    for start in range(0, len(waiting), BATCH):
        found.extend(_read(waiting[start : start + BATCH], context=None, plan=None))
    return found


def _read(texts: Sequence[str], *, context: str | None, plan: Plan | None) -> list[Rehearsal]:
    weights = shipped()
    spans = sentences_of(texts)
    (scores, wary), lines = scored(weights, texts, spans), weights.marks.line.tolist()
    place, found = 0, []
    for text, each in zip(texts, spans, strict=True):
        mine = slice(place, place + len(each))
        if english(text):
            found.append(_one(text, each, scores[mine], wary[mine], lines, context, plan))
        else:
            found.append(_unread(text, each))
        place = mine.stop
    return found


def _unread(text: str, spans: Sequence[Span]) -> Rehearsal:
    """Answer for a text in another language: nothing is guessed, but plain words of danger are heard."""
    made = tuple(Sentence(one.start, one.end, ()) for one in spans)
    flags = flagged(spans, [spelled(text[one.start : one.end]) for one in spans], UNREAD * len(spans))
    return Rehearsal(made, flags, (), Balance(0, 0), DANGER if flags else ENGLISH_ONLY)


def _one(
    text: str, spans: Sequence[Span], scores: Sequence[list[float]], wary: Sequence[list[float]], lines: list[float],
    context: str | None, plan: Plan | None,
) -> Rehearsal:  # fmt: skip
    said = [spelled(text[one.start : one.end]) for one in spans]
    flags = flagged(spans, said, wary)
    dangerous = {one.start for one in flags}
    made = []
    for at, (span, (one, following)) in enumerate(zip(spans, pairwise([*said, ""]), strict=True)):
        marks = marked(one, following, scores[at], lines)
        if span.start in dangerous:
            marks = tuple(one for one in marks if one.side == "hurts")
        made.append(Sentence(span.start, span.end, marks))
    sides = [{mark.side for mark in one.marks} for one in made]
    balance = Balance(sum("helps" in side for side in sides), sum("hurts" in side for side in sides))
    missing = missing_in(said, made, context)
    reminders = _reminders(text, plan) if plan else ()
    return Rehearsal(tuple(made), flags, missing, balance, _summary(balance, bool(flags), missing), reminders)


def _summary(balance: Balance, flagged: bool, missing: Sequence[str]) -> str:
    if flagged:
        return DANGER
    if balance.hurts:
        first = f"{_many(balance.hurts)} may hurt; each comes with its reason."
    elif balance.helps:
        first = f"{_many(balance.helps)} may help them trust."
    else:
        first = "Nothing here stands out, and that is fine."
    return " ".join([first, *(SAY[one] for one in missing)])


def _many(count: int) -> str:
    return "One sentence" if count == 1 else f"{count} sentences"


REMIND: Final = {
    "trigger": "This comes near something you know to be sore.",
    "boundary": "You agreed on a boundary that this may touch.",
    "promise": "You have an open promise about this already.",
}


def _reminders(text: str, plan: Plan) -> tuple[Reminder, ...]:
    said = set(WORD.findall(spelled(text)))
    kinds = (("trigger", plan.triggers), ("boundary", plan.boundaries), ("promise", plan.promises))
    return tuple(
        Reminder(kind, number, REMIND[kind])
        for kind, each in kinds
        for number, one in enumerate(each)
        if _touched(said, one)
    )


def _touched(said: set[str], phrase: str) -> bool:
    """At least half of a phrase's own words, and no fewer than one, are said."""
    words = set(WORD.findall(spelled(phrase))) - COMMON
    return bool(words) and len(words & said) * 2 >= len(words)
