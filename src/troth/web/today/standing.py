"""What Today stands on: a few queries, and only the boxes that are needed are opened."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.utils import timezone

from troth import practices
from troth.practices import Document
from troth.practices.efforts import worth_remembering
from troth.practices.ladder import STEPS as RUNGS
from troth.practices.ladder import breached, rung_of
from troth.practices.next_step import LOW_ENERGY, Standing, StepKind, next_step
from troth.practices.paces import How
from troth.practices.promises import is_overdue
from troth.practices.triggers import Coming, coming_up
from troth.safety import Gate
from troth.store.me import Me
from troth.store.queries import paces
from troth.store.queries.bonds import MyBond
from troth.store.queries.drafts import kept
from troth.store.queries.entries import Opened
from troth.store.queries.guarding import gate_from
from troth.store.queries.recent import guarding, lasting, newest, recent, waiting
from troth.values import Outcome
from troth.web.parts.gated import OPEN
from troth.web.parts.promised import largest_now, promised_too_much, settled_lately

MOST_SHOWN = 6
FRESH_HOURS = 72
FRESH = timedelta(hours=FRESH_HOURS)
SOON_DAYS = 14
LADDER_STEPS = frozenset(RUNGS.values())
# Steps that are mine alone; every other goes towards the other.
OWN: frozenset[StepKind] = frozenset(
    (
        "resources",
        "rest",
        "settle",
        "check_in",
        "win",
        "trigger",
        "origin",
        "thought",
        "support",
        "own_rest",
        "enough",
    )
)


@dataclass(frozen=True, kw_only=True)
class Todays:
    """Everything that Today shows."""

    step: StepKind | None = None
    gate: Gate = OPEN
    overdue: tuple[Opened, ...] = ()
    coming: tuple[Opened, ...] = ()
    more: int = 0
    checkin: Opened | None = None
    noticed: Opened | None = None
    soon: tuple[Coming, ...] = ()
    planned: tuple[Opened, ...] = ()
    has_kept_words: bool = False
    pace: How | None = None  # the other's, as it is now; never since when


def todays(me: Me, bond: MyBond, *, at: datetime) -> Todays:
    """Gather what Today shows; a paused or closed bond is quiet."""
    if bond.side.state != "active":
        return Todays(has_kept_words=bool(kept(me)))
    on = timezone.localdate(at)
    near = guarding(me, bond.id, on=on, besides=("occurrences",))
    due = waiting(me, bond.id)
    promises = _of(due, "promises")
    overdue = tuple(one for one in promises if is_overdue(one.document, at))
    coming = tuple(one for one in promises if one not in overdue)
    checkin = next((one for one in _of(near, "checkins") if one.document.on == on), None)  # type: ignore[union-attr]
    gate = gate_from(near, on=on)
    pace = paces.theirs_in(me, bond, at=at)
    standing = Standing(
        on=on,
        gate=gate.state,
        sent_away=me.profile.not_today == on,
        energy=checkin.content.energy if checkin else None,
        triggered=_triggered(near, at),
        overdue=len(overdue),
        open_promises=len(promises),
        over_promised=promised_too_much(me, bond, promises, at=at),
        checked_in=checkin is not None,
        opened=me.profile.opened_days,
    )
    shown = coming[: max(1, MOST_SHOWN - len(overdue))]
    return Todays(
        step=_unless_quiet(_step(me, bond, standing, at=at), pace),
        gate=gate,
        overdue=overdue,
        coming=shown,
        more=len(coming) - len(shown),
        checkin=checkin,
        noticed=_noticed(me, bond, standing),
        soon=coming_up(_documents(lasting(me, bond.id, of=("triggers",))), on, days=SOON_DAYS),
        planned=tuple(one for one in due if one.practice != "promises" and _is_offered(one, gate, pace)),
        has_kept_words=bool(kept(me)),
        pace=pace,
    )


def _unless_quiet(step: StepKind | None, pace: How | None) -> StepKind | None:
    """Leave out a step towards the other while they ask for quiet; what is mine alone stays."""
    return step if pace != "pause" or step in OWN else None


def _step(me: Me, bond: MyBond, standing: Standing, *, at: datetime) -> StepKind | None:
    """Choose the step; the record of promises and of the last weeks is opened only where it decides."""
    step = next_step(standing)
    if step in LADDER_STEPS:
        outcomes = settled_lately(me, bond)
        hurt = breached(outcomes, at=at, hours=FRESH_HOURS)
        return next_step(replace(standing, triggered=hurt, rung=rung_of(outcomes, at=at)))
    if step != "enough":
        return step
    near = recent(me, bond.id, on=standing.on)
    hurt = breached(practices.readings_of(_documents(near), kind=Outcome), at=at, hours=FRESH_HOURS)
    here = frozenset(practices.names())
    return next_step(replace(standing, triggered=hurt, last=_last_days(near), here=here))


def address_of(
    step: StepKind | None, overdue: tuple[Opened, ...], me: Me, bond: MyBond, *, at: datetime
) -> str:
    """Say where a step leads that depends on the record; others lead where their words say."""
    if step == "settle" and overdue:
        return f"/promises/{overdue[0].id}/"
    if step == "larger":
        return f"/promises/new/?size={largest_now(me, bond, at=at)[0]}"
    return ""


def _is_offered(one: Opened, gate: Gate, pace: How | None) -> bool:
    return (gate.is_open and pace != "pause") or not practices.named(one.practice).opens_up


def _of(window: Iterable[Opened], practice: str) -> list[Opened]:
    return [one for one in window if one.practice == practice]


def _documents(window: Iterable[Opened]) -> list[Document]:
    return [one.document for one in window if isinstance(one.document, Document)]


def _triggered(window: list[Opened], at: datetime) -> bool:
    fresh = [one for one in _documents(window) if at - one.written_at < FRESH]
    return any(_is_hurt(one) for one in fresh)


def _is_hurt(one: Document) -> bool:
    """A trigger happened, a limit was crossed, or something of mine hurt the other."""
    if one.practice == "crossings":
        return bool(one.content.outcome == "crossed")
    return one.practice == "occurrences" or (one.practice == "incidents" and one.content.toward == "other")


def _last_days(window: list[Opened]) -> dict[str, date]:
    last: dict[str, date] = {}
    for one in _documents(window):
        last[one.practice] = max(one.on, last.get(one.practice, one.on))
    return last


def _noticed(me: Me, bond: MyBond, standing: Standing) -> Opened | None:
    """Show the newest win; where one's own energy is low, something that they tried."""
    if standing.energy is not None and standing.energy <= LOW_ENERGY:
        efforts = lasting(me, bond.id, of=("efforts",))
        tried = worth_remembering(_documents(efforts), on=standing.on)
        if tried is not None:
            return next(one for one in efforts if one.document is tried)
    return newest(me, bond.id, "wins")
