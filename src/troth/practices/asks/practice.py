"""The declaration of asks: to be asked, then asked. An answer may come later, or never."""

from dataclasses import replace
from datetime import datetime

from troth.practices.asks.content import Answer, Ask
from troth.practices.document import Document, Happening, Line
from troth.practices.plug import Move, Practice

STATES = ("to_ask", "asked")


def _ask(ask: Ask, given: Answer, _at: datetime) -> Ask:
    # No answer given now takes nothing away from one that was written down before.
    return replace(ask, answer=given.answer or ask.answer, way=given.way)


MOVES: tuple[Move[Ask], ...] = (
    Move(name="ask", from_states=("to_ask",), to="asked", given=Answer, apply=_ask),
    Move(name="reopen", from_states=("asked",), to="to_ask"),
)


def _line(document: Document[Ask]) -> Line:
    ask = document.content
    facts = {"way": ask.way, "answered": bool(ask.answer)}
    return Line(title=ask.question, state=document.state, facts=facts)


def _words(document: Document[Ask]) -> tuple[str, ...]:
    return (document.content.question, document.content.answer)


def _happened(document: Document[Ask]) -> tuple[Happening, ...]:
    """Asked when it was last asked; while it is to be asked again it is not."""
    if document.state != "asked":
        return ()
    asked = [step.at for step in document.steps if step.move == "ask"]
    return tuple(Happening(what="asked", when=at) for at in asked[-1:])


PRACTICE = Practice(
    name="asks",
    schema=1,
    content=Ask,
    first="to_ask",
    states=STATES,
    moves=MOVES,
    line=_line,
    words=_words,
    happens=("asked",),
    happened=_happened,
    shareable=True,
    opens_up=True,
    lesson="a2",
)
