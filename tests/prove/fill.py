"""Fill a home through the real actions, in a process of its own (`apart`)."""

from datetime import UTC, datetime

from troth import practices, vault
from troth.practices.checkins import Checkin
from troth.store.actions import accounts, bonds, entries
from troth.store.actions.slots import open_with_passphrase
from troth.store.host import name_tag
from troth.store.me import opened
from troth.store.models import Person
from troth.store.profile import Profile, Side
from troth.store.queries.bonds import mine


def a_home(name: str, passphrase: str, *, count: int) -> int:
    """Make an account with a bond and so many entries."""
    now = datetime.now(UTC)
    profile = Profile(name=name, zone="Europe/London")
    me, _cookie = accounts.sign_up(profile=profile, passphrase=passphrase, network="check", at=now)
    bonds.open_bond(me=me, side=Side(kind="partner", name="Ben", opened_at=now, read_roles=True))
    return entries_of(name, passphrase, count=count)


def entries_of(name: str, passphrase: str, *, count: int) -> int:
    """Write so many numbered check-ins into someone's first bond."""
    person = Person.objects.get(name_tag=name_tag(name))
    me = opened(person, key=open_with_passphrase(person, passphrase), session=None)
    now, bond = datetime.now(UTC), mine(me)[0].id
    documents = (
        (
            vault.new_id(),
            practices.start(
                "checkins",
                Checkin(role="supporter", felt_trust=5, note=f"line {n:06}"),
                at=now,
                on=now.date(),
            ),
        )
        for n in range(1, count + 1)
    )
    return len(entries.add_all(me=me, bond=bond, documents=documents))
