"""Deliberately wrong: wrong tries are counted in the memory of each process."""

import threading
from collections import Counter
from datetime import datetime
from typing import Any

from django.apps import AppConfig

counts: Counter[tuple[str, ...]] = Counter()
guard = threading.Lock()


class Forgetful(AppConfig):
    """Puts the careless counter in the place of the real one as soon as the store is loaded."""

    name = "tests.prove"
    label = "forgetful"

    def ready(self) -> None:
        from troth.store import limits
        from troth.store.errors import Wait

        def take(rule: Any, *what: str, at: datetime) -> bytes:
            with guard:
                if counts[rule.name, *what] >= rule.tries:
                    raise Wait(60)
                counts[rule.name, *what] += 1
            return b""

        def keep(_key: bytes) -> None:
            """Whatever was right does not matter here."""

        limits.take, limits.clear, limits.give_back = take, keep, keep  # type: ignore[assignment]
