"""Exports of chats: a small file a format. Only one's own messages leave."""

from troth.coach.exports.days import ORDERS
from troth.coach.exports.errors import BadExport, WhichFormat, WhichOrder, WhoIsWho
from troth.coach.exports.formats import FORMATS
from troth.coach.exports.own import OwnMessage, Skipped
from troth.coach.exports.reading import Reading, read_export

__all__ = [
    "FORMATS",
    "ORDERS",
    "BadExport",
    "OwnMessage",
    "Reading",
    "Skipped",
    "WhichFormat",
    "WhichOrder",
    "WhoIsWho",
    "read_export",
]
