"""Telegram, Signal, SMS, tables and ZIPs: the shapes that are known, and a plain sentence for all others."""

import io
import json
import zipfile
from datetime import UTC, datetime

import pytest

from tests.coach.chats import SECRET, backup, read, said, sms, telegram, whole, words
from troth.coach import BadExport, WhichFormat, WhoIsWho, read_export

MOMENT = datetime(2026, 5, 3, 13, 4, 5, tzinfo=UTC)

# --- Telegram ---------------------------------------------------------------------------------------------------------


def test_one_chat_of_telegram():
    chat = telegram(
        said("Anna", "plain"),
        said("Anna", ["a ", {"type": "bold", "text": "b"}, {"type": "blockquote", "text": SECRET}]),
        said("Tom", SECRET, id="user2"),
        said("Anna", SECRET, forwarded_from="Tom"),
        said("Anna", "", photo="x.jpg"),
        said("Anna", 5),
        {"id": 9, "type": "service", "actor": "Anna", "action": "phone_call", "text": ""},
    )
    found, reading = whole(chat)
    assert [(one.at, one.text) for one in found] == [(MOMENT, "plain"), (MOMENT, "a b")]
    assert (reading.skipped.others, reading.skipped.system, reading.skipped.unreadable) == (2, 2, 1)


def test_a_whole_account_of_telegram_knows_whose_it_is():
    chat = telegram(
        said("Anna", "mine", id="user7"),
        said("Anna", SECRET, id="user8"),
        said("Tom", SECRET, id="user9"),
        account=7,
    )
    assert words(chat) == ["mine"]
    with pytest.raises(WhoIsWho):
        words(chat, me="Tom")


def test_two_people_of_one_name_are_asked_about_and_an_id_settles_it():
    chat = telegram(said("Anna", "mine"), said("Anna", "hers", id="user2"))
    with pytest.raises(WhoIsWho, match='"user1", "user2"'):
        words(chat)
    assert words(chat, me="user1") == ["mine"]


def test_an_old_export_without_seconds_has_the_clock_of_that_phone():
    one = said("Anna", "x")
    del one["date_unixtime"]
    assert whole(telegram(one))[0][0].at == datetime(2026, 5, 3, 15, 4, 5)


def test_a_long_account_is_read_across_pieces():
    chat = telegram(
        *[said("Anna" if at % 2 else "Tom", f"{at} " + "é" * 400, id=f"user{at % 2}") for at in range(4000)]
    )
    assert len(words(chat)) == 2000


def test_an_export_that_was_cut_off_says_so():
    with pytest.raises(BadExport, match="cut off"):
        words(telegram(said("Anna", "x"))[:-20])


# --- Signal -----------------------------------------------------------------------------------------------------------


def lines(*objects: object) -> str:
    return "\n".join(json.dumps(one) for one in objects)


def test_signal_cli():
    sent = {
        "envelope": {
            "sourceName": "Anna",
            "timestamp": 1,
            "syncMessage": {"sentMessage": {"message": "mine", "timestamp": 1777813445000}},
        }
    }
    got = {"envelope": {"sourceName": "Tom", "timestamp": 1, "dataMessage": {"message": SECRET}}}
    receipt = {"envelope": {"sourceName": "Tom", "receiptMessage": {}}}
    found, reading = whole(lines({"jsonrpc": "2.0", "method": "receive", "params": sent}, got, receipt))
    assert [(one.at, one.text) for one in found] == [(MOMENT, "mine")]
    assert (reading.skipped.others, reading.skipped.system) == (1, 1)


def test_signal_export():
    row = {
        "date": "2026-05-03T15:04:05",
        "quote": SECRET,
        "sticker": None,
        "reactions": [],
        "attachments": [],
    }
    chat = lines(
        {**row, "sender": "Me", "body": "mine  "},
        {**row, "sender": "Tom", "body": SECRET},
        {**row, "sender": "Me", "body": "  "},
    )
    assert words(chat) == ["mine"]
    with pytest.raises(WhoIsWho):
        words(chat, me="Tom")


def test_rows_of_signal_desktop():
    chat = json.dumps([
        {"type": "outgoing", "sent_at": 1777813445000, "body": "mine", "conversationId": "c"},
        {"type": "incoming", "sent_at": 1777813445000, "body": SECRET, "conversationId": "c"},
        {"type": "call-history", "conversationId": "c"},
    ])  # fmt: skip
    assert words(chat) == words(f'{{"messages": {chat}}}') == ["mine"]


def test_signals_own_plain_export():
    item = {
        "chatId": "1",
        "authorId": "2",
        "dateSent": "1777813445000",
        "standardMessage": {"text": {"body": "mine"}},
    }
    theirs = {**item, "incoming": {}, "standardMessage": {"text": {"body": SECRET}}}
    chat = lines(
        {"version": "1", "backupTimeMs": "5"},
        {"recipient": {"id": "2", "self": {}}},
        {"chatItem": {**item, "outgoing": {}}},
        {"chatItem": theirs},
    )
    assert words(chat) == ["mine"]


# --- SMS --------------------------------------------------------------------------------------------------------------


def test_sms_and_mms():
    mms = (
        '<mms date="1777813445000" msg_box="2" address="+441"><parts><part ct="image/jpeg" data="'
        + "QUJD" * 200_000
        + '"/>'
        '<part ct="text/plain" text="a long one"/></parts></mms>'
    )
    chat = backup(
        sms(2, "hi &#55357;&#56842; &amp; you &#56842; &#0;"),
        sms(1, SECRET),
        sms(3, "a draft"),
        mms,
        mms.replace('"2"', '"1"'),
    )
    found, reading = whole(chat)
    assert [one.text for one in found] == ["hi 😊 & you \ufffd \ufffd", "a long one"]
    assert found[0].at == MOMENT
    assert (reading.skipped.others, reading.skipped.system) == (2, 1)


def test_the_name_of_somebody_else_is_not_mine_where_the_file_knows_who_sent():
    with pytest.raises(WhoIsWho, match="somebody else"):
        words(backup(sms(1, SECRET), sms(2, "mine")), me="Tom")


@pytest.mark.parametrize(
    "declared", ['<!DOCTYPE smses [<!ENTITY a "lol">]>', '<!DOCTYPE smses SYSTEM "file:///etc/passwd">']
)
def test_no_entity_is_expanded_and_no_file_is_opened(declared):
    with pytest.raises(BadExport, match="document type"):
        words(f'<?xml version="1.0"?>{declared}<smses>{sms(2, "&a;")}</smses>')


def test_xml_that_ends_early_names_the_line():
    with pytest.raises(BadExport, match=r"line \d+: not the XML"):
        words(backup(sms(2, "x"))[:-5])


# --- tables -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "table",
    [
        'Date,Sender,Message\n2026-05-03 15:04,Anna,"hi, there"\n2026-05-03 15:05,Tom,no\n',
        'timestamp;from;text\n1777813445;Tom;no\n1777813445;Anna;"hi, there"\n',
        "date\ttime\tauthor\tbody\n05/13/2026\t3:04 PM\tAnna\thi, there\n",
    ],
)
def test_columns_are_found_by_their_names(table):
    assert words(table) == ["hi, there"]


def test_words_over_several_lines_stay_one_message():
    assert words('date,sender,text\n2026-05-03,Anna,"one\ntwo"\n') == ["one\ntwo"]


def test_a_column_that_is_missing_is_named():
    with pytest.raises(BadExport, match="no column for the date; columns found: sender, text"):
        words("sender,text\nAnna,x\n")


# --- ZIPs, bytes, and what is nothing ---------------------------------------------------------------------------------


def packed(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name.replace("__", "."), text)
    return out.getvalue()


def test_the_chat_in_a_zip_is_read_and_two_chats_are_asked_about():
    chat = "23/05/26, 15:04 - Anna: x\n"
    assert words(packed(_chat__txt=chat, photo__jpg="y")) == ["x"]
    with pytest.raises(BadExport, match="one chat in the ZIP, found 2"):
        words(packed(a__txt=chat, b__txt=chat))


def test_a_damaged_zip_says_so():
    with pytest.raises(BadExport, match="damaged"):
        words(packed(_chat__txt="x" * 9000)[:-40])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings_of_text(encoding):
    assert words("23/05/26, 15:04 - Anna: é\n".encode(encoding)) == ["é"]


def test_text_is_taken_as_well_as_bytes():
    assert [one.text for one in read_export(io.StringIO("23/05/26, 15:04 - Anna: x\n"), me="Anna")] == ["x"]


@pytest.mark.parametrize("text", ["", " \n", "\ufeff"])
def test_an_empty_file_says_so(text):
    with pytest.raises(BadExport, match="empty"):
        read(text)


@pytest.mark.parametrize("text", ["hello", "a,b\n1,2\n", '{"a": 1}', "<html></html>", "\x00\x01"])
def test_what_is_no_export_is_asked_about(text):
    with pytest.raises(WhichFormat, match="--format"):
        read(text)
