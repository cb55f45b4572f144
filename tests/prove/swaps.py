"""Move sealed boxes and change clear columns, by code and with a thief's own connection; count what still opens.

Runs in a home of its own (`apart`). Everything tried is generated from the models: a new sealed column or a new
clear column is tried without a line of this file changing.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db import models

from tests.prove.sealed_rows import Specimen, World, a_world, verdict
from tests.prove.thief import Refusal, Thief
from troth import vault
from troth.store.actions import unlocking
from troth.store.models import Person

WORDS = ("passphrase", "recovery", "token", "read", "write", "", "no|such", "é")


@dataclass
class Outcome:
    """What was tried and what was accepted; names of columns, never of people."""

    tried: Counter[str] = field(default_factory=Counter)
    accepted: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    careless: Counter[str] = field(default_factory=Counter)
    unbound: set[str] = field(default_factory=set)
    parts: dict[str, set[int]] = field(default_factory=dict)

    def take(self, way: str, what: str, verdict: str) -> None:
        """Count one try. `verdict` is "refused", "opened", or the name of an error that is not ours."""
        self.tried[way] += 1
        if verdict == "opened":
            self.accepted.append(f"{way}: {what}")
        elif verdict != "refused":
            self.foreign.append(f"{way}: {what}: {verdict}")


def run(*, whose: str) -> dict[str, Any]:
    """Try everything in this home; clear columns only in the rows whose name begins so."""
    world, found = a_world(), Outcome()
    with Thief() as thief:
        for specimen in world.specimens:
            assert specimen.verdict(specimen.row()) == "opened", f"{specimen.name} does not open unchanged"
            found.tried["opened unchanged"] += 1
            if specimen.name.startswith(whose):
                _change_columns(specimen, world, thief, found)
        _swap_boxes(world, thief, found)
        _give_away(world, thief, found)
        _put_older_back(world, thief, found)
        for specimen in world.specimens:
            assert specimen.verdict(specimen.row()) == "opened", f"{specimen.name} did not come back"
    return {
        "tried": dict(found.tried),
        "accepted": found.accepted,
        "foreign": found.foreign,
        "careless": dict(found.careless),
        "unbound": sorted(found.unbound),
        "open parts": _open_parts(world, found),
    }


def unlock_with_swapped_keys() -> dict[str, str]:
    """Swap each public key, and the name's tag, for another person's; say what unlocking does then."""
    world, found = a_world(), {}
    ada, ben = world.people
    with Thief() as thief:
        for name in ("receive_public", "sign_public", "name_tag"):
            column = Person._meta.get_field(name)
            other = (
                bytes(getattr(ben.person, name))[::-1] if name == "name_tag" else getattr(ben.person, name)
            )
            with thief.changed(Person, ada.person.id, column, other):
                row = Person.objects.get(pk=ada.person.pk)
                found[name] = verdict(
                    lambda row=row: unlocking.enter(person=row, account_key=ada.key, at=world.at)
                )
        whole = Person.objects.get(pk=ada.person.pk)
        assert verdict(lambda: unlocking.enter(person=whole, account_key=ada.key, at=world.at)) == "opened"
    return found


def _change_columns(specimen: Specimen, world: World, thief: Thief, found: Outcome) -> None:
    """Change each clear column to each other value, in the object and in the table."""
    before = specimen.row()
    for column in before._meta.concrete_fields:
        if column.name == "sealed":
            continue
        bound = False
        for value in _others(column, getattr(before, column.attname), world):
            row = specimen.row()
            setattr(row, column.attname, value)
            parts = specimen.changed_parts(before, row)
            if not parts:
                continue
            bound = True
            found.parts.setdefault(specimen.name, set()).update(parts)
            what = f"{specimen.name}.{column.name}"
            found.take("by code", what, specimen.verdict(row))
            found.careless[specimen.careless_verdict(row)] += 1
            _change_in_table(specimen, column, value, thief, found)
        if not bound:
            found.unbound.add(f"{before._meta.db_table}.{column.name}")


def _change_in_table(specimen: Specimen, column: Any, value: Any, thief: Thief, found: Outcome) -> None:
    what = f"{specimen.name}.{column.name}"
    try:
        with thief.changed(specimen.model, specimen.id, column, value) as id:
            found.take("by SQL", what, specimen.verdict(specimen.row(id)))
            if specimen.by_page is not None:
                found.take("by SQL, read as a page reads", what, specimen.page_verdict(id))
    except Refusal:
        found.take("by SQL, refused by the database", what, "refused")


def _swap_boxes(world: World, thief: Thief, found: Outcome) -> None:
    """Put each row's box into each other row, of its own table and of the others."""
    for one in world.specimens:
        column = one.model._meta.get_field("sealed")
        for other in world.specimens:
            if other is one:
                continue
            box, row, what = bytes(other.row().sealed), one.row(), f"{other.name} into {one.name}"
            row.sealed = box
            found.take("boxes swapped by code", what, one.verdict(row))
            with thief.changed(one.model, one.id, column, box):
                found.take("boxes swapped by SQL", what, one.verdict(one.row()))


def _give_away(world: World, thief: Thief, found: Outcome) -> None:
    """Copy each row to the other person, and open it with both people's keys."""
    for specimen in world.specimens:
        owner = specimen.owner_column()
        if owner is None:
            continue
        receiver = world.other_than(getattr(specimen.row(), owner.attname))
        with thief.copied(specimen.model, specimen.id, {owner.column: receiver.person.id}) as id:
            found.take("given to another owner", specimen.name, specimen.verdict(specimen.row(id)))
            again = specimen.with_key(receiver.key)
            found.take(
                "given to another owner", f"{specimen.name}, with their key", again.verdict(again.row(id))
            )


def _put_older_back(world: World, thief: Thief, found: Outcome) -> None:
    """Save a new version of each row that has one, then put the older box under it."""
    for specimen in world.specimens:
        if specimen.save_again is None:
            continue
        older = bytes(specimen.row().sealed)
        specimen.save_again()
        assert specimen.verdict(specimen.row()) == "opened"
        with thief.changed(specimen.model, specimen.id, specimen.model._meta.get_field("sealed"), older):
            found.take("older box under a newer version", specimen.name, specimen.verdict(specimen.row()))


def _open_parts(world: World, found: Outcome) -> list[str]:
    """Name parts of lines that no column of the row can change and that are not the same in every row of the kind."""
    left = []
    for specimen in (one for one in world.specimens if one.name in found.parts):
        parts = specimen.line(specimen.row()).split("|")
        constant = {0, 1} | ({2} if parts[1] in ("record", "note") else set())
        for at in sorted(set(range(len(parts))) - constant - found.parts.get(specimen.name, set())):
            if parts[at]:
                left.append(f"{specimen.name}: part {at}")
    return left


def _others(column: Any, value: Any, world: World) -> Iterator[Any]:
    """Yield other values that this column can hold."""
    if column.null and value is not None:
        yield None
    if column.is_relation:
        ids = column.related_model._base_manager.exclude(pk=value).values_list("pk", flat=True)
        yield from ids[:4]
    elif isinstance(column, models.UUIDField):
        yield vault.new_id()
    elif isinstance(column, models.CharField):
        yield from (word for word in WORDS if word != value)
    elif isinstance(column, models.IntegerField):
        yield from {value + 1, value + 1000, max(value - 1, 0), 0} - {value}
    elif isinstance(column, models.BinaryField):
        yield from _other_bytes(column, value, world)
    elif isinstance(column, models.DateTimeField):
        yield world.at if value is None else value + timedelta(minutes=1)
    elif isinstance(column, models.DateField):
        yield world.at.date() if value is None else value + timedelta(days=1)
    else:
        raise TypeError(f"{column}: a new kind of column. Say here which other values it can hold.")


def _other_bytes(column: Any, value: bytes | None, world: World) -> Iterator[bytes]:
    if not value:
        yield bytes(column.max_length or 16)
        return
    raw = bytes(value)
    yield bytes([raw[0] ^ 1]) + raw[1:]
    yield raw[:-1]
    if column.name == "topic":
        yield from (topic for topic in world.topics if topic != raw)
