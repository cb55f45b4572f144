"""One day of the sample world: what was promised, felt and noticed, by a seeded chance."""

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from troth import practices, vault
from troth.practices import Document, Link
from troth.practices.checkins import Checkin
from troth.practices.promises import Kept, NewTerm, Promise
from troth.practices.repairs import Repair
from troth.practices.wins import Win

Written = tuple[UUID, Document[Any]]


class Days:
    """The days before `at`, counted backwards; the same seed gives the same days."""

    def __init__(self, words: dict[str, Any], dice: random.Random, *, at: datetime, zone: str) -> None:
        self.words, self.dice, self.zone = words, dice, ZoneInfo(zone)
        self.at = at

    def chance(self, share: float) -> bool:
        """Say yes in this share of cases."""
        return self.dice.random() < share

    def mood(self, ago: int) -> float:
        """Say how good a day was, 0 to 10: a slow rise, a fall after the missed weekend, ups and downs."""
        level = 4.6 + (112 - ago) / 112 * 1.6
        if 55 <= ago <= 68:
            level -= 2.4
        return min(10.0, max(0.0, self.dice.gauss(level, 1.3)))

    def moment(self, ago: int, hour: int, minute: int = 0) -> datetime:
        """Return a moment on the sample person's own clock, so many days ago; never after now."""
        local = (self.at.astimezone(self.zone) - timedelta(days=ago)).replace(
            hour=hour, minute=minute, second=0, microsecond=0
        )
        return min(local.astimezone(self.at.tzinfo), self.at - timedelta(minutes=1)) if ago >= 0 else local

    def day(self, at: datetime) -> date:
        """Return the day of a moment in the sample person's own zone."""
        return at.astimezone(self.zone).date()

    def checkin(self, ago: int, mood: float) -> Document[Any]:
        """Write an evening's check-in."""
        kind = "good" if mood >= 6 else "middle" if mood >= 4 else "low"
        energy = min(10, max(1, round(self.dice.gauss(5.5, 1.6))))
        content = Checkin(
            role="supporter",
            felt_trust=round(mood),
            closeness=min(10, max(0, round(mood + self.dice.gauss(0, 1)))) if self.chance(0.5) else None,
            safety=min(10, max(4, round(mood + 2))) if self.chance(0.3) else None,
            energy=energy if self.chance(0.6) else None,
            note=self.dice.choice(self.words["notes"][kind]),
        )
        at = self.moment(ago, 21, self.dice.randrange(60))
        return practices.start("checkins", content, at=at, on=at.astimezone(self.zone).date())

    def promise(self, ago: int) -> Iterator[Written]:
        """Write a promise and, where its time has come, what became of it; a miss is often mended."""
        kinds = self.words["promises"]
        # Yesterday's is a tiny one, so that something waits for a word.
        kind = kinds[0] if ago == 1 else self.dice.choices(kinds, weights=(9, 4, 5, 3, 2, 0.5))[0]
        made = self.moment(ago, 8, self.dice.randrange(60))
        ahead = {"tiny": 0, "small": 1, "medium": 3, "large": 6}[kind["size"]] if ago else 1
        due = (
            (made + timedelta(days=ahead))
            .astimezone(self.zone)
            .replace(hour=18, minute=10, second=0, microsecond=0)
        )
        due = max(due, made + timedelta(minutes=30)).replace(second=0, microsecond=0)
        content = Promise(
            wording=self.dice.choice(kind["wordings"]),
            to="",
            due=due,
            size=kind["size"],
            dimension=kind["dimension"],
            sure=self.dice.choice((60, 70, 80, 80, 90, None)),
            made_at=made,
        )
        day = made.astimezone(self.zone).date()
        id = vault.new_id()
        document, mended = self._became(practices.start("promises", content, at=made, on=day), ago, id)
        yield id, document
        yield from mended

    def _became(self, document: Document[Any], ago: int, id: UUID) -> tuple[Document[Any], list[Written]]:
        due = document.content.due
        later = due + timedelta(hours=3)
        if later >= self.at or (ago == 1 and due < self.at):
            return document, []  # still open, or waiting for a word
        fate = self.dice.random() + (0.25 if 60 <= ago <= 66 else 0)
        if fate < 0.08:
            new = NewTerm(due=due + timedelta(days=1), sure=80)
            document = practices.move(document, "renegotiate", at=due - timedelta(minutes=20), given=new)
            due, later = new.due, new.due + timedelta(hours=1)
            return (practices.move(document, "keep", at=later), []) if later < self.at else (document, [])
        if fate < 0.74:
            return practices.move(document, "keep", at=due, given=Kept(kept_at=None)), []
        if fate < 0.86:
            return practices.move(document, "keep_late", at=later), []
        missed = practices.move(document, "miss", at=later)
        return missed, ([self._repair(missed, later, id)] if self.chance(0.7) else [])

    def _repair(self, missed: Document[Any], at: datetime, id: UUID) -> Written:
        day = missed.content.due.astimezone(self.zone).strftime("%A")
        parts = {name: text.format(when=day) for name, text in self.words["repairs"].items()}
        begun = min(at + timedelta(hours=12), self.at - timedelta(minutes=5))
        links = [Link(to=id, as_="about")]
        on = begun.astimezone(self.zone).date()
        repair = practices.start("repairs", Repair(**parts), at=begun, on=on, links=links)
        done = practices.move(repair, "finish", at=min(begun + timedelta(hours=1), self.at))
        answer = self.dice.choice(("accept", "leave", "decline", "accept"))
        return vault.new_id(), practices.move(done, answer, at=min(begun + timedelta(hours=2), self.at))

    def win(self, ago: int) -> Document[Any]:
        """Write something that went well."""
        kind = self.dice.choice(("told_fear", "small_risk", "other"))
        at = self.moment(ago, 20, self.dice.randrange(60))
        content = Win(what=self.dice.choice(self.words["wins"][kind]), kind=kind)  # type: ignore[arg-type]
        return practices.start("wins", content, at=at, on=at.astimezone(self.zone).date())

    def work_checkin(self, ago: int) -> Document[Any]:
        """Write a check-in about work."""
        at = self.moment(ago, 17, self.dice.randrange(60))
        content = Checkin(
            role="supporter",
            felt_trust=self.dice.randrange(3, 8),
            note=self.dice.choice(self.words["work"]["notes"]),
        )
        return practices.start("checkins", content, at=at, on=at.astimezone(self.zone).date())

    def work_promise(self, ago: int) -> Document[Any]:
        """Write a promise at work, and what became of it."""
        wording, size, dimension = self.dice.choice(self.words["work"]["promises"])
        made, due = self.moment(ago, 9), self.moment(ago, 16, 30)
        content = Promise(wording=wording, due=due, size=size, dimension=dimension, made_at=made)
        document = practices.start("promises", content, at=made, on=made.astimezone(self.zone).date())
        return practices.move(document, "keep" if self.chance(0.8) else "miss", at=due + timedelta(hours=1))
