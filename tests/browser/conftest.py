"""A real Chromium against the real program; the world outside is one plain page."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.people import Someone
from troth.store.actions import unlocking

# Playwright keeps a loop running in the tests' thread, and Django takes that for an asynchronous view.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = "/usr/bin/chromium"
PLAINLY = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
OUTSIDE = "https://en.wikipedia.org/"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip(
            f"{CHROMIUM}: not there, so the browser tests did not run (Debian: apt-get install chromium)"
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=PLAINLY)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser, live_server) -> Iterator[BrowserContext]:
    """One person's browser: cookies and tabs of its own."""
    context = chromium.new_context(base_url=live_server.url)
    context.route(
        lambda address: not address.startswith(live_server.url),
        lambda route: route.fulfill(content_type="text/html", body="<title>Outside</title>Outside"),
    )
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
