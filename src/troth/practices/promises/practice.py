"""The declaration of promises, and what a promise says to timeline, search and the weekly recap."""

from datetime import datetime

from troth.practices.document import Document, Happening, Line
from troth.practices.plug import Practice
from troth.practices.promises.content import Promise
from troth.practices.promises.life import FIXED, MOVES, STATES, begins, check
from troth.practices.promises.outcomes import outcomes


def _due(document: Document[Promise]) -> datetime | None:
    return document.content.due if document.state == "open" else None


def _line(document: Document[Promise]) -> Line:
    promise = document.content
    return Line(
        title=promise.wording,
        state=document.state,
        facts={
            "to": promise.to,
            "due": promise.due,
            "size": promise.size,
            "dimension": promise.dimension,
            "settled_at": promise.settled_at,
            "moved": len(promise.earlier),
        },
    )


def _words(document: Document[Promise]) -> tuple[str, ...]:
    return (document.content.wording, document.content.to)


def _is_to_them(document: Document[Promise]) -> bool:
    return not document.content.to


def _happened(document: Document[Promise]) -> tuple[Happening, ...]:
    moved = tuple(Happening(what="moved", when=term.moved_at) for term in document.content.earlier)
    settled_at = document.content.settled_at
    return moved if settled_at is None else (*moved, Happening(what=document.state, when=settled_at))


PRACTICE = Practice(
    name="promises",
    schema=1,
    content=Promise,
    first="open",
    states=STATES,
    moves=MOVES,
    begins=begins,
    check=check,
    fixed=FIXED,
    due=_due,
    line=_line,
    words=_words,
    readings=outcomes,
    happens=("kept", "kept_late", "missed", "withdrawn", "moved"),
    happened=_happened,
    shareable=True,
    for_other=_is_to_them,
    lesson=__package__,
)
