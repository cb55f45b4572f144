"""Telegram Desktop's JSON: one chat (`messages`) or all of an account (`chats.list[].messages`)."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

from troth.coach.exports.own import OwnMessage, Tally
from troth.coach.exports.parts import Parts
from troth.coach.exports.who import Who

LISTS: Final = ("chats", "left_chats")
# What stands in these entities was said by somebody else.
QUOTED: Final = ("blockquote",)


def read(pieces: Iterator[str], who: Who, tally: Tally) -> Iterator[OwnMessage]:
    """Give one's own messages; what was forwarded is not one's own."""
    parts, mine = Parts(pieces), _Mine(who)
    for key in parts.keys():  # noqa: SIM118
        if key in LISTS and parts.peek() == "{":
            yield from _chats(parts, mine, tally)
        elif key == "messages" and parts.peek() == "[":
            yield from _messages(parts, mine, tally)
        else:
            value = parts.value()
            if key == "personal_information" and isinstance(value, dict) and "user_id" in value:
                mine.account = f"user{value['user_id']}"


def _chats(parts: Parts, mine: "_Mine", tally: Tally) -> Iterator[OwnMessage]:
    for key in parts.keys():  # noqa: SIM118
        if key != "list" or parts.peek() != "[":
            parts.value()
            continue
        for _ in parts.places():
            if parts.peek() != "{":
                parts.value()
                continue
            for inner in parts.keys():  # noqa: SIM118
                if inner == "messages" and parts.peek() == "[":
                    yield from _messages(parts, mine, tally)
                else:
                    parts.value()


def _messages(parts: Parts, mine: "_Mine", tally: Tally) -> Iterator[OwnMessage]:
    for one in parts.values():
        if not isinstance(one, dict):
            tally.unreadable += 1
        elif one.get("type") != "message":
            tally.system += 1
        elif not mine.wrote(one) or one.get("forwarded_from") is not None or one.get("via_bot") is not None:
            tally.others += 1
        else:
            yield from _own(one, tally)


def _own(one: dict[str, Any], tally: Tally) -> Iterator[OwnMessage]:
    text, at = _text(one.get("text", "")), _moment(one)
    if text is None or at is None:
        tally.unreadable += 1
    elif not text.strip():
        tally.system += 1
    else:
        yield OwnMessage(at, text)


def _text(given: object) -> str | None:
    """Join the text, which is one string or a list of strings and entities."""
    if isinstance(given, str):
        return given
    if not isinstance(given, list):
        return None
    found = []
    for one in given:
        if isinstance(one, dict):
            one = "" if one.get("type") in QUOTED else one.get("text")
        if not isinstance(one, str):
            return None
        found.append(one)
    return "".join(found)


def _moment(one: dict[str, Any]) -> datetime | None:
    try:
        if "date_unixtime" in one:
            return datetime.fromtimestamp(int(one["date_unixtime"]), UTC)
        return datetime.fromisoformat(one["date"])
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        return None


class _Mine:
    """Who I am among accounts: by id where one is known, since two people may have one name."""

    def __init__(self, who: Who) -> None:
        self._who = who
        self.account: str | None = None
        self._bound: str | None = None

    def wrote(self, one: dict[str, Any]) -> bool:
        """Say whether this message is by the one who was named."""
        name, account = one.get("from"), str(one.get("from_id"))
        if account == self._who.me and self.account in (None, account):
            self._who.has_written = True
            return True
        if not isinstance(name, str):
            return False
        if self.account is not None and account != self.account:
            self._who.met(name)
            return False
        if not self._who.is_me(name):
            return False
        self._bound = self._bound or account
        if account != self._bound:
            raise self._who.two_of((self._bound, account))
        return True
