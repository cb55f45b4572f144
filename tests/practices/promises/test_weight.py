"""Too much promised? The rule, its early stopping, and a slow second version of it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troth.practices.promises import kept_weight, kept_weights, open_weight, over_promised
from troth.values import RESULTS, SIZE_WEIGHT, SIZES, Outcome

AT = datetime(2026, 3, 20, 18, tzinfo=UTC)


def an_outcome(*, size: str = "medium", result: str = "open", days_ago: float = 1) -> Outcome:
    at = None if result == "open" else AT - timedelta(days=days_ago)
    return Outcome(made=AT, due=AT, result=result, at=at, size=size, dimension=None, sure=None)  # type: ignore[arg-type]


outcomes = st.lists(
    st.builds(
        an_outcome,
        size=st.sampled_from(SIZES),
        result=st.sampled_from(RESULTS),
        days_ago=st.sampled_from([-1, 0, 0.5, 13.999, 14, 14.001, 30]),
    ),
    max_size=30,
)


def plainly(known: list[Outcome]) -> bool:
    """The sentence of the rule, word by word."""
    still_open = sum(SIZE_WEIGHT[one.size] for one in known if one.result == "open")
    kept_lately = sum(
        SIZE_WEIGHT[one.size]
        for one in known
        if one.result == "kept" and one.at is not None and AT - timedelta(days=14) < one.at <= AT
    )
    return still_open > max(1, kept_lately)


def counted(weights: list[float], read: list[float]) -> Iterator[float]:
    for weight in weights:
        read.append(weight)
        yield weight


def test_nothing_promised_is_never_too_much() -> None:
    assert over_promised([], AT) is False


@pytest.mark.parametrize(
    ("sizes", "too_much"),
    [(["medium"], False), (["small", "small"], False), (["medium", "tiny"], True), (["large"], True)],
)
def test_one_medium_promise_is_free_when_nothing_was_kept(sizes: list[str], too_much: bool) -> None:
    assert over_promised([an_outcome(size=size) for size in sizes], AT) is too_much


def test_as_much_as_was_kept_may_be_open() -> None:
    kept = [an_outcome(result="kept", size="large")]
    assert not over_promised([an_outcome(size="large"), *kept], AT)
    assert over_promised([an_outcome(size="large"), an_outcome(size="tiny"), *kept], AT)


@pytest.mark.parametrize(("days_ago", "counts"), [(0, 1.0), (13.999, 1.0), (14, 0.0), (-0.001, 0.0)])
def test_kept_weight_looks_back_fourteen_days(days_ago: float, counts: float) -> None:
    assert kept_weight([an_outcome(result="kept", days_ago=days_ago)], AT) == counts


def test_the_days_can_be_chosen() -> None:
    assert kept_weight([an_outcome(result="kept", days_ago=20)], AT, days=30) == 1.0


@pytest.mark.parametrize("result", ["missed", "renegotiated", "open"])
def test_only_what_was_kept_counts_as_kept(result: str) -> None:
    assert kept_weight([an_outcome(result=result)], AT) == 0.0


def test_open_weight_is_the_sum_of_the_open_sizes() -> None:
    every = [an_outcome(size=size) for size in SIZES]
    assert open_weight([*every, an_outcome(result="kept"), an_outcome(result="missed")]) == 3.75


@given(outcomes)
def test_it_is_the_sentence_of_the_rule(known: list[Outcome]) -> None:
    assert over_promised(known, AT) is plainly(known)


@given(outcomes)
def test_fed_lazily_it_says_the_same(known: list[Outcome]) -> None:
    assert over_promised(open_weight=open_weight(known), kept=kept_weights(known, AT)) is plainly(known)


@given(outcomes, st.randoms())
def test_the_order_does_not_matter(known: list[Outcome], chance: Any) -> None:
    shuffled = list(known)
    chance.shuffle(shuffled)
    assert over_promised(shuffled, AT) is over_promised(known, AT)


@given(outcomes, st.sampled_from(SIZES))
def test_one_more_kept_promise_never_brings_the_warning(known: list[Outcome], size: str) -> None:
    if not over_promised(known, AT):
        assert not over_promised([*known, an_outcome(result="kept", size=size)], AT)


@given(outcomes)
def test_an_iterator_is_read_as_well_as_a_list(known: list[Outcome]) -> None:
    assert over_promised(iter(known), AT) is over_promised(known, AT)


def test_it_reads_no_further_than_it_needs() -> None:
    read: list[float] = []
    assert over_promised(open_weight=2.0, kept=counted([1.0, 0.5, 0.5, 2.0, 2.0], read)) is False
    assert read == [1.0, 0.5, 0.5]


def test_it_reads_nothing_while_little_is_open() -> None:
    read: list[float] = []
    assert over_promised(open_weight=1.0, kept=counted([1.0], read)) is False
    assert read == []


def test_half_a_question_is_refused() -> None:
    with pytest.raises(TypeError, match="expected outcomes and at, or open_weight and kept"):
        over_promised(kept=[1.0])  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="expected outcomes and at"):
        over_promised([])  # type: ignore[call-overload]
