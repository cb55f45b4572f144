"""`troth habits`: the printed object, words without --json, one line for whatever is wrong."""

import json
import time
from datetime import date, timedelta

import pytest

from tests.app.running import troth
from tests.coach.chats import said, telegram
from troth.app.cli import main
from troth.coach import MARKS

SECRET = "zebrafinch"


def a_chat(days: int = 70) -> str:
    on = (date(2026, 3, 1) + timedelta(days=number) for number in range(days))
    return "".join(
        f"{day:%d/%m/%y}, 15:04 - Anna: You never believe a word.\n{day:%d/%m/%y}, 15:04 - Tom: {SECRET}\n"
        for day in on
    )


@pytest.fixture
def ask(tmp_path, capsys):
    def run(text, *words):
        file = tmp_path / "chat.txt"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        code = main(["habits", str(file), "--zone", "Europe/London", *words])
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_the_object_has_exactly_these_keys(ask):
    code, out, err = ask(a_chat(), "--me", "Anna", "--json")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert list(found) == ["messages", "skipped", "months", "balance"]
    assert found["messages"] == 70
    assert found["skipped"] == {"others": 70, "system": 0, "unreadable": 0}
    assert [one["month"] for one in found["months"]] == ["2026-03", "2026-04", "2026-05"]
    assert list(found["months"][0]) == ["month", "messages", "sentences", "marks"]
    assert list(found["months"][0]["marks"]) == list(MARKS)
    assert list(found["months"][0]["marks"]["generalise"]) == ["count", "share", "low", "high"]
    assert found["months"][0]["marks"]["generalise"]["count"] == 31
    assert found["balance"] == {"helps": 0, "hurts": 70}
    assert SECRET not in out


def test_without_json_it_speaks(ask):
    code, out, _ = ask(a_chat(), "--me", "Anna")
    assert code == 0
    assert "70 messages of your own" in out
    assert "2026-05  9 messages, 9 sentences: not enough yet" in out
    assert '70× "you never believe a word" (generalise)' in out
    assert SECRET not in out


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (a_chat(), ["--me", "Ann"], 'export: no message by "Ann"; names found: "Anna", "Tom"'),
        (a_chat(5), ["--me", "Anna"], 'export: day and month cannot be told apart ("05/03/26"); give --order dmy, mdy or ymd'),
        (a_chat(5), ["--me", "Anna", "--order", "x"], "export: --order is one of dmy, mdy, ymd"),
        (a_chat(), ["--me", "Anna", "--format", "fax"], "export: --format is one of whatsapp, telegram, signal, sms, csv"),
        (a_chat(), ["--me", "Anna", "--format", "telegram"], "export: not JSON, or cut off"),
        ("", ["--me", "Anna"], "export: the file is empty"),
        (b"\xff\x00\x01", ["--me", "Anna"], "export: not seen what it is; give --format whatsapp, telegram, signal, sms or csv"),
        (a_chat(), ["--me", "Anna", "--zone", "Mars/Olympus"], "--zone: expected a time zone like Europe/Berlin"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_line_and_two(ask, text, words, expected):
    code, out, err = ask(text, *words, "--json")
    assert (code, out, err) == (2, "", f"{expected}\n")


def test_a_file_that_is_not_there_is_one_line(capsys, tmp_path):
    assert main(["habits", str(tmp_path / "none.txt"), "--me", "Anna"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_standard_input_is_read_and_other_languages_and_danger_are_said(tmp_path):
    chat = "23/05/26, 15:04 - Anna: If you leave me I will hurt you.\n"
    chat += "23/05/26, 15:04 - Anna: Ich habe dir doch gesagt, dass wir heute später essen.\n" * 3
    done = troth("habits", "-", "--me", "Anna", "--json", home=tmp_path / "home", typed=chat)
    assert done.returncode == 0
    assert json.loads(done.stdout)["messages"] == 4
    assert "I read English only" in done.stderr
    assert "troth safety" in done.stderr
    assert not list(tmp_path.glob("home/*"))


@pytest.mark.parametrize(("zone", "month"), [("America/New_York", "2026-05"), ("Asia/Tokyo", "2026-06")])
def test_without_a_zone_months_are_those_of_this_machine(tmp_path, capsys, monkeypatch, zone, month):
    file = tmp_path / "result.json"
    file.write_text(telegram(said("Ada", "Home at six.", date_unixtime="1780271000")))
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert main(["habits", str(file), "--me", "Ada", "--json"]) == 0
    finally:
        monkeypatch.undo()
        time.tzset()
    assert json.loads(capsys.readouterr().out)["months"][0]["month"] == month
