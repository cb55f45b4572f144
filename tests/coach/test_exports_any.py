"""Any input: an answer or a plain sentence; never a word of anyone else; bounded memory; no network, no disk."""

import io
import socket
import tracemalloc
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.coach.chats import SECRET, backup, read, said, sms, telegram
from troth.coach import BadExport, OwnMessage

FORMATS = ("whatsapp", "telegram", "signal", "sms", "csv")
TOMS = st.lists(st.text(max_size=20).map(lambda text: f"{SECRET} {text}"), max_size=6)
BEGINNINGS = [
    "23/05/26, 15:04 - Anna: x\n", telegram(said("Anna", "x")), backup(sms(2, "x")), "date,sender,text\n",
    '{"envelope": {"syncMessage": {"sentMessage": {"message": "x"}}}}\n', "[", "<smses>", "",
]  # fmt: skip


def answered(raw: str | bytes, **more: str) -> list[OwnMessage] | None:
    try:
        return list(read(raw, **more))
    except BadExport:  # anything else is a failure
        return None


@settings(max_examples=150)
@given(
    st.sampled_from(BEGINNINGS), st.text(max_size=200), st.sampled_from([None, *FORMATS]), st.integers(0, 60)
)
def test_any_text_gets_an_answer_or_a_sentence(beginning, text, format, cut):
    found = answered(beginning[: len(beginning) - cut] + text, **({"format": format} if format else {}))
    assert found is None or all(isinstance(one, OwnMessage) for one in found)


@settings(max_examples=100)
@given(st.binary(max_size=300), st.sampled_from(FORMATS))
def test_any_bytes_get_an_answer_or_a_sentence(raw, format):
    answered(raw, format=format)
    answered(raw)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.booleans(), st.text(max_size=30)), min_size=1, max_size=12))
def test_whatever_tom_types_none_of_it_leaves_the_reader(rows):
    """Line breaks and heads typed by Tom are his as long as they do not forge a whole line of mine."""
    plain = [(mine, text.replace("\n", " ").replace("\r", " ")) for mine, text in rows]
    whatsapp = "".join(
        f"23/05/26, 15:04 - {'Anna: ' + text if mine else f'Tom: {SECRET} {text}'}\n" for mine, text in plain
    )
    account = telegram(
        *[said("Anna", text) if mine else said("Tom", f"{SECRET} {text}", id="user2") for mine, text in rows]
    )
    for export in (whatsapp, account):
        found = answered(export)
        assert found is None or not any(SECRET in one.text for one in found)


def test_the_type_that_leaves_has_no_place_for_others():
    assert [one.name for one in fields(OwnMessage)] == ["at", "text"]
    (one,) = answered("23/05/26, 15:04 - Anna: zebrafinch\n") or []
    assert "zebrafinch" not in repr(one)


def test_no_message_stands_in_an_error():
    for raw in (
        f"23/05/26, 15:04 - Tom: {SECRET}\n",
        telegram(said("Tom", SECRET))[:-9],
        backup(sms(1, SECRET))[:-9],
        f"date,sender\n{SECRET}",
    ):
        with pytest.raises(BadExport) as asked:
            list(read(raw, **({"format": "csv"} if raw.startswith("date") else {})))
        assert SECRET not in str(asked.value)


def test_a_chat_taken_for_a_table_shows_no_words_as_names_of_columns():
    with pytest.raises(BadExport, match="columns found: none"):
        list(read(f"23/05/26, 15:04 - Tom: {SECRET}\n", format="csv"))


def test_a_line_without_end_is_cut_and_what_follows_is_read():
    chat = "23/05/26, 15:04 - Anna: " + "x" * 3_000_000 + "\n23/05/26, 15:05 - Anna: after\n"
    found = answered(chat) or []
    assert [one.text[-5:] for one in found] == ["xxxxx", "after"]
    assert len(found[0].text) <= 20_000


def test_names_and_odd_clocks_without_end_fill_no_memory():
    def odd(at: int) -> str:
        word = "".join(chr(97 + at // 26**place % 26) for place in range(5))
        return f"23/05/26, 3:04 {word} - {word * 100}{at}: x\n"

    chat = "23/05/26, 15:04 - Anna: a\n" + "".join(map(odd, range(20_000)))
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        found = list(read(chat))
        peak = tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()
    assert len(found) == 1
    assert peak < len(chat) * 2 + 8_000_000


class Endless(io.RawIOBase):
    """A chat of so many lines, made while it is read."""

    def __init__(self, lines: int) -> None:
        self.left = lines
        self.waiting = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        while self.left and len(self.waiting) < size:
            count = min(self.left, 1000)
            self.left -= count
            self.waiting += b"".join(
                b"23/05/26, 15:04 - %s: some words go on and on here\n" % (b"Anna" if at % 2 else b"Tom")
                for at in range(count)
            )
        piece, self.waiting = self.waiting[:size], self.waiting[size:]
        return piece


def test_memory_does_not_grow_with_the_export(monkeypatch):
    monkeypatch.setattr(socket, "socket", None)
    from troth.coach import read_export

    tracemalloc.start()
    try:
        count = sum(1 for _ in read_export(Endless(200_000), me="Anna"))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 100_000
    assert peak < 8_000_000
