"""A client that carries the form token as a browser does, signed in as Ada or as nobody."""

import pytest
from django.test import Client

from tests import people
from tests.web.sharing import Two, two


@pytest.fixture
def ada_in(client: Client, ada: people.Someone) -> Client:
    """Ada's browser, unlocked."""
    people.unlock(client, ada)
    return client


@pytest.fixture
def ben(db: None) -> people.Someone:
    return people.an_account("Ben", other="nobody yet")


@pytest.fixture
def both(ada: people.Someone, ben: people.Someone) -> Two:
    """Ada and Ben, joined, each in a browser of their own."""
    return two(ada, ben)
