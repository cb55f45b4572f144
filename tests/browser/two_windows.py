"""Two people, each in a browser of their own: Ada at a desk, Ben on a phone; and what both may press at the same moment."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from playwright.sync_api import Browser, Page, expect

from tests import people
from tests.store import two
from troth.store.actions import bonds, unlocking
from troth.store.models import Share

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
WORDS = "a quiet heron under the third bridge"
NEVER = "/together/00000000-0000-4000-8000-000000000000/"
SOON_MS = 8_000
AHEAD_MS = 700  # long enough for both browsers to hear what they are to press


@dataclass
class Window:
    """One person in front of a browser, and every status that was answered to it."""

    page: Page
    who: people.Someone
    statuses: list[int]

    @property
    def two(self) -> str:
        """The address of *Two of you*."""
        return f"/bond/{self.who.bond}/together/"

    def cut(self) -> None:
        """Take the network away."""
        self.page.context.set_offline(True)

    def back(self) -> None:
        """Give it back."""
        self.page.context.set_offline(False)

    def press(self, name: str) -> None:
        """Press the one button with these words."""
        self.page.get_by_role("button", name=name).click()

    def sees(self, words: str) -> None:
        """Wait until these words stand on the page."""
        expect(self.page.locator("main")).to_contain_text(words)

    def main(self) -> str:
        """Return what the page says."""
        return self.page.locator("main").inner_text()


@contextmanager
def window(chromium: Browser, live_server: Any, who: people.Someone, **look: Any) -> Iterator[Window]:
    """Open a browser in which this person is signed in."""
    context = chromium.new_context(base_url=live_server.url, **look)
    sign_in(context, live_server, who)
    page, statuses = context.new_page(), []
    page.set_default_timeout(SOON_MS)
    page.on("response", lambda answer: statuses.append(answer.status))
    yield Window(page, who, statuses)
    assert [status for status in statuses if status >= 500] == []
    context.close()


def sign_in(context: Any, live_server: Any, who: people.Someone) -> None:
    """Put the cookie of an unlocked session into a browser."""
    _me, cookie = unlocking.enter(person=who.me.person, account_key=who.me.key, at=datetime.now(UTC))
    context.add_cookies([{"name": "troth", "value": cookie, "url": live_server.url}])


def join(hers: Window, his: Window) -> None:
    """Join them through the real actions; the short question lies behind both."""
    at = datetime.now(UTC)
    two.joined(hers.who, his.who, at=at)
    his.who = replace(his.who, bond=hers.who.bond)
    for one in (hers.who, his.who):
        bonds.alter_side(me=one.me, bond=one.bond, asked_on=at.date())


def given(by: Window, *, what: str = WORDS, days: int = 7) -> UUID:
    """Give the other a copy through the real actions."""
    at = datetime.now(UTC)
    return two.shared(by.who, what=what, until=at.date() + timedelta(days=days), at=at)


def at_preview(by: Window, *, what: str = WORDS) -> None:
    """Write a win and go as far as the page that shows what the other will see."""
    entry = people.a_win(by=by.who, what=what)
    by.page.goto(f"/together/share/{entry.id}/")
    tick(by, "what")
    by.press("Show me what they will see")
    by.sees(what)


def tick(by: Window, part: str) -> None:
    """Choose one part."""
    by.page.locator(f"label:has([name=parts][value={part}])").click()


def at_once(*presses: tuple[Window, str]) -> None:
    """Let each press the button with these words at the same moment of the clock, and wait until both pages answered."""
    moment = presses[0][0].page.evaluate("Date.now()") + AHEAD_MS
    for one, name in presses:
        one.page.evaluate("document.documentElement.dataset.before = 1")
        button = one.page.get_by_role("button", name=name).element_handle()
        one.page.evaluate(
            "([button, moment]) => { setTimeout(() => button.click(), moment - Date.now()) }",
            [button, moment],
        )
    for one, _name in presses:
        expect(one.page.locator("html[data-before]")).to_have_count(0)
        one.page.wait_for_load_state()


def nothing_left() -> bool:
    """Say whether no copy is left, of either."""
    return not Share.objects.exists()


def loses_the_answer(page: Page, address: str) -> Callable[[], None]:
    """Let what is sent to an address arrive, and its answer get lost. Return how to end that."""

    def lose(route: Any) -> None:
        route.fetch(max_redirects=0)
        route.abort()

    page.route(address, lose)
    return lambda: page.unroute(address)
