"""The declaration of the support map: here or let go; a contact moves the day and nothing else."""

from dataclasses import replace
from datetime import datetime

from troth.practices.checks import FURTHEST_AHEAD
from troth.practices.document import Document, Line
from troth.practices.errors import BadContent
from troth.practices.plug import Move, Practice
from troth.practices.supporters.content import Contact, Supporter

STATES = ("here", "let_go")


def _contact(supporter: Supporter, given: Contact, at: datetime) -> Supporter:
    """A contact written down later than a newer one does not turn the day back."""
    if given.on > (at + FURTHEST_AHEAD).date():
        raise BadContent("on", "a day that has begun", reason="future")
    return replace(supporter, last_contact=max(given.on, supporter.last_contact or given.on))


MOVES: tuple[Move[Supporter], ...] = (
    Move(name="contact", from_states=("here",), to="here", given=Contact, apply=_contact),
    Move(name="let_go", from_states=("here",), to="let_go"),
    Move(name="reopen", from_states=("let_go",), to="here"),
)


def _check(document: Document[Supporter]) -> None:
    last = document.content.last_contact
    if last is not None and last > (document.changed_at + FURTHEST_AHEAD).date():
        raise BadContent("last_contact", "a day that has begun", reason="future")


def _line(document: Document[Supporter]) -> Line:
    supporter = document.content
    return Line(
        title=supporter.name,
        state=document.state,
        facts={
            "who": supporter.who,
            "closeness": supporter.closeness,
            "last_contact": supporter.last_contact,
            "good_for": ", ".join(supporter.good_for),
        },
    )


def _words(document: Document[Supporter]) -> tuple[str, ...]:
    return (document.content.name, document.content.note)


PRACTICE = Practice(
    name="supporters",
    schema=1,
    content=Supporter,
    first="here",
    states=STATES,
    moves=MOVES,
    check=_check,
    line=_line,
    words=_words,
    shareable=False,
    personal=True,
    lesson="a12",
)
