"""The lines of the agreed things: what each is in words, and what stands between the two of us. No count, no since when."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from troth.practices import Copy
from troth.store.queries.bonds import MyBond
from troth.store.queries.replies import Proposed, Replied
from troth.web.parts.copies import begins, framed
from troth.web.parts.replied import SAID
from troth.web.parts.shown import practice_icon, singular

Words = str | Lazy
MINE: dict[str, tuple[Words, str]] = {
    "waits": (_("waits for their yes"), ""),
    "agreed": (_("agreed"), "moss"),
    "changed": (_("changed since their yes: waits again"), ""),
    "ended": (_("no longer agreed"), "none"),
    "over": ("", ""),
}
THEIRS: dict[str, tuple[Words, str]] = {
    "waits": (_("yours to say"), ""),
    "agreed": (_("agreed"), "moss"),
    "changed": (_("they changed it"), ""),
    "ended": (_("no longer agreed"), "none"),
    "over": ("", ""),
}


@dataclass(frozen=True, repr=False)
class Line:
    """One line: its kind, its first words, where it stands, where it leads, and what can be taken back."""

    what: str
    icon: str
    title: str
    state: Words
    tag: str
    address: UUID | None = None
    practice: str = ""
    yes: UUID | None = None
    word_of: UUID | None = None
    word: Words = ""
    notes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "Line(…)"


@dataclass(repr=False)
class Group:
    """Both directions of one bond."""

    name: str
    mine: list[Line] = field(default_factory=list)
    theirs: list[Line] = field(default_factory=list)


def grouped(proposed: Iterable[Proposed], replied: Iterable[Replied], mine: list[MyBond]) -> list[Group]:
    """Put all lines under the name that I gave the other; a bond without any has no group."""
    groups = {bond.id: Group(bond.side.name) for bond in mine}
    for one in proposed:
        groups[one.bond].mine.append(_mine(one))
    for other in replied:
        groups[other.bond].theirs.append(_theirs(other))
    return [group for group in groups.values() if group.mine or group.theirs]


def _mine(one: Proposed) -> Line:
    state, tag = MINE[one.state]
    word = one.word
    return Line(
        what=singular(one.copy.practice).capitalize(),
        icon=practice_icon(one.copy.practice),
        title=_title(one.copy),
        state=state,
        tag=tag,
        address=one.of,
        practice=one.copy.practice,
        word=dict(SAID)[word.said] if word else "",
        notes=tuple(note for note in (one.note, word.note if word else "") if note),
    )


def _theirs(one: Replied) -> Line:
    state, tag = THEIRS[one.state]
    if one.copy is None and one.said:
        state = ""  # a word on a promise whose copy is gone: it was no agreement
    return Line(
        what=singular(one.practice).capitalize(),
        icon=practice_icon(one.practice),
        title=_title(one.copy) if one.copy else "",
        state=state,
        tag=tag,
        address=one.given,
        practice=one.practice,
        yes=one.yes,
        word_of=one.word,
        word=dict(SAID)[one.said] if one.said else "",
    )


def _title(copy: Copy) -> str:
    """Return the first typed words of a copy; where there are none, whatever stands first."""
    pairs = framed(copy, by="", since=date.min, until=date.min).pairs
    return begins(copy) or (pairs[0][1] if pairs else "")
