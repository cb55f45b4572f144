"""Change the person's own settings."""

from dataclasses import replace
from typing import Any

from troth.store.actions.writing import writing
from troth.store.errors import Stale
from troth.store.me import Me, opened
from troth.store.profile import Profile, encode
from troth.store.sealed import seal


def save_profile(*, me: Me, profile: Profile) -> Me:
    """Seal a changed profile over the one that was read."""
    with writing(me, adds=False) as person:
        if person.version != me.person.version:
            raise Stale(person.version)
        person.version += 1
        seal(person, encode(profile), key=me.key)
        person.save(update_fields=["version", "sealed"])
        me.person.version, me.person.sealed = person.version, person.sealed
    return me.known_as(profile)


def change_profile(*, me: Me, **changes: Any) -> Me:
    """Change single settings in the row as it is now: another tab or browser may just have changed others."""
    with writing(me, adds=False) as person:
        now = opened(person, key=me.key, session=me.session)
        return save_profile(me=now, profile=replace(now.profile, **changes))
