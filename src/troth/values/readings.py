"""What the practices offer to the room that reads trends."""

from dataclasses import dataclass
from datetime import date, datetime

from troth.values.words import Dimension, Result, Role, Scale, Size


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """One term of a promise: from the moment it was given until it was settled or moved.

    made : when this term began, aware UTC
    due : when it was due, aware UTC
    result : what became of it; ``open`` while nobody has said
    at : when that happened, aware UTC; ``None`` while open
    size : how big the promise is
    dimension : what keeping it shows, or ``None``
    sure : how sure the writer was, 0 to 100 %, or ``None`` when not asked
    """

    made: datetime
    due: datetime
    result: Result
    at: datetime | None
    size: Size
    dimension: Dimension | None
    sure: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Rating:
    """One answer about the writer's own feeling.

    at : when it was written, aware UTC
    on : the day it is about, in the writer's zone; may lie before ``at``
    scale : which question it answers
    points : 0 to 10, higher is more
    role : which side the writer is on
    """

    at: datetime
    on: date
    scale: Scale
    points: int
    role: Role
