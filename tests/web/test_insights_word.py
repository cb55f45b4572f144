"""Insights on my own word, moments, links, the circle: what is said from how many on, and what never."""

import re
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from tests.web.noted import PAGE, PAGES, PICTURES, check_in, fall, force, page, promise
from tests.web.understanding import put
from troth import practices
from troth.practices.occurrences import Occurrence
from troth.practices.signs import Noticed
from troth.practices.supporters import Supporter
from troth.practices.triggers import Trigger
from troth.store.actions import entries

pytestmark = pytest.mark.django_db


def test_under_three_promises_there_is_no_number(ada_in, ada):
    for number in range(2):
        promise(ada, "keep", days_ago=10 + number)
    said = page(ada_in, "word")
    assert "Not enough yet 2 promises were kept or missed so far." in said
    assert " in 10" not in said


def test_three_promises_are_grey_and_say_how_few_they_are(ada_in, ada):
    for number in range(3):
        promise(ada, "keep", days_ago=10 + number)
    said = page(ada_in, "word")
    assert re.search(
        r"About 3 of your 3 promises so far were kept; with so few it could be \d to \d+ in 10", said
    )
    assert '<p class="faint">About' in ada_in.get("/insights/my-word/").content.decode()


def test_from_ten_on_it_is_said_of_the_last_ten(ada_in, ada):
    for number in range(10):
        promise(ada, "keep" if number % 3 else "miss", days_ago=10 + number)
    said = page(ada_in, "word")
    assert re.search(r"About \d of your last 10 promises were kept; with so few it could be \d to \d", said)
    assert "By size" in said
    assert "By what keeping it shows" in said


def test_a_group_of_fewer_than_three_says_not_enough_yet(ada_in, ada):
    for number in range(6):
        promise(ada, "keep", days_ago=10 + number)
    promise(ada, "keep", size="large")
    found = ada_in.get("/insights/my-word/").content.decode()
    assert re.search(
        r"Large<p class=\"meta\">1 promise</p></div><span class=\"tag none\">not enough yet", found
    )


def test_the_question_about_overdue_ones_comes_where_it_matters(ada_in, ada):
    for number in range(5):
        promise(ada, "keep", days_ago=10 + number)
    assert "What became of" not in page(ada_in, "word")
    for number in range(3):
        promise(ada, days_ago=5 + number, size="large")
    assert "What became of 3 promises that are past their time?" in page(ada_in, "word")
    assert "Say what became of a promise that is past its time." in page(ada_in)


def test_how_sure_i_was_waits_for_five(ada_in, ada):
    for number in range(4):
        promise(ada, "keep", days_ago=10 + number, sure=90)
    assert "From five such promises on" in page(ada_in, "word")
    promise(ada, "miss", days_ago=20, sure=90)
    said = page(ada_in, "word")
    assert "Of 5 promises you thought that about 9 in 10 would be kept on time; it was about 8 in 10." in said


def test_who_expects_much_more_than_comes_is_told_to_promise_smaller(ada_in, ada):
    for number in range(6):
        promise(ada, "keep" if number < 2 else "miss", days_ago=10 + number, sure=100)
    assert "smaller promises hold better" in page(ada_in, "word")
    assert "Promise a little smaller for a while." in page(ada_in)


def test_the_ranges_have_a_picture_and_a_table(ada_in, ada):
    for number in range(6):
        promise(ada, "keep", days_ago=10 + number)
    found = ada_in.get(reverse("insights:word_picture")).content.decode()
    assert found.count('role="img"') == 2
    assert re.search(r'<th scope="row">All promises</th><td>6</td><td>about \d+ in 10', found)


# --- safety first -----------------------------------------------------------------------------------------------------


def test_where_the_gate_is_not_open_safety_comes_first_and_nothing_pushes(ada_in, ada):
    fall(ada)
    for number in range(12):
        promise(ada, "keep" if number % 2 else "miss", days_ago=10 + number, sure=100)
    force(ada)
    for name in (*PAGES, *PICTURES):
        main = ada_in.get(reverse(f"insights:{name}")).content.decode().partition("<main")[2]
        cards = [main.find(words) for words in ('class="card"', '<svg class="for-')]
        first_card = min(place for place in cards if place >= 0)
        safety = main.index('href="/safety/"')
        assert safety < first_card or "Not now" in main[first_card:safety], name
    for name in ("overview", "word", "together"):
        said = page(ada_in, name)
        assert "Not now" in said
        for pushing in (
            "of your last 10",
            "One small step",
            "What became of",
            "smaller",
            "Count it",
            "Was there an event",
            "looks lower",
        ):
            assert pushing not in said, (name, pushing)
    assert '<svg class="for-' not in ada_in.get(reverse("insights:word_picture")).content.decode()
    assert "How much you felt trusted" in page(ada_in)
    assert "Circle and strain" in page(ada_in)


def test_a_quiet_bond_asks_nothing(ada_in, ada):
    fall(ada)
    for number in range(3):
        promise(ada, days_ago=5 + number, size="large")
    for number in range(6):
        promise(ada, "miss", days_ago=10 + number, sure=100)
    assert "What became of 3 promises" in page(ada_in)
    ada_in.post(reverse("bonds:paused", args=[ada.bond]))
    for name in ("overview", "trust", "word"):
        said = page(ada_in, name)
        for asking in (
            "What became of",
            "Was there an event",
            "looks lower",
            "Promise a little",
            "Say what became",
            "Make the next",
        ):
            assert asking not in said, (name, asking)
    assert "of your last 10" in page(ada_in, "word") or "promises so far" in page(ada_in, "word")


# --- moments, together, support ---------------------------------------------------------------------------------------


def test_moments_are_counted_and_named_often_only_from_five_on(ada_in, ada):
    sunday = put(ada, "triggers", Trigger(what="The word Sunday"))
    door = put(ada, "triggers", Trigger(what="A shut door"))
    for ago in range(0, 60, 10):
        put(ada, "occurrences", Occurrence(), ties={"about": sunday}, days_ago=ago)
    put(ada, "occurrences", Occurrence(), ties={"about": door})
    put(ada, "occurrences", Occurrence(), ties={"about": door}, days_ago=90)
    put(ada, "signs", Noticed(kind="withdraws", saw="Left"))
    said = page(ada_in, "moments")
    assert "The word Sunday about every other week 6 times" in said
    assert "A shut door 1 time" in said
    assert "Drew back 1 time" in said


def test_what_goes_together_is_counted_only_when_asked_and_only_after_sixty_days(ada_in, ada):
    assert "It is counted only if you ask" in page(ada_in, "together")
    assert "This needs 60 days with an answer; there are 0." in page(ada_in, "together", count="mine")
    check_in(ada, days=range(70), points=lambda ago: (ago * 7) % 5 + 3)
    for number in range(20):
        promise(ada, "keep", days_ago=10 + 2 * number)
    assert "No link can be seen, which is usual." in page(ada_in, "together", count="mine")


def test_a_strong_link_is_said_as_going_together_and_never_as_a_cause(ada_in, ada):
    kept = {12 + 2 * number for number in range(45)}
    for ago in kept:
        promise(ada, "keep", days_ago=ago + 1, size="large")
    check_in(
        ada, days=range(110), points=lambda ago: 8 if ago in kept or (ago + 1 in kept and ago % 7 == 0) else 3
    )
    said = page(ada_in, "together", count="mine")
    assert "together, not because." in said
    assert "No link can be seen" not in said


def test_the_map_says_when_much_rests_on_one(ada_in, ada):
    assert "Empty so far" in page(ada_in, "support")
    content = Supporter(name="Mira", who="friend", closeness="close", good_for=("listens", "fun"))
    at = datetime.now(UTC)
    document = practices.start("supporters", content, at=at, on=at.date())
    entries.add(me=ada.me, bond=None, document=document)
    said = page(ada_in, "support")
    assert "1 person stands on your map, 1 of them close." in said
    assert "Much of it rests on one person." in said
    assert "Mira" not in said
    assert "1 person stands on your own map." in page(ada_in)


def test_low_energy_is_counted_among_the_days_that_were_answered(ada_in, ada):
    check_in(ada, days=range(4), energy=2)
    assert "From five answers on your own energy" in page(ada_in, "support")
    check_in(ada, days=range(4, 8), energy=7)
    said = "On 4 of the 8 days you answered in the last four weeks your energy was 3 or less."
    assert said in page(ada_in, "support")
    assert said in page(ada_in)


# --- the house --------------------------------------------------------------------------------------------------------


def test_numpy_waits_for_the_first_page_that_needs_it():
    code = (
        "import os, sys; os.environ['DJANGO_SETTINGS_MODULE'] = 'tests.settings'; import django; django.setup(); "
        "import troth.app.urls; sys.exit(bool({'numpy', 'troth.coach', 'troth.trends', 'typst'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=PAGE.parents[2]).returncode == 0


def test_the_limits_on_the_page_of_rules_are_those_of_the_code():
    from troth.practices.counts import ENOUGH as counted
    from troth.web.insights.groups import ENOUGH, LEAST
    from troth.web.insights.together import NEEDED_DAYS
    from troth.web.insights.word import MISSES_NEEDED
    from troth.web.parts.measured.trust_words import STARTING_DAYS

    rules = PAGE.read_text()
    for words in (
        f"no number under {LEAST} promises that count, grey under {ENOUGH}",
        f"the first {STARTING_DAYS} days: nothing is compared",
        f"from {counted} promises with an answer on",
        f"from {MISSES_NEEDED} misses on",
        f"from {NEEDED_DAYS} days with an answer on",
    ):
        assert words in rules, words


def test_questionnaires_stand_there_by_name_and_times_and_hark_does_not(ada_in, ada):
    from troth.practices.questionnaires import Answered

    at = datetime.now(UTC)
    for instrument, title in (("phq-4", "Worry"), ("phq-4", "Worry"), ("hark", "Four questions")):
        content = Answered(instrument=instrument, version="1.0", title=title, items=4, answers={"1": 1})
        document = practices.move(
            practices.start("questionnaires", content, at=at, on=at.date()), "finish", at=at
        )
        entries.add(me=ada.me, bond=ada.bond, document=document)
    page = ada_in.get("/insights/").content.decode()
    assert 'href="/questionnaires/over-time/phq-4/"' in page
    assert "2 times" in page
    assert "Four questions" not in page
