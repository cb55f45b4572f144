"""The signed-in person, with opened keys, for as long as one request."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from troth import vault
from troth.store.models import Person
from troth.store.profile import Profile, decode_profile
from troth.store.sealed import unseal


@dataclass(frozen=True)
class Me:
    """Who is signed in. Its repr shows nothing; it never outlives the request."""

    person: Person
    key: vault.Key
    session: UUID | None
    profile: Profile
    _topics: dict[tuple[UUID | None, str], bytes] = field(default_factory=dict, compare=False)

    def __repr__(self) -> str:
        return "Me(…)"

    def topic(self, *, bond: UUID | None, practice: str) -> bytes:
        """Return the blind topic of one practice in one bond."""
        found = self._topics.get((bond, practice))
        if found is None:
            found = vault.topic_tag(self.key, bond=bond, practice=practice)
            self._topics[bond, practice] = found
        return found

    def day(self, at: datetime) -> date:
        """Return the day that it is for this person at a moment."""
        return at.astimezone(ZoneInfo(self.profile.zone)).date()

    def known_as(self, profile: Profile) -> "Me":
        """Return the same person with a changed profile."""
        return replace(self, profile=profile)


def opened(person: Person, *, key: vault.Key, session: UUID | None) -> Me:
    """Open the person's profile and put everything together."""
    return Me(person, key, session, decode_profile(unseal(person, key=key)))
