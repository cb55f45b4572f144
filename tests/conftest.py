"""Fixtures for everyone: the cast, and Hypothesis settings that no clock can upset."""

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests import people
from troth.store.sessions import IN_MEMORY

hypothesis_settings.register_profile(
    "troth",
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
hypothesis_settings.load_profile("troth")


@pytest.fixture(autouse=True)
def fresh_house() -> None:
    """No session of an earlier test is left."""
    IN_MEMORY.__init__()


@pytest.fixture
def ada(db: None) -> people.Someone:
    return people.an_account("Ada", other="Ben")


@pytest.fixture
def mallory(db: None) -> people.Someone:
    return people.an_account("Mallory")
