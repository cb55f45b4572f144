"""Codes on paper: every slip of the hand is noticed, and nothing is guessed into a code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vault import slips

from troth import vault
from troth.vault import BadCode
from troth.vault.codes import DIGITS, read_code, write_code

READERS = [
    vault.recovery_key,
    vault.recovery_lookup,
    vault.invitation_lookup,
    vault.tidy_code,
    lambda text: vault.inviter_sum(text, bond=vault.new_id(), person=vault.new_id(), fingerprint=bytes(32)),
]
sizes = st.sampled_from([16, 20])
raws = sizes.flatmap(lambda size: st.binary(min_size=size, max_size=size))


def test_every_slip_and_every_swap_is_refused():
    tally = slips.tally(slips.CODES)
    assert tally.passed == ()
    assert tally.tried > 1_000 * slips.CODES


def test_a_code_has_as_many_slips_as_its_signs_allow():
    assert len(set(slips.slips("0123"))) == 4 * 31 + 3
    assert list(slips.slips("0")) == list(DIGITS[1:])
    assert not slips.is_refused("0" * 34, size=20)


@given(raws)
def test_what_is_written_is_read_again(raw):
    assert read_code(write_code(raw), size=len(raw)) == raw


@given(raws, st.randoms(use_true_random=False))
def test_case_hyphens_spaces_and_letters_that_look_alike_do_not_matter(raw, random):
    printed = write_code(raw)
    alike = {"0": "0Oo", "1": "1IiLl"}
    typed = "".join(
        random.choice(alike.get(sign, sign + sign.lower())) + random.choice(["", "", "-", " "])
        for sign in printed.replace("-", "")
    )
    assert read_code(typed, size=len(raw)) == raw
    assert vault.tidy_code(typed) == printed


def test_a_new_code_has_its_form():
    recovery, invitation = vault.new_recovery_code(), vault.new_invitation_code()
    assert [len(group) for group in recovery.split("-")] == [5, 5, 5, 5, 5, 5, 4]
    assert [len(group) for group in invitation.split("-")] == [5, 5, 5, 5, 5, 3]
    assert vault.tidy_code(recovery) == recovery
    assert vault.tidy_code(invitation) == invitation


def test_a_recovery_code_is_no_invitation_code():
    with pytest.raises(BadCode):
        vault.invitation_lookup(vault.new_recovery_code())
    with pytest.raises(BadCode):
        vault.recovery_key(vault.new_invitation_code())


ZEROS = "0" * 34
WRONG = {
    "empty": "",
    "blank": " - ",
    "short": ZEROS[1:],
    "long": ZEROS + "0",
    "very long": "0" * 1_000_000,
    "letter U": "U" + ZEROS[1:],
    "underscore": "_" + ZEROS[1:],
    "sign of a number": "+" + ZEROS[1:],
    "line end": ZEROS + "\n",
    "tab": "\t" + ZEROS,
    "wide digit": "０" + ZEROS[1:],
    "other digit": "٠" + ZEROS[1:],
    "dotless i for 1": "ı" + ZEROS[1:],
    "long s": "ſ" + ZEROS[1:],
    "sharp s": "ß" + ZEROS[2:],
    "kelvin sign": "\u212a" + ZEROS[1:],
    "long hyphen": ZEROS + "–",
    "hard blank": ZEROS + "\u00a0",
    "half a pair": "\ud800" + ZEROS[1:],
    "null": "\x00" + ZEROS[1:],
    "check of zero for one": "0" * 31 + "100",
    "check above the prime": "0" * 32 + "ZZ",
    "more than 128 bits": "8" + "0" * 27,
}


@pytest.mark.parametrize("reading", READERS)
@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_code_of_another_form_is_refused(reading, text):
    with pytest.raises(BadCode):
        reading(text)


def test_a_code_with_more_bits_than_it_may_hold_is_refused_although_its_check_fits():
    number = 1 << 128
    signs = "".join(DIGITS[number >> 5 * place & 31] for place in reversed(range(26)))
    check = number % 1021
    with pytest.raises(BadCode):
        vault.invitation_lookup(signs + DIGITS[check >> 5] + DIGITS[check & 31])


@pytest.mark.parametrize("text", [None, 12, b"00000", ["0"]])
@pytest.mark.parametrize("reading", READERS)
def test_a_code_is_text(reading, text):
    with pytest.raises(TypeError, match="expected text"):
        reading(text)


def test_lookup_and_key_of_a_code_have_nothing_in_common():
    code = vault.new_recovery_code()
    assert vault.recovery_lookup(code) != vault.recovery_key(code).raw[:16]
    assert vault.recovery_lookup(code) == vault.recovery_lookup(code.lower())
