"""What the pages of an entry say about sharing: whether a copy may be given, is out there, or goes when it is saved."""

from dataclasses import dataclass
from datetime import datetime

from troth.practices import Document
from troth.store.me import Me
from troth.store.queries import rules, shares
from troth.store.queries.bonds import MyBond
from troth.store.queries.entries import Opened
from troth.web.parts.entries.written import may_leave


@dataclass(frozen=True)
class Sharing:
    """Whether a copy of this entry may be given now, and whether there is one."""

    may_give: bool = False
    is_out: bool = False


def sharing_of(me: Me, opened: Opened, bond: MyBond | None, *, at: datetime) -> Sharing:
    """Say both; of what may never be shared, and of what belongs to no bond, neither."""
    if bond is None or not isinstance(opened.document, Document):
        return Sharing()
    is_out = any(one.of == opened.id for one in shares.given(me, at=at))
    return Sharing(bool(may_leave(opened.document)) and rules.is_offered(me, bond, at=at), is_out)


def goes_by_rule(
    me: Me, bond: MyBond | None, practice: str, *, at: datetime, document: Document | None = None
) -> bool:
    """Say whether a standing rule gives the other a copy of what is being written, once it is saved."""
    rule = rules.stands_for(me, bond, practice, at=at) if bond else None
    if bond is None or rule is None or (document and document.written_at < rule.made_at):
        return False
    return rules.is_offered(me, bond, at=at)
