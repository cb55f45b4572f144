"""The sample world in a test's own home, and every page that there is, taken from the addresses themselves."""

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime

from django.test import Client
from django.urls import get_resolver

from tests.people import Someone, an_account
from tests.written import an_entry_of
from troth import practices
from troth.app import sample
from troth.practices import programme
from troth.practices.incidents import Incident
from troth.store.actions import entries as actions
from troth.store.actions import unlocking
from troth.store.models import Entry
from troth.store.queries import entries, shares

SENDS_AWAY = (
    "door:leave",
    "door:lock",
    "door:sign_out",
    "health:health",
)  # they end the session, or are no page
KEYS = {
    "practices:lesson": practices.names(),
    "programme:step": tuple(step.key for step in programme.steps()),
    "programme:card": tuple(card.key for card in programme.cards()),
}
# What no address says by itself: other ways into a form, and other ways to look.
BESIDES = (
    "/thoughts/new/?kind=reframe", "/asks/new/?card=this_week", "/reflections/new/?step=a4",
    "/wins/?said=kept", "/journal/?practice=plans", "/journal/?period=month", "/safety/?country=DE",
    "/talks/now/speak/?how=two&first=me&minutes=2", "/talks/now/close/?how=one&first=me&minutes=2",
)  # fmt: skip
SAME_FOR_ALL = ("/practices/", "/programme/", "/settings/", "/safety/", "/patterns/", "/about/")


def everything_written() -> tuple[list[str], str]:
    """Every page of the sample world, and the cookie that opens them."""
    ada, cookie = sample_ada()
    return [*all_pages(cookie, ada), *BESIDES, *_ways(ada, cookie), *_of_two(ada)], cookie


def his_side() -> tuple[list[str], str]:
    """What the two share, as the partner of the sample world sees it in his own account."""
    sample_ada()
    ben, cookie = _sample("ben")
    return ["/today/", f"/bond/{ben.bond}/together/", "/together/rules/new/", *_of_two(ben)], cookie


def nothing_written() -> tuple[list[str], str]:
    """The pages that look otherwise on a first evening."""
    ada = an_account("Ada", other="Ben")
    _me, cookie = unlocking.enter(person=ada.me.person, account_key=ada.me.key, at=datetime.now(UTC))
    pages = all_pages(cookie, ada)
    return [one for one in pages if not one.startswith(SAME_FOR_ALL) and not one.endswith("/new/")], cookie


def gate_closed() -> tuple[list[str], str]:
    """What the gate withholds, after force was noted."""
    ada = an_account("Ada", other="Ben")
    opening = [name for name in practices.names() if practices.named(name).opens_up]
    made = [(name, an_entry_of(name, by=ada).id) for name in (*opening, "incidents", "plans")]
    at = datetime.now(UTC)
    force = practices.start("incidents", Incident(kind="force", toward="me"), at=at, on=at.date())
    actions.add(me=ada.me, bond=ada.bond, document=force)
    ones = [f"/{name}/{id}/" for name, id in made]
    lists = [f"/{name}/" for name in opening]
    new = [f"/{name}/new/" for name in opening if not practices.named(name).required_links]
    _me, cookie = unlocking.enter(person=ada.me.person, account_key=ada.me.key, at=at)
    return ["/today/", "/ladder/", "/programme/a2/", "/efforts/remember/", *lists, *new, *ones], cookie


def signed_out() -> tuple[list[str], str]:
    """What stands open to everyone."""
    return all_pages(""), ""


def sample_ada() -> tuple[Someone, str]:
    """Make the sample world; return Ada and the cookie of a browser in which she is signed in."""
    sample.fill(at=datetime.now(UTC))
    return _sample("ada")


def _sample(name: str) -> tuple[Someone, str]:
    passphrase = sample.SIGN_INS[name]
    me, cookie = unlocking.sign_in(name=name, passphrase=passphrase, network="sample", at=datetime.now(UTC))
    assert me.profile.bond is not None
    return Someone(name, passphrase, me, me.profile.bond), cookie


def _of_two(who: Someone) -> Iterator[str]:
    """Yield the list of what is out there, each copy that was given to this person, and the first step of giving one."""
    yield "/together/"
    yield from (f"/together/{one.id}/" for one in shares.received(who.me, at=datetime.now(UTC)))
    mine = one_in_each_state(who)
    yield next(
        f"/together/share{address.removeprefix('/wins')}" for name, _, address in mine if name == "wins"
    )


def one_in_each_state(who: Someone) -> list[tuple[str, str, str]]:
    """Return practice, state and address of an entry in each state of each practice, the newest of each."""
    found = entries.opened(who.me, Entry.objects.of(who.me).order_by("sequence"))
    newest = {(one.practice, one.line.state): one for one in found}
    return [(name, state, f"/{name}/{one.id}/") for (name, state), one in sorted(newest.items())]


def _ways(who: Someone, cookie: str) -> Iterator[str]:
    """Yield a way into each form that ties the new entry to one that is there: the first that may be tied."""
    client, there = signed_in(cookie), one_in_each_state(who)
    for name in practices.names():
        for kind, targets in practices.named(name).links.items():
            ids = [address.split("/")[2] for one, _state, address in there if one in targets]
            ways = (f"/{name}/new/?{kind}={id}" for id in ids)
            yield next(way for way in ways if _is_a_page(client, way))


def signed_in(cookie: str) -> Client:
    """Return a client with this cookie, or one that is signed out."""
    client = Client()
    if cookie:
        client.cookies["troth"] = cookie
    return client


def all_pages(cookie: str, who: Someone | None = None) -> list[str]:
    """List every address that answers with a page, signed in with this cookie or, without one, signed out."""
    client = signed_in(cookie)
    return [address for address in dict.fromkeys(_addresses(who)) if _is_a_page(client, address)]


def _is_a_page(client: Client, address: str) -> bool:
    answer = client.get(address)
    return answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")


def _addresses(who: Someone | None) -> Iterator[str]:
    written = one_in_each_state(who) if who else []
    for resolver in get_resolver().url_patterns:
        for pattern in resolver.url_patterns:
            route, name = "/" + str(pattern.pattern), f"{resolver.namespace}:{pattern.name}"
            if name in SENDS_AWAY:
                continue
            mine = [address.split("/")[2] for one, _state, address in written if one == resolver.namespace]
            # One of each practice is enough for what is not the page of the entry itself.
            ids = mine if name.endswith(":one") else mine[:1]
            yield from _filled(route, name, ids or [str(who.bond if who else uuid.UUID(int=7))])


def _filled(route: str, name: str, ids: list[str]) -> Iterator[str]:
    route = route.replace("<str:first>", "2026-11-16").replace("<str:month>", "2026-11")
    if "<uuid:id>" in route:
        yield from (route.replace("<uuid:id>", id) for id in ids)
    elif "<slug:" in route:
        yield from (
            route.replace("<slug:name>", key).replace("<slug:key>", key) for key in KEYS.get(name, ())
        )
    else:
        yield route
