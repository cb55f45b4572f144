"""Read an export of a chat: only one's own messages leave this place."""

from collections.abc import Iterator
from typing import IO, Any

from troth.coach.exports.days import ORDERS
from troth.coach.exports.errors import BadExport
from troth.coach.exports.formats import FORMATS, format_of, messages_of
from troth.coach.exports.own import OwnMessage, Skipped, Tally
from troth.coach.exports.source import Source
from troth.coach.exports.who import Who

FIRST_YEAR, LAST_YEAR = 1990, 2200


class Reading(Iterator[OwnMessage]):
    """One's own messages, one by one; `skipped` counts what was left behind, whole once all are read."""

    def __init__(self, messages: Iterator[OwnMessage], tally: Tally, *, format: str) -> None:
        self._messages, self._tally = messages, tally
        self.format = format

    def __next__(self) -> OwnMessage:
        return next(self._messages)

    @property
    def skipped(self) -> Skipped:
        return self._tally.as_skipped()


def read_export(stream: IO[Any], *, me: str, format: str | None = None, order: str | None = None) -> Reading:
    """Read the export of a chat and give one's own messages; what others wrote is dropped on the spot.

    Parameters
    ----------
    stream : the file, bytes or text; a ZIP with one chat in it is opened (it must be seekable)
    me : one's own name exactly as it stands in the export; Telegram's id will do. SMS and most of Signal's files
        know by themselves which messages were sent: there it may be any name but that of somebody else
    format : ``whatsapp``, ``telegram``, ``signal``, ``sms`` or ``csv``; told by the beginning of the file if left out
    order : ``dmy``, ``mdy`` or ``ymd``, where a file does not show which number is the day

    Returns
    -------
    Reading : an iterator of ``OwnMessage``, in the order of the file, in bounded memory; ``skipped`` has the counts

    Raises
    ------
    BadExport : a ``ValueError`` of one line: not readable, cut off, no known format. `WhichFormat`, `WhichOrder` and
        `WhoIsWho` ask for what is missing; it never guesses. What only shows on the way is raised while iterating

    Source
    ------
    Specification of the coach, section 3; the formats and their limits: ``docs/models/habits.md``.

    Examples
    --------
    >>> import io
    >>> chat = "24.05.26, 18:02 - Anna: On my way.\\n24.05.26, 18:03 - Tom: Good.\\n"
    >>> reading = read_export(io.StringIO(chat), me="Anna")
    >>> [one.text for one in reading], reading.skipped.others
    (['On my way.'], 1)
    >>> list(read_export(io.StringIO(chat), me="Ann"))
    Traceback (most recent call last):
    troth.coach.exports.errors.WhoIsWho: export: no message by "Ann"; names found: "Anna", "Tom"
    """
    if format is not None and format not in FORMATS:
        raise BadExport(f"export: --format is one of {', '.join(FORMATS)}")
    if order is not None and order not in ORDERS:
        raise BadExport(f"export: --order is one of {', '.join(ORDERS)}")
    who, tally, source = Who(me), Tally(), Source(stream)
    format = format or format_of(source.head)
    messages = messages_of(source, who, tally, format=format, order=order)
    return Reading(_settled(messages, who, tally), tally, format=format)


def _settled(messages: Iterator[OwnMessage], who: Who, tally: Tally) -> Iterator[OwnMessage]:
    for one in messages:
        if FIRST_YEAR <= one.at.year <= LAST_YEAR:
            yield one
        else:
            tally.unreadable += 1
    who.settle()
