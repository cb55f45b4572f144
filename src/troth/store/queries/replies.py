"""Agreed things, from both sides: what I proposed and what came of it, what was proposed to me. To read writes nothing.

A copy that was not replied to looks the same whether it was opened or not; there is no since when, and nothing is counted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from troth.practices import Copy, digest_of
from troth.practices.replies import AGREEABLE, SAID, WORDS, Said, kind_of, may_say
from troth.store.me import Me
from troth.store.queries import shares
from troth.store.queries.shares import Given, Received

State = Literal["waits", "agreed", "changed", "ended", "over"]


@dataclass(frozen=True, repr=False)
class Word:
    """What somebody said of how a promise was kept, beside the word of whoever made it."""

    said: Said
    note: str
    bond: UUID

    def __repr__(self) -> str:
        return "Word(…)"


@dataclass(frozen=True, repr=False)
class Proposed:
    """One thing that I gave: `state` is what the other said to it as it is out there now, `note` their sentence to a yes."""

    bond: UUID
    of: UUID
    copy: Copy
    state: State
    word: Word | None
    note: str = ""

    def __repr__(self) -> str:
        return "Proposed(…)"


@dataclass(frozen=True, repr=False)
class Replied:
    """One thing of theirs, and my replies to it. `given` and `copy` are None where their copy is gone.

    `may` is what may be said to it now; `yes` and `word` are my replies that stand out there, or were taken back.
    """

    bond: UUID
    practice: str
    state: State
    given: UUID | None = None
    copy: Copy | None = None
    may: tuple[Said, ...] = ()
    yes: UUID | None = None
    word: UUID | None = None
    said: Said | None = None

    def __repr__(self) -> str:
        return "Replied(…)"


@dataclass(frozen=True, repr=False)
class _Reply:
    """A reply as it is out there, mine or theirs; its note is somebody's words, so its repr shows nothing."""

    id: UUID
    bond: UUID
    of: UUID
    digest: str
    practice: str
    said: Said
    note: str
    is_back: bool

    def __repr__(self) -> str:
        return "_Reply(…)"


def proposed(me: Me, *, at: datetime) -> list[Proposed]:
    """List what I gave of the kinds that can be agreed, and what the other said to each."""
    theirs = _theirs(me, at=at)
    return [_proposed(one, theirs, at=at) for one in shares.given(me, at=at) if _is_proposal(one)]


def words_on(me: Me, of: UUID, *, at: datetime) -> list[Word]:
    """Return the other's word on one of my promises, where they gave one. Mine is not touched by it."""
    return [
        _word(one) for one in _theirs(me, at=at) if one.of == of and one.said in WORDS and not one.is_back
    ]


def replied(me: Me, *, at: datetime) -> list[Replied]:
    """List what was given to me of the kinds that can be agreed, and my own yes to what is gone."""
    mine = _mine(me, at=at)
    received = [one for one in shares.received(me, at=at) if one.copy.practice in AGREEABLE]
    there = {(one.bond, one.of) for one in received}
    gone = [
        one for one in mine if (one.bond, one.of) not in there and not (one.is_back and one.said in WORDS)
    ]
    return [*(_replied(one, mine, at=at) for one in received), *(_gone(one) for one in gone)]


def replied_to(me: Me, copy: Received, *, at: datetime) -> Replied | None:
    """Say what stands between me and one copy that I was given; None for a kind to which there is nothing to say."""
    if copy.copy.practice not in AGREEABLE:
        return None
    return _replied(copy, _mine(me, at=at), at=at)


def _is_proposal(one: Given) -> bool:
    return one.copy is not None and one.copy.practice in AGREEABLE and one.bond is not None


def _proposed(one: Given, theirs: list[_Reply], *, at: datetime) -> Proposed:
    assert one.copy is not None
    assert one.bond is not None
    assert one.of is not None
    to_this = [reply for reply in theirs if (reply.bond, reply.of) == (one.bond, one.of)]
    word = next((_word(reply) for reply in to_this if reply.said in WORDS and not reply.is_back), None)
    note = next((reply.note for reply in to_this if reply.said == "yes" and not reply.is_back), "")
    return Proposed(one.bond, one.of, one.copy, _state(one.copy, to_this, at=at), word, note)


def _replied(one: Received, mine: list[_Reply], *, at: datetime) -> Replied:
    to_this = [reply for reply in mine if (reply.bond, reply.of) == (one.bond, one.of)]
    by_kind = {kind_of(reply.said): reply for reply in to_this if not reply.is_back}
    yes, word = by_kind.get("yes"), by_kind.get("word")
    return Replied(
        bond=one.bond,
        practice=one.copy.practice,
        state=_state(one.copy, to_this, at=at),
        given=one.id,
        copy=one.copy,
        may=may_say(one.copy, at=at),
        yes=yes.id if yes else None,
        word=word.id if word else None,
        said=word.said if word else None,
    )


def _gone(reply: _Reply) -> Replied:
    standing = None if reply.is_back else reply.id
    kind = kind_of(reply.said)
    return Replied(
        bond=reply.bond,
        practice=reply.practice,
        state="ended",
        yes=standing if kind == "yes" else None,
        word=standing if kind == "word" else None,
        said=reply.said if kind == "word" and standing else None,
    )


def _state(copy: Copy, replies: Iterable[_Reply], *, at: datetime) -> State:
    """Compare each yes with the words as they are out there now; one that was taken back goes before all others.

    Where there is no yes to these words, and none can be said any more, nothing waits: it is over.
    """
    yes = [reply for reply in replies if reply.said == "yes"]
    if any(reply.is_back for reply in yes):
        return "ended"
    if digest_of(copy) in {reply.digest for reply in yes}:
        return "agreed"
    if "yes" not in may_say(copy, at=at):
        return "over"
    return "changed" if yes else "waits"


def _word(reply: _Reply) -> Word:
    return Word(reply.said, reply.note, reply.bond)


def _theirs(me: Me, *, at: datetime) -> list[_Reply]:
    found = (_read(one.of, one.bond, one.copy) for one in shares.apart(me, "replies", at=at))
    return [one for one in found if one]


def _mine(me: Me, *, at: datetime) -> list[_Reply]:
    found = (
        _read(one.of, one.bond, one.copy)
        for one in shares.given(me, at=at)
        if one.of and one.bond and one.copy and one.copy.practice == "replies"
    )
    return [one for one in found if one]


def _read(id: UUID, bond: UUID, copy: Copy) -> _Reply | None:
    """Read a reply out of its copy; what another version wrote differently says nothing."""
    fields: dict[str, Any] = dict(copy.fields)
    try:
        of = UUID(fields["of"])
        digest, practice, said = fields["digest"], fields["practice"], fields["said"]
    except (KeyError, ValueError, TypeError, AttributeError):
        return None
    if said not in SAID or practice not in AGREEABLE:
        return None
    note = fields.get("note", "")
    return _Reply(id, bond, of, str(digest), practice, said, str(note), copy.state == "withdrawn")
