"""The tables. What stands in clear is listed in `docs/models/sealing.md`; a contract test compares."""

from troth.store.models.bonds import Bond, Membership
from troth.store.models.drafts import Draft
from troth.store.models.entries import Entry
from troth.store.models.home import Home, Limit
from troth.store.models.invitations import Invitation
from troth.store.models.people import KeyChange, Person, Session, Slot
from troth.store.models.shares import Share

__all__ = [
    "Bond",
    "Draft",
    "Entry",
    "Home",
    "Invitation",
    "KeyChange",
    "Limit",
    "Membership",
    "Person",
    "Session",
    "Share",
    "Slot",
]
