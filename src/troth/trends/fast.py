"""The same answers with a compiled kernel, for whoever answers for many: needs the extra ``troth[fast]`` (decision 0016).

Nothing else in Troth imports this. The numbers are those of `troth.trends` to 1e-9; the first call compiles for some seconds.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from troth.trends.answers import Comparison, Trend
from troth.trends.felt_trust import Engine, a_few, answers, levels
from troth.trends.inputs import Event, Rating, TrendOptions
from troth.trends.kernel import compiled_passes
from troth.trends.kernel_mixture import CompiledMixture
from troth.trends.moments import checked, seconds
from troth.trends.record import record_of

__all__ = ["compare", "felt_trust", "felt_trust_many"]
COMPILED = Engine(compiled_passes, CompiledMixture)


def felt_trust(
    ratings: Sequence[Rating],
    *,
    at: datetime,
    events: Sequence[Event] = (),
    options: TrendOptions | None = None,
) -> Trend:
    """Answer as `troth.trends.felt_trust` does."""
    options = options or TrendOptions()
    record = record_of(ratings, end=seconds(checked(at, name="at")), options=options)
    (found,) = answers([record], at, events, options, engine=COMPILED)
    return found


def compare(
    ratings: Sequence[Rating],
    *,
    at: datetime,
    events: Sequence[Event] = (),
    options: TrendOptions | None = None,
) -> Comparison:
    """Answer as `troth.trends.compare` does."""
    options = options or TrendOptions()
    record = record_of(ratings, end=seconds(checked(at, name="at")), options=options)
    (found,) = levels([record], at, events, options, engine=COMPILED)
    return found[1]


def felt_trust_many(
    records: Iterable[Sequence[Rating]], *, at: datetime, options: TrendOptions | None = None
) -> Iterator[Trend]:
    """Answer as `troth.trends.felt_trust_many` does."""
    options = options or TrendOptions()
    end = seconds(checked(at, name="at"))
    for few in a_few(record_of(one, end=end, options=options) for one in records):
        yield from answers(few, at, (), options, engine=COMPILED)
