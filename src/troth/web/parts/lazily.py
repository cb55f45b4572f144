"""Rooms that few pages need, loaded with the first page that does: numpy and many small classes cost a tenth of a second."""

from importlib import import_module
from typing import TYPE_CHECKING

from django.utils.functional import SimpleLazyObject

if TYPE_CHECKING:
    from troth import coach, instruments, trends
    from troth.practices import measures
else:
    coach = SimpleLazyObject(lambda: import_module("troth.coach"))
    instruments = SimpleLazyObject(lambda: import_module("troth.instruments"))
    trends = SimpleLazyObject(lambda: import_module("troth.trends"))
    measures = SimpleLazyObject(lambda: import_module("troth.practices.measures"))

__all__ = ["coach", "instruments", "measures", "trends"]
