"""WhatsApp's text: the orders and clocks of many countries, lines that belong together, and nothing of anyone else."""

from datetime import datetime

import pytest

from tests.coach.chats import SECRET, read, whole, words
from troth.coach import BadExport, WhichOrder, WhoIsWho
from troth.coach.exports.words import hour_of

AT_THREE = datetime(2026, 5, 23, 15, 4)


@pytest.mark.parametrize(
    "head",
    [
        "23/05/2026, 15:04 - Anna: hello",
        "23/05/26, 15:04 - Anna: hello",
        "23/05/2026 15:04 - Anna: hello",
        "23/05/2026 à 15:04 - Anna: hello",
        "5/23/26, 3:04 PM - Anna: hello",
        "5/23/26, 3:04\u202fPM - Anna: hello",
        "23/5/26, 3:04 p. m. - Anna: hello",
        "23/5/26, 3:04 p.\u00a0m. - Anna: hello",
        "23/5/26 3:04 p.m. - Anna: hello",
        "23.05.26, 15:04 - Anna: hello",
        "23.5.2026 klo 15.04 - Anna: hello",
        "23.05.26 um 15:04 Uhr - Anna: hello",
        "23-05-2026 15:04 - Anna: hello",
        "23.05.26 г., 15:04 ч. - Anna: hello",
        "23. 5. 2026 15:04 - Anna: hello",
        "2026. 05. 23. 15:04 - Anna: hello",
        "23/5/26, 3:04 μ.μ. - Anna: hello",
        "2026-05-23 15:04 - Anna: hello",
        "2026/05/23 15:04 - Anna: hello",
        "2026/5/23 下午3:04 - Anna: hello",
        "2026년 5월 23일 오후 3:04, Anna : hello",
        "[23/05/26, 15:04:00] Anna: hello",
        "[23.05.26, 15:04:00] Anna: hello",
        "[5/23/26, 3:04:00\u202fPM] Anna: hello",
        "\u200e[23/05/2026, 3:04:00 pm] Anna: hello",
        "[2026. 5. 23. 오후 3:04:00] Anna: hello",
        "[2026/5/23 下午3:04:00] Anna: hello",
        "[23/05/2569 15:04:00] Anna: hello",
        "\u200f٢٣\u200f/٥\u200f/٢٠٢٦، ٣:٠٤ م - Anna: hello",
        "\ufeff23/05/2026, 15:04 - \u202aAnna\u202c: hello",
    ],
)
def test_a_head_of_any_country_is_read(head):
    (one,), reading = whole(f"{head}\n")
    assert (one.at, one.text) == (AT_THREE, "hello")
    assert reading.format == "whatsapp"


def test_midnight_and_noon_of_twelve_hours():
    chat = "5/23/26, 12:04 AM - Anna: a\n5/23/26, 12:04 PM - Anna: b\n"
    assert [one.at.hour for one in whole(chat)[0]] == [0, 12]


def test_lines_belong_to_the_message_before_them_and_tom_keeps_his():
    chat = (
        "23/05/26, 15:04 - Anna: one\ntwo\n\nthree: four\r\n"
        f"23/05/26, 15:05 - Tom: his\n{SECRET}\n12 - {SECRET}: x\n"
        "23/05/26, 15:06 - Anna: five\n"
    )
    assert words(chat) == ["one\ntwo\n\nthree: four", "five"]


def test_windows_line_ends_are_no_part_of_the_words():
    assert words("23/05/26, 15:04 - Anna: one\r\n23/05/26, 15:04 - Anna: two\r\n") == ["one", "two"]


def test_system_lines_media_and_deleted_messages_are_counted_and_dropped():
    chat = (
        "23/05/26, 15:04 - Messages and calls are end-to-end encrypted.\n"
        "23/05/26, 15:04 - Anna: <Media omitted>\n23/05/26, 15:04 - Anna: <Medien ausgeschlossen>\n"
        "23/05/26, 15:04 - Anna: You deleted this message\n23/05/26, 15:04 - Anna: \u200eimage omitted\n"
        '23/05/26, 15:04 - Tom changed the subject from "a" to "Plan: Sunday"\n'
        "23/05/26, 15:04 - Anna: \n23/05/26, 15:04 - Tom: <Media omitted>\n"
        "23/05/26, 15:04 - Anna: kept \u200e<This message was edited>\n"
    )
    found, reading = whole(chat)
    assert [one.text for one in found] == ["kept"]
    assert (reading.skipped.system, reading.skipped.others, reading.skipped.unreadable) == (7, 1, 0)


def test_what_stands_before_the_first_head_is_unreadable():
    _, reading = whole("some title\n23/05/26, 15:04 - Anna: a\n")
    assert reading.skipped.unreadable == 1


def test_a_name_with_a_colon_may_be_mine():
    chat = "23/05/26, 15:04 - Anna: Work: hello\n23/05/26, 15:04 - Tom: no\n"
    assert words(chat, me="Anna: Work") == ["hello"]


def test_a_chat_pasted_into_a_message_of_ios_is_not_taken_apart():
    chat = f"[23/05/26, 15:04:00] Tom: look\n23/05/26, 15:04 - Anna: {SECRET}\n[23/05/26, 15:05:00] Anna: a\n"
    assert words(chat) == ["a"]


# --- who is who -------------------------------------------------------------------------------------------------------


def test_a_name_that_is_not_there_is_asked_for_with_those_that_are():
    chat = "23/05/26, 15:04 - Tom: a\n23/05/26, 15:04 - Anna K: b\n"
    with pytest.raises(WhoIsWho) as asked:
        words(chat)
    assert str(asked.value) == 'export: no message by "Anna"; names found: "Anna K", "Tom"'
    assert asked.value.names == ("Anna K", "Tom")


@pytest.mark.parametrize("me", ["anna", "Ann", "Anna ", "\u200eAnna"])
def test_only_the_very_name_is_mine_apart_from_what_cannot_be_seen(me):
    chat = "23/05/26, 15:04 - Anna: b\n"
    if me.strip().strip("\u200e") == "Anna":
        assert words(chat, me=me) == ["b"]
    else:
        with pytest.raises(WhoIsWho):
            words(chat, me=me)


@pytest.mark.parametrize("me", ["", "  ", "\u200e"])
def test_a_name_must_be_given(me):
    with pytest.raises(BadExport, match="say which name is yours"):
        read("23/05/26, 15:04 - Anna: b\n", me=me)


# --- day and month ----------------------------------------------------------------------------------------------------


def chat_of(*days: str) -> str:
    return "".join(f"{day}, 15:04 - {'Anna' if at % 2 == 0 else 'Tom'}: x\n" for at, day in enumerate(days))


def days_of(chat: str, **more: str) -> list[str]:
    return [f"{one.at:%Y-%m-%d}" for one in whole(chat, **more)[0]]


def test_a_day_over_twelve_tells_the_order_for_the_lines_before_it_too():
    assert days_of(chat_of("03/04/26", "05/04/26", "13/04/26")) == ["2026-04-03", "2026-04-13"]
    assert days_of(chat_of("03/04/26", "03/05/26", "03/13/26")) == ["2026-03-04", "2026-03-13"]


def test_only_another_persons_day_may_tell_it():
    assert days_of(chat_of("03/04/26", "13/04/26", "05/05/26")) == ["2026-04-03", "2026-05-05"]


def test_dates_that_would_go_back_tell_it():
    assert days_of(chat_of("11/03/26", "12/03/26", "01/04/26")) == ["2026-03-11", "2026-04-01"]


def test_where_nothing_tells_it_asks_and_an_answer_is_taken():
    chat = chat_of("03/04/26", "04/04/26")
    with pytest.raises(WhichOrder, match=r"03/04/26.*--order"):
        whole(chat)
    assert days_of(chat, order="mdy") == ["2026-03-04"]
    assert days_of(chat, order="dmy") == ["2026-04-03"]


def test_where_both_readings_are_the_same_day_there_is_nothing_to_ask():
    assert days_of(chat_of("04/04/26")) == ["2026-04-04"]


def test_days_that_contradict_each_other_are_asked_about():
    with pytest.raises(WhichOrder):
        whole(chat_of("13/04/26", "04/13/26", "05/05/26"))


def test_a_day_that_does_not_exist_is_unreadable():
    found, reading = whole(
        "31.02.26, 15:04 - Anna: a\n23.02.26, 15:04 - Anna: b\n23.02.26, 25:04 - Anna: c\n"
    )
    assert [one.text for one in found] == ["b"]
    assert reading.skipped.unreadable == 2


@pytest.mark.parametrize("more", [{"order": "ydm"}, {"format": "fax"}])
def test_what_is_not_known_is_refused(more):
    with pytest.raises(BadExport, match="is one of"):
        read("23/05/26, 15:04 - Anna: b\n", **more)


def test_words_beside_a_time_are_not_kept_from_call_to_call():
    assert not hasattr(hour_of, "cache_info")
    assert [hour_of(*given) for given in ((3, "", "pm"), (3, "", "secret"), (15, "", ""), (24, "", ""))] == [
        15,
        None,
        15,
        None,
    ]
