"""Signal, which has no one format: the JSON of four tools, each as an object, a list, or one object a line.

- signal-cli (``--output=json``, also its JSON-RPC): ``envelope.syncMessage.sentMessage`` is one's own.
- signal-export's ``data.json`` and its like: ``sender`` is "Me", or the name that was given.
- Signal Desktop's own rows, as sigtop and others write them: ``type`` is "outgoing".
- Signal's own plain-text export: ``chatItem`` with ``outgoing``.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

from troth.coach.exports.own import OwnMessage, Tally
from troth.coach.exports.parts import Parts
from troth.coach.exports.who import Who

ME: Final = "Me"
LISTS: Final = ("messages", "messsages")  # one tool spells it so
KNOWN: Final = ("envelope", "params", "chatItem", "type", "sender", "body")
MOMENTS: Final = ("date", "sent_at", "timestamp")
TEXTS: Final = ("body", "text", "message")
Said = tuple[object, object]  # the moment, the words


def read(pieces: Iterator[str], who: Who, tally: Tally) -> Iterator[OwnMessage]:
    """Give one's own messages."""
    for one in _objects(Parts(pieces)):
        said = _mine(one, who, tally) if isinstance(one, dict) else None
        if not isinstance(one, dict):
            tally.unreadable += 1
        if said is None:
            continue
        who.has_written = True
        at, text = _moment(said[0]), said[1]
        if text is None or (isinstance(text, str) and not text.strip()):
            tally.system += 1
        elif at is None or not isinstance(text, str):
            tally.unreadable += 1
        else:
            yield OwnMessage(at, text.rstrip())


def _objects(parts: Parts) -> Iterator[object]:
    while first := parts.peek():
        if first == "[":
            yield from parts.values()
        elif first == "{":
            whole: dict[str, object] = {}
            for key in parts.keys():  # noqa: SIM118
                if key in LISTS and parts.peek() == "[":
                    yield from parts.values()
                else:
                    whole[key] = parts.value()
            if not _is_frame(whole):
                yield whole
        else:
            yield parts.value()


def _is_frame(whole: dict[str, object]) -> bool:
    """Say whether this stands around messages and is none itself: an account, a person, a chat."""
    return not any(key in whole for key in KNOWN)


def _mine(one: dict[str, Any], who: Who, tally: Tally) -> Said | None:
    """Return moment and words if they are mine; count what is not."""
    if isinstance(one.get("params"), dict):
        one = one["params"]
    if isinstance(one.get("envelope"), dict):
        return _of_cli(one["envelope"], who, tally)
    if isinstance(one.get("chatItem"), dict):
        return _of_item(one["chatItem"], tally)
    if "sender" in one and one.get("type") not in ("outgoing", "incoming"):
        return _of_sender(one, who, tally)
    if one.get("type") == "outgoing":
        return _first(one, MOMENTS[1:]), one.get("body")
    if one.get("type") == "incoming":
        who.is_other(one.get("sourceName") or one.get("source"))
        tally.others += 1
    else:
        tally.system += 1
    return None


def _of_cli(envelope: dict[str, Any], who: Who, tally: Tally) -> Said | None:
    sync = envelope.get("syncMessage")
    sent = sync.get("sentMessage") if isinstance(sync, dict) else None
    if isinstance(sent, dict):
        inner = sent.get("dataMessage")
        body = inner.get("message") if isinstance(inner, dict) else sent.get("message")
        return sent.get("timestamp") or envelope.get("timestamp"), body
    if isinstance(envelope.get("dataMessage"), dict):
        who.is_other(envelope.get("sourceName") or envelope.get("source"))
        tally.others += 1
    else:
        tally.system += 1
    return None


def _of_item(item: dict[str, Any], tally: Tally) -> Said | None:
    if "incoming" in item:
        tally.others += 1
        return None
    standard = item.get("standardMessage")
    if "outgoing" not in item or not isinstance(standard, dict):
        tally.system += 1
        return None
    text = standard.get("text")
    return item.get("dateSent"), text.get("body") if isinstance(text, dict) else None


def _of_sender(one: dict[str, Any], who: Who, tally: Tally) -> Said | None:
    sender = one.get("sender")
    if one.get("deleted") is True or one.get("call") is True or not isinstance(sender, str):
        tally.system += 1
    # "Me" is the tool's own word for the one whose phone it is.
    elif sender == ME or who.is_me(sender):
        who.me_is(sender)
        return _first(one, MOMENTS), _first(one, TEXTS)
    else:
        tally.others += 1
    return None


def _first(one: dict[str, Any], names: tuple[str, ...]) -> object:
    return next((one[name] for name in names if name in one), None)


def _moment(given: object) -> datetime | None:
    """Read milliseconds since 1970, also as digits in a string, or an ISO date."""
    try:
        if isinstance(given, str) and not given.isdigit():
            return datetime.fromisoformat(given)
        return datetime.fromtimestamp(int(given) / 1000, UTC)  # type: ignore[call-overload]
    except (TypeError, ValueError, OverflowError, OSError):
        return None
