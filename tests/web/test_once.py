"""What is drawn once: the same words as drawn anew, in each language, and never anything of one page."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django import forms
from django.template import TemplateSyntaxError, engines
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st

from troth.store.profile import Side
from troth.web.parts.moments import day_words, moment_words, near_words
from troth.web.parts.quick import quick_form
from troth.web.parts.scales import SCALES, scale
from troth.web.parts.tongue import spoken

DAYS = st.dates(min_value=date(1999, 1, 1), max_value=date(2090, 1, 1))
POINTS = st.none() | st.integers(min_value=0, max_value=10)


def drawn(text: str, **words: object) -> str:
    return engines["django"].from_string(text).render(words)


def test_what_stands_in_once_is_drawn_as_it_would_be_without():
    text = '{% load i18n static %}<a href="{% url "journal:timeline" %}">{% icon "page" %}{% translate "Journal" %}</a>{% static "troth/leave.js" %}'
    start, rest = text.split("<a", 1)
    assert drawn(f"{start}{{% once %}}<a{rest}{{% endonce %}}") == drawn(text)


def test_each_language_has_its_own():
    page = engines["django"].from_string("{% load i18n %}{% once %}{% translate 'Monday' %}{% endonce %}")
    said = []
    for language in ("en", "de", "en"):
        with translation.override(language):
            said.append(page.render({}))
    assert said == ["Monday", "Montag", "Monday"]


@pytest.mark.parametrize(
    "inside",
    [
        "{{ name }}",
        "{% if name %}x{% endif %}",
        "{% for one in name %}x{% endfor %}",
        "{% csrf_token %}",
        '{% include "parts/bar.html" %}',
        "{% load i18n %}{% blocktranslate %}{{ name }}{% endblocktranslate %}",
    ],
)
def test_what_may_differ_from_page_to_page_is_refused(inside):
    with pytest.raises(TemplateSyntaxError, match="may differ from page to page"):
        drawn(f"{{% once %}}{inside}{{% endonce %}}", name="Ben")


def test_no_word_of_a_page_gets_in_through_an_argument():
    page = engines["django"].from_string("{% load i18n %}{% once %}{% translate name %}{% endonce %}")
    with pytest.raises(AttributeError):
        page.render({"name": "Ben"})


def test_a_table_is_spoken_in_the_language_of_the_page():
    table = spoken({"day": gettext_lazy("Monday"), "name": "Ben"})
    with translation.override("de"):
        assert table() == {"day": "Montag", "name": "Ben"}
    with translation.override("en"):
        assert table() == {"day": "Monday", "name": "Ben"}


@given(
    answers=st.fixed_dictionaries({name: POINTS for name in SCALES}),
    role=st.sampled_from(["supporter", "person"]),
)
def test_a_quick_check_in_is_drawn_as_a_form_would_draw_it(answers, role):
    side = Side(kind="friend", name="Ben", role=role, opened_at=datetime(2026, 1, 1, tzinfo=UTC))
    checkin = SimpleNamespace(content=SimpleNamespace(**answers))
    plain = forms.Form(initial=answers)
    plain.marks_optional = False
    plain.fields = {name: scale(name, role=role) for name in SCALES}
    shown = quick_form(side, None, checkin).drawn
    assert shown == {name: plain[name].as_field_group() for name in SCALES}


def test_a_quick_check_in_that_was_sent_wrongly_shows_what_was_wrong():
    side = Side(kind="friend", name="Ben", opened_at=datetime(2026, 1, 1, tzinfo=UTC))
    form = quick_form(side, {"felt_trust": "12", "energy": "4"})
    assert not form.is_valid()
    assert "error" in form.drawn["felt_trust"]
    assert 'id="id_energy_4" checked' in form.drawn["energy"]


@given(day=DAYS, language=st.sampled_from(["en", "de", "es"]))
def test_a_far_day_is_said_as_django_says_it(day, language):
    with translation.override(language):
        today = timezone.localdate()
        if abs((day - today).days) > 1:
            assert day_words(day) == date_format(day, "l j F" if day.year == today.year else "l j F Y")


@given(moment=st.datetimes(datetime(1999, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)))
def test_a_moment_is_said_with_its_hour_on_the_persons_clock(moment):
    with timezone.override("Europe/London"):
        assert moment_words(moment).endswith(date_format(timezone.localtime(moment), " H:i"))


@pytest.mark.parametrize(("ahead", "pattern"), [(2, "l"), (6, "l"), (7, "j F"), (-1, "j F"), (-40, "j F")])
def test_a_coming_moment_is_said_by_its_weekday_only_within_the_week(ahead, pattern):
    moment = timezone.now() + timedelta(days=ahead)
    assert near_words(moment) == date_format(timezone.localtime(moment), pattern)


@pytest.mark.parametrize(
    ("answers", "more"), [({}, False), ({"felt_trust": 3}, False), ({"energy": 0}, True)]
)
def test_the_other_three_questions_stand_open_once_one_is_answered(answers, more):
    side = Side(kind="friend", name="Ben", opened_at=datetime(2026, 1, 1, tzinfo=UTC))
    checkin = SimpleNamespace(content=SimpleNamespace(**(dict.fromkeys(SCALES) | answers)))
    assert quick_form(side, None, checkin).says_more is more
    assert quick_form(side).says_more is False
