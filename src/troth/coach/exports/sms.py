"""The XML of SMS Backup & Restore: ``sms`` of type 2 and ``mms`` of box 2 were sent. No entity is ever expanded."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final
from xml.parsers import expat

from troth.coach.exports.errors import BadExport
from troth.coach.exports.own import OwnMessage, Tally
from troth.coach.exports.who import Who

RECEIVED, SENT = "1", "2"
NUMBERED: Final = re.compile(r"(?:&#(?:x[0-9A-Fa-f]{1,6}|\d{1,7});)+")
NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# Pictures stand in the file as long runs of letters; they would fill the memory and say nothing.
PICTURE: Final = re.compile(r'(?<=\sdata=")[A-Za-z0-9+/=\s]{64,}')
TAIL, MOST_WAITING = 24, 1 << 22
UNKNOWN: Final = "\ufffd"


def read(pieces: Iterator[str], who: Who, tally: Tally) -> Iterator[OwnMessage]:
    """Give one's own messages: the export itself knows which were sent."""
    found = _Found(who, tally)
    parser = expat.ParserCreate(encoding="utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = found.opened
    parser.EndElementHandler = found.closed
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    try:
        for piece in _mended(pieces):
            parser.Parse(piece.encode(), False)
            yield from found.taken()
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise BadExport(f"export: line {error.lineno}: not the XML of a backup of messages") from None
    yield from found.taken()


def _refuse(*_: object) -> None:
    raise BadExport("export: it declares a document type or entities, which a backup of messages never does")


class _Found:
    """What the parser has met since it was last asked."""

    def __init__(self, who: Who, tally: Tally) -> None:
        self._who, self._tally = who, tally
        self._waiting: list[OwnMessage] = []
        self._mms: dict[str, str] | None = None
        self._words: list[str] = []

    def taken(self) -> list[OwnMessage]:
        """Hand over what was found."""
        found, self._waiting = self._waiting, []
        return found

    def opened(self, name: str, about: dict[str, str]) -> None:
        """Meet the beginning of an element."""
        if name == "sms":
            self._meet(about, about.get("type", ""), about.get("body"))
        elif name == "mms":
            self._mms, self._words = about, []
        elif name == "part" and about.get("ct") == "text/plain" and (self._mms or {}).get("msg_box") == SENT:
            self._words.append(about.get("text", ""))

    def closed(self, name: str) -> None:
        """Meet the end of an element."""
        if name == "mms" and self._mms is not None:
            self._meet(self._mms, self._mms.get("msg_box", ""), "\n".join(self._words))
            self._mms = None

    def _meet(self, about: dict[str, str], box: str, text: str | None) -> None:
        if box == RECEIVED:
            self._who.is_other(about.get("contact_name") or about.get("address"))
            self._tally.others += 1
        elif box != SENT:
            self._tally.system += 1
        else:
            self._sent(about, text)

    def _sent(self, about: dict[str, str], text: str | None) -> None:
        self._who.has_written = True
        at = _moment(about.get("date", ""))
        if text is None or at is None:
            self._tally.unreadable += 1
        elif not text.strip() or text == "null":
            self._tally.system += 1
        else:
            self._waiting.append(OwnMessage(at, text))


def _moment(given: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(given) / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _mended(pieces: Iterator[str]) -> Iterator[str]:
    """Write out signs that the program splits in two (an emoji as two numbers), and leave pictures out."""
    rest = ""
    for piece in pieces:
        text = PICTURE.sub("", rest + piece)
        keep = _whole(text)
        rest = text[keep:]
        if len(rest) > MOST_WAITING:
            raise BadExport("export: an element is too long")
        yield _mend(text[:keep])
    yield _mend(rest)


def _whole(text: str) -> int:
    """Where the last whole element ends, so that nothing is cut in two."""
    return text.rfind(">") + 1 if len(text) > TAIL else 0


def _mend(text: str) -> str:
    return NOT_XML.sub(UNKNOWN, NUMBERED.sub(_sign, text))


def _sign(found: re.Match[str]) -> str:
    """Join the two halves of a sign; keep what XML allows, and write the sign for unknown for the rest."""
    made: list[str] = []
    high = 0
    for one in found[0][2:-1].split(";&#"):
        number = _number(one)
        if 0xD800 <= high < 0xDC00 <= number < 0xE000:
            made[-1] = chr(0x10000 + ((high - 0xD800) << 10) + (number - 0xDC00))
        else:
            made.append(_one(number))
        high = number
    return "".join(made)


def _number(written: str) -> int:
    return int(written[1:], 16) if written.startswith("x") else int(written)


def _one(number: int) -> str:
    is_fine = (
        number in (9, 10, 13)
        or 32 <= number < 0xD800
        or 0xE000 <= number < 0xFFFE
        or 0xFFFF < number <= 0x10FFFF
    )
    return f"&#{number};" if is_fine else UNKNOWN
