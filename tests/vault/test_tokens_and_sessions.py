"""Tokens and cookies: exactly one form, and half of a session opens nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troth import vault
from troth.vault import BadCode, CannotOpen

PAIRS = 10_000
ids = st.uuids(version=4)
halves = st.binary(min_size=32, max_size=32)
WRONG = {
    "empty": "",
    "short": "A" * 63,
    "long": "A" * 65,
    "padded": "A" * 62 + "==",
    "plus": "+" + "A" * 63,
    "slash": "/" + "A" * 63,
    "blank": " " + "A" * 63,
    "line end": "A" * 64 + "\n",
    "line end inside": "A" * 63 + "\n",
    "letter": "ä" + "A" * 63,
    "half a pair": "\ud800" + "A" * 63,
    "null": "\x00" * 64,
}


@given(ids, halves)
def test_a_cookie_is_read_as_it_was_written(id, half):
    cookie = vault.new_cookie(id, half)
    assert len(cookie) == 64
    assert vault.read_cookie(cookie) == (id, half)


@given(ids)
def test_a_token_knows_its_slot_and_its_key(id):
    token, other = vault.new_token(id), vault.new_token(id)
    assert (len(token), token[:6]) == (70, "troth_")
    assert vault.token_slot(token) == vault.token_slot(other) == id
    assert vault.token_key(token) == vault.token_key(token) != vault.token_key(other)


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_cookie_of_another_form_is_refused(text):
    with pytest.raises(BadCode):
        vault.read_cookie(text)


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("begin", ["troth_", "Troth_", "troth-", ""])
def test_a_token_of_another_form_is_refused(text, begin):
    for reading in (vault.token_key, vault.token_slot):
        with pytest.raises(BadCode):
            reading(begin + text)


@pytest.mark.parametrize("begin", ["Troth_", "troth-", "", " troth_", "troth_troth_"])
def test_a_token_begins_with_its_name(begin):
    with pytest.raises(BadCode):
        vault.token_slot(begin + "A" * 64)


@pytest.mark.parametrize("text", [None, b"A" * 64, 64])
def test_tokens_and_cookies_are_text(text):
    for reading in (vault.token_key, vault.token_slot, vault.read_cookie):
        with pytest.raises(TypeError, match="expected text"):
            reading(text)


@pytest.mark.parametrize(
    ("id", "half"), [("x", bytes(32)), (vault.new_id(), bytes(31)), (vault.new_id(), "a" * 32)]
)
def test_a_cookie_is_made_of_an_identifier_and_32_bytes(id, half):
    with pytest.raises(ValueError, match="expected a UUID and 32 bytes"):
        vault.new_cookie(id, half)


def test_a_token_is_made_for_an_identifier():
    with pytest.raises(ValueError, match="expected a UUID"):
        vault.new_token("x")


def test_half_a_session_opens_nothing():
    cookie_half, row_half = vault.random_bytes(32), vault.random_bytes(32)
    line = vault.session_line(id=vault.new_id(), person=vault.new_id(), generation=1)
    right = vault.session_key(cookie_half=cookie_half, row_half=row_half)
    box = vault.seal_key(right, vault.new_key(), line=line)
    vault.open_key(right, box, line=line)
    opened = 0
    for number in range(PAIRS):
        some = vault.random_bytes(32)
        pair = [
            (cookie_half, some),
            (some, row_half),
            (some, vault.random_bytes(32)),
            (row_half, cookie_half),
        ]
        one, other = pair[number % 4]
        try:
            vault.open_key(vault.session_key(cookie_half=one, row_half=other), box, line=line)
        except CannotOpen:
            continue
        opened += 1
    assert opened == 0


def test_the_proof_is_not_the_key_and_knows_its_cookie():
    half, other = vault.random_bytes(32), vault.random_bytes(32)
    assert vault.session_proof(half) == vault.session_proof(bytearray(half)) != vault.session_proof(other)
    assert vault.session_key(cookie_half=half, row_half=bytes(32)).raw != vault.session_proof(half)


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_half_of_another_length_means_that_something_was_changed(length):
    whole, cut = bytes(32), bytes(length)
    for using in (
        lambda: vault.session_key(cookie_half=whole, row_half=cut),
        lambda: vault.session_key(cookie_half=cut, row_half=whole),
        lambda: vault.session_proof(cut),
    ):
        with pytest.raises(CannotOpen):
            using()


@pytest.mark.parametrize("half", [None, "a" * 32, 32])
def test_a_half_is_bytes(half):
    with pytest.raises(TypeError, match="expected bytes"):
        vault.session_proof(half)
    with pytest.raises(TypeError, match="expected bytes"):
        vault.session_key(cookie_half=bytes(32), row_half=half)
