"""Ada, Ben and Mallory, before and after each step between two: every address that names a thing, every method, for each of them.

Generated from the table of check 20, so an address that is added is asked here too.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from urllib.parse import urlencode
from uuid import UUID, uuid4

import pytest
from django.test import Client

from tests import people
from tests.prove.owned import Owner, an_owner
from tests.prove.walking import METHODS, PAYLOAD, TOKEN, address_of, rolled_back
from tests.prove.who_may import TABLE, Who
from tests.store.two import a_side
from tests.web.two_browsers import browser_of
from troth.store.actions import invitations, joining, shares

pytestmark = pytest.mark.django_db
NAMING = {
    name: who for name, who in TABLE.items() if who.may == "owner" and who.names and who.names != "session"
}


class Three:
    """Two who come together step by step, and one who has nothing to do with it."""

    def __init__(self) -> None:
        self.at = datetime.now(UTC)
        self.hers: Owner = an_owner("Ada")
        self.ada = self.hers.someone
        self.ben, self.mallory = people.an_account("Ben"), people.an_account("Mallory")
        self.browsers = {one.name: browser_of(one) for one in (self.ada, self.ben, self.mallory)} | {
            "a stranger": Client()
        }
        self.code, self.copy, self.side = "", uuid4(), {"Ada"}

    def invite(self) -> None:
        self.code = invitations.invite(me=self.ada.me, bond=self.ada.bond, at=self.at)

    def accept(self) -> None:
        invitations.accept(me=self.ben.me, code=self.code, side=a_side(), network="there", at=self.at)
        self.ben = replace(self.ben, bond=self.ada.bond)
        self.side.add("Ben")

    def join(self) -> None:
        joining.confirm(me=self.ada.me, bond=self.ada.bond, at=self.at)

    def share(self) -> None:
        until = self.at.date() + timedelta(days=7)
        win = self.hers.objects["wins"]["mine"]
        self.copy = shares.give(
            me=self.ada.me, bond=self.ada.bond, id=win, fields=["what"], until=until, at=self.at
        )

    def take_back(self) -> None:
        shares.take_back(me=self.ada.me, id=self.copy)

    def leave(self) -> None:
        joining.leave(me=self.ben.me, bond=self.ben.bond)


STEPS: dict[str, Callable[[Three], None] | None] = {
    "apart": None,
    "invited": Three.invite,
    "accepted": Three.accept,
    "joined": Three.join,
    "shared": Three.share,
    "taken back": Three.take_back,
    "left": Three.leave,
}


def brought_to(stage: str) -> Three:
    """Take the steps up to a stage."""
    three = Three()
    for name, step in STEPS.items():
        if step:
            step(three)
        if name == stage:
            break
    return three


def asked(three: Three, role: str, name: str, who: Who, method: str, id: UUID):
    """Ask once; whatever it writes is undone. Return the answer and whether the address named a thing of the one who asks."""
    words = {**PAYLOAD, "on": three.at.date().isoformat(), who.query or "id": str(id)}
    sent = {"data": urlencode(words), "content_type": "application/x-www-form-urlencoded"}
    with rolled_back():
        browser = three.browsers[role]
        return browser.generic(
            method, address_of(name, who, id), **(sent if method in ("POST", "PUT", "PATCH") else {})
        )


# Who asks how at which stage: everything where it counts most, and at each other stage Ben, by the methods that pages take.
ASKING = dict.fromkeys(STEPS, (("Ben",), ("GET", "POST"))) | {
    "apart": (("Ben", "Mallory", "a stranger"), ("GET", "POST")),
    "shared": (("Ben", "Mallory"), METHODS),
    "left": (("Ben", "Mallory"), ("GET", "POST")),
}


@pytest.mark.parametrize("stage", STEPS)
def test_what_is_adas_stays_adas_at_every_stage(stage):
    three, wrong, count = brought_to(stage), [], 0
    for (name, who), role, method in product(NAMING.items(), *ASKING[stage]):
        id = three.hers.objects[who.names].get(who.state)
        if id is None or (who.names == "bond" and role in three.side):
            continue
        answer = asked(three, role, name, who, method, id)
        wanted = 303 if role == "a stranger" else 404 if method in who.methods.split() else 405
        count += 1
        if answer.status_code != wanted:
            wrong.append(f"{role}: {method} {name} answered {answer.status_code}, expected {wanted}")
    assert count >= 300
    assert wrong == []


@pytest.mark.parametrize("stage", STEPS)
def test_a_copy_is_there_for_ben_alone_and_only_while_it_is_shared(stage):
    three, one = brought_to(stage), TABLE["together:one"]
    never = {
        role: asked(three, role, "together:one", one, "GET", uuid4()) for role in ("Ada", "Ben", "Mallory")
    }
    for role in ("Ada", "Ben", "Mallory"):
        answer = asked(three, role, "together:one", one, "GET", three.copy)
        if role == "Ben" and stage == "shared":
            assert answer.status_code == 200
            continue
        assert answer.status_code == 404
        assert TOKEN.sub(b"", answer.content) == TOKEN.sub(b"", never[role].content)


@pytest.mark.parametrize("stage", STEPS)
def test_only_ada_takes_it_back_and_only_while_it_is_there(stage):
    three, back = brought_to(stage), TABLE["together:take_back"]
    for role in ("Ada", "Ben", "Mallory"):
        answer = asked(three, role, "together:take_back", back, "POST", three.copy)
        assert answer.status_code == (303 if role == "Ada" and stage == "shared" else 404)


@pytest.mark.parametrize("stage", STEPS)
def test_the_bond_opens_for_those_who_have_a_side_of_it(stage):
    three = brought_to(stage)
    for name, role in product(("joining:two", "bonds:edit"), ("Ada", "Ben", "Mallory")):
        answer = asked(three, role, name, TABLE[name], "GET", three.ada.bond)
        assert answer.status_code == (200 if role in three.side else 404)


def test_nobody_but_the_two_has_anything_of_it_on_any_page():
    three = brought_to("shared")
    for name, who in TABLE.items():
        if who.may == "people" and "GET" in who.methods:
            words = three.browsers["Mallory"].get(address_of(name, who, None)).content
            assert str(three.copy).encode() not in words, name
            assert str(three.ada.bond).encode() not in words, name
