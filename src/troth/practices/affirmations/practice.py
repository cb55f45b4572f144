"""The declaration of affirmations: kept or resting; each time it is said leaves a step."""

from troth.practices.affirmations.content import Affirmation
from troth.practices.document import Document, Happening, Line
from troth.practices.plug import Move, Practice

STATES = ("kept", "resting")

MOVES: tuple[Move[Affirmation], ...] = (
    Move(name="say", from_states=("kept",), to="kept"),
    Move(name="rest", from_states=("kept",), to="resting"),
    Move(name="take_up", from_states=("resting",), to="kept"),
)


def _line(document: Document[Affirmation]) -> Line:
    affirmation = document.content
    said = [step.at for step in document.steps if step.move == "say"]
    return Line(
        title=affirmation.words,
        state=document.state,
        facts={"every_days": affirmation.every_days, "said_at": max(said, default=None)},
    )


def _words(document: Document[Affirmation]) -> tuple[str, ...]:
    return (document.content.words,)


def _happened(document: Document[Affirmation]) -> tuple[Happening, ...]:
    return tuple(Happening(what="said", when=step.at) for step in document.steps if step.move == "say")


PRACTICE = Practice(
    name="affirmations",
    schema=1,
    content=Affirmation,
    first="kept",
    states=STATES,
    moves=MOVES,
    line=_line,
    words=_words,
    happens=("said",),
    happened=_happened,
    shareable=True,
    opens_up=True,
    lesson=__package__,
)
