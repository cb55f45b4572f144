"""The entries that a page is about, opened once, and what the estimators make of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from troth.practices import Document, readings_of
from troth.store.me import Me
from troth.store.queries.bonds import MyBond
from troth.store.queries.entries import Opened
from troth.store.queries.recent import lasting
from troth.values import Outcome, Role
from troth.web.parts.lazily import measures, trends

if TYPE_CHECKING:
    from troth.practices.measures import Breach
    from troth.trends import Promise, Rating, Reliability, Trend

FOR_TRUST = ("checkins", "promises", "crossings", "incidents")
FOR_WORD = ("promises", "repairs")


@dataclass(frozen=True)
class Seen:
    """Opened entries of some practices, newest first. Its repr shows nothing."""

    entries: tuple[Opened, ...]

    def __repr__(self) -> str:
        return "Seen(…)"

    def of(self, *practices: str) -> list[Opened]:
        """Return the entries of these practices."""
        return [one for one in self.entries if one.practice in practices]

    def documents(self, *practices: str) -> list[Document[Any]]:
        """Return their documents."""
        return [one.document for one in self.of(*practices) if isinstance(one.document, Document)]


@dataclass(frozen=True)
class Trust:
    """Felt trust at a moment, with what it rests on."""

    trend: "Trend"
    ratings: "tuple[Rating, ...]"
    breaches: "tuple[Breach, ...]"
    role: Role


@dataclass(frozen=True)
class Word:
    """How far my word held at a moment: the estimate, how many were looked at last (ten at most), how far these were kept."""

    found: "Reliability"
    last: int
    kept: float


def seen(me: Me, bond: MyBond, practices: Iterable[str]) -> Seen:
    """Open all entries of these practices in one query; a name that is given twice is opened once."""
    return Seen(tuple(lasting(me, bond.id, of=tuple(dict.fromkeys(practices)))))


def trust_of(some: Seen, role: Role, *, at: datetime) -> Trust:
    """Ask how much trust was felt, by the entries of `FOR_TRUST`."""
    zone = timezone.get_current_timezone()
    ratings = measures.ratings_of(some.documents("checkins"), zone=zone)
    breaches = measures.breaches_of(
        some.documents("promises", "crossings", "incidents"), role=role, zone=zone
    )
    known = tuple(one for one in breaches if one.at <= at)
    trend = trends.felt_trust(ratings, at=at, events=measures.events_of(known))
    return Trust(trend, ratings, known, role)


def promises_of(some: Seen) -> "tuple[Promise, ...]":
    """Read promises, with what was mended of them, as the estimators want them."""
    pairs = [(one.id, one.document) for one in some.of("promises") if isinstance(one.document, Document)]
    mended = measures.mended_by(some.documents("repairs"))
    return measures.promises_of(pairs, mended)


def word_of(some: Seen, *, at: datetime) -> Word:
    """Ask how far my word held, by the entries of `FOR_WORD`."""
    promises = promises_of(some)
    last, kept = measures.last_kept(promises, at=at)
    return Word(trends.reliability(promises, at=at), last, kept)


def outcomes_of(some: Seen) -> tuple[Outcome, ...]:
    """Read the promises as plain outcomes, for plain counts."""
    return readings_of(some.documents("promises"), kind=Outcome)
