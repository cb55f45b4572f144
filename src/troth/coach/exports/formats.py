"""What kind of export a file is, told by its beginning."""

from collections.abc import Callable, Iterator
from typing import Final

from troth.coach.exports import signal_chats, sms, table, telegram, whatsapp
from troth.coach.exports.errors import BadExport, WhichFormat
from troth.coach.exports.own import OwnMessage, Tally
from troth.coach.exports.source import Source
from troth.coach.exports.who import Who

FORMATS: Final = ("whatsapp", "telegram", "signal", "sms", "csv")
IN_TELEGRAM: Final = (
    '"from_id"',
    '"text_entities"',
    '"date_unixtime"',
    '"personal_information"',
    '"left_chats"',
    '"actor_id"',
)
IN_SIGNAL: Final = ('"envelope"', '"chatItem"', '"sent_at"', '"conversationId"', '"sender"', '"backupTimeMs"', '"outgoing"')  # fmt: skip
LINES_LOOKED_AT: Final = 200


def format_of(head: str) -> str:
    """Name the format, or ask."""
    start = head.lstrip("\ufeff \t\r\n")
    if not start:
        raise BadExport("export: the file is empty")
    if start[0] == "<" and ("<smses" in head or start.startswith("<?xml")):
        return "sms"
    if start[0] in "{[":
        if any(one in head for one in IN_TELEGRAM):
            return "telegram"
        if any(one in head for one in IN_SIGNAL):
            return "signal"
    lines = head.split("\n")[:LINES_LOOKED_AT]
    if any(whatsapp.begins(line) for line in lines):
        return "whatsapp"
    if table.is_header(lines[0]):
        return "csv"
    raise WhichFormat(
        f"export: not seen what it is; give --format {', '.join(FORMATS[:-1])} or {FORMATS[-1]}"
    )


def messages_of(
    source: Source, who: Who, tally: Tally, *, format: str, order: str | None
) -> Iterator[OwnMessage]:
    """Give one's own messages of this format."""
    by_lines: dict[str, Callable[..., Iterator[OwnMessage]]] = {"whatsapp": whatsapp.read, "csv": table.read}
    if format in by_lines:
        return by_lines[format](source.lines(), who, tally, order=order)
    by_pieces = {"telegram": telegram.read, "signal": signal_chats.read, "sms": sms.read}
    return by_pieces[format](source.pieces(), who, tally)
