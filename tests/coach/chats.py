"""Exports as the tests write them: Anna is the one who reads; what Tom says must never be seen again."""

import io
import json

from troth.coach import OwnMessage, Reading, read_export

SECRET = "zebrafinch"  # only others say it
CALLED = "Anna"


def read(text: str | bytes, *, me: str = CALLED, **more: str) -> Reading:
    """Begin to read."""
    raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return read_export(io.BytesIO(raw), me=me, **more)


def whole(text: str | bytes, *, me: str = CALLED, **more: str) -> tuple[list[OwnMessage], Reading]:
    """Read all of it."""
    reading = read(text, me=me, **more)
    return list(reading), reading


def words(text: str | bytes, *, me: str = CALLED, **more: str) -> list[str]:
    """Read all of it and give the words."""
    return [one.text for one in whole(text, me=me, **more)[0]]


def telegram(*messages: dict[str, object], account: int | None = None) -> str:
    """Write one chat, or with an account number a whole account."""
    chat = {"name": "Tom", "type": "personal_chat", "id": 5, "messages": list(messages)}
    if account is None:
        return json.dumps(chat, indent=1)
    about = {"user_id": account, "first_name": "Anna"}
    return json.dumps({"about": "…", "personal_information": about, "chats": {"about": "…", "list": [chat]}})


def said(name: str, text: object, *, id: str = "user1", **more: object) -> dict[str, object]:
    """Write one message of Telegram."""
    base = {"id": 1, "type": "message", "date": "2026-05-03T15:04:05", "date_unixtime": "1777813445"}
    return {**base, "from": name, "from_id": id, "text": text, **more}


def backup(*inside: str) -> str:
    """Write a backup of SMS."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>\n<!--File Created-->\n<?xml-stylesheet type="text/xsl" href="sms.xsl"?>\n<smses count="{len(inside)}">{"".join(inside)}</smses>'


def sms(box: int, body: str, *, name: str = "Tom") -> str:
    """Write one SMS."""
    return f'<sms protocol="0" address="+441" date="1777813445000" type="{box}" body="{body}" read="1" contact_name="{name}" />\n'
