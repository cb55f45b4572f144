"""The declaration of repairs: opened from a missed or late promise. The miss stays a miss."""

from troth.practices.document import Document, Happening, Line
from troth.practices.errors import BadContent
from troth.practices.plug import Move, Practice
from troth.practices.repairs.content import PARTS, Repair, missing_parts

ANSWERED = ("accepted", "not_accepted", "not_asked")
STATES = ("writing", "done", *ANSWERED)
# The states that a repair may be opened from. Overdue is not among them: nobody has said what became of it.
OPENS_FROM = {"promises": ("missed", "kept_late")}

MOVES: tuple[Move[Repair], ...] = (
    Move(name="finish", from_states=("writing",), to="done", needs=missing_parts),
    Move(name="accept", from_states=("done",), to="accepted"),
    Move(name="decline", from_states=("done",), to="not_accepted"),
    Move(name="leave", from_states=("done",), to="not_asked"),
    Move(name="reopen", from_states=("done", *ANSWERED), to="writing"),
)


def may_open(about: Document) -> bool:
    """Say whether a repair may be opened about this document.

    Parameters
    ----------
    about : the document that the repair would be tied to

    Returns
    -------
    bool : whether it is a promise that was missed or kept late

    Raises
    ------
    Nothing.

    Source
    ------
    Decision 0004, consequences: a tie does not say in which state its target has to be.

    Examples
    --------
    >>> from datetime import UTC, date, datetime
    >>> from troth.practices.lifecycle import start
    >>> now = datetime(2026, 3, 1, 18, tzinfo=UTC)
    >>> evening = Document(practice="checkins", schema=1, written_at=now, changed_at=now, on=date(2026, 3, 1),
    ...                    state="noted", content=None)
    >>> may_open(evening)
    False
    """
    return about.state in OPENS_FROM.get(about.practice, ())


def _check(document: Document[Repair]) -> None:
    missing = missing_parts(document.content)
    if missing and document.state != "writing":
        raise BadContent(f"content.{missing[0]}", "some words, as the apology is done", reason="empty")


def _line(document: Document[Repair]) -> Line:
    repair = document.content
    written = [getattr(repair, part) for part in PARTS]
    return Line(
        title=next((words for words in (repair.what_happened, *written) if words), ""),
        state=document.state,
        facts={"parts": sum(bool(words) for words in written), "missing": len(missing_parts(repair))},
    )


def _words(document: Document[Repair]) -> tuple[str, ...]:
    return tuple(getattr(document.content, part) for part in PARTS)


def _happened(document: Document[Repair]) -> tuple[Happening, ...]:
    """Acknowledged when it was last finished; while it is being written again it is not."""
    if document.state == "writing":
        return ()
    finished = [step.at for step in document.steps if step.move == "finish"]
    return tuple(Happening(what="acknowledged", when=at) for at in finished[-1:])


PRACTICE = Practice(
    name="repairs",
    schema=1,
    content=Repair,
    first="writing",
    states=STATES,
    moves=MOVES,
    check=_check,
    links={"about": tuple(OPENS_FROM)},
    required_links=("about",),
    line=_line,
    words=_words,
    happens=("acknowledged",),
    happened=_happened,
    shareable=True,
    opens_up=True,
    lesson=__package__,
)
