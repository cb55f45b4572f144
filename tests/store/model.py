"""What two people may know of each other, in plain variables: what the real thing is compared with."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

LASTS, TO_CONFIRM = timedelta(hours=48), timedelta(days=7)


@dataclass
class Code:
    """What the model knows of an invitation."""

    code: str
    inviter: str
    expires: datetime
    is_accepted: bool = False
    is_joined: bool = False

    def lives(self, at: datetime) -> bool:
        end = self.expires + TO_CONFIRM if self.is_accepted else self.expires
        return self.is_joined or at < end

    def is_of(self, who: str) -> bool:
        return who == self.inviter or self.is_accepted


@dataclass
class Given:
    """What the model knows of a share."""

    owner: str
    entry: UUID
    words: str
    until: date


def state_of(one: Code | None, who: str, *, is_pinned: bool) -> str:
    """Say what a bond must look like from one side."""
    if one is None:
        return "closed" if is_pinned else "alone"
    if one.is_joined:
        return "joined"
    if one.is_accepted:
        return "to_confirm" if one.inviter == who else "waiting"
    return "invited"
