"""Sign in, unlock, lock, sign out: sign-in is unlocking, and the slot that opens is the check."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from troth import vault
from troth.store import limits
from troth.store.actions.pins import follow_pins
from troth.store.actions.profiles import save_profile
from troth.store.actions.slots import open_with_passphrase, passphrase_slot
from troth.store.actions.writing import writing
from troth.store.errors import Gone, Unreadable, WrongWayIn
from troth.store.host import name_tag
from troth.store.me import Me, opened
from troth.store.models import Person, Slot
from troth.store.queries.rows import taken
from troth.store.sessions import OpenSession, sessions
from troth.store.stretching import wanted_cost

MOST_SESSIONS = 5
KEPT_DAYS = 28
WRITE_IDLE_EVERY = timedelta(seconds=30)
# A clock that is put right by less than this ends no session.
PUT_RIGHT = timedelta(minutes=1)
# Every page asks for it: see `queries.rows`.
PERSON = "SELECT * FROM person WHERE id = %s AND generation = %s AND gone_at IS NULL"


def sign_in(*, name: str, passphrase: str, network: str, at: datetime) -> tuple[Me, str]:
    """Unlock an account by its name; return the person and the cookie. Known and unknown names answer alike."""
    person = Person.objects.filter(name_tag=name_tag(name), gone_at=None).first()
    return _unlock(person, passphrase, who=name_tag(name).hex(), network=network, at=at)


def unlock(*, locked: OpenSession, passphrase: str, network: str, at: datetime) -> tuple[Me, str]:
    """Unlock a locked browser again; its old session ends."""
    person = Person.objects.filter(id=locked.person, gone_at=None).first()
    who = bytes(person.name_tag).hex() if person else ""
    found = _unlock(person, passphrase, who=who, network=network, at=at)
    sessions().drop(locked.id)
    return found


def _unlock(
    person: Person | None, passphrase: str, *, who: str, network: str, at: datetime
) -> tuple[Me, str]:
    wide = limits.take(limits.NETWORK, network, at=at)
    narrow = limits.take(limits.NAME, who, network, at=at)
    key = open_with_passphrase(person, passphrase)
    limits.clear(narrow)
    limits.give_back(wide)
    if person is None:
        raise WrongWayIn
    return enter(person=_restretched(person, key, passphrase), account_key=key, at=at)


def _restretched(person: Person, key: vault.Key, passphrase: str) -> Person:
    """Rewrite a slot that is cheaper than this host wants."""
    slot = Slot.objects.filter(person=person, method="passphrase").first()
    wanted = wanted_cost()
    if slot is None or (slot.memory, slot.passes) >= (wanted.memory_kib, wanted.passes):
        return person
    fresh = passphrase_slot(person=person, account_key=key, passphrase=passphrase)
    with transaction.atomic():
        # Another browser may have unlocked and rewritten it meanwhile: there must never be two.
        if Slot.objects.filter(id=slot.id).delete()[0]:
            fresh.save(force_insert=True)
    return person


def enter(*, person: Person, account_key: vault.Key, at: datetime) -> tuple[Me, str]:
    """Open a new session for this person; return the person and the cookie's text."""
    cookie_half, row_half = vault.random_bytes(32), vault.random_bytes(32)
    me = opened(person, key=account_key, session=vault.new_id())
    _compare(me)
    me = _note_unlock(me, at=at)
    follow_pins(me)
    assert me.session is not None
    session = OpenSession(
        id=me.session,
        person=person.id,
        generation=person.generation,
        proof=vault.session_proof(cookie_half),
        idle_until=at + timedelta(minutes=me.profile.idle_minutes),
        ends_at=at + timedelta(hours=settings.UNLOCKED_HOURS),
        row_half=row_half,
        sealed=None,
    )
    box = vault.seal_key(
        vault.session_key(cookie_half=cookie_half, row_half=row_half), account_key, line=session.line()
    )
    for oldest in sessions().of(person.id)[: -MOST_SESSIONS + 1]:
        sessions().drop(oldest.id)
    sessions().put(replace(session, sealed=box))
    return me, vault.new_cookie(session.id, cookie_half)


def _note_unlock(me: Me, *, at: datetime) -> Me:
    """Remember the moment in the row as it is now: several browsers of one person may unlock at once."""
    with writing(me, adds=False) as person:
        now = opened(person, key=me.key, session=me.session)
        before = now.profile
        days = {*before.opened_days, at.astimezone(ZoneInfo(before.zone)).date()}
        profile = replace(
            before,
            last_unlock=at,
            unlock_before=before.last_unlock,
            opened_days=tuple(sorted(days))[-KEPT_DAYS:],
        )
        return save_profile(me=now, profile=profile)


def _compare(me: Me) -> None:
    """Notice a name or public keys that were swapped in the database: words would be sealed to someone else."""
    public, row = vault.identity(me.key), me.person
    right = (public.receive_public, public.sign_public, name_tag(me.profile.name))
    if (bytes(row.receive_public), bytes(row.sign_public), bytes(row.name_tag)) != right:
        raise Unreadable("This account's keys are not the ones that belong to it. It was kept as it is.")


def recognise(*, cookie: str, at: datetime) -> tuple[Me | None, OpenSession | None]:
    """Say who a cookie belongs to: unlocked (a person), locked (a session only), or nobody."""
    try:
        id, cookie_half = vault.read_cookie(cookie)
    except vault.VaultError:
        return None, None
    session = sessions().find(id)
    if session is None or vault.session_proof(cookie_half) != session.proof:
        return None, None
    # More than twelve hours to go: the clock was set back, and a session ends rather than lasts longer.
    if not at < session.ends_at <= at + timedelta(hours=settings.UNLOCKED_HOURS) + PUT_RIGHT:
        sessions().drop(id)
        return None, None
    if session.is_locked or session.idle_until <= at:
        sessions().lock(id)
        return None, session
    return _open(session, cookie_half, at=at)


def _open(session: OpenSession, cookie_half: bytes, *, at: datetime) -> tuple[Me | None, OpenSession | None]:
    found = Person.objects.raw(PERSON, taken(session.person, session.generation))
    person = next(iter(found), None)
    if person is None or session.row_half is None or session.sealed is None:
        sessions().drop(session.id)
        return None, None
    try:
        session_key = vault.session_key(cookie_half=cookie_half, row_half=session.row_half)
        key = vault.open_key(session_key, session.sealed, line=session.line())
        me = opened(person, key=key, session=session.id)
    except (vault.VaultError, Unreadable):
        sessions().drop(session.id)
        return None, None
    stay_until = at + timedelta(minutes=me.profile.idle_minutes)
    if abs(stay_until - session.idle_until) >= WRITE_IDLE_EVERY:
        # Where the clock was set back the moment comes nearer: a session ends rather than lasts longer.
        sessions().touch(session.id, idle_until=stay_until)
    return me, session


def check_passphrase(*, me: Me, passphrase: str, network: str, at: datetime) -> None:
    """Ask for the passphrase again before something that cannot be taken back."""
    narrow = limits.take(limits.NAME, bytes(me.person.name_tag).hex(), network, at=at)
    if open_with_passphrase(me.person, passphrase) != me.key:
        raise WrongWayIn
    limits.clear(narrow)


def lock(id: UUID) -> None:
    """Lock one browser: it is known who, nothing opens."""
    sessions().lock(id)


def sign_out(id: UUID) -> None:
    """End one session, wherever it is."""
    sessions().drop(id)


def sign_out_everywhere(*, me: Me, but_here: bool = False) -> None:
    """End all of this person's sessions, or all but this one."""
    sessions().drop_all(me.person.id, but=me.session if but_here else None)


def end_session(*, me: Me, id: UUID) -> None:
    """End one of this person's own sessions; another's, an ended one and none are the same `Gone`."""
    if id not in {row.id for row in sessions().of(me.person.id)}:
        raise Gone
    sessions().drop(id)
