"""Takes a context line apart and builds it again with the room's own builder for that label."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import UUID

from troth import vault
from troth.vault import Cost


def rebuilt(line: str) -> str:
    """The same line, from typed values, as `store` would build it from a row."""
    start, label, *parts = line.split("|")
    assert start == "troth/1"
    return BUILDERS[label](*parts)


def share_parts(share: str, owner: str, receiver: str, scope: str, expires: str) -> dict[str, object]:
    people = {"share": UUID(share), "owner": UUID(owner), "receiver": UUID(receiver)}
    return people | {"scope": scope, "expires": _day(expires)}


def _entry(
    id: str, owner: str, bond: str, sequence: str, topic: str, due: str, version: str, generation: str
) -> str:
    return vault.entry_line(
        id=UUID(id),
        owner=UUID(owner),
        bond=_id(bond),
        sequence=int(sequence),
        topic=bytes.fromhex(topic),
        due=datetime.fromtimestamp(int(due), tz=UTC) if due else None,
        version=int(version),
        generation=int(generation),
    )


def _record(table: str, id: str, owner: str, bond: str, version: str, generation: str) -> str:
    return vault.record_line(
        table=table,
        id=UUID(id),
        owner=UUID(owner),
        bond=_id(bond),
        version=int(version) if version else None,
        generation=int(generation),
    )


def _slot(
    method: str,
    id: str,
    person: str,
    memory: str,
    passes: str,
    lanes: str,
    scope: str,
    expires: str,
    generation: str,
) -> str:
    cost = Cost(memory_kib=int(memory), passes=int(passes), lanes=int(lanes))
    return vault.slot_line(
        method=method,
        id=UUID(id),
        person=UUID(person),
        cost=None if cost == Cost(0, 0, 0) else cost,
        scope=scope,
        expires=_day(expires),
        generation=int(generation),
    )


def _session(id: str, person: str, generation: str) -> str:
    return vault.session_line(id=UUID(id), person=UUID(person), generation=int(generation))


def _note(table: str, id: str, person: str, generation: str) -> str:
    return vault.note_line(table=table, id=UUID(id), person=UUID(person), generation=int(generation))


def _share(*parts: str) -> str:
    return vault.share_line(**share_parts(*parts))


def _share_copy(*parts: str) -> str:
    return vault.share_copy_line(**share_parts(*parts))


def _share_owner(share: str, owner: str, generation: str) -> str:
    return vault.share_owner_line(share=UUID(share), owner=UUID(owner), generation=int(generation))


def _id(text: str) -> UUID | None:
    return UUID(text) if text else None


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


BUILDERS: dict[str, Callable[..., str]] = {
    "entry": _entry,
    "record": _record,
    "slot": _slot,
    "session": _session,
    "note": _note,
    "share": _share,
    "share-copy": _share_copy,
    "share-owner": _share_owner,
}
