"""A week or a month at a glance, from what the practices say has happened."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from troth.practices.document import Document, Foreign
from troth.practices.registry import named, names


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Recap:
    """Some days in a row. Keys are practice and happening, like ``promises_kept``; every key is there, empty or not.

    counts : how often it happened
    days : on which days, each once, in order
    documents : to which documents, each once, in the order of happening
    """

    first_day: date
    last_day: date
    counts: Mapping[str, int]
    days: Mapping[str, tuple[date, ...]]
    documents: Mapping[str, tuple[Document, ...]]

    def __repr__(self) -> str:
        return "Recap(…)"


def recap(
    documents: Iterable[Document | Foreign], *, first_day: date, days: int = 7, zone: tzinfo = UTC
) -> Recap:
    """Gather what happened in the days from ``first_day``.

    Parameters
    ----------
    documents : in any order; ``Foreign`` ones are left out
    first_day, days : the first of the days, and how many there are: a week, if not said
    zone : the reader's zone: a moment counts for the day it fell on there

    Returns
    -------
    Recap : counts, days and documents by happening

    Raises
    ------
    UnknownPractice : a document's practice is not known

    Source
    ------
    Our choice. Counts only: no streak, no score, no comparison with another week or month.

    Examples
    --------
    >>> from troth.practices.lifecycle import start
    >>> from troth.practices.wins import Win
    >>> now = datetime(2026, 3, 4, 18, tzinfo=UTC)
    >>> win = start("wins", Win(what="We talked", kind="other"), at=now, on=date(2026, 3, 4))
    >>> recap([win], first_day=date(2026, 3, 2)).counts["wins_noted"]
    1
    """
    last_day = first_day + timedelta(days=days - 1)
    found: dict[str, list[tuple[date, Document]]] = {key: [] for key in _keys()}
    for document in documents:
        if isinstance(document, Foreign):
            continue
        for key, day in _happenings(document, zone):
            if first_day <= day <= last_day:
                found[key].append((day, document))
    for pairs in found.values():
        pairs.sort(key=lambda pair: (pair[0], pair[1].written_at))
    return Recap(
        first_day=first_day,
        last_day=last_day,
        counts={key: len(pairs) for key, pairs in found.items()},
        days={key: tuple(dict.fromkeys(day for day, _ in pairs)) for key, pairs in found.items()},
        documents={key: _each_once(one for _, one in pairs) for key, pairs in found.items()},
    )


def _keys() -> Iterable[str]:
    return (f"{name}_{what}" for name in names() for what in named(name).happens)


def _happenings(document: Document, zone: tzinfo) -> Iterable[tuple[str, date]]:
    for happening in named(document.practice).happened(document):
        yield f"{document.practice}_{happening.what}", _day(happening.when, zone)


def _day(when: datetime | date, zone: tzinfo) -> date:
    return when.astimezone(zone).date() if isinstance(when, datetime) else when


def _each_once(documents: Iterable[Document]) -> tuple[Document, ...]:
    """By identity: two entries with the same words are two entries, and a step's note has no hash."""
    return tuple({id(document): document for document in documents}.values())
