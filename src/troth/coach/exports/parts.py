"""JSON value by value: the text is never held whole, however long the export."""

import json
import re
from collections.abc import Iterator
from typing import Final, NoReturn

from troth.coach.exports.errors import BadExport

SPACE: Final = re.compile(r"[ \t\r\n]*")
DECODE: Final = json.JSONDecoder().raw_decode
MOST: Final = 1 << 24


class Parts:
    """Pulls values out of pieces of text. Each key and each place of a list is consumed before the next."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._text, self._at = "", 0

    def peek(self) -> str:
        """Return the next sign that is not space; nothing at the end."""
        while True:
            self._at = SPACE.match(self._text, self._at).end()  # type: ignore[union-attr]
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def value(self) -> object:
        """Decode the next value as a whole."""
        self.peek()
        while True:
            try:
                found, end = DECODE(self._text, self._at)
            except RecursionError:
                self._refuse()
            except ValueError:
                if len(self._text) - self._at > MOST or not self._more():
                    self._refuse()
                continue
            if end == len(self._text) and self._more():  # a number may go on
                continue
            self._at = end
            return found

    def keys(self) -> Iterator[str]:
        """Give the keys of the object that begins here; its value is to be taken after each."""
        for _ in self._inside("{", "}"):
            key = self.value()
            self._take(":")
            yield str(key)

    def places(self) -> Iterator[None]:
        """Stop at each place of the list that begins here; its value is to be taken after each."""
        yield from self._inside("[", "]")

    def values(self) -> Iterator[object]:
        """Give the values of the list that begins here."""
        for _ in self.places():
            yield self.value()

    def _inside(self, opening: str, closing: str) -> Iterator[None]:
        self._take(opening)
        if self.peek() == closing:
            self._at += 1
            return
        while True:
            yield None
            if self.peek() == closing:
                self._at += 1
                return
            self._take(",")

    def _take(self, sign: str) -> None:
        if self.peek() != sign:
            self._refuse()
        self._at += 1

    def _more(self) -> bool:
        """Add as much text as is waiting already, so that a long value is tried seldom."""
        wanted, added = len(self._text) - self._at, []
        while (piece := next(self._pieces, None)) is not None:
            added.append(piece)
            wanted -= len(piece)
            if piece and wanted <= 0:
                break
        if not added:
            return False
        self._text, self._at = self._text[self._at :] + "".join(added), 0
        return True

    def _refuse(self) -> NoReturn:
        raise BadExport("export: not JSON, or cut off") from None
