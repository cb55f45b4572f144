"""WhatsApp's text, from Android ("3/5/26, 15:04 - Name: …") and from iOS ("[3/5/26, 15:04:05] Name: …")."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from troth.coach.exports.days import DayOrder, Undated, dated
from troth.coach.exports.own import OwnMessage, Tally
from troth.coach.exports.who import Who
from troth.coach.exports.words import hour_of, is_placeholder, without_edited

# bracket, day, word before the time, hour, minute, second, word after it, the rest.
HEAD: Final = re.compile(
    r"[\u200e\u200f\ufeff]*(\[)?(\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}\.?)[,،]?\s+(?:([^\W\d]{1,6}\.?)[,،]?\s?)?"
    r"(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?(?:\s?([^\W\d_][^\d\]:,-]{0,14}?))?(?(1)\] ?|\s[-–] )(.*)",
    re.DOTALL,
)
KOREAN: Final = re.compile(
    r"\ufeff?()(\d{4}년 \d{1,2}월 \d{1,2}일) (?:([^\W\d]{2}) )?(\d{1,2}):(\d\d)()(), (.*)", re.DOTALL
)
HIDDEN: Final = re.compile("[\u200f\u061c\u202a-\u202e\u2066-\u2069]")
BEGINS: Final = frozenset("[\u200e\u200f\ufeff\u202a\u202b\u061c")
FIRST_YEAR, FOR_HEAD, LONGEST = 2009, 64, 20_000


def begins(line: str) -> re.Match[str] | None:
    """Match a line that begins a message."""
    first = line[:1]
    if not (first.isdigit() or first in BEGINS):
        return None
    found = HEAD.match(line)
    if found is None and HIDDEN.search(line, 0, FOR_HEAD):
        found = HEAD.match(HIDDEN.sub("", line[:FOR_HEAD]) + line[FOR_HEAD:])
    if found is None and line[4:6] == "년 ":
        found = KOREAN.match(line)
    return found


def read(lines: Iterable[str], who: Who, tally: Tally, *, order: str | None) -> Iterator[OwnMessage]:
    """Give one's own messages."""
    days = DayOrder(order, first_year=FIRST_YEAR)
    return dated(_mine(lines, who, tally, days), days, tally)


def _mine(lines: Iterable[str], who: Who, tally: Tally, days: DayOrder) -> Iterator[Undated]:
    """The one loop over all lines: whatever is not mine is counted and let go within it."""
    mine: _Open | None = None
    bracket: str | None = None
    last_day, is_begun = "", False
    for line in lines:
        found = begins(line)
        if found is not None and (not is_begun or found[1] == bracket):
            if mine is not None:
                yield from mine.closed(tally)
                mine = None
            bracket, day, before, hour, minute, second, after, rest = found.groups()
            if day != last_day:
                days.see(day)
                last_day = day
            is_begun = True
            text = _my_text(rest, who, tally)
            if text is not None:
                at = hour_of(int(hour), before or "", after or "")
                if at is None or int(minute) > 59 or int(second or 0) > 59:
                    tally.unreadable += 1
                    continue
                mine = _Open(day, (at, int(minute), int(second or 0)), text)
        elif mine is not None:
            mine.add(line)
        elif not is_begun and line.strip():
            tally.unreadable += 1
    if mine is not None:
        yield from mine.closed(tally)


def _my_text(rest: str, who: Who, tally: Tally) -> str | None:
    """Return the words if they are mine; count what is not."""
    name, colon, text = rest.partition(": ")
    if ": " in who.me and rest.startswith(f"{who.me}: "):
        name, text = who.me, rest[len(who.me) + 2 :]
    if not colon:
        bare = rest.rstrip("\r ")
        if not bare.endswith(":"):
            tally.system += 1
            return None
        name, text = bare[:-1], ""
    if who.is_me(name) if '"' not in name and "“" not in name else name == who.me:
        return text
    if '"' in name or "“" in name:  # 'Tom changed the subject to "Plan: Sunday"'
        tally.system += 1
    else:
        tally.others += 1
    return None


class _Open:
    """One's own message while its lines are still coming."""

    __slots__ = ("_clock", "_day", "_lines", "_room")

    def __init__(self, day: str, clock: tuple[int, int, int], text: str) -> None:
        self._day, self._clock, self._lines, self._room = day, clock, [text.rstrip("\r")], LONGEST

    def add(self, line: str) -> None:
        """Add a further line, up to the limit of a message."""
        if self._room > 0:
            self._lines.append(line[: self._room].rstrip("\r"))
            self._room -= len(line) + 1

    def closed(self, tally: Tally) -> Iterator[Undated]:
        """Give the message, unless there are no words in it."""
        text = without_edited("\n".join(self._lines)[:LONGEST])
        if not text.strip() or is_placeholder(text):
            tally.system += 1
            return
        yield Undated(self._day, *self._clock, text)
