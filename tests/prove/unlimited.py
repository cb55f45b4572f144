"""For check 25 only: nobody is made to wait. `Careless` is deliberately wrong besides: an unknown name costs no run."""

from datetime import datetime
from typing import Any

from django.apps import AppConfig


class Unlimited(AppConfig):
    """Takes the limits away, so that hundreds of wrong tries can be timed."""

    name = "tests.prove"
    label = "unlimited"

    def ready(self) -> None:
        from troth.store import limits

        def take(_rule: Any, *_what: str, at: datetime) -> bytes:
            return b""

        def keep(_key: bytes) -> None:
            """There is nothing to count."""

        limits.take, limits.clear, limits.give_back = take, keep, keep  # type: ignore[assignment]


class Careless(Unlimited):
    """Answers at once where the name is unknown."""

    def ready(self) -> None:
        super().ready()
        from troth.store.actions import unlocking
        from troth.store.errors import WrongWayIn

        usual = unlocking.open_with_passphrase

        def open_with_passphrase(person: Any, passphrase: str) -> Any:
            if person is None:
                raise WrongWayIn
            return usual(person, passphrase)

        unlocking.open_with_passphrase = open_with_passphrase
