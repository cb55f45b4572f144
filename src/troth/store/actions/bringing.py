"""Bring an export in: nothing lost, nothing doubled, all or nothing."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from django.db import transaction

from troth import practices, vault
from troth.practices import BadDocument, Document, Foreign, Link, reader_of
from troth.store.actions import bonds as bond_actions
from troth.store.actions import entries as entry_actions
from troth.store.actions import profiles
from troth.store.errors import StoreError
from troth.store.me import Me
from troth.store.models import Bond, Entry
from troth.store.profile import Side
from troth.store.queries import bonds, entries
from troth.store.queries.takeout import FORMAT, VERSION


class BadExport(StoreError):
    """The file is no export, or a damaged one. Its text names the place and what was expected."""


@dataclass(frozen=True)
class Brought:
    """What came in: new bonds, new entries, entries that were here already."""

    bonds: int
    entries: int
    here_already: int


class _BondIn(msgspec.Struct):
    id: UUID
    kind: Any
    name: Any
    opened_at: Any
    entries: list[dict[str, Any]]
    role: Any = "supporter"
    state: Any = "active"
    read_roles: Any = False
    origin: Any = None


class _ExportIn(msgspec.Struct):
    format: str
    version: int
    bonds: list[_BondIn]
    entries: list[dict[str, Any]]


_EXPORT = reader_of(_ExportIn)


@dataclass(frozen=True)
class _Read:
    bond: UUID | None
    side: Side | None
    documents: list[tuple[UUID, Document[Any] | Foreign]]


def bring(*, me: Me, raw: bytes, at: datetime) -> Brought:
    """Read an export whole, then write what is not here yet in one transaction."""
    parts = _read(raw)
    with transaction.atomic():
        here = _here(me)
        sides = {bond.id: bond.id for bond in bonds.mine(me)}
        sides |= {bond.side.origin: bond.id for bond in bonds.mine(me) if bond.side.origin}
        ids = _new_ids(parts, here)
        made = 0
        for part in parts:
            if part.bond is not None and part.side is not None and part.bond not in sides:
                sides[part.bond] = _open_bond(me, part.bond, part.side)
                made += 1
            target = sides[part.bond] if part.bond else None
            _add(me, target, part, here, ids)
        profiles.change_profile(me=me, imported_at=at)
    count = sum(id not in here for part in parts for id, _ in part.documents)
    return Brought(made, count, sum(len(part.documents) for part in parts) - count)


def _read(raw: bytes) -> list[_Read]:
    try:
        found = _EXPORT.decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        place = str(error).partition(" - at ")[2].strip("`") or "the file"
        raise BadExport(f"{place}: expected what an export of Troth holds.") from error
    if found.format != FORMAT:
        raise BadExport(f'format: expected "{FORMAT}".')
    if found.version > VERSION:
        raise BadExport(f"version: got {found.version}, this program knows {VERSION}. Use a newer one.")
    parts = [
        _Read(one.id, _side(one, f"bonds[{n}]"), _documents(one.entries, f"bonds[{n}]"))
        for n, one in enumerate(found.bonds)
    ]
    return [*parts, _Read(None, None, _documents(found.entries, "$"))]


def _side(bond: _BondIn, place: str) -> Side:
    try:
        return msgspec.convert(
            {
                name: getattr(bond, name)
                for name in ("kind", "name", "opened_at", "role", "state", "read_roles", "origin")
            },
            type=Side,
        )
    except msgspec.ValidationError as error:
        inside = str(error).partition("$.")[2].strip("`")
        raise BadExport(f"{place}.{inside or 'kind'}: expected what a bond holds.") from error


def _documents(plain: list[dict[str, Any]], place: str) -> list[tuple[UUID, Document[Any] | Foreign]]:
    return [_document(one, f"{place}.entries[{n}]") for n, one in enumerate(plain)]


def _document(plain: dict[str, Any], place: str) -> tuple[UUID, Document[Any] | Foreign]:
    try:
        id = UUID(str(plain.get("id")))
    except ValueError as error:
        raise BadExport(f"{place}.id: expected an identifier.") from error
    try:
        return id, practices.from_plain({name: value for name, value in plain.items() if name != "id"})
    except BadDocument as error:
        raise BadExport(f"{place}{error.path.removeprefix('$')}: expected {error.expected}.") from error


def _here(me: Me) -> dict[UUID, UUID]:
    """Map every id that stands for an entry of mine, its own or the one it had elsewhere, to that entry."""
    mine = entries.opened(me, Entry.objects.filter(owner=me.person.id))
    known = {one.id: one.id for one in mine}
    return known | {
        one.document.origin: one.id
        for one in mine
        if isinstance(one.document, Document) and one.document.origin
    }


def _new_ids(parts: list[_Read], here: dict[UUID, UUID]) -> dict[UUID, UUID]:
    """Keep ids where they are free in this home; another's entry may have the same id, and keeps it."""
    asked = [id for part in parts for id, _ in part.documents if id not in here]
    taken = _taken(asked)
    return {id: vault.new_id() if id in taken else id for id in asked}


def _taken(asked: list[UUID]) -> set[UUID]:
    chunks = (asked[start : start + 500] for start in range(0, len(asked), 500))
    return {id for chunk in chunks for id in Entry.objects.filter(id__in=chunk).values_list("id", flat=True)}


def _open_bond(me: Me, id: UUID, side: Side) -> UUID:
    if Bond.objects.filter(id=id).exists():
        return bond_actions.open_bond(me=me, side=replace(side, origin=side.origin or id))
    return bond_actions.open_bond(me=me, side=side, id=id)


def _add(me: Me, bond: UUID | None, part: _Read, here: dict[UUID, UUID], ids: dict[UUID, UUID]) -> None:
    moved = {**here, **ids}
    fresh = [(ids[id], _moved(document, id, moved)) for id, document in part.documents if id in ids]
    if fresh:
        entry_actions.add_all(me=me, bond=bond, documents=fresh)


def _moved(document: Document[Any] | Foreign, id: UUID, moved: dict[UUID, UUID]) -> Document[Any] | Foreign:
    if isinstance(document, Foreign):
        return document
    links = tuple(Link(to=moved.get(link.to, link.to), as_=link.as_) for link in document.links)
    origin = document.origin or (id if moved[id] != id else None)
    return replace(document, links=links, origin=origin)


__all__ = ["BadExport", "Brought", "bring"]
