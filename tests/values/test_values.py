"""The shared words: closed lists, exact weights, nothing that acts."""

import inspect
from dataclasses import FrozenInstanceError, fields
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import pytest

from troth import values
from troth.values import (
    BOND_KINDS,
    DIMENSIONS,
    RESULTS,
    ROLES,
    SCALES,
    SIZE_WEIGHT,
    SIZES,
    Outcome,
    Rating,
)

ROOM = Path(values.__file__).parent
NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


def test_the_words_are_those_of_the_specification() -> None:
    assert BOND_KINDS == ("partner", "friend", "family", "colleague", "other")
    assert ROLES == ("supporter", "person")
    assert SIZES == ("tiny", "small", "medium", "large")
    assert DIMENSIONS == ("ability", "integrity", "benevolence")
    assert RESULTS == ("kept", "missed", "renegotiated", "open")
    assert SCALES == ("felt_trust", "closeness", "safety", "energy")


def test_the_weights_are_those_of_the_specification_and_go_up_with_size() -> None:
    assert dict(SIZE_WEIGHT) == {"tiny": 0.25, "small": 0.5, "medium": 1.0, "large": 2.0}
    assert list(SIZE_WEIGHT) == list(SIZES)
    assert sorted(SIZE_WEIGHT.values()) == list(SIZE_WEIGHT.values())


def test_sums_of_weights_do_not_depend_on_the_order() -> None:
    for chosen in product(SIZE_WEIGHT.values(), repeat=4):
        assert sum(chosen) == sum(reversed(chosen)) == sum(sorted(chosen))


def test_the_weights_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        SIZE_WEIGHT["tiny"] = 9.0  # type: ignore[index]


def test_readings_have_exactly_the_agreed_fields() -> None:
    assert [field.name for field in fields(Outcome)] == [
        "made",
        "due",
        "result",
        "at",
        "size",
        "dimension",
        "sure",
    ]
    assert [field.name for field in fields(Rating)] == ["at", "on", "scale", "points", "role"]


def test_readings_are_frozen_and_made_with_names() -> None:
    rating = Rating(at=NOW, on=date(2026, 3, 1), scale="safety", points=3, role="person")
    with pytest.raises(FrozenInstanceError):
        rating.points = 4  # type: ignore[misc]
    with pytest.raises(TypeError):
        Rating(NOW, date(2026, 3, 1), "safety", 3, "person")  # type: ignore[call-arg]


def test_the_room_has_no_behaviour_and_stays_small() -> None:
    for module in (values, values.words, values.readings):
        own = [
            one
            for _, one in inspect.getmembers(module, inspect.isfunction)
            if one.__module__ == module.__name__
        ]
        assert own == []
    assert sum(len(path.read_text(encoding="utf-8").splitlines()) for path in ROOM.glob("*.py")) < 150
