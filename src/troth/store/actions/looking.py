"""Note that someone looked at what is out there of theirs: only in their own sealed profile."""

from datetime import datetime

from troth.store.actions.profiles import change_profile
from troth.store.me import Me
from troth.store.queries.out_there import has_more, marks_now


def led_there(*, me: Me, at: datetime) -> bool:
    """Say, after an unlock, whether more is out there than was looked at; then this is the look."""
    now, seen = marks_now(me, at=at), me.profile.out_seen
    if now == seen:
        return False
    if not has_more(now, seen):
        change_profile(me=me, out_seen=now)
        return False
    looked(me=me, at=at)
    return True


def looked(*, me: Me, at: datetime) -> None:
    """Keep what is out there now as looked at, today."""
    change_profile(me=me, out_seen=marks_now(me, at=at), out_looked=me.day(at))
