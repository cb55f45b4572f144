"""What Today stands on: a few queries, and only the boxes that are shown are opened."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from troth.practices.next_step import Standing, StepKind, next_step
from troth.practices.promises import is_overdue
from troth.store.me import Me
from troth.store.queries import entries as queries
from troth.store.queries.bonds import MyBond
from troth.store.queries.drafts import kept
from troth.store.queries.entries import Opened
from troth.web.parts.promised import promised_too_much, waiting_promises
from troth.web.parts.quick import todays_checkin

MOST_SHOWN = 6


@dataclass(frozen=True)
class Todays:
    """Everything that Today shows."""

    step: StepKind | None
    overdue: tuple[Opened, ...]
    coming: tuple[Opened, ...]
    more: int
    checkin: Opened | None
    win: Opened | None
    has_kept_words: bool


def todays(me: Me, bond: MyBond, *, at: datetime) -> Todays:
    """Gather what Today shows; a paused or closed bond is quiet."""
    if bond.side.state != "active":
        return Todays(None, (), (), 0, None, None, bool(kept(me)))
    promises = waiting_promises(me, bond)
    overdue = tuple(one for one in promises if is_overdue(one.document, at))
    coming = tuple(one for one in promises if one not in overdue)
    checkin = todays_checkin(me, bond, on=timezone.localdate(at))
    standing = Standing(
        sent_away=me.profile.not_today == timezone.localdate(at),
        energy=checkin.content.energy if checkin else None,
        overdue=len(overdue),
        open_promises=len(promises),
        over_promised=promised_too_much(me, bond, promises, at=at),
        checked_in=checkin is not None,
    )
    shown = coming[: max(1, MOST_SHOWN - len(overdue))]
    wins = queries.ROWS.of(me).about(me, bond=bond.id, practice="wins").newest_first()
    win = next(iter(queries.opened(me, wins[:1])), None)
    return Todays(next_step(standing), overdue, shown, len(coming) - len(shown), checkin, win, bool(kept(me)))
