"""Check 23: after leaving nothing is left in the browser, *Back* shows nothing, and leaving is always near and quick."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page

from tests.prove.browsing import OUTSIDE, WORDS, Visit, visiting
from tests.prove.checks import Check, Proof
from tests.prove.planted_urls import WORDS as PLANTED

CHECK = Check(
    23,
    target="0 entries left; Back shows nothing; covered ≤ 100 ms, away ≤ 1 s; 0 words in titles and addresses",
    least={"ways to leave": (7, 7), "pages looked at": (17, 50), "places searched": (20, 20)},
    controls=("htmx's usual snapshots",),
    limit_s=(180, 600),
    own_homes=True,
)
BUTTON = "[data-leave]"
COVERED_MS, AWAY_S, TRIES = 100, 1.0, 3
PRESS = """() => { const begun = performance.now();
    document.querySelector("[data-leave]").click();
    return [performance.now() - begun, document.body.innerText, document.title]; }"""
KEPT = """async () => [
    ...Object.entries(localStorage), ...Object.entries(sessionStorage),
    ...(await caches.keys()), ...(await indexedDB.databases()).map((one) => one.name),
    ...(await navigator.serviceWorker.getRegistrations()).map((one) => one.scope),
].map(String)"""
NEAR = """() => { const box = document.querySelector("[data-leave]").getBoundingClientRect();
    const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return box.width >= 44 && box.height >= 44 && box.x >= 0 && box.right <= innerWidth && box.y >= 0
        && box.bottom <= innerHeight && there !== null && there.closest("[data-leave]") !== null; }"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("residue")


def test_nothing_is_left_in_the_browser(proof: Proof, folder: Path) -> None:
    with visiting(proof, folder, planted=True) as visit:
        _all_pages(proof, visit)
        _leaving(proof, visit)
        _usual_htmx(proof, visit)
    proof.note("from a dialog: there are no dialogs")


def _all_pages(proof: Proof, visit: Visit) -> None:
    """Look at every page as small as 320 px at 400 % zoom; then leave, and search what is left."""
    with visit.context(viewport={"width": 320, "height": 256}) as context:
        page, told, covered = context.new_page(), [], []
        for path in visit.pages()[:: proof.size(3, 1)]:
            page.goto(path, wait_until="load")
            told += [f"{path}: {words!r}" for words in WORDS if words in page.title() or words in page.url]
            covered += [] if page.evaluate(NEAR) else [path]
            proof.count("pages looked at", 1)
        page.goto("/journal/search/")
        page.fill("[name=words]", WORDS[0])
        page.press("[name=words]", "Enter")
        page.wait_for_load_state()
        assert WORDS[0] in page.content(), "the search found nothing, so it would prove nothing"
        told += ["the search's address"] if any(word in page.url for word in WORDS[0].split()) else []
        proof.none("words in titles and addresses", told)
        proof.none("pages where the button is covered or too small", covered)
        _press_and_search(proof, page)


def _press_and_search(proof: Proof, page: Page) -> None:
    page.click(BUTTON)
    page.wait_for_url(OUTSIDE)
    for _ in range(3):
        _back(page)
        shown = page.content()
        proof.none("private words after Back", [words for words in WORDS if words in shown])
        proof.count("places searched", len(WORDS))
    page.goto("/health/")
    kept = page.evaluate(KEPT)
    proof.none("entries in storage, caches, databases, workers", kept)
    proof.count("places searched", 5)


def _back(page: Page) -> None:
    try:
        page.go_back(wait_until="load", timeout=5000)
    except Error:  # there is no page before
        return


def _leaving(proof: Proof, visit: Visit) -> None:
    """Leave from every kind of page and state, and look that nothing private stays."""
    ways = {
        "a private page": _from("/journal/"),
        "a form with words in it": _from_a_form,
        "an error page": _from("/no-such-page/"),
        "Shift three times": _by_keys,
        "offline": _offline,
        "another tab": _another_tab,
    }
    faults = []
    for name, way in ways.items():
        with visit.context() as context:
            faults += [f"{name}: {fault}" for fault in way(proof, context.new_page())]
        proof.count("ways to leave", 1)
    with visit.context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/journal/")
        page.click(BUTTON)
        page.wait_for_url(OUTSIDE)
        page.goto("/today/")
        faults += [] if "/sign-in/" in page.url else ["without scripts: still signed in"]
    proof.count("ways to leave", 1)
    proof.none("faults in leaving", faults)


def _from(path: str) -> Callable[[Proof, Page], list[str]]:
    def way(proof: Proof, page: Page) -> list[str]:
        page.goto(path, wait_until="load")
        return _timed(proof, page, path)

    return way


def _from_a_form(proof: Proof, page: Page) -> list[str]:
    page.goto("/checkins/new/", wait_until="load")
    page.fill("[name=note]", WORDS[1])
    return _timed(proof, page, "/checkins/new/")


def _timed(proof: Proof, page: Page, path: str) -> list[str]:
    """Press, and look at what stands there at once; in the full size also at the clock, three times at most."""
    faults: list[str] = []
    took = []
    for _ in range(proof.size(1, TRIES)):
        begun = time.monotonic()
        covered_ms, shown, title = page.evaluate(PRESS)
        page.wait_for_url(OUTSIDE)
        took.append((covered_ms, time.monotonic() - begun))
        faults += [] if (shown, title) == ("", "Notes") else [f"it shows {title!r} while going"]
        if covered_ms <= COVERED_MS and took[-1][1] <= AWAY_S:
            break
        page.goto(path, wait_until="load")
    if proof.is_full:
        proof.note("; ".join(f"covered in {ms:.0f} ms, away in {s:.2f} s" for ms, s in took))
        in_time = any(ms <= COVERED_MS and s <= AWAY_S for ms, s in took)
        faults += [] if in_time else ["too slow"]
    page.goto("/today/")
    return faults + ([] if "/sign-in/" in page.url else ["still signed in"])


def _by_keys(_proof: Proof, page: Page) -> list[str]:
    page.goto("/journal/", wait_until="load")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(OUTSIDE)
    return []


def _offline(_proof: Proof, page: Page) -> list[str]:
    page.goto("/journal/", wait_until="load")
    page.context.set_offline(True)
    page.evaluate("document.querySelector('[data-leave]').click()")
    page.wait_for_timeout(500)
    shown = page.content()
    return [f"offline it shows {words!r}" for words in WORDS if words in shown]


def _another_tab(proof: Proof, page: Page) -> list[str]:
    other = page.context.new_page()
    other.goto("/journal/", wait_until="load")
    page.goto("/today/", wait_until="load")
    begun = time.monotonic()
    page.click(BUTTON)
    other.wait_for_url(OUTSIDE)
    took = time.monotonic() - begun
    if proof.is_full:
        proof.note(f"the other tab was away after {took:.2f} s")
    return [] if not proof.is_full or took <= AWAY_S else ["the other tab is too slow"]


def _usual_htmx(proof: Proof, visit: Visit) -> None:
    with proof.must_fail("htmx's usual snapshots"), visit.context(signed_in=False) as context:
        page = context.new_page()
        page.goto("/planted/usual/", wait_until="load")
        page.click("#on")
        page.wait_for_url("**/planted/usual/?on")
        kept = page.evaluate(KEPT)
        with_words = [one for one in kept if PLANTED in one]
        assert not with_words, f"{len(with_words)} of {len(kept)} entries hold the page's words"
