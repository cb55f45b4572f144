"""Habits in one's own messages: month by month, counts only; the words are read and let go."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import tzinfo
from itertools import islice
from typing import Final, Literal

from troth.coach.answers import Balance, Rehearsal
from troth.coach.exports import OwnMessage
from troth.coach.names import MARKS, Side
from troth.coach.phrases import Phrase, Phrases
from troth.coach.rehearsal import ENGLISH_ONLY, rehearse_many
from troth.coach.shares import Share, difference, share_of

BATCH: Final = 256
ENOUGH: Final = 30
LONGEST: Final = 4_000
Change = Literal["not-enough", "no-clear-change", "fewer", "more"]


@dataclass(frozen=True, slots=True)
class Month:
    """One month: how much was written, and each mark's share of the sentences.

    hurts, helps : sentences with at least one mark of that side
    """

    month: str
    messages: int
    sentences: int
    marks: Mapping[str, Share]
    helps: Share
    hurts: Share

    @property
    def is_enough(self) -> bool:
        """Whether so many messages stand behind it, and were read, that its shares may be shown."""
        return min(self.messages, self.sentences) >= ENOUGH


@dataclass(frozen=True, slots=True)
class Moved:
    """Whether the last month with enough messages differs from those before it.

    change : in the share of sentences; ``not-enough`` without two months of thirty messages
    month : the last such month, or empty
    low, high : ends of the 95 % interval of the difference
    """

    change: Change
    month: str = ""
    before: float = 0.0
    after: float = 0.0
    low: float = -1.0
    high: float = 1.0


@dataclass(frozen=True, slots=True)
class Habits:
    """What one's own messages hold.

    balance : helpful and hurtful sentences; two counts and no ratio, since nothing says which ratio is good
    phrases : own words that recur in hurtful sentences, for the person alone; hidden from reprs
    flagged : messages with words of danger, which are counted and not looked into
    unread : messages in another language than English: no sentence of them is counted
    """

    messages: int
    sentences: int
    months: tuple[Month, ...]
    balance: Balance
    helps: Moved
    hurts: Moved
    flagged: int = 0
    unread: int = 0
    phrases: tuple[Phrase, ...] = field(default=(), repr=False)

    @property
    def is_english(self) -> bool:
        """Whether most of the messages could be read."""
        return self.unread * 2 <= self.messages


def habits(messages: Iterable[OwnMessage], *, zone: tzinfo) -> Habits:
    """Count what helps and what hurts in one's own messages, by month.

    Parameters
    ----------
    messages : as `read_export` gives them, in any order; read in batches and not kept
    zone : where the writer lives: a moment with a zone of its own is brought there, one without is taken as it stands

    Returns
    -------
    Habits : months in order; each share is of that month's sentences, with Wilson's 95 % interval

    Raises
    ------
    ValueError : whatever the messages raise while they are read, as `read_export` does

    Source
    ------
    Specification of the coach, section 3. Intervals: Wilson (1927), Newcombe (1998), see ``shares.py``. Thirty messages
    a month before anything is said: our choice. ``docs/models/habits.md``.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from troth.coach.exports import OwnMessage
    >>> said = habits([OwnMessage(datetime(2026, 5, 24, 18), "Trust me.")], zone=UTC)
    >>> [(one.month, one.messages, one.marks["reassure-empty"].count, one.is_enough) for one in said.months]
    [('2026-05', 1, 1, False)]
    >>> said.hurts.change
    'not-enough'
    """
    counting = Counting(zone)
    for batch in batches(messages):
        counting.add(batch)
    return counting.habits()


def batches(messages: Iterable[OwnMessage]) -> Iterator[list[OwnMessage]]:
    """Take messages a batch at a time."""
    waiting = iter(messages)
    while batch := list(islice(waiting, BATCH)):
        yield batch


@dataclass(slots=True)
class _Count:
    messages: int = 0
    sentences: int = 0
    helps: int = 0
    hurts: int = 0
    marks: Counter[str] = field(default_factory=Counter)

    def as_month(self, name: str) -> Month:
        return month_of(
            name,
            messages=self.messages,
            sentences=self.sentences,
            helps=self.helps,
            hurts=self.hurts,
            marks=self.marks,
        )


class Counting:
    """The counts so far, for who wants to show how far the reading has come."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._months: dict[str, _Count] = {}
        self._phrases = Phrases()
        self._flagged = self._unread = 0
        self.messages = 0

    def add(self, batch: list[OwnMessage]) -> None:
        """Count some messages."""
        texts = [one.text[:LONGEST] for one in batch]
        for message, text, found in zip(batch, texts, rehearse_many(texts), strict=True):
            self._count(self._month(message), text, found)
        self.messages += len(batch)

    def habits(self) -> Habits:
        """Give what was counted."""
        months = tuple(self._months[name].as_month(name) for name in sorted(self._months))
        balance = Balance(sum(one.helps.count for one in months), sum(one.hurts.count for one in months))
        return Habits(
            messages=self.messages,
            sentences=sum(one.sentences for one in months),
            months=months,
            balance=balance,
            helps=moved(months, "helps"),
            hurts=moved(months, "hurts"),
            flagged=self._flagged,
            unread=self._unread,
            phrases=self._phrases.found(),
        )

    def _month(self, message: OwnMessage) -> _Count:
        at = message.at.astimezone(self._zone) if message.at.tzinfo else message.at
        return self._months.setdefault(f"{at.year}-{at.month:02}", _Count())

    def _count(self, month: _Count, text: str, found: Rehearsal) -> None:
        month.messages += 1
        if found.summary == ENGLISH_ONLY:
            self._unread += 1
            return
        month.sentences += len(found.sentences)
        month.helps += found.balance.helps
        month.hurts += found.balance.hurts
        self._flagged += bool(found.flags)
        for sentence in found.sentences:
            month.marks.update(mark.mark for mark in sentence.marks)
            if not found.flags:
                hurtful = [mark.mark for mark in sentence.marks if mark.side == "hurts"]
                self._phrases.add(text[sentence.start : sentence.end], hurtful)


def month_of(
    month: str, *, messages: int, sentences: int, helps: int, hurts: int, marks: Mapping[str, int]
) -> Month:
    """Turn the counts of a month into shares.

    Parameters
    ----------
    month : like ``2026-05``
    messages, sentences : how many there are; of messages in another language no sentence counts
    helps, hurts : how many sentences have a mark of that side
    marks : mark to the number of its sentences; a missing one is 0

    Returns
    -------
    Month : each share of all sentences, with Wilson's 95 % interval

    Raises
    ------
    ValueError : a count is below 0 or above ``sentences``

    Source
    ------
    `share_of`.

    Examples
    --------
    >>> month_of("2026-05", messages=2, sentences=4, helps=1, hurts=0, marks={"ask": 1}).marks["ask"].share
    0.25
    """
    shares = {mark: share_of(marks.get(mark, 0), sentences) for mark in MARKS}
    return Month(month, messages, sentences, shares, share_of(helps, sentences), share_of(hurts, sentences))


def moved(months: Sequence[Month], side: Side) -> Moved:
    """Compare the last month that has enough messages with all earlier ones that have.

    Parameters
    ----------
    months : in order
    side : ``helps`` or ``hurts``

    Returns
    -------
    Moved : ``not-enough`` unless two months have thirty messages each; ``fewer`` or ``more`` only where the whole
        interval of the difference lies on one side of 0

    Raises
    ------
    Nothing.

    Source
    ------
    Newcombe (1998), see ``shares.py``. One comparison a side, of what came last, so that none is picked by its size.

    Examples
    --------
    >>> moved([], "hurts").change
    'not-enough'
    """
    enough = [one for one in months if one.is_enough and one.sentences]
    if len(enough) < 2:
        return Moved("not-enough")
    *earlier, last = enough
    count, total = sum(_side(one, side).count for one in earlier), sum(one.sentences for one in earlier)
    before, after = share_of(count, total), _side(last, side)
    low, high = difference(before, after)
    change: Change = "fewer" if high < 0 else "more" if low > 0 else "no-clear-change"
    return Moved(change, last.month, before.share, after.share, low, high)


def _side(month: Month, side: Side) -> Share:
    return month.helps if side == "helps" else month.hurts
