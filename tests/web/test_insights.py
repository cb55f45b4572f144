"""Insights: sentences first, "not enough yet", nothing that pushes, pictures after the page."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from tests import people
from tests.web.noted import FORECASTS, PAGES, PICTURES, check_in, fall, page, promise, text
from tests.web.understanding import put
from troth.practices.incidents import Incident
from troth.practices.triggers import Trigger

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", [*PAGES, *PICTURES])
def test_every_page_answers_with_nothing_written(ada_in, name):
    assert page(ada_in, name)


@pytest.mark.parametrize("name", [*PAGES, *PICTURES])
def test_a_stranger_is_led_to_the_door_and_nothing_can_be_sent(client, ada, name):
    address = reverse(f"insights:{name}")
    assert client.get(address).headers["Location"].startswith("/sign-in/")
    people.unlock(client, ada)
    assert client.post(address).status_code == 405


def test_mallory_sees_her_own_empty_pages_and_nothing_of_adas(client, ada, mallory):
    check_in(ada, days=range(40))
    put(ada, "triggers", Trigger(what="The word Sunday"))
    people.unlock(client, mallory)
    assert "Not enough yet" in page(client)
    assert "Sunday" not in page(client, "moments")


def test_no_sentence_is_a_forecast_and_no_word_speaks_of_anothers_score(ada_in, ada):
    check_in(ada, days=range(80), points=lambda ago: 3 if ago > 40 else 8)
    for number in range(8):
        promise(ada, "keep", days_ago=10 + number)
    for name in PAGES:
        assert not FORECASTS.search(page(ada_in, name)), name


def test_no_words_of_ada_reach_the_logs(ada_in, ada, caplog, capfd):
    check_in(ada, days=range(3))
    promise(ada, "keep")
    for name in (*PAGES, *PICTURES):
        ada_in.get(reverse(f"insights:{name}"))
    out = "".join(capfd.readouterr()) + caplog.text
    assert "station" not in out


# --- felt trust -------------------------------------------------------------------------------------------------------


def test_two_answers_give_no_number_and_three_a_grey_one(ada_in, ada):
    check_in(ada, days=range(2))
    assert "From three check-ins on there is a first, faint answer." in page(ada_in)
    check_in(ada, days=[2])
    assert "How much you felt trusted lately is around 5" in page(ada_in)
    assert '<p class="faint">' in ada_in.get("/insights/").content.decode()


def test_the_first_four_weeks_are_called_the_starting_phase(ada_in, ada):
    check_in(ada, days=range(27))
    said = page(ada_in, "trust")
    assert "This is the starting phase" in said
    assert "Compared with" not in said


def test_a_clear_rise_is_called_so_and_says_how_sure_and_how_many_days(ada_in, ada):
    check_in(ada, days=range(84), points=lambda ago: (2 if ago > 50 else 8) + ago % 2)
    said = page(ada_in, "trust")
    assert "Compared with your first four weeks: clearly higher (more than 9 in 10)." in said
    assert "84 of 84 days answered." in said
    assert "no forecast is made here" in said
    assert "tested on diaries of mood, not on trust" in said


def test_no_clear_change_is_said_without_a_number(ada_in, ada):
    check_in(ada, days=range(70))
    assert re.search(r"first four weeks: no clear change \. ", page(ada_in, "trust"))


def test_too_few_in_the_first_weeks_is_said_plainly(ada_in, ada):
    check_in(ada, days=[*range(30), 69, 65, 60])
    assert "Your first four weeks hold 3 answers, and a comparison needs ten there." in page(ada_in, "trust")


def test_too_few_lately_is_said_plainly(ada_in, ada):
    check_in(ada, days=[1, *range(30, 70)])
    assert "The last two weeks hold 1 answer." in page(ada_in, "trust")


def test_a_full_scale_is_told(ada_in, ada):
    check_in(ada, days=range(40), points=lambda _ago: 10)
    assert "Many of your answers stand at an end of the scale." in page(ada_in)


def test_a_fall_is_asked_about_or_said_and_not_where_a_breach_is_noted(ada_in, ada):
    fall(ada)
    assert re.search("Was there an event|It looks lower since some day between", page(ada_in))
    for ago in (11, 12, 13):
        put(ada, "incidents", Incident(kind="outburst", toward="other"), days_ago=ago)
    assert not re.search("Was there an event|It looks lower since", page(ada_in))


def test_the_picture_comes_after_the_page_and_without_scripts_it_is_a_page(ada_in, ada):
    check_in(ada, days=range(40))
    address = reverse("insights:trust_picture")
    first = ada_in.get("/insights/").content.decode()
    assert "<svg" not in re.sub(r"<svg class=\"icon\".*?</svg>", "", first, flags=re.DOTALL)
    assert f'hx-get="{address}"' in first
    assert f'<a href="{address}">See the picture</a>' in first
    part = ada_in.get(address, headers={"HX-Request": "true"})
    assert part.content.decode().lstrip().startswith("<div")
    assert "HX-Request" in part.headers["Vary"]
    whole = ada_in.get(address).content.decode()
    assert "<!doctype html>" in whole
    for found in (part.content.decode(), whole):
        assert found.count('role="img"') == 2
        assert "<table>" in found
        assert "style=" not in found


def test_the_table_holds_every_answer_by_week(ada_in, ada):
    check_in(ada, days=range(20), points=lambda ago: ago % 11)
    found = ada_in.get(reverse("insights:trust_picture")).content.decode()
    rows = re.findall(r'<tr><th scope="row">(.*?)</th><td>(.*?)</td>', found)
    answers = [int(one) for _week, said in rows for one in said.split(", ")]
    assert sorted(answers) == sorted(ago % 11 for ago in range(20))
    assert not re.search(r"\d\.\d", " ".join(re.findall(r"<td>(.*?)</td>", found)))


def test_at_most_three_events_are_marked_and_named_below(ada_in, ada):
    check_in(ada, days=range(30))
    for ago in (3, 9, 15, 21):
        put(ada, "incidents", Incident(kind="outburst", toward="other", note="Threw a cup"), days_ago=ago)
    found = ada_in.get(reverse("insights:trust_picture")).content.decode()
    assert found.count("stroke-dasharray") == 6
    assert found.count(": a hard moment") == 3
    assert "Threw a cup" not in found


# --- my word ----------------------------------------------------------------------------------------------------------


def test_the_picture_shows_twelve_months_and_says_so(ada_in, ada):
    check_in(ada, days=range(0, 60))
    check_in(ada, days=range(400, 420))
    shown = text(ada_in.get(reverse("insights:trust_picture")))
    assert "Shown are the last twelve months." in shown
    assert f"{datetime.now(UTC) - timedelta(days=410):%b %Y}" not in shown
