"""What is out there of mine: copies and standing rules; and whether more of it stands there than I looked at."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection

from troth.store.errors import Unreadable
from troth.store.me import Me
from troth.store.models.shares import last_day
from troth.store.queries import rules, shares
from troth.store.queries.rows import taken
from troth.store.queries.rules import Standing
from troth.store.queries.shares import Given

LOOK_AGAIN = timedelta(days=30)
# Today asks each time, and Django takes longer to write this than the database to answer it.
LINES = "SELECT count(*) FROM share WHERE owner_id = %s AND expires >= %s"


@dataclass(frozen=True)
class Outside:
    """Everything of mine that another can see, or will: each copy and each rule is one line."""

    copies: tuple[Given, ...]
    rules: tuple[Standing, ...]

    def __repr__(self) -> str:
        return "Outside(…)"

    def __bool__(self) -> bool:
        return bool(self.copies or self.rules)


@dataclass(frozen=True)
class Hint:
    """What Today says: how many lines there are, and whether it is time to look through them."""

    lines: int
    look_again: bool


def outside(me: Me, *, at: datetime) -> Outside:
    """List all of it."""
    return Outside(tuple(shares.given(me, at=at)), tuple(rules.standing(me, at=at)))


def hint(me: Me, *, at: datetime) -> Hint:
    """Count my own lines, without opening a copy."""
    with connection.cursor() as cursor:
        cursor.execute(LINES, [*taken(me.person.id), last_day(at).isoformat()])
        lines = cursor.fetchone()[0] + len(rules.standing(me, at=at))
    return Hint(lines, look_again=lines > 0 and is_time(me.profile.out_looked, on=me.day(at)))


def is_time(looked: date | None, *, on: date) -> bool:
    """Say whether a month has passed since a look; who never looked was never led there, and is not asked."""
    return looked is not None and on - looked >= LOOK_AGAIN


def marks_now(me: Me, *, at: datetime) -> str:
    """Return the marks of what is out there now; none where something needed for it does not open."""
    try:
        return marks_of(outside(me, at=at))
    except Unreadable:
        return ""


def marks_of(out: Outside) -> str:
    """Turn each line into a mark, to be compared later. A copy that a rule made goes with the mark of its rule."""
    lines = {_copy_line(one) for one in out.copies if not one.by_rule}
    lines |= {_rule_line(one) for one in out.rules}
    return " ".join(sorted(hashlib.sha256(line.encode()).hexdigest()[:16] for line in lines))


def has_more(now: str, seen: str) -> bool:
    """Say whether something stands there that was not looked at. What went, went: nobody is led there by another's leaving."""
    return not set(now.split()) <= set(seen.split())


def _copy_line(one: Given) -> str:
    if one.copy is None:
        return f"damaged|{one.id}"
    return f"copy|{one.bond}|{one.of}|{one.until}|{','.join(one.copy.fields)}"


def _rule_line(one: Standing) -> str:
    return f"rule|{one.bond}|{one.rule.practice}|{one.rule.until}|{','.join(one.rule.fields)}"
