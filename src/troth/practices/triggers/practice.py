"""The declaration of triggers: active, or eased when it no longer sets anything off."""

from troth.practices.document import Document, Line
from troth.practices.plug import Move, Practice
from troth.practices.triggers.content import TEXTS, Trigger

STATES = ("active", "eased")
MOVES: tuple[Move[Trigger], ...] = (
    Move(name="ease", from_states=("active",), to="eased"),
    Move(name="reopen", from_states=("eased",), to="active"),
)


def _line(document: Document[Trigger]) -> Line:
    trigger = document.content
    return Line(
        title=trigger.what,
        state=document.state,
        facts={"hard_day": trigger.hard_day, "planned": bool(trigger.plan)},
    )


def _words(document: Document[Trigger]) -> tuple[str, ...]:
    return (document.content.what, *(getattr(document.content, name) for name in TEXTS))


PRACTICE = Practice(
    name="triggers",
    schema=1,
    content=Trigger,
    first="active",
    states=STATES,
    moves=MOVES,
    links={"from": ("origins",)},
    line=_line,
    words=_words,
    shareable=True,
    lesson="a4",
)
