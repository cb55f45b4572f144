"""What a case of each vector file asks of the room. Each function fails unless every value is the same."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from tests.vault.rebuild import rebuilt, share_parts

from troth import vault
from troth.vault import Cost, Key, padding, topics
from troth.vault.identities import receive_private, sign_private

Draw = Callable[[bytes], None]  # makes the next random bytes exactly these


class Case:
    """A case that remembers what was looked at: a value that nobody compares must not count as passed."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values
        self.unchecked = set(values) - {"n", "name", "about", "error", "refused"}

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def __getitem__(self, name: str) -> Any:
        self.unchecked.discard(name)
        return self.values[name]

    def raw(self, name: str) -> bytes:
        return bytes.fromhex(self[name])

    def key(self, name: str) -> Key:
        return Key(self.raw(name))

    def id(self, name: str) -> UUID:
        return UUID(self[name])

    def content(self) -> bytes:
        if "content_repeat" in self:
            byte, times = self["content_repeat"]
            return bytes.fromhex(byte) * times
        return self["content_utf8"].encode()


def check_context(case: Case, draw: Draw) -> None:
    line = vault.context_line(case["label"], *case["parts"])
    assert line == case["context"]


def check_padding(case: Case, draw: Draw) -> None:
    if "unpad" in case:
        padding.unpad(case.raw("unpad"))
        return
    length = case["length"]
    assert vault.padded_length(length) == case["padded"]
    assert vault.is_padded_length(case["padded"])
    padded = padding.pad(b"\x80" * length)
    assert len(padded) == case["padded"]
    assert padding.unpad(padded) == b"\x80" * length


def check_record(case: Case, draw: Draw) -> None:
    key, line, content = case.key("key"), case["context"], case.content()
    if "salt" in case:
        draw(case.raw("salt"))
    box = vault.seal_record(key, content, line=line)
    if "blob" in case:
        assert box == case.raw("blob")
    else:
        assert (len(box), sha256(box).hexdigest()) == (case["blob_length"], case["blob_sha256"])
    assert vault.open_record(key, box, line=rebuilt(line)) == content


def check_key(case: Case, draw: Draw) -> None:
    check_key_box(case, draw, under=case.key("under"), key="key", line="context", salt="salt", box="blob")


def check_key_box(case: Case, draw: Draw, *, under: Key, key: str, line: str, salt: str, box: str) -> None:
    draw(case.raw(salt))
    assert vault.seal_key(under, case.key(key), line=case[line]) == case.raw(box)
    assert vault.open_key(under, case.raw(box), line=rebuilt(case[line])) == case.key(key)


def check_refused(case: Case, draw: Draw) -> None:
    opening = {1: vault.open_record, 2: vault.open_key}[case["kind"]]
    opening(case.key("key"), case.raw("blob"), line=case["context"])


def check_passphrase(case: Case, draw: Draw) -> None:
    cost = Cost(memory_kib=case["memory_kib"], passes=case["passes"], lanes=case["lanes"])
    given = {"salt": case.raw("salt"), "cost": cost}
    kek = vault.passphrase_key(case["passphrase"], **given, host_key=case.key("host_key"))
    assert vault.stretch(case["passphrase"], **given) == case.raw("root")
    check_slot(case, draw, kek)


def check_slot(case: Case, draw: Draw, kek: Key) -> None:
    assert kek.raw == case.raw("kek")
    parts = {"key": "account_key", "line": "slot_context", "salt": "slot_salt", "box": "slot"}
    check_key_box(case, draw, under=kek, **parts)


def check_recovery(case: Case, draw: Draw) -> None:
    kek = vault.recovery_key(case["text"])
    draw(case.raw("raw"))
    assert vault.new_recovery_code() == case["text"]
    for typed in [case["text"], *case["typed"]]:
        assert vault.tidy_code(typed) == case["text"]
        assert vault.recovery_key(typed) == kek
        assert vault.recovery_lookup(typed) == case.raw("lookup")
    check_slot(case, draw, kek)


def check_token(case: Case, draw: Draw) -> None:
    kek = vault.token_key(case["text"])
    draw(case.raw("secret"))
    assert vault.new_token(case.id("slot_id")) == case["text"]
    assert vault.token_slot(case["text"]) == case.id("slot_id")
    check_slot(case, draw, kek)


def check_session(case: Case, draw: Draw) -> None:
    assert vault.read_cookie(case["cookie"]) == (case.id("session_id"), case.raw("cookie_half"))
    assert vault.new_cookie(case.id("session_id"), case.raw("cookie_half")) == case["cookie"]
    assert vault.session_proof(case.raw("cookie_half")) == case.raw("proof")
    kek = vault.session_key(cookie_half=case.raw("cookie_half"), row_half=case.raw("row_half"))
    assert kek.raw == case.raw("kek")
    check_key_box(case, draw, under=kek, key="account_key", line="context", salt="salt", box="sealed")


def check_derived(case: Case, draw: Draw) -> None:
    key = case.key("account_key")
    found = vault.identity(key)
    assert topics.topic_key(key).raw == case.raw("topic_key")
    assert receive_private(key).private_bytes_raw() == case.raw("receive_private")
    assert sign_private(key).private_bytes_raw() == case.raw("sign_private")
    assert found.receive_public == case.raw("receive_public")
    assert found.sign_public == case.raw("sign_public")
    assert found.fingerprint == case.raw("fingerprint")
    vault.check_pin(
        receive_public=found.receive_public, sign_public=found.sign_public, pinned=case.raw("fingerprint")
    )


def check_topic(case: Case, draw: Draw) -> None:
    bond = case.id("bond") if case["bond"] else None
    tag = vault.topic_tag(case.key("account_key"), bond=bond, practice=case["practice"])
    assert tag == case.raw("tag")
    assert vault.topic_tags(case.key("account_key"), bond, [case["practice"]]) == {case["practice"]: tag}


def check_host(case: Case, draw: Draw) -> None:
    host_key = case.key("host_key")
    assert vault.read_host_key(case["host_key"]) == host_key
    if "check" in case:
        assert vault.host_check(host_key) == case.raw("check")
    if "name" in case:
        assert vault.name_tag(host_key, case["name"]) == case.raw("name_tag")
    if "addresses_key" in case:
        assert vault.addresses_key(host_key).raw == case.raw("addresses_key")
    if "limits_key" in case:
        assert vault.limits_key(host_key).raw == case.raw("limits_key")


def check_note(case: Case, draw: Draw) -> None:
    key, line = case.key("account_key"), case["context"]
    content = vault.read_note(key, case.raw("sealed"), line=rebuilt(line))
    assert content == case.content()
    assert vault.identity(key).receive_public == case.raw("receive_public")
    again = vault.send_note(case.raw("receive_public"), content, line=line)
    assert len(again) == len(case.raw("sealed"))
    assert vault.read_note(key, again, line=line) == content


def check_share(case: Case, draw: Draw) -> None:
    parts = share_parts(*case["share"])
    receiver, signer = case.key("receiver_account_key"), case.raw("owner_sign_public")
    share_key = vault.receive_key(receiver, case.raw("receiver_key"), line=vault.share_line(**parts))
    vault.check_share(signer, case.raw("signature"), **parts, share_key=share_key)
    owner = case.key("owner_account_key")
    assert share_key.raw == case.raw("share_key")
    assert vault.share_line(**parts) == case["receiver_context"]
    assert vault.share_copy_line(**parts) == case["copy_context"]
    assert vault.identity(owner).sign_public == signer
    assert vault.sign_share(owner, **parts, share_key=share_key) == case.raw("signature")
    Ed25519PublicKey.from_public_bytes(signer).verify(case.raw("signature"), case["signed_text"].encode())
    names = {"key": "share_key", "line": "owner_context", "salt": "owner_salt", "box": "owner_key"}
    check_key_box(case, draw, under=owner, **names)
    draw(case.raw("copy_salt"))
    copy = vault.seal_record(share_key, case.content(), line=case["copy_context"])
    assert copy == case.raw("copy")
    assert vault.open_record(share_key, copy, line=vault.share_copy_line(**parts)) == case.content()


def check_invitation(case: Case, draw: Draw) -> None:
    code = vault.tidy_code(case["text"])
    assert vault.invitation_lookup(code) == case.raw("lookup")
    draw(case.raw("raw"))
    assert vault.new_invitation_code() == code == case["text"]
    for side, making, checking in (
        ("inviter", vault.inviter_sum, vault.check_inviter),
        ("invitee", vault.invitee_sum, vault.check_invitee),
    ):
        fingerprint = case.raw(f"{side}_fingerprint")
        parts = {"bond": case.id("bond"), "person": case.id(side), "fingerprint": fingerprint}
        assert making(code, **parts) == case.raw(f"{side}_mac")
        checking(code, case.raw(f"{side}_mac"), **parts)


def check_key_change(case: Case, draw: Draw) -> None:
    parts = {
        "person": case.id("person"),
        "old_generation": case["old_generation"],
        "old_fingerprint": case.raw("old_fingerprint"),
        "new_fingerprint": case.raw("new_fingerprint"),
    }
    signer = case.raw("old_sign_public")
    vault.check_key_change(signer, case.raw("signature"), **parts)
    assert vault.identity(case.key("old_account_key")).sign_public == signer
    assert vault.sign_key_change(case.key("old_account_key"), **parts) == case.raw("signature")
    Ed25519PublicKey.from_public_bytes(signer).verify(case.raw("signature"), case["signed_text"].encode())


def check_compare(case: Case, draw: Draw) -> None:
    one, other = map(bytes.fromhex, case["fingerprints"])
    assert list(vault.compare_numbers(one, other)) == case["indexes"]
    assert list(vault.compare_numbers(other, one)) == case["indexes"]


CHECKS: dict[str, Callable[[Case, Draw], None]] = {
    "compare": check_compare,
    "context": check_context,
    "derived": check_derived,
    "host": check_host,
    "invitation": check_invitation,
    "key": check_key,
    "key-change": check_key_change,
    "note": check_note,
    "padding": check_padding,
    "passphrase": check_passphrase,
    "record": check_record,
    "recovery": check_recovery,
    "refused": check_refused,
    "session": check_session,
    "share": check_share,
    "token": check_token,
    "topic": check_topic,
}
