"""Ada and Ben, joined now, each in a browser of their own; and what they press on the pages of what is shared."""

import html
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.apps import apps
from django.test import Client

from tests import people
from tests.store.two import joined
from tests.web.two_browsers import browser_of
from troth import practices
from troth.practices.incidents import Incident
from troth.store.actions import bonds, entries
from troth.store.models import Share

WORDS = "a quiet heron under the third bridge"
MAIN = re.compile(rb"<main.*</main>", re.DOTALL)


@dataclass(frozen=True)
class Two:
    """Both people, both browsers; the bond of both is the one that they share."""

    ada: people.Someone
    ben: people.Someone
    hers: Client
    his: Client


def two(ada: people.Someone, ben: people.Someone) -> Two:
    """Join them through the real actions, and open a browser for each."""
    joined(ada, ben, at=datetime.now(UTC))
    ben = replace(ben, bond=ada.bond)
    return Two(ada, ben, browser_of(ada), browser_of(ben))


def asked(both: Two) -> None:
    """Let the short question lie behind Ada."""
    bonds.alter_side(me=both.ada.me, bond=both.ada.bond, asked_on=datetime.now(UTC).date())


def give(both: Two, id: UUID, *, parts: tuple[str, ...] = ("what",), last: str = ""):
    """Press the last button for these parts, as Ada."""
    return both.hers.post(f"/together/share/{id}/give/", {"parts": parts, "lasts": "14", "last": last})


def given(both: Two, *, what: str = WORDS) -> UUID:
    """Write a win as Ada and give Ben its words through the pages; return the copy."""
    asked(both)
    before = set(Share.objects.values_list("id", flat=True))
    assert give(both, people.a_win(by=both.ada, what=what).id).status_code == 303
    [new] = set(Share.objects.values_list("id", flat=True)) - before
    return new


def days_on(days: int) -> str:
    """Say a day so many days from now."""
    return (datetime.now(UTC).date() + timedelta(days=days)).isoformat()


def close_the_gate(someone: people.Someone) -> None:
    """Let something be logged that closes it."""
    at = datetime.now(UTC)
    document = practices.start("incidents", Incident(kind="force", toward="me"), at=at, on=at.date())
    entries.add(me=someone.me, bond=someone.bond, document=document)


def be_careful(someone: people.Someone) -> None:
    """Let something be answered that makes it careful."""
    people.a_checkin(by=someone, safety=2)


def pause(someone: people.Someone) -> None:
    """Let the bond go quiet."""
    bonds.alter_side(me=someone.me, bond=someone.bond, state="paused")


WITHDRAWN = {"closed gate": close_the_gate, "careful gate": be_careful, "paused": pause}


def text_of(page: bytes) -> str:
    """Read what stands in the middle of a page, without its marks."""
    found = MAIN.search(page)
    assert found is not None
    drawn = re.sub(rb"<template.*?</template>", b"", found.group(0), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(rb"<[^>]*>", b" ", drawn).decode()).split())


def all_rows() -> dict[str, list[str]]:
    """Return every row of every table, to see that nothing was written."""
    models = apps.get_app_config("troth").get_models()
    return {model.__name__: sorted(map(repr, model._base_manager.values_list())) for model in models}
