"""The declaration of heads-ups: planned until they are told, or need no telling any more."""

from dataclasses import replace
from datetime import datetime

from troth.practices.document import Document, Happening, Line
from troth.practices.headsups.content import Headsup, Told
from troth.practices.plug import Move, Practice

STATES = ("planned", "told", "not_needed")
PLANNED, SETTLED = STATES[:1], STATES[1:]


def _tell(headsup: Headsup, given: Told, _at: datetime) -> Headsup:
    return replace(headsup, how_told=given.how_told or headsup.how_told)


MOVES: tuple[Move[Headsup], ...] = (
    Move(name="tell", from_states=PLANNED, to="told", given=Told, apply=_tell),
    Move(name="drop", from_states=PLANNED, to="not_needed"),
    Move(name="reopen", from_states=SETTLED, to="planned"),
)


def _due(document: Document[Headsup]) -> datetime | None:
    return document.content.at if document.state == "planned" else None


def _line(document: Document[Headsup]) -> Line:
    headsup = document.content
    return Line(title=headsup.what, state=document.state, facts={"kind": headsup.kind, "at": headsup.at})


def _words(document: Document[Headsup]) -> tuple[str, ...]:
    return (document.content.what, document.content.how_told)


def _happened(document: Document[Headsup]) -> tuple[Happening, ...]:
    """Told when it was last told; one that was opened again is not."""
    if document.state != "told":
        return ()
    told = [step.at for step in document.steps if step.move == "tell"]
    return tuple(Happening(what="told", when=at) for at in told[-1:])


PRACTICE = Practice(
    name="headsups",
    schema=1,
    content=Headsup,
    first="planned",
    states=STATES,
    moves=MOVES,
    ahead=True,
    due=_due,
    line=_line,
    words=_words,
    happens=("told",),
    happened=_happened,
    shareable=True,
    opens_up=True,
    lesson="a7",
)
