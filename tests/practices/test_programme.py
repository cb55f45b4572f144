"""The programme: thirteen steps and twelve cards, whole, plain to read, and honest about what is known."""

import re
from pathlib import Path

import pytest

from tests.practices.reading_grade import grade_of, words_of
from troth.practices import BadPractice, names
from troth.practices.programme import (
    CARD_KEYS,
    STEP_KEYS,
    UnknownStep,
    card,
    cards,
    offered,
    question_of,
    step,
    steps,
)
from troth.practices.step_files import card_from, step_from

OWN = [one for one in steps() if one.lesson.title == one.title and one.lesson.minutes == 3]
BORROWED = {"a3": "promises", "a6": "checkins", "a11": "wins"}
# What the programme may name: the rows of the practice map that a supporter can do alone.
PLANNED = {
    "affirmations", "asks", "boundaries", "checkins", "crossings", "efforts", "habits", "headsups", "heldback", "incidents",
    "jealousy", "listenings", "milestones", "occurrences", "origins", "paces", "plans", "promises", "questionnaires", "reflections", "rehearsals",
    "repairs", "replies", "rests", "signs", "stepbacks", "supporters", "talks", "thoughts", "triggers", "wins",
}  # fmt: skip
# Reached from Safety, never from a list that someone else may see over a shoulder.
ELSEWHERE = {"safety_plans"}
SURNAME = re.compile(r"^(?:de |van der )?[A-Z][a-zö-]+, [A-Z]\.")


def named() -> set[str]:
    return {name for one in (*steps(), *cards()) for name in one.practices}


def test_there_are_thirteen_steps_and_twelve_cards_in_the_order_of_the_map() -> None:
    assert [one.key for one in steps()] == [f"a{number}" for number in range(1, 14)] == list(STEP_KEYS)
    assert [one.key for one in cards()] == [f"b{number}" for number in range(1, 13)] == list(CARD_KEYS)


def test_three_steps_share_the_lesson_of_their_practice() -> None:
    assert {one.key for one in steps()} - {one.key for one in OWN} == set(BORROWED)
    assert step("a3").lesson.title == "Small promises, kept"
    assert step("a6").lesson.minutes == 2


@pytest.mark.parametrize("one", OWN, ids=lambda one: one.key)
def test_a_lesson_has_three_to_six_hundred_words_for_eight_years_of_school(one) -> None:
    assert 300 <= len(words_of(one.lesson.body)) <= 600
    assert grade_of(f"{one.title}.\n{one.lesson.not_this}\n{one.lesson.body}") <= 8


@pytest.mark.parametrize("one", OWN, ids=lambda one: one.key)
def test_a_lesson_tells_how_well_it_is_known_and_what_has_not_been_shown(one) -> None:
    known = one.lesson.body.split("## How well is this known")[1]
    assert re.search(r"\bno one\b|\bnot been\b|\bnot a tested\b|\bless clear\b", known, re.IGNORECASE)
    assert "##" not in known, "it closes the lesson"


@pytest.mark.parametrize("one", OWN, ids=lambda one: one.key)
def test_a_lesson_stops_where_there_is_fear_and_points_to_safety(one) -> None:
    heading = "## When to go now" if one.key == "a10" else "## When to stop here"
    stops = one.lesson.body.split(heading)[1].split("##")[0]
    assert "*Safety*" in stops
    assert re.search(r"afraid|fear|threat|force", stops)


@pytest.mark.parametrize("one", steps(), ids=lambda one: one.key)
def test_a_step_has_a_line_one_question_and_something_to_do(one) -> None:
    assert one.question.endswith("?")
    assert len(one.question) <= 120
    assert one.line.endswith(".")
    assert one.practices
    assert one.lesson.not_this.startswith("Not ")


@pytest.mark.parametrize("one", cards(), ids=lambda one: one.key)
def test_a_card_is_read_in_a_minute(one) -> None:
    assert 70 <= len(words_of(one.body)) <= 140
    assert grade_of(f"{one.title}.\n{one.not_this}\n{one.body}") <= 8
    assert one.not_this.startswith("Not ")
    assert one.practices
    assert len(one.sources) == 1


@pytest.mark.parametrize("one", [*OWN, *cards()], ids=lambda one: one.key)
def test_each_source_has_an_author_a_year_and_a_real_looking_address(one) -> None:
    for source in one.sources if one.key in CARD_KEYS else one.lesson.sources:
        assert SURNAME.match(source.text)
        assert 1970 <= source.year <= 2026
        assert source.url is None or re.fullmatch(r"https://doi\.org/10\.\d{4,5}/\S+", source.url)


def test_the_same_work_is_cited_the_same_way_everywhere() -> None:
    cited = [source for one in OWN for source in one.lesson.sources] + [
        s for one in cards() for s in one.sources
    ]
    years = {source.text: (source.year, source.url) for source in cited}
    assert all(years[source.text] == (source.year, source.url) for source in cited)
    by_address = {source.url: source.text for source in cited if source.url}
    assert all(by_address[source.url] == source.text for source in cited if source.url)


def test_each_card_belongs_to_exactly_one_step() -> None:
    assert sorted(key for one in steps() for key in one.cards) == sorted(CARD_KEYS)


def test_the_programme_names_only_what_is_planned() -> None:
    assert named() <= PLANNED


def test_each_practice_that_is_here_belongs_to_a_step_or_card() -> None:
    assert set(names()) - ELSEWHERE <= named()


def test_what_is_not_installed_is_not_offered() -> None:
    assert offered(("wins", "no_such_practice", "promises")) == ("wins", "promises")


def test_a_question_is_found_for_a_step_and_for_a_card() -> None:
    assert question_of("a1") == step("a1").question
    assert question_of("b4") == card("b4").question != ""
    assert question_of("b1") == ""


@pytest.mark.parametrize("key", ["a0", "a14", "b13", "A1", "", "wins"])
def test_an_unknown_key_is_refused_without_repeating_it(key: str) -> None:
    for find in (step, card, question_of):
        with pytest.raises(UnknownStep, match=r"^No such step or card: expected a1 to a13 or b1 to b12\.$"):
            find(key)


FRONT = 'title = "T"\nline = "L."\npractices = ["wins"]\nquestion = "Q?"\ncards = []\n'
SOURCED = 'minutes = 3\nnot_this = "Not this."\n[[sources]]\ntext = "A, B."\nyear = 2000\n'


def a_file(front: str = FRONT + SOURCED, body: str = "Words.") -> str:
    return f"+++\n{front}+++\n{body}\n"


def test_a_step_is_read_from_its_file() -> None:
    one = step_from("a1", a_file())
    assert (one.title, one.lesson.body, one.lesson.sources[0].year) == ("T", "Words.", 2000)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Words.", "a1: no two lines of +++"),
        (a_file(FRONT + SOURCED, ""), "a1: expected either a lesson below the front matter or the name of one"),
        (a_file('lesson = "wins"\n' + FRONT), "a1: expected either a lesson below the front matter"),
        (a_file('lesson = "tides"\n' + FRONT, ""), "a1: expected the name of a practice that has a lesson"),
        (a_file(FRONT), "a1: expected sources, and minutes from 1"),
        (a_file((FRONT + SOURCED).replace("Not this", "This")), "a1: expected not_this to begin with 'Not '"),
        (a_file((FRONT + SOURCED).replace("cards = []", 'cards = ["b13"]')), "a1: expected cards from b1 to b12"),
        (a_file('colour = "red"\n' + FRONT + SOURCED), "a1: Object contains unknown field `colour`"),
        (a_file(FRONT.replace('title = "T"\n', "") + SOURCED), "a1: Object missing required field `title`"),
        (a_file("title = \n"), "a1: Invalid value"),
    ],
)  # fmt: skip
def test_a_step_written_wrongly_is_refused(text: str, said: str) -> None:
    with pytest.raises(BadPractice, match="^" + re.escape(said)):
        step_from("a1", text)


CARD = 'title = "T"\nnot_this = "Not this."\npractices = ["wins"]\n'


def test_a_card_is_read_from_its_file() -> None:
    one = card_from("b1", a_file(CARD))
    assert (one.title, one.body, one.sources, one.question) == ("T", "Words.", (), "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Words.", "b1: no two lines of +++"),
        (a_file(CARD, ""), "b1: expected words below the front matter"),
        (a_file(CARD.replace("Not this", "This")), "b1: expected not_this to begin with 'Not '"),
        (a_file(CARD + "minutes = 2\n"), "b1: Object contains unknown field `minutes`"),
    ],
)
def test_a_card_written_wrongly_is_refused(text: str, said: str) -> None:
    with pytest.raises(BadPractice, match="^" + re.escape(said)):
        card_from("b1", text)


def rows_of_the_guide(first: str) -> list[list[str]]:
    lines = (Path(__file__).parents[2] / "docs/guide/programme.md").read_text(encoding="utf-8").splitlines()
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in lines
        if line.startswith(f"| {first}")
    ]


def test_the_guide_lists_the_steps_and_cards_as_they_are() -> None:
    def quoted(names: tuple[str, ...]) -> str:
        return ", ".join(f"`{name}`" for name in names)

    assert rows_of_the_guide("a") == [
        [one.key, one.title, quoted(one.practices), ", ".join(one.cards) or "–"] for one in steps()
    ]
    assert rows_of_the_guide("b") == [[one.key, one.title, quoted(one.practices)] for one in cards()]
