"""Every address, with every method, as everyone, at objects in every state: what came back, and what was written."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from tests.prove.owned import Owner, an_owner, in_state
from tests.prove.who_may import TABLE, Who
from troth import vault
from troth.store.actions import unlocking
from troth.store.sessions import IN_MEMORY

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
ROLES = ("signed out", "locked", "Ada", "Mallory", "Hester")
STATES = ("mine", "the other's", "the other's, undo hour", "undo hour", "erased", "another kind's", "never")
TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=|"X-CSRFToken": )"[A-Za-z0-9]+"')
DOORS = ("/sign-in/?next=", "/unlock/?next=")


@dataclass(frozen=True)
class Visit:
    """One request and its answer, the form token taken out."""

    role: str
    name: str
    method: str
    state: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    wrote: bool

    def __str__(self) -> str:
        return f"{self.role}: {self.method} {self.name} ({self.state or 'no object'}) answered {self.status}"

    @property
    def outcome(self) -> str:
        """Name what the answer means: open, door, 403, 404, 405, or broken."""
        if self.status in (403, 404, 405):
            return str(self.status)
        if self.status >= 500:
            return "broken"
        return "door" if self.headers.get("Location", "").startswith(DOORS) else "open"


def addresses() -> dict[str, URLPattern]:
    """Return every address of the program by its name, from the resolver."""
    return dict(_below(get_resolver(), ""))


def _below(part: Any, space: str) -> Iterator[tuple[str, URLPattern]]:
    for one in part.url_patterns:
        if isinstance(one, URLResolver):
            yield from _below(one, f"{one.namespace or space}:" if one.namespace else space)
        else:
            yield f"{space}{one.name}", one


class World:
    """The cast with their browsers. Whatever a visit writes is rolled back after it."""

    def __init__(self, owners: dict[str, Owner], locked: str) -> None:
        self.owners = owners
        self.cookies = {"signed out": "", "locked": locked} | {
            name: one.cookie for name, one in owners.items()
        }
        self.client = Client(raise_request_exception=False)
        self.without_token = Client(raise_request_exception=False, enforce_csrf_checks=True)
        self.types_all = False

    def visit(
        self, role: str, name: str, who: Who, method: str, state: str = "", *, token: bool = True
    ) -> Visit | None:
        """Ask once; None where the address knows no object in this state."""
        id = in_state(role, self.owners, kind=who.names, state=state) if who.names else None
        if who.names and id is None:
            return None
        client = self.client if token else self.without_token
        client.cookies.clear()
        if self.cookies[role]:
            client.cookies["troth"] = self.cookies[role]
        with rolled_back() as before:
            sent = self._sent(role, who, method, id)
            response = client.generic(method, address_of(name, who, id), **sent)
            body = TOKEN.sub(b"", b"" if response.streaming else response.content)
            wrote = before != marks()
        return Visit(role, name, method, state, response.status_code, dict(response.headers), body, wrote)

    def _sent(self, role: str, who: Who, method: str, id: UUID | None) -> dict[str, str]:
        if method not in ("POST", "PUT", "PATCH"):
            return {}
        owner = self.owners.get(role) or next(iter(self.owners.values()))
        # Stretching a passphrase costs more than twenty pages: in the short size one role types it.
        passphrase = owner.someone.passphrase if self.types_all or role == "Ada" else ""
        words = {**PAYLOAD, **dict.fromkeys(("passphrase", "again", "old"), passphrase)}
        words |= {"on": timezone.localdate().isoformat(), who.query or "id": str(id or "")}
        return {"data": urlencode(words), "content_type": "application/x-www-form-urlencoded"}


def address_of(name: str, who: Who, id: UUID | None) -> str:
    """Build the address with its object or word in place."""
    if who.query:
        return f"{reverse(name, args=[who.word] if who.word else [])}?{who.query}={id}"
    return reverse(name, args=[one for one in (id, who.word) if one])


PAYLOAD = {
    "wording": "Ring at six",
    "due": "2031-05-01T18:00",
    "size": "tiny",
    "dimension": "none",
    "version": "1",
    "felt_trust": "5",
    "note": "A line",
    "what": "A walk",
    "kind": "other",
    "name": "Zed",
    "role": "supporter",
    "zone": "Europe/London",
    "theme": "system",
    "idle_minutes": "10",
    "leave_to": "wikipedia",
    "responsibility": "It was mine",
    "words": "walk",
    "draft_address": "/checkins/new/",
    "answer": "It was the door",
    "mine_questions": "1",
    "saw": "Went to bed early",
    "question": "What helps?",
    "toward": "other",
    "whose": "mine",
    "safe": "yes",
    "instrument": "phq-4",
    "item": "1",
    "trap": "labelling",
}


class rolled_back:
    """Undo everything that happens inside: rows, sessions in memory, the erased list."""

    def __enter__(self) -> tuple[object, ...]:
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.rows = dict(IN_MEMORY._rows)
        self.erased = Path(settings.ERASED_FILE)
        self.length = self.erased.stat().st_size if self.erased.exists() else 0
        return marks()

    def __exit__(self, *_: object) -> None:
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)
        IN_MEMORY._rows = self.rows
        if self.erased.exists():
            with self.erased.open("r+b") as kept:
                kept.truncate(self.length)


def marks() -> tuple[object, ...]:
    """Return something that differs as soon as anything was written. A session's idle moment may move by itself."""
    rows = {id: replace(row, idle_until=row.ends_at) for id, row in IN_MEMORY._rows.items()}
    erased = Path(settings.ERASED_FILE)
    return _changes(), rows, erased.stat().st_size if erased.exists() else 0


def _changes() -> int:
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        return int(connection.connection.total_changes)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) FROM pg_stat_xact_user_tables WHERE relname <> 'session'"
        )
        return int(cursor.fetchone()[0])


def a_world() -> World:
    """Make Ada, Mallory and Hester with one of everything, and Ada's other browser, locked."""
    owners = {name: an_owner(name) for name in ("Ada", "Mallory", "Hester")}
    ada = owners["Ada"].someone
    _me, locked = unlocking.enter(person=ada.me.person, account_key=ada.me.key, at=timezone.now())
    unlocking.lock(vault.read_cookie(locked)[0])
    return World(owners, locked)


def walk(world: World, table: Mapping[str, Who], *, wide: bool) -> list[Visit]:
    """Visit everything in the table. Where not `wide`, who has no key sees fewer states, and a method that no page
    takes is tried by two roles an address, by turns."""
    found = []
    world.types_all = wide
    for turn, (name, who) in enumerate(table.items()):
        for role, method in product(ROLES, METHODS):
            if not wide and method not in who.methods.split() and role not in _whose_turn(turn):
                continue
            for state in _states(who, role, method, wide=wide):
                found.append(world.visit(role, name, who, method, state))
    return [visit for visit in found if visit is not None]


def _whose_turn(turn: int) -> tuple[str, str]:
    return ROLES[turn % len(ROLES)], ROLES[(turn + 2) % len(ROLES)]


def _states(who: Who, role: str, method: str, *, wide: bool) -> tuple[str, ...]:
    if not who.names:
        return ("",)
    if wide:
        return STATES
    if method not in who.methods:
        return ("mine",)
    return STATES if role in ("Ada", "Mallory") else ("mine", "the other's", "never")


def walked(*, wide: bool) -> list[Visit]:
    """Return the answers of a whole walk, without their pages; two checks of one run share it."""
    if wide not in _walked:
        remember(walk(a_world(), TABLE, wide=wide), wide=wide)
    return _walked[wide]


def remember(visits: list[Visit], *, wide: bool) -> None:
    """Keep a walk for the other check that looks at it."""
    _walked[wide] = [replace(visit, body=b"") for visit in visits]


_walked: dict[bool, list[Visit]] = {}


def expected(who: Who, visit: Visit) -> str:
    """Say what the table and the rules want: open, door, 404 or 405."""
    methods = who.methods.split()
    if who.may == "everyone":
        return "open" if visit.method in methods else "405"
    if visit.role in ("signed out", "locked"):
        return "door" if visit.method in ("GET", "HEAD", "POST") else "404"
    if visit.method not in methods:
        return "405"
    return "404" if who.may == "owner" and visit.state != who.state else "open"
