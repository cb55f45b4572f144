"""Two people whose browsers' clocks are ten minutes apart, one on each side of ours, at two ends of the world."""

from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import pytest

from tests import people
from tests.browser.conftest import once_is_enough
from tests.browser.two_windows import DESK, PHONE, WORDS, given, join, window
from troth import vault
from troth.store.models import Invitation, Share

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), once_is_enough]
WRONG = timedelta(minutes=5)


@pytest.fixture
def apart(chromium, live_server, outside, ada):
    """Ada's clock is five minutes slow, in Honolulu; Ben's is five minutes fast, in Auckland."""
    ben = people.an_account("Ben", other="nobody yet")
    with ExitStack() as opened:
        look = {"viewport": DESK, "timezone_id": "Pacific/Honolulu"}
        hers = opened.enter_context(window(chromium, live_server, ada, **look))
        look = {"viewport": PHONE, "timezone_id": "Pacific/Auckland"}
        his = opened.enter_context(window(chromium, live_server, ben, **look))
        for one, wrong in ((hers, -WRONG), (his, WRONG)):
            one.page.clock.install(time=datetime.now(UTC) + wrong)
        yield hers, his


def looks_up(his, code):
    his.page.goto("/join/")
    his.page.get_by_label("The code").fill(code)
    his.press("Look it up")
    his.page.wait_for_load_state()


def test_a_code_ends_for_both_by_our_clock_and_then_it_is_as_if_it_had_never_been(apart):
    hers, his = apart
    hers.page.goto(hers.two)
    hers.press("Make a code")
    code = hers.page.locator("#join-code").inner_text()
    until = hers.main().partition("It can be used once, until ")[2].partition(". If nobody")[0]
    looks_up(his, code)
    his.sees(f"This code can be used until {until}.")
    Invitation.objects.update(expires=datetime.now(UTC))
    looks_up(his, code)
    his.sees("This code is not valid or no longer valid.")
    ended = his.main()
    looks_up(his, vault.new_invitation_code())
    his.sees("This code is not valid or no longer valid.")
    assert his.main() == ended
    hers.page.reload()
    hers.sees("Only you are here")


def test_a_copy_whose_last_day_is_today_in_utc_is_read_by_both_and_gone_the_day_after(apart):
    hers, his = apart
    join(hers, his)
    given(hers, days=0)
    given(his, days=0)
    for one in apart:
        one.page.goto("/together/")
        one.page.get_by_role("link", name="Win").click()
        one.sees(WORDS)
    Share.objects.update(expires=datetime.now(UTC).date() - timedelta(days=1))
    for one in apart:
        assert one.page.reload().status == 404
        one.page.goto("/together/")
        one.sees("Nothing of yours is out there")
        one.sees("Nothing is here.")


def test_a_wrong_clock_locks_nobody_out_and_keeps_nobody_in(apart):
    hers, his = apart
    join(hers, his)
    for one in apart:
        one.page.goto("/today/")
        one.page.clock.run_for(5 * 60 * 1000)
        one.page.mouse.move(40, 40)
        one.page.goto("/together/")
        one.sees("What is out there")
        one.page.clock.run_for(11 * 60 * 1000)
        one.page.wait_for_url("**/unlock/**")
