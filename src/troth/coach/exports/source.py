"""The text of an export, piece by piece: bytes or text, with its byte order mark, or the one chat in a ZIP. Never whole in memory."""

import codecs
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Any, Final

from troth.coach.exports.errors import BadExport

PIECE: Final = 1 << 18
HEAD: Final = 1 << 16
LONGEST_LINE: Final = 1 << 20
MOST_UNPACKED: Final = 1 << 28
ENDINGS: Final = (".txt", ".json", ".jsonl", ".xml", ".csv")
FIRST_NAMES: Final = ("_chat.txt", "result.json", "main.jsonl", "data.json")
BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


class Source:
    """An export to be read once. `head` is its beginning, to see what it is."""

    def __init__(self, stream: IO[Any]) -> None:
        first = stream.read(HEAD)
        if isinstance(first, bytes) and first.startswith(b"PK\x03\x04"):
            stream = _unpacked(stream, first)
            first = _piece(stream.read, HEAD)
        self._read = stream.read
        self._decode = _decoder(first) if isinstance(first, bytes) else None
        self.head = self._text(first)

    def pieces(self) -> Iterator[str]:
        """Give the text from its beginning."""
        yield self.head
        while piece := _piece(self._read, PIECE):
            yield self._text(piece)

    def lines(self) -> Iterator[str]:
        """Give the lines without their ends; what is over the limit of a line is left out."""
        rest, is_cut = "", False
        for piece in self.pieces():
            parts = (rest + piece).split("\n")
            rest = parts.pop()
            if parts and is_cut:
                del parts[0]
                is_cut = False
            yield from parts
            if len(rest) > LONGEST_LINE:
                if not is_cut:
                    yield rest[:LONGEST_LINE]
                rest, is_cut = "", True
        if rest and not is_cut:
            yield rest

    def _text(self, piece: Any) -> str:
        return self._decode(piece) if self._decode else str(piece)


def _piece(read: Callable[[int], Any], size: int) -> Any:
    try:
        return read(size)
    except BROKEN as error:
        raise BadExport("export: the ZIP is damaged or locked") from error


def _decoder(first: bytes) -> Callable[[bytes], str]:
    sixteen = first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return codecs.getincrementaldecoder("utf-16" if sixteen else "utf-8-sig")(errors="replace").decode


def _unpacked(stream: IO[bytes], first: bytes) -> IO[bytes]:
    try:
        if not stream.seekable():
            raise BadExport("export: a ZIP cannot be read from a pipe; give the file")
        stream.seek(0)
        packed = zipfile.ZipFile(stream)
        chat = _chat_of([one for one in packed.namelist() if one.lower().endswith(ENDINGS)])
        if packed.getinfo(chat).file_size > MOST_UNPACKED:
            raise BadExport("export: the chat in the ZIP is too long; unpack it and give the file")
        return packed.open(chat)
    except (*BROKEN, io.UnsupportedOperation) as error:
        raise BadExport("export: the ZIP is damaged or locked") from error


def _chat_of(names: list[str]) -> str:
    """Name the one chat of a ZIP."""
    real = [one for one in names if not one.startswith("__MACOSX/")]
    for wanted in FIRST_NAMES:
        named = [one for one in real if one.rpartition("/")[2] == wanted]
        if len(named) == 1:
            return named[0]
    if len(real) != 1:
        raise BadExport(f"export: expected one chat in the ZIP, found {len(real)}")
    return real[0]
