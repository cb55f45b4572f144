"""A real Chromium against the real program; the world outside is one plain page."""

import os
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests import people
from tests.browser.two_windows import DESK, PHONE, Window, window
from tests.one_playwright import playwright
from tests.people import Someone
from troth.store.actions import unlocking

# Playwright keeps a loop running in the tests' thread, and Django takes that for an asynchronous view.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = "/usr/bin/chromium"
takes_minutes = pytest.mark.skipif(
    os.environ.get("TROTH_EVERY_LOOK") != "1", reason="only on make browser: it looks at hundreds of pages"
)
once_is_enough = pytest.mark.skipif(
    bool(os.environ.get("TROTH_DATABASE")),
    reason="only on SQLite: what a page looks like and where it leads is the same on either database",
)
PLAINLY = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip(
            f"{CHROMIUM}: not there, so the browser tests did not run (Debian: apt-get install chromium)"
        )
    browser = playwright().chromium.launch(executable_path=CHROMIUM, args=PLAINLY)
    yield browser
    browser.close()


class OutsidePage(BaseHTTPRequestHandler):
    """One neutral page of someone else's."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<title>Outside</title>Outside")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def outside() -> Iterator[str]:
    """A site that is not ours, where Leave quickly leads."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), OutsidePage)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def context(chromium: Browser, live_server, outside: str, settings) -> Iterator[BrowserContext]:
    """One person's browser: cookies and tabs of its own."""
    settings.LEAVE_TO = outside
    context = chromium.new_context(base_url=live_server.url)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def ada_here(context: BrowserContext, ada: Someone, live_server) -> Someone:
    """Ada, signed in in this browser."""
    _me, cookie = unlocking.enter(person=ada.me.person, account_key=ada.me.key, at=datetime.now(UTC))
    context.add_cookies([{"name": "troth", "value": cookie, "url": live_server.url}])
    return ada


@pytest.fixture
def hers(chromium: Browser, live_server, outside: str, ada: Someone) -> Iterator[Window]:
    """Ada at a desk."""
    with window(chromium, live_server, ada, viewport=DESK) as found:
        yield found


@pytest.fixture
def his(chromium: Browser, live_server, outside: str, db: None) -> Iterator[Window]:
    """Ben on a phone; he is in no bond with her yet."""
    ben = people.an_account("Ben", other="nobody yet")
    with window(chromium, live_server, ben, viewport=PHONE, is_mobile=True, has_touch=True) as found:
        yield found
