"""Deliberately wrong: each process keeps the sessions that it has seen, and never asks the table again."""

from typing import Any
from uuid import UUID

from django.apps import AppConfig

seen: dict[UUID, Any] = {}


class Stale(AppConfig):
    """Puts a memory of its own in front of both places where sessions live."""

    name = "tests.prove"
    label = "stale"

    def ready(self) -> None:
        from troth.store.sessions import InMemory, InTable

        for place in (InMemory, InTable):
            place.find = _remembering(place.find)  # type: ignore[method-assign]


def _remembering(find: Any) -> Any:
    def remembered(self: Any, id: UUID) -> Any:
        if id not in seen:
            found = find(self, id)
            if found is None:
                return None
            seen[id] = found
        return seen[id]

    return remembered
