"""Ben, and Ada and Ben joined."""

from dataclasses import replace

import pytest

from tests import people
from tests.store.two import joined


@pytest.fixture
def ben(db: None) -> people.Someone:
    return people.an_account("Ben", other="nobody yet")


@pytest.fixture
def both(ada: people.Someone, ben: people.Someone) -> tuple[people.Someone, people.Someone]:
    """Ada and Ben, joined; the bond of both is the one they share."""
    joined(ada, ben)
    return ada, replace(ben, bond=ada.bond)
