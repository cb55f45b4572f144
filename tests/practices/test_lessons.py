"""The lessons: there, short, plain to read, with sources and without the words we do not use."""

import re
from pathlib import Path

import pytest

from tests.practices.examples import plugged_in, tides
from tests.practices.reading_grade import grade_of, sentences_of, syllables_of, words_of
from troth.practices import BadPractice, Lesson, Source, UnknownPractice, lesson, named, names
from troth.practices.programme import step

FORBIDDEN = re.compile(
    r"end-to-end|zero-knowledge|unbreakable|nobody can read|safe app|\bshould\b|\bmust\b|you can trust me"
    r"|five good|21 days|streak|!",
    re.IGNORECASE,
)
KEY = re.compile(r"[ab]\d+")
# Practices with a lesson in their own folder; others share the lesson of their step (test_programme.py).
OWN = tuple(name for name in names() if named(name).lesson.endswith(f".{name}"))
SURE_SOURCES = {
    "checkins": ("Shiffman 2008", "Rempel 1985"),
    "promises": ("Mayer 1995", "Peetz 2011", "Schweitzer 2006"),
    "reflections": ("Pennebaker 1986", "Frattaroli 2006", "Dunlosky 2013"),
    "repairs": ("Lewicki 2016", "Kim 2004"),
    "wins": ("Gable 2004", "Emmons 2003", "Mongrain 2012"),
}


def everything_in(one: Lesson) -> str:
    return f"{one.title}\n{one.not_this}\n{one.body}"


@pytest.mark.parametrize("name", names())
def test_each_practice_has_a_lesson_with_sources(name: str) -> None:
    assert lesson(name).sources
    assert all(one.url is None or one.url.startswith("https://") for one in lesson(name).sources)


def test_a_lesson_lies_in_its_own_folder_or_is_a_step_or_another_ones() -> None:
    places = {named(name).lesson for name in names()}
    packages = {named(name).lesson for name in OWN}
    assert all(KEY.fullmatch(place) or place in packages for place in places)


def test_practices_of_one_step_share_its_lesson() -> None:
    with plugged_in(tides(lesson="a1")):
        assert lesson("tides") == step("a1").lesson


def test_a_step_that_takes_a_practices_lesson_passes_it_on() -> None:
    with plugged_in(tides(lesson="a3")):
        assert lesson("tides") == lesson("promises")


def test_a_step_that_is_not_there_gives_no_lesson() -> None:
    with (
        plugged_in(tides(lesson="a99")),
        pytest.raises(BadPractice, match=r"^tides: expected steps/a99\.md with TOML"),
    ):
        lesson("tides")


@pytest.mark.parametrize("name", OWN)
def test_a_lesson_is_read_in_two_minutes(name: str) -> None:
    one = lesson(name)
    assert 300 <= len(words_of(one.body)) <= 450
    assert one.minutes == 2


@pytest.mark.parametrize("name", OWN)
def test_a_lesson_asks_for_eight_years_of_school_at_most(name: str) -> None:
    assert grade_of(everything_in(lesson(name))) <= 8


@pytest.mark.parametrize("name", OWN)
def test_a_lesson_says_what_it_is_not_and_how_well_it_is_known(name: str) -> None:
    one = lesson(name)
    assert one.not_this.startswith("Not ")
    assert "## How well is this known" in one.body


@pytest.mark.parametrize("name", OWN)
def test_a_lesson_keeps_clear_of_the_words_we_do_not_use(name: str) -> None:
    assert FORBIDDEN.findall(everything_in(lesson(name))) == []


@pytest.mark.parametrize("name", SURE_SOURCES)
def test_a_lesson_names_its_sources(name: str) -> None:
    sources = lesson(name).sources
    assert tuple(f"{source.text.split(',')[0]} {source.year}" for source in sources) == SURE_SOURCES[name]


def test_the_lesson_on_repairs_stops_where_there_is_fear() -> None:
    assert "If you are afraid of this person, or they are afraid of you" in lesson("repairs").body


def test_a_lesson_is_data() -> None:
    one = lesson("repairs")
    assert one.title == "Saying sorry so that it helps"
    assert isinstance(one.sources[0], Source)
    assert not one.body.startswith("+++")


def test_an_unknown_practice_has_no_lesson() -> None:
    with pytest.raises(UnknownPractice):
        lesson("tides")


def test_a_plug_in_without_a_lesson_is_told_so() -> None:
    with (
        plugged_in(tides(lesson="troth.values")),
        pytest.raises(BadPractice, match=r"^tides: expected lesson\.md"),
    ):
        lesson("tides")


WRONG = ["no front matter", "+++\ntitle = \n+++\nbody", '+++\ntitle = "Tides"\n+++\nbody', "+++\n+++\n"]


@pytest.mark.parametrize("text", WRONG)
def test_a_lesson_written_wrongly_is_refused(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = f"tidebook_{WRONG.index(text)}"
    (tmp_path / package).mkdir()
    (tmp_path / package / "__init__.py").touch()
    (tmp_path / package / "lesson.md").write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    with (
        plugged_in(tides(lesson=package)),
        pytest.raises(BadPractice, match=r"^tides: expected lesson\.md with TOML"),
    ):
        lesson("tides")


HARD = (
    "Notwithstanding considerable methodological heterogeneity, contemporary investigations consistently "
    "demonstrate "
    "that reciprocal vulnerability facilitates interpersonal reconciliation."
)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("trust", 1),
        ("promise", 2),
        ("people", 2),
        ("used", 1),
        ("wanted", 2),
        ("afraid", 2),
        ("organisation", 5),
    ],
)
def test_syllables_are_counted(word: str, syllables: int) -> None:
    assert syllables_of(word) == syllables


def test_the_grade_is_the_published_formula() -> None:
    text = "The cat sat on the mat. The dog ran to the park."
    assert (len(words_of(text)), len(sentences_of(text))) == (12, 2)
    assert grade_of(text) == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)


def test_a_hard_text_is_seen_as_hard() -> None:
    assert grade_of(HARD) > 16
