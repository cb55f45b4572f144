"""The sample world: an invented supporter and her partner, sixteen weeks, a colleague, and a host who can read nothing."""

import random
import tomllib
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any
from uuid import UUID

from tqdm import tqdm

from troth import vault
from troth.app import sample_notes, sample_two
from troth.app.sample_days import Days
from troth.practices import Document
from troth.store.actions import accounts, bonds, entries, profiles
from troth.store.me import Me
from troth.store.models import Person
from troth.store.profile import Profile, Side

WEEKS = 16
SEED = 16
ZONE = "Europe/London"
FILES = (
    "sample.toml",
    "sample_notes.toml",
    "sample_later.toml",
    "sample_lately.toml",
    "sample_more.toml",
    "sample_forms.toml",
    "sample_ben.toml",
    "sample_two.toml",
)
NOTES = ("with_ben", "with_mira", "own", "ben", "ben_own", "ada_gave", "ben_gave")
STEP = "a7"
SIGN_INS = {
    "ada": "river lamp copper nine walnut",
    "ben": "paper cloud seven acorn drum",
    "hester": "tin harbour quiet violet rope",
}
Written = tuple[UUID, Document[Any]]


def sign_ins() -> str:
    """Say how to get into the sample world."""
    lines = [f"  name {name:8} passphrase {words}" for name, words in SIGN_INS.items()]
    return "\n".join(("Sample world, everyone in it is invented. Sign in as:", *lines))


def fill(*, at: datetime) -> None:
    """Make the sample world once; the words are the same each time, counted back from this day."""
    if Person.objects.exists():
        return
    began = at - timedelta(weeks=WEEKS)
    _hester, ada, ben = (_signed_up(name, at=began) for name in ("hester", "ada", "ben"))
    partner = bonds.open_bond(me=ada, side=Side(kind="partner", name="Ben", opened_at=began, read_roles=True))
    mira = bonds.open_bond(
        me=ada,
        side=Side(kind="colleague", name="Mira", opened_at=began + timedelta(weeks=6), read_roles=True),
    )
    profiles.change_profile(me=ada, bond=partner, step=STEP)
    words = all_words()
    _the_two(ada, ben, partner, words, at=at)
    entries.add_all(me=ada, bond=mira, documents=work_weeks(words, at=at))
    entries.add_all(me=ada, bond=None, documents=own_weeks(words, at=at))
    entries.add_all(me=ben, bond=None, documents=ben_own_weeks(words, at=at))


def _signed_up(name: str, *, at: datetime) -> Me:
    profile = Profile(name=name.capitalize(), zone=ZONE)
    return accounts.sign_up(profile=profile, passphrase=SIGN_INS[name], network="sample", at=at)[0]


def _the_two(ada: Me, ben: Me, bond: UUID, words: dict[str, Any], *, at: datetime) -> None:
    """Join them in their bond; each writes, and gives the other a little of it."""
    days = Days(words, random.Random(SEED), at=at, zone=ZONE)
    hers, his = partner_weeks(words, at=at), ben_weeks(words, at=at)
    sample_two.join(inviter=ada, invitee=ben, bond=bond, days=days)
    sample_two.write_with_rule(me=ada, bond=bond, written=hers, days=days)
    entries.add_all(me=ben, bond=bond, documents=his)
    sample_two.give(me=ada, bond=bond, written=hers, copies=words["ada_gave"], days=days)
    sample_two.give(me=ben, bond=bond, written=his, copies=words["ben_gave"], days=days)


def all_words() -> dict[str, Any]:
    """Read what the sample people say. Notes about one person may go on from file to file."""
    read = [tomllib.loads(files("troth.app").joinpath(name).read_text()) for name in FILES]
    lists = {key: [note for one in read for note in one.get(key, ())] for key in NOTES}
    return {**read[0], **lists}


def partner_weeks(words: dict[str, Any], *, at: datetime) -> list[Written]:
    """Write sixteen weeks with a partner: a slow rise, a bad weekend in the seventh, a silence in the eleventh."""
    days = Days(words, random.Random(SEED), at=at, zone=ZONE)
    found: list[Written] = []
    for day in tqdm(range(WEEKS * 7, -1, -1), desc="sample world", unit=" days", delay=1, disable=None):
        found += list(_one_day(days, day))
    return in_order([*found, *sample_notes.written(days, words["with_ben"])])


def _one_day(days: "Days", ago: int) -> Iterator[Written]:
    if 33 <= ago <= 41:
        return  # nine days in which nothing was written
    mood = days.mood(ago)
    if days.chance(0.72) or ago == 1:
        yield vault.new_id(), days.checkin(ago, mood)
    if days.chance(0.46) or ago in (0, 1, 2):
        yield from days.promise(ago)
    if days.chance(0.12):
        yield vault.new_id(), days.win(ago)


def work_weeks(words: dict[str, Any], *, at: datetime) -> list[Written]:
    """Write some weeks with a colleague: few entries, short ones."""
    days = Days(words, random.Random(SEED + 1), at=at, zone=ZONE)
    found: list[Written] = []
    for ago in range(66, 0, -1):
        if ago % 9 == 0:
            found.append((vault.new_id(), days.work_checkin(ago)))
        if ago % 7 == 3:
            found.append((vault.new_id(), days.work_promise(ago)))
    return in_order([*found, *sample_notes.written(days, words["with_mira"])])


def own_weeks(words: dict[str, Any], *, at: datetime) -> list[Written]:
    """Write what belongs to the supporter alone and to no bond."""
    days = Days(words, random.Random(SEED), at=at, zone=ZONE)
    return in_order(sample_notes.written(days, words["own"]))


def ben_weeks(words: dict[str, Any], *, at: datetime) -> list[Written]:
    """Write what the partner notes about the same weeks, in his own account."""
    return in_order(sample_notes.written(Days(words, random.Random(SEED), at=at, zone=ZONE), words["ben"]))


def ben_own_weeks(words: dict[str, Any], *, at: datetime) -> list[Written]:
    """Write what belongs to the partner alone and to no bond."""
    return in_order(
        sample_notes.written(Days(words, random.Random(SEED), at=at, zone=ZONE), words["ben_own"])
    )


def in_order(found: Iterable[Written]) -> list[Written]:
    """Return entries as they would have been written: what one is tied to comes before it."""
    return sorted(found, key=lambda written: written[1].written_at)
