"""No error of the room holds a key or a word, not even in a traceback that prints local names."""

import pickle
import traceback

import pytest
from tests.vault.leaks import printed, shows

from troth import vault
from troth.vault import Cost, Key, boxes, padding, sending
from troth.vault.derive import derive

RAW = bytes.fromhex("6d8624126995a8121088d4abb25b03f62413c205e9019a97f372e85729f6cd53")
KEY, INNER = Key(RAW), Key(RAW[::-1])
WORDS = b"Ben came home late and I stayed calm."
LINE = "troth/1|note|draft|0f417f9c-4d80-4d2e-914b-fc0dec60d228"
MINE = vault.identity(KEY)


def badly_padded() -> bytes:
    return boxes._seal(KEY, (WORDS + b"\x80").ljust(1024, b"\x00"), start=boxes.RECORD, line=LINE)


def badly_padded_note() -> bytes:
    return sending._encrypted(MINE.receive_public, (WORDS + b"\x80").ljust(1024, b"\x00"), LINE.encode())


def cut_tag(box: bytes) -> bytes:
    return box[:-1] + bytes([box[-1] ^ 1])


RECORD = vault.seal_record(KEY, WORDS, line=LINE)
ONE_TIME = derive(RAW, "seal", salt=RECORD[4:36])
REFUSED = {
    "wrong key": lambda: vault.open_record(INNER, RECORD, line=LINE),
    "wrong line": lambda: vault.open_record(KEY, RECORD, line=LINE + "|1"),
    "wrong tag": lambda: vault.open_record(KEY, cut_tag(RECORD), line=LINE),
    "wrong padding": lambda: vault.open_record(KEY, badly_padded(), line=LINE),
    "newer": lambda: vault.open_record(KEY, b"TV\x02\x01" + RECORD[4:], line=LINE),
    "key": lambda: vault.open_key(KEY, cut_tag(vault.seal_key(KEY, INNER, line=LINE)), line=LINE),
    "sent key": lambda: vault.receive_key(
        INNER, vault.send_key(MINE.receive_public, INNER, line=LINE), line=LINE
    ),
    "note": lambda: vault.read_note(INNER, vault.send_note(MINE.receive_public, WORDS, line=LINE), line=LINE),
    "note padding": lambda: vault.read_note(KEY, badly_padded_note(), line=LINE),
    "public key": lambda: vault.send_key(bytes(32), INNER, line=LINE),
}


@pytest.mark.parametrize("refused", REFUSED.values(), ids=REFUSED)
def test_a_traceback_with_local_names_shows_no_secret(refused):
    with pytest.raises(vault.VaultError) as caught:
        refused()
    told = printed(caught.value)
    assert not any(shows(told, secret) for secret in (RAW, INNER.raw, ONE_TIME, WORDS))
    assert caught.value.__context__ is None


def test_the_leak_finder_finds_leaks():
    assert shows(f"key {RAW!r}", RAW)
    assert shows(RAW.hex(), RAW)
    assert shows("I said: Ben came home late", WORDS)
    with pytest.raises(vault.TooLarge) as caught:
        vault.seal_record(KEY, WORDS * 40_000, line=LINE)
    assert shows(printed(caught.value), WORDS)  # what the caller handed in is still in its hands


TOLD = {
    "passphrase": (lambda text: vault.stretch(text, salt=bytes(16), cost=Cost(passes=1)), vault.BadCost),
    "recovery": (vault.recovery_key, vault.BadCode),
    "lookup": (vault.recovery_lookup, vault.BadCode),
    "invitation": (vault.invitation_lookup, vault.BadCode),
    "tidy": (vault.tidy_code, vault.BadCode),
    "token": (vault.token_key, vault.BadCode),
    "cookie": (vault.read_cookie, vault.BadCode),
    "host key": (vault.read_host_key, vault.BadCode),
    "line": (lambda text: vault.context_line("entry", text), ValueError),
    "label": (vault.context_line, ValueError),
    "bound": (lambda text: vault.seal_record(KEY, b"", line=text), ValueError),
    "foreign line": (lambda text: vault.seal_record(KEY, b"", line="troth/1|ü" + text), ValueError),
    "content": (lambda text: vault.seal_record(KEY, text, line=LINE), TypeError),
    "topic": (lambda text: vault.topic_tag(KEY, bond=None, practice=text), ValueError),
}


@pytest.mark.parametrize(("telling", "expected"), TOLD.values(), ids=TOLD)
def test_no_message_repeats_what_was_handed_in(telling, expected):
    with pytest.raises(expected) as caught:
        telling(WORDS.decode())
    told = (
        "".join(traceback.format_exception(caught.value)) + repr(caught.value) + repr(caught.value.__dict__)
    )
    assert not shows(told, WORDS)
    assert not isinstance(caught.value, UnicodeError)  # that one carries the whole text


@pytest.mark.parametrize("error", [*vault.VaultError.__subclasses__(), vault.VaultError])
def test_an_error_is_one_fixed_sentence(error):
    assert "\n" not in str(error())
    assert str(error()).endswith(".")
    assert str(pickle.loads(pickle.dumps(error()))) == str(error())
    with pytest.raises(TypeError):
        error("my own words")


def test_the_family_of_errors_is_the_one_in_the_contract():
    names = {error.__name__ for error in vault.VaultError.__subclasses__()}
    assert names == {"CannotOpen", "UnknownFormat", "TooLarge", "BadCode", "BadCost", "PinMismatch"}
    assert not issubclass(vault.VaultError, ValueError)


def test_padding_that_is_refused_does_not_show_what_was_inside():
    with pytest.raises(vault.CannotOpen) as caught:
        padding.unpad(WORDS.ljust(512, b"\x00"))
    assert not shows(printed(caught.value), WORDS)
