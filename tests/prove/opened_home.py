"""What stands in a home's database, read by a plain connection and opened with a person's keys: no server takes part."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from tests.prove.home_files import ask, host_key_of
from tests.prove.server import Place
from troth import practices, vault
from troth.app.home import read_host_key
from troth.practices import Document
from troth.store.errors import Unreadable
from troth.store.models import Draft, Entry, Slot
from troth.store.sealed import unseal

ENTRY = "id, owner_id, bond_id, sequence, topic, due, version, generation, gone_at, sealed"
SLOT = "id, person_id, method, salt, memory, passes, lanes, scope, generation, sealed"


@dataclass(frozen=True)
class Found:
    """One entry as it was found; `words` is None where it did not open."""

    id: UUID
    sequence: int
    version: int
    is_gone: bool
    words: str | None


@dataclass(frozen=True)
class Reader:
    """One home, and the key of the one account in it."""

    place: Place
    key: vault.Key

    def entries(self, file: Path | None = None) -> list[Found]:
        """Open every entry, in the order in which they were written; `file` is another copy of the database."""
        rows = ask(self.place, f"SELECT {ENTRY} FROM entry ORDER BY sequence", file=file)
        return [self._found(_entry(row)) for row in rows]

    def _found(self, entry: Entry) -> Found:
        try:
            document = practices.decode(unseal(entry, key=self.key))
        except (Unreadable, practices.BadDocument):
            return Found(entry.id, entry.sequence, entry.version, entry.gone_at is not None, None)
        words = words_of(document) if isinstance(document, Document) else None
        return Found(entry.id, entry.sequence, entry.version, entry.gone_at is not None, words)

    def draft_addresses(self) -> list[str | None]:
        """Open every draft; return where each belongs, None for one that does not open."""
        rows = ask(self.place, "SELECT id, person_id, generation, sealed FROM draft")
        return [self._address(Draft(**_typed("id person_id generation sealed", row))) for row in rows]

    def _address(self, draft: Draft) -> str | None:
        try:
            return str(msgspec.json.decode(unseal(draft, key=self.key))["address"])
        except (Unreadable, msgspec.DecodeError):
            return None


def words_of(document: Document[Any]) -> str:
    """Return the words that the checks' writers put in."""
    content = document.content
    return next(
        str(getattr(content, name))
        for name in ("note", "wording", "what", "regret")
        if hasattr(content, name)
    )


def reader(place: Place, passphrase: str) -> Reader:
    """Open the one passphrase slot there is, as a sign-in does."""
    (row,) = ask(place, f"SELECT {SLOT} FROM slot WHERE method = 'passphrase'")
    slot = Slot(**_typed(SLOT.replace(",", ""), row))
    cost = slot.cost()
    assert cost is not None
    key = vault.passphrase_key(
        passphrase, salt=slot.salt, cost=cost, host_key=read_host_key(host_key_of(place))
    )
    return Reader(place, vault.open_key(key, slot.sealed, line=slot.line()))


def _entry(row: tuple[Any, ...]) -> Entry:
    return Entry(**_typed(ENTRY.replace(",", ""), row))


def _typed(names: str, row: tuple[Any, ...]) -> dict[str, Any]:
    return {name: _value(name, value) for name, value in zip(names.split(), row, strict=True)}


def _value(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name == "id" or name.endswith("_id"):
        return value if isinstance(value, UUID) else UUID(value)
    if name in ("due", "gone_at"):
        return value if isinstance(value, datetime) else datetime.fromisoformat(value).replace(tzinfo=UTC)
    return bytes(value) if isinstance(value, memoryview) else value
