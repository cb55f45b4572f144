"""The life line: origins in the order of a life."""

from collections.abc import Iterable

from troth.practices.document import Document
from troth.practices.origins.content import Origin


def life_line(documents: Iterable[Document[Origin]]) -> tuple[Document[Origin], ...]:
    """Put origins in the order of a life.

    Parameters
    ----------
    documents : origins, in any order

    Returns
    -------
    tuple : by year; then those with an age only, by age; then those with neither, in the order of writing

    Raises
    ------
    Nothing.

    Source
    ------
    Our choice: an age is not turned into a year, because nobody's year of birth is asked for.

    Examples
    --------
    >>> from datetime import UTC, date, datetime
    >>> from troth.practices.lifecycle import start
    >>> at, on = datetime(2026, 3, 1, 18, tzinfo=UTC), date(2026, 3, 1)
    >>> some = [Origin(kind="loss", known="told", age=9), Origin(kind="lies", known="guessed"),
    ...         Origin(kind="workplace", known="told", year=2019)]
    >>> [one.content.kind for one in life_line(start("origins", one, at=at, on=on) for one in some)]
    ['workplace', 'loss', 'lies']
    """
    return tuple(sorted(documents, key=_place))


def _place(document: Document[Origin]) -> tuple[object, ...]:
    origin = document.content
    year, age = origin.year, origin.age
    # What is not known comes after what is known of the same year or age.
    return (year is None, year or 0, age is None, age or 0, document.written_at)
