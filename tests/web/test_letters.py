"""The monthly letter: what it says and what it never says; the PDF, in which typed words are never commands."""

import re
import shutil
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from django.urls import reverse

from tests import people
from tests.web.noted import check_in, force, promise
from tests.web.understanding import put
from troth.practices.efforts import Effort
from troth.practices.wins import Win
from troth.web.letters.months import days_in, months_since
from troth.web.letters.words import KIND, STEPS, kind_sentence, small_step

MONTH = f"{datetime.now(UTC):%Y-%m}"
AT = datetime(2026, 10, 31, 23, 59, 59, tzinfo=UTC)
COMMANDS = (
    '#read("letter.typ") #panic("x") $x^2$ *b* _i_ \\ ] #import "@preview/cetz:0.3.0" <tag> @ref // ½ é'
)
needs_strace = pytest.mark.skipif(
    not shutil.which("strace"), reason="strace is not here: what the setter opens was not looked at"
)


def text(answer):
    assert answer.status_code == 200
    main = re.search(r"<main.*</main>", answer.content.decode(), re.DOTALL)[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def letter(client, month=MONTH):
    return text(client.get(reverse("letters:one", args=[month])))


# --- the page ---------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_there_is_a_letter_for_each_month_since_the_bond_was_opened(ada_in):
    assert MONTH in ada_in.get(reverse("letters:all")).content.decode()
    assert letter(ada_in)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["one", "pdf"])
@pytest.mark.parametrize(
    "month", ["2026-13", "2026-1", "9999-01", "1999-12", "today", "2026-10-01", "20२6-10"]
)
def test_what_is_no_month_is_not_found(ada_in, name, month):
    assert ada_in.get(reverse(f"letters:{name}", args=[month])).status_code == 404


@pytest.mark.django_db
def test_strangers_and_other_methods_find_nothing(client, ada):
    addresses = [
        reverse("letters:all"),
        *(reverse(f"letters:{name}", args=[MONTH]) for name in ("one", "pdf")),
    ]
    for address in addresses:
        assert client.get(address).headers["Location"].startswith("/sign-in/")
    people.unlock(client, ada)
    assert [client.post(address).status_code for address in addresses] == [405] * 3


@pytest.mark.django_db
def test_mallory_gets_a_letter_of_her_own(client, ada, mallory):
    put(ada, "wins", Win(what="They told me a fear", kind="told_fear"))
    people.unlock(client, mallory)
    said = letter(client)
    assert "Dear Mallory," in said
    assert "fear" not in said


@pytest.mark.django_db
def test_it_says_what_was_done_what_was_kept_what_changed_and_how_sure(ada_in, ada):
    today = datetime.now(UTC).day
    check_in(ada, days=range(min(today, 20)))
    put(ada, "wins", Win(what="They told me a fear", kind="told_fear"))
    put(ada, "wins", Win(what="They told me a fear", kind="told_fear"))
    put(ada, "efforts", Effort(kind="stayed", what="Stayed in the room"))
    promise(ada, "keep", days_ago=1)
    said = letter(ada_in)
    assert "Dear Ada," in said
    assert "You kept 1 promise." in said
    assert "You saw 1 thing that the other tried." in said
    assert said.count("They told me a fear") == 1
    assert "What changed, and how sure that is" in said
    assert re.search(r"is around \d½? of 10 \(likely|not enough yet", said)
    assert "My word: not enough yet. 1 promise was kept or missed so far." in said
    assert ", so far" in said


@pytest.mark.django_db
def test_an_empty_month_says_so_and_blames_nobody(ada_in):
    said = letter(ada_in)
    assert "Nothing was noted in this month. That says nothing about the month." in said
    assert "Nothing is lost by it." in said


@pytest.mark.django_db
def test_it_names_nobody_but_its_reader_and_no_score_of_anyone(client):
    ada = people.an_account("Ada", other="Benedict")
    check_in(ada, days=range(10))
    people.unlock(client, ada)
    said = letter(client)
    assert "Benedict" not in said
    assert "your person feels" not in said
    assert not re.search(r"their (trust|score)|how much they", said)


@pytest.mark.django_db
def test_a_letter_of_a_past_month_knows_nothing_of_later_days(ada_in, ada):
    before = datetime.now(UTC).date().replace(day=1) - timedelta(days=1)
    ago = (datetime.now(UTC).date() - before).days
    put(ada, "wins", Win(what="A calm talk", kind="other"), days_ago=ago)
    put(ada, "wins", Win(what="Something of this month", kind="other"))
    check_in(ada, days=range(ago))
    said = letter(ada_in, f"{before:%Y-%m}")
    assert "A calm talk" in said
    assert "Something of this month" not in said
    assert "Felt trust: not enough yet." in said
    assert ", so far" not in said


@pytest.mark.django_db
def test_where_the_gate_is_not_open_the_letter_pushes_nothing_and_the_paper_does_not_tell_why(ada_in, ada):
    for number in range(12):
        promise(ada, "miss", days_ago=10 + number)
    force(ada)
    answer = ada_in.get(reverse("letters:one", args=[MONTH]))
    said = text(answer)
    assert "Not now" in said
    body = said[said.index("Dear Ada") : said.index("This letter was put together")]
    for told in ("of your last 10", "smaller", "fear", "force", "safety", "danger"):
        assert told not in body
    assert "one hour that is only yours" in body


# --- the sentences ----------------------------------------------------------------------------------------------------

COUNTS = {
    "promises_kept": 0, "promises_kept_late": 0, "promises_missed": 0, "promises_moved": 0,
    "repairs_acknowledged": 0, "headsups_told": 0, "efforts_noted": 0, "rests_rested": 0,
}  # fmt: skip


@pytest.mark.parametrize(
    "key", ["repairs_acknowledged", "promises_missed", "rests_rested", "efforts_noted", "promises_kept"]
)
def test_each_month_gets_one_kind_sentence_that_is_true(key):
    said = kind_sentence(COUNTS | {key: 2})
    assert said == next(str(words) for holds, words in KIND if holds(COUNTS | {key: 2}))
    assert "Nothing is lost" not in said


def test_the_step_is_small_optional_and_follows_the_gate():
    for counts in (COUNTS, COUNTS | {"promises_missed": 3}, COUNTS | {"rests_rested": 1, "headsups_told": 1}):
        assert small_step(counts, may_ask=True).startswith("If you like:")
        assert small_step(counts, may_ask=False) == small_step(COUNTS, may_ask=False)
    assert "smaller" in small_step(COUNTS | {"promises_missed": 3}, may_ask=True)
    assert len(STEPS) == 4


def test_months_are_whole():
    assert [days_in(date(2026, month, 1)) for month in (1, 2, 4, 12)] == [31, 28, 30, 31]
    found = list(months_since(date(2025, 11, 17), today=date(2026, 2, 3)))
    assert [f"{one:%Y-%m}" for one in found] == ["2026-02", "2026-01", "2025-12", "2025-11"]


# --- the PDF ----------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_pdf_is_handed_over_with_a_neutral_name_and_is_kept_nowhere(ada_in):
    answer = ada_in.get(reverse("letters:pdf", args=[MONTH]))
    assert answer.content.startswith(b"%PDF-")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="letter-{MONTH}.pdf"'
    assert answer.headers["Cache-Control"] == "no-store"
