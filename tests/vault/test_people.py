"""Ada shares with Ben; Mallory writes in the database and gets nowhere."""

from datetime import date
from itertools import pairwise

import pytest

from troth import vault
from troth.vault import CannotOpen, Key, KeyChange, PinMismatch

ADA, BEN, MALLORY = (Key(bytes([number]) * 32) for number in (1, 2, 3))
ADAS, BENS, MALLORYS = map(vault.identity, (ADA, BEN, MALLORY))
BOND, ADA_ID, BEN_ID, MALLORY_ID, SHARE_ID = (vault.new_id() for _ in range(5))
COPY_KEY = vault.new_key()
SHARE = {
    "share": SHARE_ID,
    "owner": ADA_ID,
    "receiver": BEN_ID,
    "scope": "copy",
    "expires": date(2027, 1, 31),
}
LINE = vault.share_line(**SHARE)
NOTE = vault.note_line(table="access", id=SHARE_ID, person=ADA_ID, generation=1)
CODE = vault.new_invitation_code()
NO_KEYS = {"short": bytes(31), "long": bytes(33), "zero": bytes(32), "one": b"\x01" + bytes(31), "empty": b""}


def test_ben_gets_the_key_that_ada_sent_and_sees_that_it_is_hers():
    sent = vault.send_key(BENS.receive_public, COPY_KEY, line=LINE)
    signature = vault.sign_share(ADA, **SHARE, share_key=COPY_KEY)
    got = vault.receive_key(BEN, sent, line=LINE)
    vault.check_share(ADAS.sign_public, signature, **SHARE, share_key=got)
    assert got == COPY_KEY


def test_mallory_cannot_open_what_was_sent_to_ben():
    with pytest.raises(CannotOpen):
        vault.receive_key(MALLORY, vault.send_key(BENS.receive_public, COPY_KEY, line=LINE), line=LINE)


def test_a_signature_stays_valid_when_bens_keys_change():
    signature = vault.sign_share(ADA, **SHARE, share_key=COPY_KEY)
    again = vault.send_key(MALLORYS.receive_public, COPY_KEY, line=LINE)
    vault.check_share(
        ADAS.sign_public, signature, **SHARE, share_key=vault.receive_key(MALLORY, again, line=LINE)
    )


OTHERWISE = {
    "share": vault.new_id(),
    "owner": BEN_ID,
    "receiver": MALLORY_ID,
    "scope": "live",
    "expires": date(2029, 1, 1),
    "share_key": vault.new_key(),
}


@pytest.mark.parametrize(("name", "other"), [*OTHERWISE.items(), ("expires", None)])
def test_a_share_that_was_changed_is_not_adas(name, other):
    signed = SHARE | {"share_key": COPY_KEY}
    signature = vault.sign_share(ADA, **signed)
    with pytest.raises(CannotOpen):
        vault.check_share(ADAS.sign_public, signature, **signed | {name: other})


@pytest.mark.parametrize("signature", [b"", bytes(63), bytes(64), bytes(65), b"\xff" * 64])
def test_a_signature_of_another_form_is_not_adas(signature):
    with pytest.raises(CannotOpen):
        vault.check_share(ADAS.sign_public, signature, **SHARE, share_key=COPY_KEY)


@pytest.mark.parametrize("public", [b"", bytes(31), bytes(33), b"\xff" * 32])
def test_a_public_key_of_another_form_has_signed_nothing(public):
    with pytest.raises(CannotOpen):
        vault.check_share(
            public, vault.sign_share(ADA, **SHARE, share_key=COPY_KEY), **SHARE, share_key=COPY_KEY
        )


@pytest.mark.parametrize("length", [0, 1, 600, 5_000])
def test_a_note_reaches_a_locked_person_padded(length):
    content = bytes(length)
    sealed = vault.send_note(ADAS.receive_public, content, line=NOTE)
    assert len(sealed) == vault.padded_length(length) + 48
    assert vault.read_note(ADA, memoryview(sealed), line=NOTE) == content


def test_a_note_opens_neither_for_another_nor_under_another_line():
    sealed = vault.send_note(ADAS.receive_public, b"opened", line=NOTE)
    for key, line in ((BEN, NOTE), (ADA, NOTE + "1")):
        with pytest.raises(CannotOpen):
            vault.read_note(key, sealed, line=line)


def test_a_sent_key_is_not_a_note_and_a_note_is_not_a_key():
    with pytest.raises(CannotOpen):
        vault.read_note(BEN, vault.send_key(BENS.receive_public, COPY_KEY, line=LINE), line=LINE)
    with pytest.raises(CannotOpen):
        vault.receive_key(BEN, vault.send_note(BENS.receive_public, bytes(32), line=LINE), line=LINE)


def test_a_note_that_is_too_large_is_refused():
    with pytest.raises(vault.TooLarge):
        vault.send_note(ADAS.receive_public, bytes((1 << 20) + 1), line=NOTE)
    whole = bytes(1 << 20)
    assert vault.read_note(ADA, vault.send_note(ADAS.receive_public, whole, line=NOTE), line=NOTE) == whole
    with pytest.raises(CannotOpen):
        vault.read_note(ADA, bytes(1_065_009), line=NOTE)


@pytest.mark.parametrize("public", NO_KEYS.values(), ids=NO_KEYS)
def test_nothing_is_sent_to_something_that_is_no_public_key(public):
    with pytest.raises(PinMismatch):
        vault.send_key(public, COPY_KEY, line=LINE)
    with pytest.raises(PinMismatch):
        vault.send_note(public, b"calm", line=NOTE)


def test_sending_and_signing_take_keys_bytes_and_lines():
    sent = vault.send_key(BENS.receive_public, COPY_KEY, line=LINE)
    for wrong in (
        lambda: vault.send_key(BENS.receive_public, COPY_KEY.raw, line=LINE),
        lambda: vault.send_key("a" * 32, COPY_KEY, line=LINE),
        lambda: vault.send_note(BENS.receive_public, "calm", line=NOTE),
        lambda: vault.receive_key(BEN.raw, sent, line=LINE),
        lambda: vault.receive_key(BEN, sent.hex(), line=LINE),
        lambda: vault.sign_share(ADA.raw, **SHARE, share_key=COPY_KEY),
        lambda: vault.sign_share(ADA, **SHARE, share_key=COPY_KEY.raw),
        lambda: vault.check_share(ADAS.sign_public, None, **SHARE, share_key=COPY_KEY),
        lambda: vault.identity(None),
    ):
        with pytest.raises(TypeError, match="expected"):
            wrong()
    for wrong in (
        lambda: vault.send_key(BENS.receive_public, COPY_KEY, line="share"),
        lambda: vault.sign_share(ADA, **SHARE | {"scope": "a|b"}, share_key=COPY_KEY),
        lambda: vault.check_share(ADAS.sign_public, bytes(64), **SHARE | {"scope": ""}, share_key=COPY_KEY),
    ):
        with pytest.raises(ValueError, match="context line"):
            wrong()


def test_keys_that_are_not_the_pinned_ones_are_refused():
    pinned = BENS.fingerprint
    vault.check_pin(receive_public=BENS.receive_public, sign_public=BENS.sign_public, pinned=pinned)
    for receive, sign in (
        (MALLORYS.receive_public, BENS.sign_public),
        (BENS.receive_public, MALLORYS.sign_public),
        (BENS.sign_public, BENS.receive_public),
        (b"", BENS.sign_public),
        (BENS.receive_public, BENS.sign_public + b"\x00"),
    ):
        with pytest.raises(PinMismatch):
            vault.check_pin(receive_public=receive, sign_public=sign, pinned=pinned)
    with pytest.raises(TypeError, match="expected bytes"):
        vault.check_pin(receive_public=BENS.receive_public, sign_public=BENS.sign_public, pinned=None)


INVITING = [(vault.inviter_sum, vault.check_inviter), (vault.invitee_sum, vault.check_invitee)]


@pytest.mark.parametrize(("making", "checking"), INVITING)
def test_the_code_carries_a_fingerprint_past_the_database(making, checking):
    parts = {"bond": BOND, "person": ADA_ID, "fingerprint": ADAS.fingerprint}
    right = making(CODE, **parts)
    checking(CODE.lower(), memoryview(right), **parts)
    for name, other in (("bond", ADA_ID), ("person", BEN_ID), ("fingerprint", MALLORYS.fingerprint)):
        with pytest.raises(PinMismatch):
            checking(CODE, right, **parts | {name: other})
    for code, found in ((vault.new_invitation_code(), right), (CODE, bytes(32)), (CODE, b"")):
        with pytest.raises(PinMismatch):
            checking(code, found, **parts)


def test_the_inviters_sum_cannot_stand_in_for_the_invitees():
    parts = {"bond": BOND, "person": ADA_ID, "fingerprint": ADAS.fingerprint}
    for (making, _), (_, checking) in (INVITING, INVITING[::-1]):
        with pytest.raises(PinMismatch):
            checking(CODE, making(CODE, **parts), **parts)


@pytest.mark.parametrize(
    "changed", [{"bond": None}, {"person": "x"}, {"fingerprint": bytes(31)}, {"fingerprint": b""}]
)
def test_a_sum_covers_two_identifiers_and_a_fingerprint(changed):
    parts = {"bond": BOND, "person": ADA_ID, "fingerprint": ADAS.fingerprint} | changed
    for making, checking in INVITING:
        with pytest.raises(ValueError, match="expected"):
            making(CODE, **parts)
        with pytest.raises(ValueError, match="expected"):
            checking(CODE, bytes(32), **parts)


def change(old: Key, new: Key, *, generation: int, signer: Key | None = None) -> KeyChange:
    before, after = vault.identity(old), vault.identity(new)
    signature = vault.sign_key_change(
        signer or old,
        person=BEN_ID,
        old_generation=generation,
        old_fingerprint=before.fingerprint,
        new_fingerprint=after.fingerprint,
    )
    return KeyChange(generation, before.receive_public, before.sign_public, after.fingerprint, signature)


def test_a_pin_moves_along_signed_changes():
    keys = [Key(bytes([number]) * 32) for number in range(10, 14)]
    changes = [change(old, new, generation=at) for at, (old, new) in enumerate(pairwise(keys), 1)]
    prints = [vault.identity(key).fingerprint for key in keys]
    assert [vault.follow_pin(pinned, person=BEN_ID, changes=changes) for pinned in prints] == [prints[-1]] * 4


def test_a_pin_does_not_move_to_keys_that_the_old_ones_did_not_sign():
    forged = change(BEN, MALLORY, generation=1, signer=MALLORY)
    with pytest.raises(PinMismatch):
        vault.follow_pin(BENS.fingerprint, person=BEN_ID, changes=[forged])
    with pytest.raises(PinMismatch):
        vault.follow_pin(BENS.fingerprint, person=ADA_ID, changes=[change(BEN, MALLORY, generation=1)])


def test_a_change_of_other_keys_does_not_move_a_pin():
    assert vault.follow_pin(
        BENS.fingerprint, person=BEN_ID, changes=[change(MALLORY, ADA, generation=1)]
    ) == (BENS.fingerprint)


def test_a_key_change_covers_each_of_its_parts():
    parts = {
        "person": BEN_ID,
        "old_generation": 3,
        "old_fingerprint": BENS.fingerprint,
        "new_fingerprint": ADAS.fingerprint,
    }
    signature = vault.sign_key_change(BEN, **parts)
    vault.check_key_change(BENS.sign_public, signature, **parts)
    others = {
        "person": ADA_ID,
        "old_generation": 4,
        "old_fingerprint": ADAS.fingerprint,
        "new_fingerprint": MALLORYS.fingerprint,
    }
    for name, other in others.items():
        with pytest.raises(PinMismatch):
            vault.check_key_change(BENS.sign_public, signature, **parts | {name: other})
    with pytest.raises(PinMismatch):
        vault.check_key_change(MALLORYS.sign_public, signature, **parts)
