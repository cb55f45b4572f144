"""From entries to tables for research: measures only, no words, days counted from the first one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from troth.practices.document import Document
from troth.practices.reading import readings_of
from troth.values import Outcome, Rating

# Felt safety is not among them: answers about safety never leave with an export for others.
SCALES = ("felt_trust", "closeness", "energy")
COLUMNS = {
    "ratings": ("id", "bond", "day", "role", "scale", "points"),
    "promises": ("id", "bond", "made_day", "due_day", "settled_day", "outcome", "size", "dimension", "sure"),
    "answers": ("id", "bond", "day", "instrument", "version", "item", "answer"),
}
CODEBOOK = {
    "ratings": "One answer on a check-in about the writer's own feeling, 0 to 10, higher is more.",
    "promises": "One term of a promise by the writer. An outcome kept after its due day was kept late.",
    "answers": "One answer to one question of a finished questionnaire, as chosen, before any turning round.",
}
COLUMN_MEANS = {
    "id": "a random number for the entry, new in every export",
    "bond": "a random number for the bond, new in every export",
    "day": "days since the first day in this export; that day is 0",
    "role": "supporter: how much I felt trusted; person: how much trust I felt",
    "scale": "felt_trust, closeness or energy",
    "points": "0 to 10",
    "made_day": "day on which the term began",
    "due_day": "day on which it was due",
    "settled_day": "day on which it was settled or moved; empty while open",
    "outcome": "kept, missed, renegotiated, open",
    "size": "tiny, small, medium, large",
    "dimension": "ability, integrity, benevolence, or empty",
    "sure": "how sure the writer was of keeping it, in per cent; empty when not asked",
    "instrument": "id of the questionnaire",
    "version": "major.minor of its definition",
    "item": "number of the question",
    "answer": "value of the chosen option",
}
Row = tuple[str | int, ...]
Dated = tuple[str | int | date, ...]


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Source:
    """One entry to read: its document, and the numbers that stand for it and for its bond in this export."""

    id: int
    bond: int
    document: Document


def tables(
    sources: Iterable[Source], *, zone: tzinfo, may_leave: Callable[[str], bool]
) -> dict[str, list[Row]]:
    """Read measures out of entries.

    Parameters
    ----------
    sources : entries in any order
    zone : the writer's zone, in which a moment becomes a day
    may_leave : whether answers to the questionnaire of this id may be in the export

    Returns
    -------
    dict : for each table of ``COLUMNS`` its rows, the oldest first; days are whole numbers from 0, cells hold numbers,
        codes or nothing, never a person's words

    Raises
    ------
    UnknownPractice : a document's practice is not known

    Source
    ------
    Our choice: what ``COLUMN_MEANS`` says of each column; no score, because a score follows from its answers.

    Examples
    --------
    >>> tables([], zone=__import__("zoneinfo").ZoneInfo("Europe/London"), may_leave=lambda _id: True)
    {'ratings': [], 'promises': [], 'answers': []}
    """
    given = list(sources)
    found = {
        "ratings": [row for one in given for row in _ratings(one)],
        "promises": [row for one in given for row in _promises(one, zone)],
        "answers": [row for one in given for row in _answers(one, may_leave)],
    }
    first = min(
        (cell for rows in found.values() for row in rows for cell in row if isinstance(cell, date)),
        default=None,
    )
    return {
        name: sorted((_counted(row, first) for row in rows), key=_in_time) for name, rows in found.items()
    }


def _ratings(source: Source) -> Iterator[Dated]:
    for one in readings_of([source.document], kind=Rating):
        if one.scale in SCALES:
            yield source.id, source.bond, one.on, one.role, one.scale, one.points


def _promises(source: Source, zone: tzinfo) -> Iterator[Dated]:
    for one in readings_of([source.document], kind=Outcome):
        days = _day(one.made, zone), _day(one.due, zone), _day(one.at, zone)
        sure = "" if one.sure is None else one.sure
        yield source.id, source.bond, *days, one.result, one.size, one.dimension or "", sure


def _answers(source: Source, may_leave: Callable[[str], bool]) -> Iterator[Dated]:
    document = source.document
    if document.practice != "questionnaires" or document.state != "finished":
        return
    content = document.content
    if not may_leave(content.instrument):
        return
    for item, answer in sorted((int(number), answer) for number, answer in content.answers.items()):
        yield source.id, source.bond, document.on, content.instrument, content.version, item, answer


def _day(moment: datetime | None, zone: tzinfo) -> date | str:
    return "" if moment is None else moment.astimezone(zone).date()


def _counted(row: Dated, first: date | None) -> Row:
    return tuple((cell - first).days if isinstance(cell, date) and first else cell for cell in row)  # type: ignore[misc]


def _in_time(row: Row) -> tuple[int, ...]:
    return tuple(int(cell) for cell in (row[2], row[0]))
