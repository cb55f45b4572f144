"""What chat programs write in place of a person's words, and around the clock."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

from troth.coach.exports.who import MARKS

LEFT_TO_RIGHT: Final = "\u200e"
LONGEST: Final = 60
EDITED: Final = re.compile(r"\s*\u200e?<([^<>\n]{5,60})>\s*$")
LETTERS: Final = re.compile(r"[\W\d_]+")
NOON: Final = 12


def is_placeholder(text: str) -> bool:
    """Say whether this stands in place of words: a picture, a sound, a deleted message."""
    if text.startswith(LEFT_TO_RIGHT):  # the program's own sentences begin with it, a person's do not
        return True
    if len(text) > LONGEST:
        return False
    plain = " ".join(MARKS.sub("", text).split()).strip("<>.。 ").casefold()
    return plain in _words("left_out", "deleted")


def without_edited(text: str) -> str:
    """Take away the program's remark that a message was changed."""
    if not text.endswith(">"):
        return text
    found = EDITED.search(text)
    return text[: found.start()] if found and found[1].casefold() in _words("edited") else text


def hour_of(hour: int, before: str, after: str) -> int | None:
    """Turn an hour and the words around it into 0 to 23; nothing where they are not known."""
    if not before and not after:
        return hour if 0 <= hour < 24 else None
    # Not kept from call to call: what stands beside a time may be a person's word.
    half = ""
    for word in (before, after):
        plain = LETTERS.sub("", word).casefold()
        if plain in _clock("before_noon") or plain in _clock("after_noon"):
            half = "am" if plain in _clock("before_noon") else "pm"
        elif plain and plain not in _clock("nothing"):
            return None
    if not half:
        return hour if hour < 24 else None
    if hour > NOON:  # some write "15:04 PM"
        return hour if half == "pm" and hour < 24 else None
    return hour % NOON + (NOON if half == "pm" else 0)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


@cache
def _words(*kinds: str) -> frozenset[str]:
    return frozenset(one for kind in kinds for one in _table()[kind])


@cache
def _clock(kind: str) -> frozenset[str]:
    return frozenset(LETTERS.sub("", one).casefold() for one in _table()["clock"][kind])
