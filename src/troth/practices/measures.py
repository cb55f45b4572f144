"""From entries to what the estimators read: my own promises, my own ratings, what I logged.

Loads ``troth.trends`` and with it numpy: nothing else in this room imports it, so that pages without estimates stay light.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, tzinfo
from typing import Literal
from uuid import UUID

from troth import trends
from troth.practices.document import Document
from troth.practices.reading import readings_of
from troth.trends.credit import credit
from troth.values import Outcome, Rating, Role

BreachKind = Literal["promise", "limit", "incident"]
ABOUT = "about"


@dataclass(frozen=True, kw_only=True, slots=True)
class Breach:
    """Something logged that breaks trust: when, and of what kind; never in anyone's words."""

    at: datetime
    kind: BreachKind


def promises_of(
    documents: Iterable[tuple[UUID, Document]], mended: Mapping[UUID, tuple[datetime, ...]] | None = None
) -> tuple[trends.Promise, ...]:
    """Read promises as the estimator of reliability wants them, one for each term.

    Parameters
    ----------
    documents : the entries' ids with their documents; only those that offer outcomes count
    mended : for each entry the moments at which a miss was acknowledged with an offer to make good (`mended_by`)

    Returns
    -------
    tuple : one ``trends.Promise`` a term, in the order of the documents. A missed one is repaired at the first such
        moment that is not before it

    Raises
    ------
    UnknownPractice : a document's practice is not known

    Source
    ------
    ``docs/models/promises.md``, step 5; specification of trends, sections 2 and 12.

    Examples
    --------
    >>> promises_of([])
    ()
    """
    known = mended or {}
    return tuple(
        _promise(one, known.get(id, ()))
        for id, document in documents
        for one in readings_of([document], kind=Outcome)
    )


def _promise(one: Outcome, mended: tuple[datetime, ...]) -> trends.Promise:
    after = [moment for moment in mended if one.at is not None and moment >= one.at]
    return trends.Promise(
        due=one.due,
        outcome=one.result,
        at=one.at,
        made=one.made if one.made <= one.due else None,
        size=one.size,
        dimension=one.dimension,
        repaired=min(after) if after and one.result == "missed" else None,
        sure=one.sure,
    )


def last_kept(promises: Iterable[trends.Promise], *, at: datetime, most: int = 10) -> tuple[int, float]:
    """Count the newest promises that count, and how far they were kept.

    Parameters
    ----------
    promises : from `promises_of`, in any order
    at : the moment of asking, aware; what was settled later is not known yet
    most : how many are looked at

    Returns
    -------
    tuple : how many there are, at most ``most``; the sum of their credits: 1 kept on time, less the later, 0 missed

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, sections 3.1 and 10: "about 7 of your last 10 promises were kept" is a count, its range an
    estimate.

    Examples
    --------
    >>> last_kept([], at=datetime.fromisoformat("2026-03-01T18:00+00:00"))
    (0, 0)
    """
    settled = [(one.at, credit(one)) for one in promises if one.at is not None and one.at <= at]
    counts = [(moment, share) for moment, share in settled if share is not None]
    newest = [share for _moment, share in sorted(counts)[-most:]]
    return len(newest), sum(newest)


def mended_by(documents: Iterable[Document]) -> dict[UUID, tuple[datetime, ...]]:
    """Say when which miss was acknowledged, with an offer to make good.

    Parameters
    ----------
    documents : repairs, in any order; one that is being written, or written again, counts for nothing yet

    Returns
    -------
    dict : for each entry that a finished repair is about, the moments of finishing, oldest first

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, section 2: a repair is acknowledged and offers to make good. Both are among the five parts
    without which an apology here cannot be finished.

    Examples
    --------
    >>> mended_by([])
    {}
    """
    found: dict[UUID, list[datetime]] = defaultdict(list)
    for document in documents:
        finished = [step.at for step in document.steps if step.move == "finish"]
        for link in document.links if document.state != "writing" else ():
            if link.as_ == ABOUT:
                found[link.to] += finished
    return {id: tuple(sorted(moments)) for id, moments in found.items() if moments}


def ratings_of(documents: Iterable[Document], *, zone: tzinfo) -> tuple[trends.Rating, ...]:
    """Read my answers on felt trust as the estimator of felt trust wants them.

    Parameters
    ----------
    documents : check-ins, in any order
    zone : the writer's zone

    Returns
    -------
    tuple : one ``trends.Rating`` (0 to 10) an answer, in the order of the documents. One that is about another day
        than it was written on stands at noon of that day

    Raises
    ------
    UnknownPractice : a document's practice is not known

    Source
    ------
    Specification of trends, section 4: a rating is one answer at a moment; noon is our choice.

    Examples
    --------
    >>> ratings_of([], zone=__import__("zoneinfo").ZoneInfo("Europe/London"))
    ()
    """
    answers = (one for one in readings_of(documents, kind=Rating) if one.scale == "felt_trust")
    return tuple(trends.Rating(at=_moment(one, zone), value=one.points) for one in answers)


def _moment(one: Rating, zone: tzinfo) -> datetime:
    if one.at.astimezone(zone).date() == one.on:
        return one.at
    return datetime.combine(one.on, time(12), tzinfo=zone)


def breaches_of(documents: Iterable[Document], *, role: Role, zone: tzinfo) -> tuple[Breach, ...]:
    """List what was logged that breaks trust, oldest first.

    Parameters
    ----------
    documents : promises, crossed boundaries and incidents, in any order; others offer nothing
    role : which side the writer is on: a supporter's own acts count, for the person those of the other side
    zone : the writer's zone: what belongs to a day stands at noon of it

    Returns
    -------
    tuple : missed promises about integrity (a supporter's), boundaries crossed, incidents

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, section 2: an event is a logged moment. ``docs/models/next-step.md``: a missed promise
    about integrity is a breach. The rest is our choice: what was noted on purpose, never free text.

    Examples
    --------
    >>> breaches_of([], role="supporter", zone=__import__("zoneinfo").ZoneInfo("Europe/London"))
    ()
    """
    found = [one for document in documents if (one := _breach(document, role, zone))]
    return tuple(sorted(found, key=lambda one: one.at))


def _breach(document: Document, role: Role, zone: tzinfo) -> Breach | None:
    content, mine = document.content, role == "supporter"
    if document.practice == "promises":
        broken = mine and document.state == "missed" and content.dimension == "integrity"
        return Breach(at=content.settled_at, kind="promise") if broken else None
    noon = datetime.combine(document.on, time(12), tzinfo=zone)
    if document.practice == "crossings" and content.outcome == "crossed":
        return Breach(at=noon, kind="limit") if content.by == ("me" if mine else "them") else None
    if document.practice == "incidents" and content.toward == ("other" if mine else "me"):
        return Breach(at=noon, kind="incident")
    return None


def events_of(breaches: Iterable[Breach]) -> tuple[trends.Event, ...]:
    """Turn breaches into events of the estimator.

    Parameters
    ----------
    breaches : from `breaches_of`

    Returns
    -------
    tuple : one ``trends.Event`` each, in their order

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, sections 2 and 5.2. Whether one was a deception is asked nowhere yet; no forecast is shown
    after any of them.

    Examples
    --------
    >>> events_of([])
    ()
    """
    return tuple(trends.Event(at=one.at, kind="breach") for one in breaches)
