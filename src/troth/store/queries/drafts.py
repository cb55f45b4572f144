"""Reading kept drafts back."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import msgspec

from troth import vault
from troth.practices import reader_of
from troth.store.me import Me
from troth.store.models import Draft
from troth.store.queries.rows import taken

MINE = "SELECT * FROM draft WHERE person_id = %s"  # Today asks for it: see `rows`


@dataclass(frozen=True)
class KeptDraft:
    """A form as it was being written: where it belongs and what was in it."""

    id: UUID
    address: str
    fields: dict[str, list[str]]

    def __repr__(self) -> str:
        return "KeptDraft(…)"


class _Content(msgspec.Struct):
    address: str
    fields: dict[str, list[str]]


_CONTENT = reader_of(_Content)


def encode(address: str, fields: Mapping[str, list[str]]) -> bytes:
    """Turn a form into the bytes that are sealed."""
    return msgspec.json.encode(_Content(address, dict(fields)))


def kept(me: Me) -> list[KeptDraft]:
    """Open this person's drafts; one that does not open is left where it is."""
    found = (_opened(me, row) for row in Draft.objects.raw(MINE, taken(me.person.id)))
    return [draft for draft in found if draft]


def for_address(me: Me, address: str) -> KeptDraft | None:
    """Return what was being written on one page, if anything."""
    return next((draft for draft in kept(me) if draft.address == address), None)


def _opened(me: Me, row: Draft) -> KeptDraft | None:
    sealed = bytes(row.sealed)
    try:
        # A note begins with random bytes and a record with "TV"; one note in 65,536 begins so by chance.
        content = vault.open_record(me.key, sealed, line=row.line())
    except vault.VaultError:
        try:
            content = vault.read_note(me.key, sealed, line=row.note_line())
        except vault.VaultError:
            return None
    found = _CONTENT.decode(content)
    return KeptDraft(row.id, found.address, found.fields)
