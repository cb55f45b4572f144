"""One person's walk through the pages, by what she sees: labels, buttons, words."""

import io
import json
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect

from tests.people import Someone

SOON_MS = 5_000
HERE = ZoneInfo("Europe/London")
FOUND = re.compile(r"(1 entry has|\d+ entries have) all of these words\.")
Filled = Mapping[str, "str | Pick"]


class Pick:
    """What to choose in a group of cards or steps, by its words; several where several may be chosen."""

    def __init__(self, *words: str) -> None:
        self.words = words


def moment(days: int, hour: int = 12) -> str:
    """Say a moment so many days from now as the browser's own field takes it."""
    return f"{datetime.now(HERE) + timedelta(days=days):%Y-%m-%d}T{hour:02}:00"


def day(days: int) -> str:
    """Say a day so many days from now."""
    return moment(days)[:10]


class Walk:
    """A signed-in person in front of a phone."""

    def __init__(self, page: Page, who: Someone) -> None:
        self.page, self.who = page, who
        self.taps = 0
        page.set_default_timeout(SOON_MS)

    def sign_in(self) -> None:
        """Come in through the door, with the passphrase."""
        self.go("/sign-in/")
        self.page.get_by_label("Name", exact=True).fill(self.who.name)
        self.page.get_by_label("Passphrase", exact=True).fill(self.who.passphrase)
        self.press("Open")
        self.sees("You and Ben")

    def go(self, address: str) -> None:
        """Open an address; it is there."""
        answer = self.page.goto(address)
        assert answer is not None
        assert answer.status == 200, f"{address}: {answer.status}"

    @property
    def main(self) -> Locator:
        """The page without its bars."""
        return self.page.locator("main")

    def sees(self, *words: str | re.Pattern[str]) -> None:
        """These words stand on the page, for the eye."""
        for one in words:
            expect(self.main.get_by_text(one).first).to_be_visible()

    def sees_no(self, *words: str) -> None:
        """None of these words stands on the page."""
        for one in words:
            expect(self.main.get_by_text(one)).to_have_count(0)

    def press(self, name: str, *, within: Locator | None = None) -> None:
        """Press the first button or link of this name; it counts as a tap."""
        place = within or self.page
        # For the ear a button in a list says besides what it is about: "Held: no calls at work".
        named = re.compile(rf"^{re.escape(name)}(\s*:.*)?$")
        found = place.get_by_role("button", name=named).or_(place.get_by_role("link", name=named))
        found.first.click()
        self.taps += 1
        # A press may still be on its way to the next page.
        self.page.wait_for_load_state()

    def fill(self, filled: Filled) -> None:
        """Fill fields by their labels."""
        for label, value in filled.items():
            name = re.compile(rf"^\s*{re.escape(label)}(\s+optional)?\s*$")
            if isinstance(value, str):
                self.main.get_by_label(name).first.fill(value)
                continue
            group = self.main.get_by_role("group", name=name).first
            for words in value.words:
                group.locator("label", has=self.page.get_by_text(words, exact=True)).first.click()

    def write(self, practice: str, filled: Filled) -> str:
        """Write a new entry, from its list; return the address of the entry."""
        self.go(f"/{practice}/")
        self.main.locator(f"a[href='/{practice}/new/']").first.click()
        return self.keep(practice, filled)

    def keep(self, practice: str, filled: Filled) -> str:
        """Fill the form that is open and keep it."""
        self.fill(filled)
        self.press("Keep this promise" if practice == "promises" else "Keep it")
        return self.is_at(practice)

    def is_at(self, practice: str) -> str:
        """One entry of this practice is open; return its address."""
        self.page.wait_for_url(re.compile(rf"/{practice}/[0-9a-f-]{{36}}/(\?.*)?$"))
        return "/" + "/".join(self.page.url.split("?")[0].split("/")[3:])

    def change(self, address: str, filled: Filled) -> None:
        """Change the words of an entry, and see them."""
        self.go(address)
        self.press("Change the words")
        self.fill(filled)
        self.press("Save")
        self.page.wait_for_url(re.compile(re.escape(address)))
        self.sees(*(value for value in filled.values() if isinstance(value, str) and value[:2] != "20"))

    def find_again(self, practice: str, words: str, *, shown: str = "") -> None:
        """Find an entry in its list, in the journal, and by search; nothing of it reaches an address.

        shown : what stands there instead, where a line shows none of the words
        """
        self.go(f"/{practice}/")
        self.sees(shown or words)
        self.go("/journal/")
        self.sees(shown or words)
        self.page.get_by_label("Search your entries").fill(words)
        self.press("Search")
        self.sees(FOUND, shown or words)
        assert words not in self.page.url

    def take_with_me(self) -> list[dict[str, Any]]:
        """Export everything; return the entries of the file."""
        self.go("/settings/export/")
        self.page.get_by_label("Your passphrase").fill(self.who.passphrase)
        with self.page.expect_download() as download:
            self.press("Make the file")
        packed = zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes()))
        return list(entries_of(json.loads(packed.read("troth.json"))))

    def is_taken_along(self, *found: tuple[str, str]) -> None:
        """Each of these is in the export: a practice, and words that were written."""
        entries = self.take_with_me()
        for practice, words in found:
            mine = [json.dumps(one, ensure_ascii=False) for one in entries if one["practice"] == practice]
            assert any(words in one for one in mine), f"{practice} with its words is not in the export"

    def whole(self, practice: str, filled: Filled, *, words: str, change: Filled, shown: str = "") -> str:
        """Create, see, change, find again in list, journal and search, take along."""
        address = self.write(practice, filled)
        self.sees(*(value for value in filled.values() if isinstance(value, str) and value[:2] != "20"))
        self.change(address, change)
        self.find_again(practice, words, shown=shown)
        self.is_taken_along((practice, words))
        return address


def entries_of(plain: Any) -> Any:
    """Find every entry in an export, however it is nested."""
    if isinstance(plain, dict):
        if "practice" in plain and "content" in plain:
            yield plain
        for value in plain.values():
            yield from entries_of(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from entries_of(value)
