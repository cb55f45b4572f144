"""What the letter says: what I did, what I wanted to keep, what changed and how sure; one kind sentence, one small step."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from troth import practices
from troth.practices import Recap
from troth.safety import Gate
from troth.values import Role
from troth.web.letters.months import days_in
from troth.web.letters.words import did_lines, kind_sentence, small_step
from troth.web.parts.measured import Seen, trust_of, trust_words, word_of, word_said
from troth.web.parts.measured.trust_words import TrustWords

KEEPSAKES = ("milestones_noted", "wins_noted", "efforts_noted")
MOST_KEPT = 5


@dataclass(frozen=True, kw_only=True)
class Part:
    """A heading; below it what is counted, the person's own words, and sentences."""

    title: str
    counts: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One letter. Its repr shows nothing. It names nobody but the one whom it is for."""

    title: str
    greeting: str
    parts: tuple[Part, ...]
    kind: str
    step: str
    closing: str

    def __repr__(self) -> str:
        return "Letter(…)"


def compose(
    some: Seen, name: str, role: Role, first: date, *, at: datetime, gate: Gate, may_ask: bool
) -> Letter:
    """Write the letter of the month that begins on this day, as it stands at that moment."""
    documents = [one.document for one in some.entries if one.document]
    recap = practices.recap(
        documents, first_day=first, days=days_in(first), zone=timezone.get_current_timezone()
    )
    is_past = at.date() < timezone.localdate()
    month = date_format(first, "F Y")
    return Letter(
        title=month if is_past else _("%(month)s, so far") % {"month": month},
        greeting=_("Dear %(name)s,") % {"name": capfirst(name)},
        parts=tuple(_parts(some, recap, role, at=at, gate=gate)),
        kind=kind_sentence(recap.counts),
        step=small_step(recap.counts, may_ask=may_ask),
        closing=_("This letter was put together from your own notes, and from nothing else."),
    )


def _parts(some: Seen, recap: Recap, role: Role, *, at: datetime, gate: Gate) -> Iterator[Part]:
    yield Part(title=_("What you did"), counts=tuple(did_lines(recap)))
    kept = _keepsakes(recap)
    if kept:
        yield Part(title=_("What you wanted to keep"), own=kept)
    yield Part(
        title=_("What changed, and how sure that is"), lines=tuple(_changed(some, role, at=at, gate=gate))
    )


def _keepsakes(recap: Recap) -> tuple[str, ...]:
    """Take the person's own words of what went well, milestones first."""
    found = (practices.line_of(one).title for what in KEEPSAKES for one in recap.documents[what])
    return tuple(dict.fromkeys(words for words in found if words))[:MOST_KEPT]


def _changed(some: Seen, role: Role, *, at: datetime, gate: Gate) -> Iterator[str]:
    said = trust_words(trust_of(some, role, at=at))
    if said is None:
        yield _("Felt trust: not enough yet. From three answers on there is a first one.")
    else:
        yield from _trust_lines(said)
    # Where safety comes first, no figure of one's own word: it would push.
    if gate.is_open:
        said_of_it = word_said(word_of(some, at=at))
        not_yet = [_("My word: not enough yet.")] if said_of_it.is_not_yet else []
        yield " ".join((*not_yet, said_of_it.sentence))


def _trust_lines(said: TrustWords) -> Iterator[str]:
    moved = " ".join(part for part in (said.compared, said.word, said.how_sure) if part)
    yield " ".join(part for part in (said.level, f"{moved}." if moved else "", said.answered) if part)
    for also in (said.not_yet, said.if_lower, said.full):
        if also:
            yield also
    yield _("Why it moves, and what comes next, does not stand in these numbers.")
