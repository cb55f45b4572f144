"""Passphrases: slow to guess, and nothing without the host key. One run takes 0.15 s, so they are few."""

import pytest

from troth import vault
from troth.vault import BadCost, CannotOpen, Cost, Key, check_cost, derive, stretch

SALT = bytes(range(16))
HOST = Key(b"h" * 32)
WORDS = "river lamp copper nine walnut"


def opening_key(passphrase: str, *, salt: bytes = SALT, host_key: Key = HOST) -> Key:
    return vault.passphrase_key(passphrase, salt=salt, cost=Cost(), host_key=host_key)


def test_a_database_without_the_host_key_stays_closed_to_the_right_passphrase():
    line = "troth/1|slot|passphrase|1"
    slot = vault.seal_key(opening_key(WORDS), vault.new_key(), line=line)
    vault.open_key(opening_key(WORDS), slot, line=line)
    for guess in (bytes(32), b"i" * 32):
        with pytest.raises(CannotOpen):
            vault.open_key(opening_key(WORDS, host_key=Key(guess)), slot, line=line)


def test_the_opening_key_is_derived_from_root_and_host_key():
    root = stretch(WORDS, salt=SALT, cost=Cost())
    assert opening_key(WORDS).raw == derive.derive(root, "passphrase", salt=HOST.raw)


def test_one_passphrase_in_two_unicode_forms_is_one_passphrase():
    composed, apart = "ﬁve caf\u00e9", "five cafe\u0301"
    assert stretch(composed, salt=SALT, cost=Cost()) == stretch(apart, salt=SALT, cost=Cost())


@pytest.mark.parametrize("other", [WORDS.upper(), WORDS + " ", "", WORDS[:-1] + "\ud800"])
def test_another_passphrase_gives_another_key(other):
    assert opening_key(other) != opening_key(WORDS)


def test_another_salt_gives_another_key():
    assert opening_key(WORDS, salt=bytes(16)) != opening_key(WORDS)


def test_half_a_surrogate_pair_gives_the_same_key_each_time():
    assert stretch("a\udc80", salt=SALT, cost=Cost()) == stretch("a\udc80", salt=SALT, cost=Cost())


@pytest.mark.parametrize("salt", [bytearray(SALT), memoryview(SALT)])
def test_a_salt_may_come_as_the_driver_hands_it_out(salt):
    assert opening_key(WORDS, salt=salt) == opening_key(WORDS)


BAD = [
    {"memory_kib": 65_535},
    {"memory_kib": 1_048_577},
    {"memory_kib": 0},
    {"memory_kib": -65_536},
    {"memory_kib": 1 << 60},
    {"memory_kib": 65_536.0},
    {"memory_kib": None},
    {"memory_kib": "65536"},
    {"passes": 2},
    {"passes": 17},
    {"passes": True},
    {"passes": 1 << 40},
    {"lanes": 0},
    {"lanes": 9},
    {"lanes": True},
    {"memory_kib": 19_456, "passes": 2},
]


@pytest.mark.parametrize("changed", BAD)
def test_a_cost_out_of_range_is_refused_before_anything_is_stretched(changed):
    for using in (
        lambda cost: check_cost(cost),
        lambda cost: stretch(WORDS, salt=SALT, cost=cost),
        lambda cost: vault.passphrase_key(WORDS, salt=SALT, cost=cost, host_key=HOST),
        lambda cost: stretch(None, salt=None, cost=cost),  # nothing else has been looked at
    ):
        with pytest.raises(BadCost):
            using(Cost(**changed))


@pytest.mark.parametrize("cost", [Cost(), Cost(1_048_576, 16, 8), Cost(65_537, 4, 2)])
def test_floor_and_ceiling_are_within_the_range(cost):
    check_cost(cost)


def test_the_floor_is_the_default():
    assert (Cost().memory_kib, Cost().passes, Cost().lanes) == (64 * 1024, 3, 1)


@pytest.mark.parametrize("salt", [b"", bytes(8), bytes(15), bytes(17)])
def test_a_salt_of_another_length_means_that_the_slot_was_changed(salt):
    with pytest.raises(CannotOpen):
        stretch(WORDS, salt=salt, cost=Cost())


@pytest.mark.parametrize(
    "changed",
    [
        {"passphrase": None},
        {"passphrase": b"river"},
        {"salt": "a" * 16},
        {"salt": None},
        {"cost": None},
        {"cost": (65_536, 3, 1)},
        {"host_key": None},
        {"host_key": bytes(32)},
    ],
)
def test_an_argument_of_another_type_is_a_programming_error(changed):
    given = {"passphrase": WORDS, "salt": SALT, "cost": Cost(), "host_key": HOST} | changed
    with pytest.raises(TypeError, match="expected"):
        vault.passphrase_key(given.pop("passphrase"), **given)
