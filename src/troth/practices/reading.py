"""What a document says to the rest of the house: due moment, timeline line, readings."""

from collections.abc import Iterable
from datetime import datetime
from typing import overload

from troth.practices.document import Document, Foreign, Line
from troth.practices.plug import Reading
from troth.practices.registry import named
from troth.values import Outcome, Rating


def due_of(document: Document) -> datetime | None:
    """Say what moment a document waits for.

    Parameters
    ----------
    document : any document

    Returns
    -------
    datetime or None : aware UTC; ``None`` once settled, and where nothing is waited for

    Raises
    ------
    UnknownPractice : the document's practice is not known

    Source
    ------
    Decision 0004.

    Examples
    --------
    >>> from datetime import UTC, date
    >>> from troth.practices.lifecycle import start
    >>> from troth.practices.wins import Win
    >>> now = datetime(2026, 3, 1, 18, tzinfo=UTC)
    >>> due_of(start("wins", Win(what="We talked", kind="other"), at=now, on=date(2026, 3, 1))) is None
    True
    """
    return named(document.practice).due(document)


def line_of(document: Document) -> Line:
    """Say what a timeline shows of a document.

    Parameters
    ----------
    document : any document

    Returns
    -------
    Line : the person's own words for a title (it may be empty), the state, facts as values

    Raises
    ------
    UnknownPractice : the document's practice is not known

    Source
    ------
    Decision 0004. House style: the sentence is made at a door, where gettext is.

    Examples
    --------
    >>> from datetime import UTC, date
    >>> from troth.practices.lifecycle import start
    >>> from troth.practices.wins import Win
    >>> now = datetime(2026, 3, 1, 18, tzinfo=UTC)
    >>> line_of(start("wins", Win(what="We talked", kind="other"), at=now, on=date(2026, 3, 1))).title
    'We talked'
    """
    return named(document.practice).line(document)


@overload
def readings_of(documents: Iterable[Document | Foreign]) -> tuple[Reading, ...]: ...
@overload
def readings_of(documents: Iterable[Document | Foreign], *, kind: type[Outcome]) -> tuple[Outcome, ...]: ...
@overload
def readings_of(documents: Iterable[Document | Foreign], *, kind: type[Rating]) -> tuple[Rating, ...]: ...
def readings_of(
    documents: Iterable[Document | Foreign], *, kind: type[Outcome] | type[Rating] | None = None
) -> tuple[Reading, ...]:
    """Gather what documents offer to trends.

    Parameters
    ----------
    documents : in any order; ``Foreign`` ones offer nothing
    kind : ``Outcome`` or ``Rating`` to take only those

    Returns
    -------
    tuple : the readings, in the order of the documents

    Raises
    ------
    UnknownPractice : a document's practice is not known

    Source
    ------
    Decision 0004; the words are those of ``docs/models/promises.md``.

    Examples
    --------
    >>> from datetime import UTC, date
    >>> from troth.practices.checkins import Checkin
    >>> from troth.practices.lifecycle import start
    >>> now = datetime(2026, 3, 1, 18, tzinfo=UTC)
    >>> evening = start("checkins", Checkin(closeness=6, role="supporter"), at=now, on=date(2026, 3, 1))
    >>> [reading.points for reading in readings_of([evening], kind=Rating)]
    [6]
    """
    return tuple(
        reading
        for document in documents
        if isinstance(document, Document)
        for reading in named(document.practice).readings(document)
        if kind is None or isinstance(reading, kind)
    )
