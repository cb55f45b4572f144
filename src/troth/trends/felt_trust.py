"""Felt trust: level, comparison with the start, and check for a sudden change, from one person's own ratings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from troth.trends.answers import Comparison, Level, Trend
from troth.trends.change import changes_in
from troth.trends.comparison import Mixing, level_and_comparison, nothing_to_compare
from troth.trends.inputs import Event, Rating, TrendOptions
from troth.trends.mixture import Mixture
from troth.trends.model import Passes, trend_case, weigh_cases
from troth.trends.moments import checked, moment_at, seconds
from troth.trends.record import Record, days_of, record_of, scale_use
from troth.trends.windows import windows_of
from troth.trends.words import show_for

# People side by side: enough to make numpy's own cost small, few enough to stay in the processor's cache; and so few
# ratings together that the passes need less than 64 MB.
TOGETHER, MOST_RATINGS = 32, 8_000


@dataclass(frozen=True, slots=True)
class Engine:
    """Another way to do the heavy parts, giving the same numbers: both passes, and sums over a mixture."""

    passes: Passes
    mixture: Mixing


def felt_trust(
    ratings: Sequence[Rating],
    *,
    at: datetime,
    events: Sequence[Event] = (),
    options: TrendOptions | None = None,
) -> Trend:
    """Say where felt trust stands, whether it has moved since the start, and whether something sudden lies behind.

    Parameters
    ----------
    ratings : one person's own answers, in any order; later ones than ``at`` are ignored and counted
    at : the moment of the answer, aware
    events : logged moments; the latest three breaches are thought possible jumps
    options : scale, rhythm, prior, baseline; the usual ones if left out

    Returns
    -------
    Trend : level with 80 % interval on 0 to 10, comparison, change, counts; ``None`` where there is nothing to say

    Raises
    ------
    ValueError : ``at`` has no offset, or a rating lies outside the scale

    Source
    ------
    Specification of trends, 4 to 6. ``docs/models/trends.md``.

    Examples
    --------
    >>> from datetime import UTC, timedelta
    >>> start = datetime(2026, 1, 1, 12, tzinfo=UTC)
    >>> ratings = [Rating(start + timedelta(days=day), 5 + day % 2) for day in range(6)]
    >>> found = felt_trust(ratings, at=start + timedelta(days=6))
    >>> found.n, round(found.level.mean, 2), found.compare.word
    (6, 5.52, 'not enough yet')
    """
    options = options or TrendOptions()
    record = record_of(ratings, end=seconds(checked(at, name="at")), options=options)
    (found,) = answers([record], at, events, options)
    return found


def compare(
    ratings: Sequence[Rating],
    *,
    at: datetime,
    events: Sequence[Event] = (),
    options: TrendOptions | None = None,
) -> Comparison:
    """Compare the recent window with the first one.

    Parameters
    ----------
    ratings, at, events, options : as for `felt_trust`

    Returns
    -------
    Comparison : word, probability, difference on 0 to 10 with its 80 % interval; "not enough yet" is a word of its own

    Raises
    ------
    ValueError : ``at`` has no offset, or a rating lies outside the scale

    Source
    ------
    Specification of trends, section 5. ``docs/models/trends.md``.

    Examples
    --------
    >>> from datetime import UTC
    >>> compare([], at=datetime(2026, 1, 1, tzinfo=UTC)).word
    'not enough yet'
    """
    options = options or TrendOptions()
    record = record_of(ratings, end=seconds(checked(at, name="at")), options=options)
    (found,) = levels([record], at, events, options)
    return found[1]


def felt_trust_many(
    records: Iterable[Sequence[Rating]], *, at: datetime, options: TrendOptions | None = None
) -> Iterator[Trend]:
    """Answer `felt_trust` for many people, a few side by side; memory does not grow with their number.

    Parameters
    ----------
    records : the ratings of each person; taken a few at a time
    at : the moment of the answer, aware, the same for all
    options : as for `felt_trust`; without events

    Returns
    -------
    Iterator of Trend : one a person, in order, the same as `felt_trust` gives

    Raises
    ------
    ValueError : ``at`` has no offset, or a rating lies outside the scale

    Source
    ------
    As for `felt_trust`.

    Examples
    --------
    >>> from datetime import UTC
    >>> [one.n for one in felt_trust_many([[], []], at=datetime(2026, 1, 1, tzinfo=UTC))]
    [0, 0]
    """
    options = options or TrendOptions()
    end = seconds(checked(at, name="at"))
    for few in a_few(record_of(one, end=end, options=options) for one in records):
        yield from answers(few, at, (), options)


def a_few(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Put records together that fit side by side."""
    waiting: list[Record] = []
    longest = 0
    for one in records:
        longest = max(longest, len(one.at))
        if waiting and (len(waiting) == TOGETHER or (len(waiting) + 1) * longest > MOST_RATINGS):
            yield waiting
            waiting, longest = [], len(one.at)
        waiting.append(one)
    if waiting:
        yield waiting


def answers(
    records: Sequence[Record],
    at: datetime,
    events: Sequence[Event],
    options: TrendOptions,
    *,
    engine: Engine | None = None,
) -> Iterator[Trend]:
    """Answer for a few records side by side."""
    changes = changes_in(records, events, options, passes=engine.passes if engine else None)
    both = levels(records, at, events, options, engine=engine)
    for record, (level, comparison), change in zip(records, both, changes, strict=True):
        yield Trend(
            prior=options.prior,
            at=at,
            n=len(record.at),
            ignored=record.ignored,
            first=moment_at(record.at[0]) if len(record.at) else None,
            last=moment_at(record.at[-1]) if len(record.at) else None,
            days=days_of(record),
            scale=scale_use(record),
            show=show_for(len(record.at)),
            level=level,
            compare=comparison,
            change=change,
        )


def levels(
    records: Sequence[Record],
    at: datetime,
    events: Sequence[Event],
    options: TrendOptions,
    *,
    engine: Engine | None = None,
) -> list[tuple[Level | None, Comparison]]:
    """Give level and comparison of a few records side by side."""
    found: list[tuple[Level | None, Comparison]] = [(None, nothing_to_compare(at, options))] * len(records)
    rated = [place for place, record in enumerate(records) if len(record.at)]
    windows = [windows_of(records[place], options) for place in rated]
    cases = [
        trend_case(records[place], mine, events, options) for place, mine in zip(rated, windows, strict=True)
    ]
    weighed = weigh_cases(cases, options.prior, passes=engine.passes if engine else None) if cases else ()
    for place, mine, lanes in zip(rated, windows, weighed, strict=True):
        found[place] = level_and_comparison(
            lanes, mine, records[place], mixture=engine.mixture if engine else Mixture
        )
    return found
