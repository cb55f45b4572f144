"""Entries as a diligent person writes them, always the same ones, counted back from one moment."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from bench.sample_others import A_DOZEN, LASTING, OTHERS
from troth import practices
from troth.practices import Document, Link
from troth.practices.checkins import Checkin
from troth.practices.promises import Kept, Promise
from troth.practices.repairs import Repair
from troth.practices.repairs.content import PARTS
from troth.practices.wins import Win

Written = tuple[UUID, Document[Any]]
A_DAY = 1.8  # entries: check-ins, a promise every other day, now and then a win or a repair, and each other practice by turns
ROUND = re.findall(
    r"\w+",
    """
    promises checkins promises others wins checkins promises checkins repairs others
    checkins promises others checkins promises others wins checkins promises others
    """,
)
TERM_DAYS = 4
FATES = ("miss", "keep", "keep", "keep_late", "keep", "withdraw", "keep")
WORDS = re.findall(
    r"\w+",
    """
    the a to and in of we you on at it was said asked home call evening before after kitchen train letter
    morning because quiet walk garden friend sister money message late early again window dinner Sunday
    afraid better slowly listened answered together weekend promised nothing something remembered
    """,
)


def some_entries(count: int, *, of: str, at: datetime) -> list[Written]:
    """Write so many entries of all practices but crossings, oldest first; the newest promises are still open."""
    return list(_Life(random.Random(count), random.Random(of), at).entries(count))


@dataclass
class _Life:
    dice: random.Random
    ids: random.Random  # a home holds several people, and each entry's id once
    at: datetime
    promised: int = 0
    missed: UUID | None = None
    turns: int = 0

    def entries(self, count: int) -> Iterator[Written]:
        for number in range(count):
            when = (
                self.at
                - timedelta(days=(count - number) / A_DAY)
                + timedelta(microseconds=self.dice.randrange(10**6))
            )
            id = UUID(bytes=self.ids.randbytes(16), version=4)
            yield id, getattr(self, ROUND[number % len(ROUND)])(id, when)

    def words(self, low: int, high: int) -> str:
        return " ".join(self.dice.choices(WORDS, k=self.dice.randint(low, high))).capitalize()

    def promises(self, id: UUID, when: datetime) -> Document[Any]:
        due = (when + timedelta(days=TERM_DAYS)).replace(second=0, microsecond=0)
        size = self.dice.choice(("tiny", "small", "small", "medium"))
        content = Promise(
            wording=self.words(4, 9), due=due, size=size, dimension="integrity", sure=80, made_at=when
        )  # type: ignore[arg-type]
        document = practices.start("promises", content, at=when, on=when.date())
        fate = FATES[self.promised % len(FATES)]
        self.promised += 1
        if due + timedelta(days=1) > self.at:
            return document  # the newest: one waits for a word, the others are still to come
        if fate == "miss":
            self.missed = id
        late = due + timedelta(hours=2, microseconds=when.microsecond)
        early = due - timedelta(hours=2) + timedelta(microseconds=when.microsecond)
        given = Kept() if fate.startswith("keep") else None
        return practices.move(
            document, fate, at=late if fate in ("miss", "keep_late") else early, given=given
        )

    def checkins(self, _id: UUID, when: datetime) -> Document[Any]:
        points = [self.dice.randint(2, 9) for _ in range(4)]
        note = self.words(2, 14) if self.dice.random() < 0.6 else ""
        content = Checkin(
            role="supporter",
            felt_trust=points[0],
            closeness=points[1],
            safety=points[2],
            energy=points[3],
            note=note,
        )
        return practices.start("checkins", content, at=when, on=when.date())

    def wins(self, _id: UUID, when: datetime) -> Document[Any]:
        content = Win(what=self.words(4, 16), kind=self.dice.choice(("told_fear", "small_risk", "other")))  # type: ignore[arg-type]
        return practices.start("wins", content, at=when, on=when.date())

    def others(self, _id: UUID, when: datetime) -> Document[Any]:
        name, content = OTHERS[self.turns % len(OTHERS)]
        self.turns += 1
        if name in LASTING and self.turns > A_DOZEN * len(OTHERS):
            name, content = OTHERS[0]
        return practices.start(name, content(self.words), at=when, on=when.date())

    def repairs(self, _id: UUID, when: datetime) -> Document[Any]:
        parts = {part: self.words(8, 30) for part in PARTS}
        assert self.missed, "a repair comes after a miss"
        about = [Link(to=self.missed, as_="about")]
        begun = practices.start("repairs", Repair(**parts), at=when, on=when.date(), links=about)
        done = practices.move(begun, "finish", at=when + timedelta(minutes=20))
        return practices.move(done, "accept", at=when + timedelta(hours=1))
