"""Check 8: once locked, a cookie opens nothing, in no process; its flags are exact; words sent too late come back."""

import http.client
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tests.prove.checks import Check, Proof
from tests.prove.client import Client
from tests.prove.databases import engines
from tests.prove.houses import House, a_house
from tests.prove.numbered import ADA, PASSPHRASE

CHECK = Check(
    8,
    target="replayed cookies open 0 pages within 1 s in each process; flags exact; late forms offered again whole",
    least={
        "ways out": (13, 26),
        "cookies replayed": (100, 300),
        "identifiers": (15, 30),
        "late forms": (3, 6),
    },
    controls=("a worker with its own memory table",),
    limit_s=(120, 300),
)
PAGES = (
    "/today/", "/journal/", "/journal/deleted/", "/practices/", "/promises/", "/checkins/new/", "/bond/",
    "/kept/", "/settings/", "/settings/devices/", "/settings/export/",
)  # fmt: skip
NEW = "tin harbour quiet violet rope"
HOUR = 3600.0
LONG = "Dear me — “quotes”, <b>signs</b> & ümläuts, 日本. " * 30


class Browser(Client):
    """A client that keeps the cookie lines as they came."""

    def __init__(self, port: int, *, network: str = "127.0.0.1", timeout_s: float = 60.0) -> None:
        super().__init__(port, network=network, timeout_s=timeout_s)
        self.lines: list[str] = []

    def _take_cookies(self, response: http.client.HTTPResponse) -> None:
        self.lines += response.headers.get_all("Set-Cookie") or []
        super()._take_cookies(response)


class Visitors:
    """Ada's browsers in one house, with a clock that is only ever put forward."""

    def __init__(self, house: House) -> None:
        self.house, self.ahead, self.identifiers = house, 0.0, set[str]()
        self.passphrase = PASSPHRASE
        self.turn = 0

    def forward(self, seconds: float) -> None:
        self.ahead += seconds
        self.house.watch.set(self.ahead)

    def enter(self) -> Browser:
        """Sign in with a browser of its own, turn by turn at each server."""
        self.turn += 1
        browser = Browser(self.house.servers[self.turn % len(self.house.servers)].port)
        browser.sign_in(ADA, self.passphrase)
        self.identifiers.add(browser.cookies["troth"])
        return browser

    def opened_by(self, cookie: str, pages: tuple[str, ...] = PAGES) -> list[str]:
        """Replay a cookie in each process; return the pages that opened."""
        opened = []
        for number, server in enumerate(self.house.servers):
            thief = Client(server.port)
            thief.cookies = {"troth": cookie}
            opened += [f"{page} at server {number}" for page in pages if thief.get(page).status == 200]
        return opened


def post(path: str, **fields: str) -> Callable[[Visitors, Browser], None]:
    """Make a way out that is a form in the same browser."""

    def way(visitors: Visitors, browser: Browser) -> None:
        answer = browser.post(path, fields)
        assert answer.status == 303, f"{path} answered {answer.status}"

    return way


def from_another(path: str, **fields: str) -> Callable[[Visitors, Browser], None]:
    """Make a way out that is a form in another browser of the same person."""

    def way(visitors: Visitors, browser: Browser) -> None:
        post(path, **fields)(visitors, visitors.enter())

    return way


def leave(_visitors: Visitors, browser: Browser) -> None:
    assert browser.get("/leave/").status == 303


def idle(visitors: Visitors, _browser: Browser) -> None:
    visitors.forward(10 * 60 + 1)


def twelve_hours(visitors: Visitors, browser: Browser) -> None:
    """Stay busy for twelve hours, so that it is not the idle time that locks."""
    for _ in range(90):
        visitors.forward(8 * 60)
        if browser.get("/settings/").status != 200:
            break
    else:
        visitors.forward(1)


def end_this_one(visitors: Visitors, _browser: Browser) -> None:
    other = visitors.enter()
    listed = re.findall(r"/settings/devices/([0-9a-f-]{36})/end/", other.get("/settings/devices/").text)
    assert listed
    for id in listed:
        other.post(f"/settings/devices/{id}/end/", {})


def new_passphrase(visitors: Visitors, _browser: Browser) -> None:
    from_another("/settings/passphrase/", old=visitors.passphrase, passphrase=NEW, again=NEW)(
        visitors, _browser
    )
    visitors.passphrase = NEW


def new_keys(visitors: Visitors, _browser: Browser) -> None:
    again = PASSPHRASE
    answer = visitors.enter().post(
        "/settings/keys/", {"old": visitors.passphrase, "passphrase": again, "again": again}
    )
    assert answer.status == 200
    visitors.passphrase = again


def recovery(visitors: Visitors, _browser: Browser) -> None:
    other = visitors.enter()
    code = other.post("/settings/code/", {"passphrase": visitors.passphrase}).hidden["code"]
    groups = code.split("-")
    post("/settings/code/", code=code, second=groups[1], sixth=groups[5])(visitors, other)
    given = {"code": code.partition(":")[0], "passphrase": NEW, "again": NEW}
    stranger = Client(visitors.house.servers[-1].port)
    assert stranger.post("/recover/", given).status == 200
    visitors.passphrase = NEW


def erase(visitors: Visitors, _browser: Browser) -> None:
    post("/settings/delete/", passphrase=visitors.passphrase)(visitors, visitors.enter())


WAYS: dict[str, Callable[[Visitors, Browser], None]] = {
    "lock": post("/lock/"),
    "sign out": post("/sign-out/"),
    "leave by link": leave,
    "leave by form": post("/leave/"),
    "idle": idle,
    "12 hours": twelve_hours,
    "ended from another browser": end_this_one,
    "all others ended": from_another("/settings/devices/others/end/"),
    "all ended": from_another("/settings/devices/all/end/"),
    "new passphrase": new_passphrase,
    "new keys": new_keys,
    "recovery code used": recovery,
    "erase": erase,
}


@contextmanager
def visitors_in(folder: Path, engine: str, *, module: str = "settings_watched") -> Iterator[Visitors]:
    """Make a house with Ada's account and bond in it."""
    with a_house(folder, engine, module=module) as house:
        visitors = Visitors(house)
        now = datetime.now(UTC)
        visitors.forward((now.replace(hour=6, minute=0) - now).total_seconds())
        house.client(0, "127.0.0.1").sign_up(ADA, PASSPHRASE).open_bond("Ben")
        yield visitors


def left_open(visitors: Visitors, way: Callable[[Visitors, Browser], None]) -> tuple[list[str], float]:
    """Go one way out; return the pages that the cookie still opens, and how long looking took."""
    browser = visitors.enter()
    cookie = browser.cookies["troth"]
    assert len(visitors.opened_by(cookie, PAGES[:1])) == len(visitors.house.servers), "it opened before"
    way(visitors, browser)
    begun = time.monotonic()
    opened = visitors.opened_by(cookie)
    return opened, time.monotonic() - begun


def test_a_replayed_cookie_opens_nothing(proof: Proof, tmp_path: Path) -> None:
    for engine in engines(proof):
        with visitors_in(tmp_path / engine, engine) as visitors:
            still_open = []
            for name, way in WAYS.items():
                opened, took = left_open(visitors, way)
                still_open += [f"after {name}: {page}" for page in opened]
                proof.count("ways out", 1)
                proof.count("cookies replayed", len(PAGES) * len(visitors.house.servers))
                if proof.is_full:
                    still_open += [] if took < 1 else [f"after {name}: looking took {took:.1f} s"]
                visitors.forward(10)
            proof.none(f"pages still open ({engine})", still_open)
            proof.count("identifiers", len(visitors.identifiers))
            assert len(visitors.identifiers) == visitors.turn, "an identifier came twice"
            proof.note(f"{engine}: {len(visitors.house.servers)} processes")


def test_a_worker_with_its_own_memory_is_found(proof: Proof, tmp_path: Path) -> None:
    engine = engines(proof)[-1]
    with (
        proof.must_fail("a worker with its own memory table"),
        visitors_in(tmp_path / "stale", engine, module="settings_stale") as visitors,
    ):
        opened, _took = left_open(visitors, WAYS["lock"])
        assert not opened, f"{len(opened)} pages still open after locking"


def test_cookies_have_exactly_these_flags(proof: Proof, tmp_path: Path) -> None:
    plain = "HttpOnly; Path=/; SameSite=Strict"
    with a_house(tmp_path / "plain", "sqlite") as house:
        browser = Browser(house.servers[0].port)
        browser.sign_up(ADA, PASSPHRASE)
        assert _flags(browser.lines) == {"troth": {plain}, "form": {plain}}
        browser.lines.clear()
        browser.post("/sign-out/", {})
        (taken,) = [line for line in browser.lines if line.startswith("troth=")]
        assert "Max-Age=0" in taken
    house_options = {"TROTH_SITE": "troth.example", "TROTH_BEHIND_PROXY": "yes"}
    with a_house(tmp_path / "server", "sqlite", options=house_options) as house:
        browser = Browser(house.servers[0].port)
        from_proxy = {
            "Host": "troth.example",
            "X-Forwarded-Proto": "https",
            "Origin": "https://troth.example",
        }
        browser.get("/sign-up/", **from_proxy)
        given = {"name": ADA, "passphrase": PASSPHRASE, "again": PASSPHRASE, "zone": "Europe/London"}
        assert browser.post("/sign-up/", given, **from_proxy).status == 303
        secure = f"{plain}; Secure"
        assert _flags(browser.lines) == {"__Host-troth": {secure}, "__Host-form": {secure}}
        assert browser.get("/today/", **from_proxy).headers["strict-transport-security"] == "max-age=31536000"
    proof.count("cookies looked at", 4)


def _flags(lines: list[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for line in lines:
        name, flags = line.partition("=")[0], sorted(part.strip() for part in line.split(";")[1:])
        found.setdefault(name, set()).add("; ".join(flags))
    return found


def test_a_form_sent_after_locking_is_offered_again_whole(proof: Proof, tmp_path: Path) -> None:
    for engine in engines(proof):
        with visitors_in(tmp_path / engine, engine) as visitors:
            for way in ("lock", "idle"):
                _sent_too_late(visitors, way)
                proof.count("late forms", 1)
            _sent_too_late(visitors, "idle", elsewhere=True)
            proof.count("late forms", 1)


def _sent_too_late(visitors: Visitors, way: str, *, elsewhere: bool = False) -> None:
    browser = visitors.enter()
    browser.get("/checkins/new/")
    cookie = browser.cookies["troth"]
    WAYS[way](visitors, browser)
    if elsewhere:  # the form reaches another process than the lock did
        browser.close()
        browser.port = visitors.house.servers[-1].port
    browser.cookies["troth"] = cookie
    written = {"felt_trust": "7", "note": LONG.strip(), "on": "2026-01-05"}
    late = browser.post("/checkins/new/", written)
    assert (late.status, late.location) == (303, "/unlock/?next=%2Fkept%2F")
    opened = browser.post("/unlock/", {"passphrase": visitors.passphrase, "next": "/kept/"})
    assert (opened.status, opened.location) == (303, "/kept/")
    assert LONG.strip() in browser.get("/kept/").text, "the words are not whole"
    form = browser.get("/checkins/new/")
    assert LONG.strip() in form.text
    assert _is_chosen(form.text, "7")
    assert browser.post("/checkins/new/", written).status == 303
    assert LONG.strip() not in browser.get("/kept/").text, "it is offered although it was saved"


def _is_chosen(page: str, value: str) -> bool:
    inputs = re.findall(r'<input[^>]*name="felt_trust"[^>]*>', page)
    return any(f'value="{value}"' in one and "checked" in one for one in inputs)
