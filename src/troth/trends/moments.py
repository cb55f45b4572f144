"""Moments to seconds and back. Inside the room time is a number; at its door it is an aware moment."""

from datetime import UTC, datetime, timedelta

DAY = 86_400.0
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def checked(moment: object, *, name: str) -> datetime:
    """Return the moment if it is aware."""
    if not isinstance(moment, datetime) or moment.utcoffset() is None:
        raise ValueError(f"{name}: expected a moment with its offset")
    return moment


def seconds(moment: datetime) -> float:
    """Seconds since 1970; exact for whole seconds."""
    # Against an aware moment of another zone object Python subtracts offsets too; within one zone it would not.
    return (moment - EPOCH).total_seconds()


def moment_at(since_1970: float) -> datetime:
    """Turn seconds into a moment in UTC."""
    return EPOCH + timedelta(seconds=since_1970)
