"""Hypothesis strategies: any content a person could write, any life it could have had."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from troth.practices import BadContent, Document, Link, move, named, open_moves, start
from troth.practices.checkins import Checkin
from troth.practices.promises import Kept, NewTerm, Promise
from troth.practices.repairs import PARTS, Repair
from troth.practices.wins import WIN_KINDS, Win
from troth.values import DIMENSIONS, ROLES, SIZES

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)

minutes = st.integers(0, 60 * 24 * 60).map(lambda count: EPOCH + timedelta(minutes=count))
moments = st.datetimes(
    min_value=datetime(2026, 1, 1), max_value=datetime(2026, 12, 31), timezones=st.just(UTC)
)
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
filled = anything.filter(lambda words: bool(words.strip()))
points = st.none() | st.integers(0, 10)


@st.composite
def promises(draw: st.DrawFn) -> Document[Promise]:
    made = draw(minutes)
    content = Promise(
        wording=draw(filled),
        to=draw(anything),
        due=made + timedelta(minutes=draw(st.integers(1, 60 * 24 * 30))),
        size=draw(st.sampled_from(SIZES)),
        dimension=draw(st.none() | st.sampled_from(DIMENSIONS)),
        sure=draw(st.none() | st.integers(0, 100)),
        made_at=made,
    )
    return start("promises", content, at=made, on=made.date())


@st.composite
def checkins(draw: st.DrawFn) -> Document[Checkin]:
    at = draw(moments)
    content = Checkin(
        felt_trust=draw(points),
        closeness=draw(points),
        safety=draw(points),
        energy=draw(points),
        note=draw(filled),
        role=draw(st.sampled_from(ROLES)),
    )
    on = at.date() - timedelta(days=draw(st.integers(0, 400)))
    return start("checkins", content, at=at, on=on)


@st.composite
def repairs(draw: st.DrawFn) -> Document[Repair]:
    at = draw(moments)
    content = Repair(**{part: draw(anything) for part in PARTS})
    return start("repairs", content, at=at, on=at.date(), links=[Link(to=draw(st.uuids()), as_="about")])


@st.composite
def wins(draw: st.DrawFn) -> Document[Win]:
    at = draw(moments)
    source = draw(st.none() | st.uuids())
    links = [] if source is None else [Link(to=source, as_="from")]
    content = Win(what=draw(filled), kind=draw(st.sampled_from(WIN_KINDS)))
    return start("wins", content, at=at, on=date(at.year, at.month, at.day), links=links)


@st.composite
def lived(draw: st.DrawFn, entries: st.SearchStrategy[Document[Any]]) -> Document[Any]:
    """An entry after up to six moves, each made later than the one before."""
    document = draw(entries)
    at = document.written_at
    for _ in range(draw(st.integers(0, 6))):
        at += timedelta(minutes=draw(st.integers(1, 60 * 24 * 20)))
        document = draw(moved(document, at))
    return document


@st.composite
def moved(draw: st.DrawFn, document: Document[Any], at: datetime) -> Document[Any]:
    moves = open_moves(document, at=at)
    if not moves:
        return document
    chosen = draw(st.sampled_from(moves))
    given: object = None
    if chosen.given is NewTerm:
        due = at.replace(second=0, microsecond=0) + timedelta(minutes=draw(st.integers(2, 9_000)))
        given = NewTerm(due=due, sure=draw(st.none() | st.integers(0, 100)))
    elif chosen.given is Kept and draw(st.booleans()):
        given = Kept(kept_at=draw(minutes))
    try:
        return move(document, chosen.name, at=at, given=given)
    except BadContent:
        return document  # a kept_at or a due moment that does not fit; a page would ask again


entries = st.one_of(promises(), checkins(), repairs(), wins())
lives = lived(entries)


def the_practice(document: Document[Any]) -> Any:
    return named(document.practice)
