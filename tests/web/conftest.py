"""A client that carries the form token as a browser does, signed in as Ada or as nobody."""

import pytest
from django.test import Client

from tests import people


@pytest.fixture
def ada_in(client: Client, ada: people.Someone) -> Client:
    """Ada's browser, unlocked."""
    people.unlock(client, ada)
    return client
