"""Helplines: a small file that is right, and says what it is not."""

import re
from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from troth import safety
from troth.safety.helplines import Country, Helpline

ON = date(2026, 11, 22)
ALL = [safety.helplines(code) for code in safety.countries()]
SERVICES = [pytest.param(country.country, one, id=one.id) for country in ALL for one in country.services]


def test_there_are_thirty_countries_and_each_answers_with_an_emergency_number():
    assert len(ALL) >= 30
    assert all(country.emergency for country in ALL)


@pytest.mark.parametrize("country", ALL, ids=[one.country for one in ALL])
def test_everything_that_may_happen_has_a_number(country):
    covered = {one.for_ for one in country.emergency}
    assert "all" in covered or covered >= {"police", "medical", "fire"}


@pytest.mark.parametrize("country", ALL, ids=[one.country for one in ALL])
def test_there_is_at_most_one_service_a_topic(country):
    topics = [one.topic for one in country.services]
    assert len(topics) == len(set(topics))


@pytest.mark.parametrize(("code", "service"), SERVICES)
def test_a_service_names_its_own_page_and_carries_its_country(code, service):
    assert re.fullmatch(r"https://[a-z0-9.-]+/[a-z0-9/-]*", service.source)
    assert service.id.startswith(code.lower() + "-")
    assert "+" not in service.number


def test_ids_are_unique():
    ids = [one.id for country in ALL for one in country.services]
    assert len(ids) == len(set(ids))


def test_nothing_is_called_checked_that_no_two_people_checked():
    for country in ALL:
        for one in country.services:
            assert safety.age_of(one, on=ON).state == "unchecked"


def checked(**change) -> Helpline:
    return msgspec.structs.replace(safety.helplines("GB").services[0], **change)


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({"checked_on": ON, "checked_by": "AB", "second_by": "CD"}, "fresh"),
        ({"checked_on": ON - timedelta(180), "checked_by": "AB", "second_by": "CD"}, "fresh"),
        ({"checked_on": ON - timedelta(181), "checked_by": "AB", "second_by": "CD"}, "old"),
        ({"checked_on": ON, "checked_by": "AB", "second_by": None}, "unchecked"),
        ({"checked_on": None, "checked_by": "AB", "second_by": "CD"}, "unchecked"),
    ],
)
def test_an_entry_grows_old_after_180_days(change, state):
    assert safety.age_of(checked(**change), on=ON).state == state


@pytest.mark.parametrize("number", ["+44 116 123", "11", "0800-1111", "", "1234 567 890 123 456", " 116 123"])
def test_a_number_that_cannot_be_dialled_inside_the_country_is_refused(number):
    plain = msgspec.to_builtins(safety.helplines("GB"))
    plain["services"][0]["number"] = number
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(plain, Country)


@pytest.mark.parametrize("code", ["XX", "", "DEU", "12"])
def test_an_unknown_country_is_said_in_one_line(code):
    with pytest.raises(safety.UnknownCountry, match="expected one of"):
        safety.helplines(code)


def test_the_country_comes_from_the_time_zone_never_from_the_network():
    assert safety.country_of("Europe/Berlin") == "DE"
    assert safety.country_of("Pacific/Auckland") == "NZ"
    assert safety.country_of("Etc/GMT+3") is None
    assert safety.country_of("no such zone") is None


@pytest.mark.parametrize(
    "zone", ["Europe/London", "America/New_York", "Australia/Sydney", "Europe/Paris", "Asia/Tokyo"]
)
def test_common_zones_lead_to_a_country_that_is_in_the_file(zone):
    assert safety.country_of(zone) in safety.countries()


@given(st.text(max_size=40))
def test_any_text_is_a_country_or_refused(text):
    try:
        found = safety.helplines(text)
    except safety.UnknownCountry:
        found = None
    assert found is None or found.country == text.upper()
    assert safety.name_of(text) if text else safety.name_of(text) == ""


def test_every_country_in_the_file_has_a_name():
    assert all(safety.name_of(code) != code for code in safety.countries())
