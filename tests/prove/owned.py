"""Three people of the cast, each with one object of every kind in every state that an address can name."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from tests import people
from tests.store.two import joined, shared
from tests.written import an_entry_of
from troth import practices, vault
from troth.practices import Link
from troth.practices.promises import Promise
from troth.practices.repairs import PARTS, Repair
from troth.store.actions import bonds, drafts, entries, erasing, rules, shares, unlocking
from troth.store.models import Draft, Membership, Share
from troth.store.profile import Side
from troth.store.sessions import sessions

PRACTICES = practices.names()


@dataclass(frozen=True)
class Owner:
    """One person: a browser that is open, and the objects by kind and state."""

    someone: people.Someone
    cookie: str
    objects: dict[str, dict[str, UUID]]


def an_owner(name: str) -> Owner:
    """Make an account that owns one of everything."""
    someone = people.an_account(name)
    at = datetime.now(UTC)
    objects: dict[str, dict[str, UUID]] = {practice: {} for practice in PRACTICES}
    objects |= _between_two(someone, at=at)
    for state in ("mine", "undo hour", "erased"):
        for practice, id in _one_of_each(someone).items():
            objects.setdefault(practice, {})[state] = id
            _into(state, someone=someone, id=id, at=at)
    erasing.sweep(at=at)
    objects["bond"] = _two_bonds(someone, at=at)
    objects["to share"] = objects["wins"]  # any kind that may be shared is taken there, so it is none's alone
    objects["draft"] = _two_drafts(someone)
    objects["session"] = _two_sessions(someone)
    _me, cookie = unlocking.enter(person=someone.me.person, account_key=someone.me.key, at=at)
    return Owner(someone, cookie, objects)


def _one_of_each(someone: people.Someone) -> dict[str, UUID]:
    missed = _a_missed_promise(someone)
    return {
        "promises": people.a_promise(by=someone).id,
        "missed": missed,
        "repairs": _a_repair(someone, about=missed),
        **{
            name: an_entry_of(name, by=someone).id
            for name in PRACTICES
            if name not in ("promises", "repairs")
        },
    }


def _a_missed_promise(someone: people.Someone) -> UUID:
    now = datetime.now(UTC)
    made = now.replace(second=0, microsecond=0) - timedelta(days=3)
    content = Promise(wording="Water the plants", due=made + timedelta(days=1), size="tiny", made_at=made)
    document = practices.start("promises", content, at=made, on=made.date())
    missed = practices.move(document, "miss", at=now)
    return entries.add(me=someone.me, bond=someone.bond, document=missed).id


def _a_repair(someone: people.Someone, *, about: UUID) -> UUID:
    now, words = datetime.now(UTC), Repair(**dict.fromkeys(PARTS, "I said I would"))
    document = practices.start("repairs", words, at=now, on=now.date(), links=[Link(to=about, as_="about")])
    return entries.add(me=someone.me, bond=someone.bond, document=document).id


def _into(state: str, *, someone: people.Someone, id: UUID, at: datetime) -> None:
    if state != "mine":
        entries.delete(me=someone.me, id=id, at=at if state == "undo hour" else at - timedelta(hours=2))


def _two_bonds(someone: people.Someone, *, at: datetime) -> dict[str, UUID]:
    over = bonds.open_bond(me=someone.me, side=Side(kind="friend", name="no more", opened_at=at))
    bonds.delete_bond(me=someone.me, bond=over)
    return {"mine": someone.bond, "erased": over}


def _between_two(someone: people.Someone, *, at: datetime) -> dict[str, dict[str, UUID]]:
    """In a bond of its own: copies given and received, one of each taken back, and a standing rule."""
    friend = people.an_account(f"A friend of {someone.name}")
    bond = bonds.open_bond(me=someone.me, side=Side(kind="friend", name="Cleo", opened_at=at))
    here, there = replace(someone, bond=bond), replace(friend, bond=bond)
    joined(here, there, at=at)
    until = at.date() + timedelta(days=7)
    found = {}
    for kind, giver in (("given", here), ("received", there)):
        live, over = (shared(giver, until=until, at=at) for _ in range(2))
        shares.take_back(me=giver.me, id=over)
        found[kind] = {"mine": live, "erased": over}
    rules.keep_up(me=someone.me, bond=bond, practice="wins", fields=["what"], until=until, at=at)
    return {**found, "ruled": {"mine": bond}}


def _two_drafts(someone: people.Someone) -> dict[str, UUID]:
    found = []
    for address in ("/wins/new/", "/promises/new/"):
        drafts.keep(me=someone.me, address=address, fields={"what": ["half a line"]})
        known = Draft.objects.filter(person=someone.me.person.id).exclude(id__in=found)
        found.append(known.get().id)
    drafts.forget_one(me=someone.me, id=found[1])
    return {"mine": found[0], "erased": found[1]}


def _two_sessions(someone: people.Someone) -> dict[str, UUID]:
    ids = []
    for _ in range(2):
        _me, cookie = unlocking.enter(
            person=someone.me.person, account_key=someone.me.key, at=datetime.now(UTC)
        )
        ids.append(vault.read_cookie(cookie)[0])
    sessions().drop(ids[1])
    return {"mine": ids[0], "erased": ids[1]}


def in_state(role: str, owners: dict[str, Owner], *, kind: str, state: str) -> UUID | None:
    """Find the object that is in this state for this role; None where the kind knows no such state."""
    names = list(owners)
    own = owners.get(role) or owners[names[0]]
    other = owners[names[(names.index(own.someone.name) + 1) % len(names)]]
    if state == "never":
        return uuid4()
    if state == "another kind's":
        return own.objects["wins" if kind != "wins" else "checkins"]["mine"] if kind in PRACTICES else None
    if state.startswith("the other's"):
        return other.objects[kind].get(state.partition(", ")[2] or "mine")
    return own.objects[kind].get(state)


def belongs_to(id: UUID, someone: people.Someone) -> bool:
    """Say whether an identifier that stands on a page is this person's: looked up in the model."""
    me = someone.me
    return (
        me.person.entries.filter(id=id).exists()
        or Membership.objects.filter(person=me.person.id, bond=id).exists()
        or Draft.objects.filter(person=me.person.id, id=id).exists()
        or Share.objects.touching(me.person.id).filter(id=id).exists()
        or id in {row.id for row in sessions().of(me.person.id)}
    )


def ids_of_an_owner(name: str) -> dict[str, str]:
    """Make an owner in a home of its own (`apart`); return what is theirs by kind."""
    return {kind: str(states["mine"]) for kind, states in an_owner(name).objects.items()}
