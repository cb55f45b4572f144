"""A message with its marks, cut into pieces that a page can draw: nothing here is kept, and no repr shows a word."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from troth.practices.promises import MOST_WORDING
from troth.web.parts.coached.weighing import SURE_FROM, summed_up, worth_showing
from troth.web.parts.coached.words import MARKS

if TYPE_CHECKING:
    from troth.coach import Mark, Rehearsal, Sentence

Side = Literal["hurts", "helps", ""]
GAP = re.compile(r"\[(?:…|day|time)\]")


@dataclass(frozen=True, repr=False)
class Try:
    """A gentler way, and the code by which a form asks for it: where the sentence begins, its mark, which way."""

    words: str
    code: str


@dataclass(frozen=True, repr=False)
class Said:
    """One mark on a sentence: its name in words, why, gentler ways, and whether it is more than a guess."""

    mark: str
    side: Side
    label: str | Promise
    why: str
    tries: tuple[Try, ...]
    is_sure: bool


@dataclass(frozen=True, repr=False)
class Note:
    """A marked sentence with its number, and all that is said of it; one that may hurt stands with those."""

    number: int
    words: str
    side: Side
    said: tuple[Said, ...]

    @property
    def is_promise(self) -> bool:
        """Say whether it is one that both could check, and short enough for a promise."""
        return len(self.words) <= MOST_WORDING and any(one.mark == "commit" for one in self.said)


@dataclass(frozen=True, repr=False)
class Piece:
    """A stretch of the message as typed, with its note where there is one."""

    words: str
    note: Note | None = None


@dataclass(frozen=True, repr=False)
class Reading:
    """A whole message as it is shown."""

    pieces: tuple[Piece, ...]
    hurts: tuple[Note, ...]
    helps: tuple[Note, ...]
    summary: str
    has_flags: bool

    @property
    def has_gap(self) -> bool:
        """Say whether a gap of a gentler way is still open: what stands in brackets is for the person to fill."""
        return bool(GAP.search("".join(piece.words for piece in self.pieces)))

    @property
    def has_promise(self) -> bool:
        """Say whether a promise is among what was marked."""
        return any(note.is_promise for note in (*self.hurts, *self.helps))


def reading_of(words: str, found: "Rehearsal") -> Reading:
    """Cut a message where the coach did. Flagged words get no marks, and then nothing gets a gentler way."""
    flagged = {flag.start for flag in found.flags}
    pieces = tuple(_pieces(words, found.sentences, flagged))
    notes = [piece.note for piece in pieces if piece.note]
    hurts, helps = (tuple(note for note in notes if note.side == side) for side in ("hurts", "helps"))
    summary = summed_up(found, hurts=len(hurts), helps=len(helps))
    return Reading(pieces=pieces, hurts=hurts, helps=helps, summary=summary, has_flags=bool(flagged))


def _pieces(words: str, sentences: "Collection[Sentence]", flagged: Collection[int]) -> Iterator[Piece]:
    at, number = 0, 0
    for sentence in sentences:
        if sentence.start > at:
            yield Piece(words[at : sentence.start])
        said = words[sentence.start : sentence.end]
        marks = [] if sentence.start in flagged else worth_showing(sentence.marks)
        number += bool(marks)
        yield Piece(
            said, _note(number, said, sentence.start, marks, has_tries=not flagged) if marks else None
        )
        at = sentence.end
    if words[at:]:
        yield Piece(words[at:])


def _note(number: int, words: str, start: int, marks: "Sequence[Mark]", *, has_tries: bool) -> Note:
    return Note(number, words, marks[0].side, tuple(_said(mark, start, has_tries) for mark in marks))


def _said(mark: "Mark", start: int, has_tries: bool) -> Said:
    tries = (Try(_(one), f"{start}.{mark.mark}.{place}") for place, one in enumerate(mark.tries))
    label: Mapping[str, str | Promise] = MARKS  # type: ignore[assignment]
    return Said(
        mark=mark.mark,
        side=mark.side,
        label=label.get(mark.mark, mark.mark),
        why=_(mark.why),
        tries=tuple(tries) if has_tries else (),
        is_sure=mark.score >= SURE_FROM,
    )


def in_place(words: str, reading: Reading, code: str) -> str | None:
    """Put a gentler way where its sentence stands; None where the words have changed since it was offered."""
    at = 0
    for piece in reading.pieces:
        for one in piece.note.said if piece.note else ():
            for way in one.tries:
                if way.code == code:
                    return words[:at] + way.words + words[at + len(piece.words) :]
        at += len(piece.words)
    return None
