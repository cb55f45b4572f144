"""Two people of the cast, each in a browser of their own, on the way to each other through the pages."""

import html
import re
from datetime import UTC, datetime
from uuid import UUID

from django.test import Client

from tests import people
from troth.store.queries.joining import standing

STEPS = ("code/", "code/end/", "let-in/", "take-back/", "leave/")
CLOSED = "This bond is closed."
MINE = {"name": "Ada", "kind": "friend", "role": "supporter"}
TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=|"X-CSRFToken": )"[A-Za-z0-9]+"')
NEVER = "/bond/00000000-0000-4000-8000-000000000000/together/"


def browser_of(someone: people.Someone) -> Client:
    """Return a browser in which this person is unlocked."""
    browser = Client()
    people.unlock(browser, someone)
    return browser


def two_of(someone: people.Someone) -> str:
    """Return the address of *Two of you* in their bond."""
    return f"/bond/{someone.bond}/together/"


def bare(answer) -> bytes:
    """Return a page without its form tokens."""
    return TOKEN.sub(b"", answer.content)


def words_of(answer) -> str:
    """Return a page as it reads."""
    return " ".join(html.unescape(answer.content.decode()).split())


def a_code(browser: Client, ada: people.Someone) -> str:
    """Make a code by the button and read it off the page."""
    page = browser.post(f"{two_of(ada)}code/", follow=True).content.decode()
    return re.search(r'id="join-code">([^<]+)<', page).group(1)


def say_yes(browser: Client, code: str) -> str:
    """Say yes to a code; return the address that follows."""
    answer = browser.post("/join/accept/", MINE | {"code": code})
    assert answer.status_code == 303, words_of(answer)
    return answer.headers["Location"]


def six(answer) -> list[str]:
    """Read the six words off a page."""
    listed = re.search(r'class="passphrase-words"[^>]*>(.*?)</ol>', answer.content.decode(), re.DOTALL)
    return re.findall(r"<li>([^<]+)</li>", listed.group(1)) if listed else []


def compared(answer) -> str:
    """Read what the form carries of the words that are shown."""
    return re.search(r'name="compared" value="([^"]+)"', answer.content.decode()).group(1)


def let_in(browser: Client, ada: people.Someone):
    """Compare, and let in whoever waits."""
    seen = compared(browser.get(two_of(ada)))
    return browser.post(f"{two_of(ada)}let-in/", {"compared": seen})


def joined(ada: people.Someone, ben: people.Someone) -> tuple[Client, Client]:
    """Join both through the pages; return their browsers."""
    hers, his = browser_of(ada), browser_of(ben)
    say_yes(his, a_code(hers, ada))
    assert let_in(hers, ada).status_code == 303
    return hers, his


def state(someone: people.Someone, bond: UUID) -> str:
    """Say where a bond stands for one of them."""
    return standing(someone.me, bond, at=datetime.now(UTC)).state
