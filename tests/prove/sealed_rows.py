"""One row of every sealed kind, for two people, in this process' home: what the swaps are tried on."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CTR

from troth import practices, vault
from troth.practices.checkins import Checkin
from troth.practices.promises import Promise
from troth.store.actions import accounts, bonds, drafts, entries, invitations, profiles
from troth.store.actions.slots import open_with_code, open_with_passphrase
from troth.store.errors import StoreError
from troth.store.host import host_key
from troth.store.me import Me, opened
from troth.store.models import Draft, Entry, Invitation, Membership, Person, Session, Slot
from troth.store.profile import Profile, Side
from troth.store.queries import entries as entry_queries
from troth.store.sealed import unseal
from troth.store.sessions import IN_TABLE, OpenSession
from troth.vault import Key
from troth.vault.derive import derive
from troth.vault.padding import unpad

ADAS = "river lamp copper nine walnut"
BENS = "paper cloud seven acorn drum"
Opener = Callable[[Key, Any], object]


@dataclass(frozen=True)
class Specimen:
    """One sealed row: how it is opened, by its key and, where there is one, by the way a page takes."""

    name: str
    model: Any
    id: UUID
    key: Key
    opener: Opener
    by_page: Callable[[UUID], object] | None = None
    save_again: Callable[[], object] | None = None
    is_note: bool = False

    def row(self, id: UUID | None = None) -> Any:
        return self.model._base_manager.get(pk=id or self.id)

    def line(self, row: Any) -> str:
        return str(row.note_line() if self.is_note else row.line())

    def changed_parts(self, before: Any, after: Any) -> set[int]:
        """Return which parts of the line differ; all of them where no line can be built any more."""
        old = self.line(before).split("|")
        try:
            new = self.line(after).split("|")
        except ValueError:
            return {-1}
        return {at for at, (one, other) in enumerate(zip(old, new, strict=True)) if one != other}

    def verdict(self, row: Any) -> str:
        """Say whether the row opens: "opened", "refused", or the name of an error that is not the rooms' own."""
        return verdict(lambda: self.opener(self.key, row))

    def page_verdict(self, id: UUID) -> str:
        assert self.by_page is not None
        return verdict(lambda: self.by_page(id))  # type: ignore[misc]

    def careless_verdict(self, row: Any) -> str:
        """The same for an opener that leaves the line out: header, commitment and padding hold, the tag is not read."""
        return "refused" if self.is_note else verdict(lambda: _careless(self.key, bytes(row.sealed)))

    def owner_column(self) -> Any:
        """Return the column that says whose row it is; nothing for a person."""
        found = [one for one in self.model._meta.concrete_fields if one.name in ("owner", "person")]
        return found[0] if found else None

    def with_key(self, key: Key) -> "Specimen":
        return replace(self, key=key)


@dataclass(frozen=True)
class World:
    """Two people, and one specimen of each kind for both."""

    people: tuple[Me, Me]
    specimens: tuple[Specimen, ...]
    topics: tuple[bytes, ...]
    at: datetime

    def other_than(self, person: UUID) -> Me:
        return next(me for me in self.people if me.person.id != person)


def a_world() -> World:
    """Make two accounts with everything in them, through the real actions."""
    at = datetime.now(UTC).replace(second=0, microsecond=0)
    ada, ben = _person("Ada", ADAS, at), _person("Ben", BENS, at)
    specimens = [*_specimens(ben, BENS, "Ben's ", at), *_specimens(ada, ADAS, "", at)]
    topics = tuple(
        ada.topic(bond=bond, practice=name) for bond in _bonds_of(ada) for name in practices.names()
    )
    return World((ada, ben), tuple(specimens), topics, at)


def _person(name: str, passphrase: str, at: datetime) -> Me:
    me, _cookie = accounts.sign_up(
        profile=Profile(name=name, zone="Europe/London"), passphrase=passphrase, network="prove", at=at
    )
    return me


def _bonds_of(me: Me) -> list[UUID]:
    return list(Membership.objects.filter(person=me.person.id).values_list("bond_id", flat=True))


def _specimens(me: Me, passphrase: str, whose: str, at: datetime) -> list[Specimen]:
    bond = bonds.open_bond(me=me, side=Side(kind="partner", name="B", opened_at=at))
    bonds.open_bond(me=me, side=Side(kind="friend", name="C", opened_at=at))
    code = vault.new_recovery_code()
    me = accounts.set_recovery_code(me=me, code=code)
    found = [
        *_entries(me, bond, at),
        *_records(me, bond, at),
        *_slots(me, passphrase, code, at),
        _session(me, at),
    ]
    return [replace(one, name=whose + one.name) for one in found]


def _entries(me: Me, bond: UUID, at: datetime) -> list[Specimen]:
    checkin = practices.start("checkins", Checkin(felt_trust=6, role="supporter"), at=at, on=at.date())
    promise = Promise(wording="ring", size="small", due=at + timedelta(days=1), made_at=at)
    made = [
        entries.add(me=me, bond=bond, document=checkin),
        entries.add(me=me, bond=bond, document=practices.start("promises", promise, at=at, on=at.date())),
    ]

    def read(id: UUID) -> object:
        found = entry_queries.opened(me, Entry.objects.filter(id=id))
        return _or_refuse(bool(found) and found[0].is_readable)

    def save() -> object:
        now = entry_queries.one(me, made[0].id)
        return entries.save(me=me, id=now.id, version=now.version, document=now.document)  # type: ignore[arg-type]

    return [
        Specimen("check-in", Entry, made[0].id, me.key, _record, by_page=read, save_again=save),
        Specimen("promise", Entry, made[1].id, me.key, _record, by_page=read),
    ]


def _records(me: Me, bond: UUID, at: datetime) -> list[Specimen]:
    drafts.keep(me=me, address="/wins/new/", fields={"what": ["half a win"]})
    drafts.keep_locked(person=me.person.id, address="/wins/new/", fields={"what": ["half a win"]})
    record, note = sorted(
        Draft.objects.filter(person=me.person.id), key=lambda draft: bytes(draft.sealed)[:2] != b"TV"
    )
    side = Membership.objects.get(person=me.person.id, bond=bond)
    invitations.invite(me=me, bond=bond, at=at)
    code = Invitation.objects.get(inviter=me.person.id)

    def save_side() -> object:
        version = Membership.objects.get(pk=side.pk).version
        return bonds.change_side(
            me=me, bond=bond, version=version, side=Side(kind="family", name="D", opened_at=at)
        )

    def save_person() -> object:
        now = opened(Person.objects.get(pk=me.person.pk), key=me.key, session=None)
        return profiles.save_profile(me=now, profile=replace(now.profile, theme="dark"))

    return [
        Specimen("profile", Person, me.person.id, me.key, _record, save_again=save_person),
        Specimen("side of a bond", Membership, side.id, me.key, _record, save_again=save_side),
        Specimen("invitation", Invitation, code.id, me.key, _record),
        Specimen("draft", Draft, record.id, me.key, _record),
        Specimen("locked draft", Draft, note.id, me.key, _note, is_note=True),
    ]


def _slots(me: Me, passphrase: str, code: str, at: datetime) -> list[Specimen]:
    rows = {slot.method: slot for slot in Slot.objects.filter(person=me.person.id)}
    one = rows["passphrase"]
    stretched = vault.passphrase_key(passphrase, salt=bytes(one.salt), cost=one.cost(), host_key=host_key())
    token = Slot(id=vault.new_id(), person=me.person, method="token", salt=b"", scope="read", generation=1)
    token.expires, words = at.date() + timedelta(days=30), vault.new_token(token.id)
    token.sealed = vault.seal_key(vault.token_key(words), me.key, line=token.line())
    token.save(force_insert=True)

    def by_passphrase(_id: UUID) -> object:
        return open_with_passphrase(Person.objects.get(pk=me.person.pk), passphrase)

    return [
        Specimen("passphrase slot", Slot, one.id, stretched, _key, by_page=by_passphrase),
        Specimen(
            "recovery slot",
            Slot,
            rows["recovery"].id,
            vault.recovery_key(code),
            _key,
            by_page=lambda _id: open_with_code(code),
        ),
        Specimen("token slot", Slot, token.id, vault.token_key(words), _key),
    ]


def _session(me: Me, at: datetime) -> Specimen:
    halves = {"cookie_half": vault.random_bytes(32), "row_half": vault.random_bytes(32)}
    session = OpenSession(
        id=vault.new_id(),
        person=me.person.id,
        generation=me.person.generation,
        proof=vault.session_proof(halves["cookie_half"]),
        idle_until=at + timedelta(minutes=10),
        ends_at=at + timedelta(hours=12),
        row_half=halves["row_half"],
        sealed=None,
    )
    key = vault.session_key(**halves)
    IN_TABLE.put(replace(session, sealed=vault.seal_key(key, me.key, line=session.line())))

    def found(id: UUID) -> object:
        row = IN_TABLE.find(id)
        return vault.open_key(key, row.sealed, line=row.line()) if row and row.sealed else _or_refuse(False)

    return Specimen("session", Session, session.id, key, _key, by_page=found)


def _or_refuse(opens: bool) -> object:
    if not opens:
        raise StoreError("it does not open")
    return opens


def _record(key: Key, row: Any) -> object:
    return unseal(row, key=key)


def _key(key: Key, row: Any) -> object:
    # As `store.actions.slots` does, which the way of a page tries for itself: no line is a row that does not open.
    try:
        return vault.open_key(key, bytes(row.sealed), line=row.line())
    except ValueError as error:
        raise StoreError from error


def _note(key: Key, row: Any) -> object:
    return vault.read_note(key, bytes(row.sealed), line=row.note_line())


def verdict(opening: Callable[[], object]) -> str:
    """Say what became of an opening: "opened", "refused", or the name of an error that is not the rooms' own."""
    try:
        opening()
    except (vault.VaultError, StoreError):
        return "refused"
    except Exception as error:  # noqa: BLE001 - errors that are not ours are what is counted
        return type(error).__name__
    return "opened"


def _careless(key: Key, box: bytes) -> bytes:
    okm = derive(key.raw, "seal", salt=box[4:36], size=64)
    if box[:2] != b"TV" or box[36:68] != okm[32:]:
        raise vault.CannotOpen
    stream = Cipher(AES256(okm[:32]), CTR(bytes(12) + (2).to_bytes(4))).decryptor()
    plain = stream.update(box[68:-16])
    return unpad(plain) if box[3] == 1 else plain
