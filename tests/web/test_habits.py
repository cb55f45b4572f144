"""My habits: only what is mine is read, nothing is kept unasked, others' words are nowhere; names are asked for, never guessed."""

import html
import io
import re
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from tests import people
from tests.written import an_entry_of
from troth.store.actions import profiles
from troth.store.models import Draft, Entry
from troth.store.queries import entries as queries
from troth.web.habits import reading

pytestmark = pytest.mark.django_db
TOMS = "zebrafinch"  # only Tom says it
MINE = "You never believe a word about the heliotrope."
HTMX = {"HX-Request": "true"}


def a_chat(days=70, *, me="Ada K", mine=MINE):
    on = (date(2026, 3, 1) + timedelta(days=number) for number in range(days))
    return "".join(
        f"{day:%d/%m/%y}, 15:04 - {me}: {mine}\n{day:%d/%m/%y}, 15:05 - Tom: {TOMS}\n" for day in on
    )


def sent(client, text=None, *, me="Ada K", headers=None, **more):
    raw = a_chat() if text is None else text
    file = SimpleUploadedFile("chat.txt", raw if isinstance(raw, bytes) else raw.encode())
    return client.post("/habits/read/", {"file": file, "me": me, **more}, headers=headers or {})


def page(answer):
    raw = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return html.unescape(raw.decode())


# --- what is said -----------------------------------------------------------------------------------------------------


def test_months_are_shown_with_how_sure_and_the_last_one_is_not_enough_yet(ada_in):
    answer = sent(ada_in)
    text = page(answer)
    assert answer.status_code == 200
    assert "70 messages of your own" in text
    assert "70 messages of others were dropped unread" in text
    assert "March 2026" in text
    assert "May 2026: not enough yet" in text
    assert "No clear change: April 2026" in text
    assert "What may hurt" in text
    assert TOMS not in text


@pytest.mark.parametrize(("mine", "said"), [(MINE, False), ("The bus is at ten.", True)])
def test_that_most_sentences_say_neither_is_said_only_where_it_is_so(ada_in, mine, said):
    assert ("Most say neither" in page(sent(ada_in, a_chat(mine=mine)))) is said


def test_own_phrases_and_gentler_wording_stand_on_the_page(ada_in):
    text = page(sent(ada_in))
    assert "Words of yours that come again" in text
    assert "you never believe" in text
    assert "always, never" in text
    assert "On [day], when […], I felt […]." in text


def test_a_table_says_how_often_what_in_the_months_that_have_enough(ada_in):
    text = page(sent(ada_in))
    table = text.split("How often what")[2].split("</table>")[0]
    assert '<th scope="row">always, never</th><td class="number">30</td><td class="number">31</td>' in table
    assert "May 2026" not in table


def test_few_messages_are_not_enough_and_no_picture_is_drawn(ada_in):
    text = page(sent(ada_in, a_chat(20)))
    assert "Not enough yet" in text
    assert "for-phone" not in text


def test_another_language_is_told(ada_in):
    text = page(sent(ada_in, a_chat(20, mine="Ich habe dir doch gesagt, dass wir heute später essen.")))
    assert "I read English only" in text


def test_words_of_danger_lead_to_people_and_can_be_switched_off(ada_in, ada):
    text = page(sent(ada_in, a_chat(20, mine="If you leave me I will hurt you.")))
    assert "20 messages hold words that sound serious" in text
    assert "heliotrope" not in text
    profiles.change_profile(me=ada.me, danger_card=False)
    assert "sound serious" not in page(sent(ada_in, a_chat(20, mine="If you leave me I will hurt you.")))


def test_htmx_is_told_how_far_it_is_and_gets_the_part_only(ada_in, monkeypatch):
    answer = sent(ada_in, a_chat(300), headers=HTMX)
    text = page(answer)
    assert answer.streaming
    assert answer.headers["Cache-Control"] == "no-store"
    assert text.startswith("<!-- 256 300 -->\n<!-- 300 300 -->")
    assert "<html" not in text
    assert "300 messages of your own" in text


def test_only_the_newest_are_read_where_there_are_too_many(ada_in, monkeypatch):
    monkeypatch.setattr(reading, "MOST_READ", 30)
    text = page(sent(ada_in))
    assert "The newest 30 of yours were read" in text
    assert "March 2026" not in text


def test_a_zip_is_opened_in_memory(ada_in):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("_chat.txt", a_chat())
    assert "70 messages of your own" in page(sent(ada_in, out.getvalue()))


# --- what is asked ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_who_i_am_is_asked_with_the_names_found_and_the_answer_is_taken(ada_in, headers):
    answer = sent(ada_in, me="Ada", headers=headers)
    text = page(answer)
    assert answer.status_code == 422
    assert "Which of these is you?" in text
    assert 'value="Ada K"' in text
    assert 'value="Tom"' in text
    assert TOMS not in text
    assert "70 messages of your own" in page(sent(ada_in, me="Ada", chosen="Ada K"))


def test_the_order_of_dates_is_asked_and_the_answer_is_taken(ada_in):
    answer = sent(ada_in, a_chat(5))
    assert answer.status_code == 422
    assert "Day and month cannot be told apart" in page(answer)
    assert "5 messages of your own" in page(sent(ada_in, a_chat(5), order="dmy"))


@pytest.mark.parametrize(
    ("text", "more", "said"),
    [
        ("hello", {}, "none of the exports that are known"),
        (b"PK\x03\x04nothing", {}, "cannot be read"),
        (a_chat(), {"format": "telegram"}, "cannot be read"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><smses/>', {"format": "sms"}, "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_said_and_shows_nothing_of_it(ada_in, text, more, said):
    answer = sent(ada_in, text, **more)
    assert (answer.status_code, Entry.objects.count()) == (422, 0)
    assert said in page(answer)


def test_without_a_file_it_says_what_is_missing(ada_in):
    answer = ada_in.post("/habits/read/", {"me": "Ada"})
    assert answer.status_code == 422
    assert "Something is still missing" in page(answer)


def test_a_file_over_the_cap_is_refused_and_never_reaches_the_disk(ada_in, tmp_path, settings):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    assert sent(ada_in, b"x" * (settings.FILE_UPLOAD_MAX_MEMORY_SIZE + 1)).status_code == 413
    assert sent(ada_in).status_code == 200
    assert list(tmp_path.iterdir()) == []


# --- what is kept -----------------------------------------------------------------------------------------------------


def test_nothing_is_kept_of_reading(ada_in):
    sent(ada_in)
    assert (Entry.objects.count(), Draft.objects.count()) == (0, 0)


def counts_in(text):
    found = re.search(r'name="counts" value="([^"]*)"', text)
    assert found is not None
    return html.unescape(found.group(1))


def test_the_counts_are_kept_where_it_is_asked_and_can_be_erased(ada_in, ada):
    counts = counts_in(sent(ada_in).content.decode())
    assert "heliotrope" not in counts
    after = ada_in.post("/habits/new/", {"counts": counts, "on": "2026-06-01"}, follow=True)
    entry = Entry.objects.get()
    assert "What may hurt" in page(after)
    kept = queries.one(ada.me, entry.id).content
    assert [one.month for one in kept.months] == ["2026-03", "2026-04", "2026-05"]
    assert kept.messages == 70
    assert "2026-03 – 2026-05" in page(ada_in.get("/habits/"))
    ada_in.post(f"/habits/{entry.id}/delete/")
    assert ada_in.get(f"/habits/{entry.id}/").status_code == 404


@pytest.mark.parametrize(
    "counts",
    [
        "",
        "x",
        "[]",
        "[1]",
        "{}",
        '[{"month": "2026-05"}]',
        "[" * 9000,
        '[{"month":"2026-05","messages":1,"sentences":1,"helps":9,"hurts":0,"marks":{}}]',
    ],
)
def test_what_is_no_counts_is_not_kept(ada_in, counts):
    answer = ada_in.post("/habits/new/", {"counts": counts, "on": "2026-06-01"})
    assert (answer.status_code, Entry.objects.count()) == (422, 0)


def test_the_day_of_kept_counts_may_be_changed_and_the_counts_stay(ada_in, ada):
    entry = an_entry_of("habits", by=ada)
    address = f"/habits/{entry.id}/edit/"
    counts = counts_in(ada_in.get(address).content.decode())
    ada_in.post(address, {"counts": counts, "on": "2026-01-05", "version": "1"})
    opened = queries.one(ada.me, entry.id)
    assert (opened.document.on, opened.content.messages) == (date(2026, 1, 5), 41)


def test_neither_my_words_nor_toms_are_anywhere_on_the_disk_or_in_a_log(
    ada_in, ada, caplog, capfd, tmp_path, settings
):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    answer = sent(ada_in)
    ada_in.post("/habits/new/", {"counts": counts_in(answer.content.decode()), "on": "2026-06-01"})
    sent(ada_in, me="Nobody")
    out = "".join(capfd.readouterr()) + caplog.text
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM entry")
        rows = b"".join(bytes(row[0]) for row in cursor.fetchall())
    files = b"".join(file.read_bytes() for file in Path(settings.HOME).rglob("*") if file.is_file())
    for words in (TOMS, "heliotrope"):
        assert words not in out
        assert words.encode() not in rows + files
    assert list(tmp_path.iterdir()) == []


# --- who may ----------------------------------------------------------------------------------------------------------


def test_it_stands_empty_with_a_promise_of_what_is_dropped(ada_in):
    text = page(ada_in.get("/habits/read/"))
    assert "What others wrote is dropped first" in text
    assert "only counts, sealed" in text
    assert 'hx-post="/habits/read/"' in text
    assert "Read a chat" in page(ada_in.get("/habits/"))


def test_new_leads_to_where_a_chat_is_read(ada_in):
    assert ada_in.get("/habits/new/").headers["Location"] == "/habits/read/"


def test_while_the_gate_is_not_open_it_is_held_back_and_nothing_is_read(ada_in, ada):
    people.a_checkin(by=ada, safety=2)
    assert "People to call" in page(ada_in.get("/habits/read/"))
    assert "of your own" not in page(sent(ada_in))


def test_mallory_finds_none_of_adas_counts(client, ada, mallory):
    entry = an_entry_of("habits", by=ada)
    people.unlock(client, mallory)
    assert client.get(f"/habits/{entry.id}/").status_code == 404
    assert "2026-05" not in page(client.get("/habits/"))


def test_a_locked_page_keeps_nothing_of_what_arrives(client, ada):
    people.unlock(client, ada)
    client.post("/lock/")
    sent(client)
    assert Draft.objects.count() == 0


def test_it_is_found_among_practices_and_insights(ada_in):
    assert 'href="/habits/"' in page(ada_in.get("/practices/"))
    assert 'href="/habits/"' in page(ada_in.get("/insights/"))
