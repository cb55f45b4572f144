"""What may be said to a copy, and when."""

from datetime import datetime
from typing import Literal

from troth.practices.plug import Move
from troth.practices.replies.content import AGREEABLE, PROMISES, WORDS, Reply, Said
from troth.practices.sharing import Copy

STATES = ("said", "withdrawn")
MOVES: tuple[Move[Reply], ...] = (Move(name="withdraw", from_states=STATES[:1], to=STATES[1]),)
SETTLED = ("kept", "kept_late", "missed")
OVER = ("withdrawn", "let_go")
Kind = Literal["yes", "word"]


def kind_of(said: str) -> Kind:
    """Say which of the two kinds of reply something is: a yes, or a word on a promise.

    Parameters
    ----------
    said : one of ``SAID``

    Returns
    -------
    str : ``"yes"`` or ``"word"``; of each kind only the newest to one copy holds

    Raises
    ------
    Nothing.

    Source
    ------
    Decision 0021.

    Examples
    --------
    >>> kind_of("yes"), kind_of("partly")
    ('yes', 'word')
    """
    return "word" if said in WORDS else "yes"


def may_say(copy: Copy, *, at: datetime) -> tuple[Said, ...]:
    """List what may be said to a copy now.

    Parameters
    ----------
    copy : what the other gave
    at : the moment, aware

    Returns
    -------
    tuple : ``("yes",)`` to what is proposed; the three words to a promise that is settled or whose moment has come, as
        far as the copy tells it; nothing to what was taken back or let go, and to every other kind of copy

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of safety, section 3, point 4; decision 0021.

    Examples
    --------
    >>> from datetime import UTC, date
    >>> def promise(state, **fields):
    ...     return Copy(practice="promises", schema=1, on=date(2026, 3, 1), state=state, fields=fields)
    >>> now = datetime(2026, 3, 2, 18, tzinfo=UTC)
    >>> may_say(promise("open", due="2026-03-05T18:00:00Z"), at=now)
    ('yes',)
    >>> may_say(promise("open", due="2026-03-01T18:00:00Z"), at=now)
    ('kept', 'partly', 'missed')
    >>> may_say(promise("withdrawn"), at=now)
    ()
    """
    if copy.practice not in AGREEABLE or copy.state in OVER:
        return ()
    if copy.practice == PROMISES and (copy.state in SETTLED or _has_come(copy.fields.get("due"), at)):
        return WORDS
    return ("yes",)


def _has_come(due: object, at: datetime) -> bool:
    try:
        return datetime.fromisoformat(str(due)) <= at
    except (TypeError, ValueError):
        return False
