"""A key works and never shows itself."""

import copy
import logging
import pickle

import pytest
from tests.vault.leaks import shows

from troth.vault import Key, chance, new_id, new_key, random_bytes

RAW = bytes.fromhex("c7edabc3bbd6d7aea90d5661cb0dfd45055157fe2a84d287fbfe3fae3bd38659")
KEY = Key(RAW)


def test_a_key_gives_its_bytes_to_the_room_only_when_asked():
    assert KEY.raw == RAW


@pytest.mark.parametrize("raw", [bytearray(RAW), memoryview(RAW)])
def test_a_key_takes_bytes_in_any_form(raw):
    assert Key(raw) == KEY


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_has_32_bytes(length):
    with pytest.raises(ValueError, match="exactly 32 bytes"):
        Key(bytes(length))


@pytest.mark.parametrize("raw", ["a" * 32, None, 32, [0] * 32])
def test_a_key_is_made_of_bytes(raw):
    with pytest.raises(TypeError, match="expected bytes"):
        Key(raw)


def test_equal_keys_are_equal_and_others_are_not():
    assert Key(RAW) == KEY
    assert Key(bytes(32)) != KEY
    assert KEY != RAW
    assert KEY.__eq__("Key(…)") is NotImplemented


@pytest.mark.parametrize(
    "shown",
    [repr(KEY), str(KEY), f"{KEY}", f"{KEY!r}", f"{KEY!s}", "%s %r" % (KEY, KEY)],  # noqa: UP031
)
def test_a_key_in_text_is_three_dots(shown):
    assert shown.replace("Key(…)", "").strip() == ""


def test_a_key_in_a_container_stays_hidden():
    assert repr({"key": [KEY]}) == "{'key': [Key(…)]}"


def test_a_key_cannot_be_padded_out_by_a_format():
    with pytest.raises(TypeError):
        format(KEY, ">40")


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_key_cannot_be_pickled(protocol):
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(KEY, protocol)


@pytest.mark.parametrize("copying", [copy.copy, copy.deepcopy, Key.__getstate__])
def test_a_key_cannot_be_copied_out(copying):
    with pytest.raises(TypeError, match="cannot be pickled or copied"):
        copying(KEY)


@pytest.mark.parametrize("taking", [hash, vars, bytes, iter, len, int])
def test_a_key_gives_nothing_away_by_its_shape(taking):
    with pytest.raises(TypeError):
        taking(KEY)


def test_a_key_cannot_be_written_over():
    with pytest.raises(AttributeError):
        KEY.raw = bytes(32)


def test_a_key_in_a_log_is_three_dots(caplog):
    logging.getLogger("somewhere").warning("opened with %s, %r", KEY, KEY)
    assert "Key(…)" in caplog.text
    assert not shows(caplog.text, RAW)


def test_a_failed_assertion_about_keys_shows_neither():
    with pytest.raises(AssertionError) as caught:
        assert Key(bytes(32)) == KEY
    assert "Key(…)" in str(caught.value)
    assert not shows(str(caught.value), RAW)


def test_new_keys_and_identifiers_come_from_the_one_source(monkeypatch):
    monkeypatch.setattr(chance, "random_bytes", lambda n: RAW[:n])
    assert new_key() == KEY
    assert new_id().bytes[:6] == RAW[:6]
    assert (new_id().version, new_id().variant) == (4, "specified in RFC 4122")


def test_identifiers_do_not_repeat():
    assert len({new_id() for _ in range(2_000)}) == 2_000


@pytest.mark.parametrize("n", [0, 1, 32, 1_000])
def test_as_many_random_bytes_come_as_asked(n):
    assert len(random_bytes(n)) == n


@pytest.mark.parametrize("n", [-1, None, 1.0, "2", True])
def test_random_bytes_are_counted_in_whole_numbers(n):
    with pytest.raises(ValueError, match="whole number"):
        random_bytes(n)
