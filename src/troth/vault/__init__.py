"""The vault: keys, sealing, sending, signing, recovery. Pure functions over bytes."""

from troth.vault.boxes import open_key, open_record, seal_key, seal_record
from troth.vault.chance import random_bytes
from troth.vault.codes import tidy_code
from troth.vault.errors import (
    BadCode,
    BadCost,
    CannotOpen,
    PinMismatch,
    TooLarge,
    UnknownFormat,
    VaultError,
)
from troth.vault.host import (
    addresses_key,
    host_check,
    limits_key,
    name_tag,
    read_host_key,
    write_host_key,
)
from troth.vault.identities import Identity, check_pin, fingerprint_of, identity
from troth.vault.ids import new_id
from troth.vault.invitations import (
    check_invitee,
    check_inviter,
    invitation_lookup,
    invitee_sum,
    inviter_sum,
    new_invitation_code,
)
from troth.vault.key_changes import KeyChange, check_key_change, follow_pin, sign_key_change
from troth.vault.keys import Key, new_key
from troth.vault.lines import context_line
from troth.vault.padding import is_padded_length, padded_length
from troth.vault.passphrases import Cost, check_cost, passphrase_key, stretch
from troth.vault.recovery import new_recovery_code, recovery_key, recovery_lookup
from troth.vault.row_lines import entry_line, note_line, record_line, session_line, slot_line
from troth.vault.sending import read_note, receive_key, send_key, send_note
from troth.vault.sessions import new_cookie, read_cookie, session_key, session_proof
from troth.vault.share_lines import share_copy_line, share_line, share_owner_line
from troth.vault.shares import check_share, sign_share
from troth.vault.tokens import new_token, token_key, token_slot
from troth.vault.topics import topic_tag, topic_tags
from troth.vault.words import compare_numbers, word_numbers

__all__ = [
    "BadCode",
    "BadCost",
    "CannotOpen",
    "Cost",
    "Identity",
    "Key",
    "KeyChange",
    "PinMismatch",
    "TooLarge",
    "UnknownFormat",
    "VaultError",
    "addresses_key",
    "check_cost",
    "check_invitee",
    "check_inviter",
    "check_key_change",
    "check_pin",
    "check_share",
    "compare_numbers",
    "context_line",
    "entry_line",
    "fingerprint_of",
    "follow_pin",
    "host_check",
    "identity",
    "invitation_lookup",
    "invitee_sum",
    "inviter_sum",
    "is_padded_length",
    "limits_key",
    "name_tag",
    "new_cookie",
    "new_id",
    "new_invitation_code",
    "new_key",
    "new_recovery_code",
    "new_token",
    "note_line",
    "open_key",
    "open_record",
    "padded_length",
    "passphrase_key",
    "random_bytes",
    "read_cookie",
    "read_host_key",
    "read_note",
    "receive_key",
    "record_line",
    "recovery_key",
    "recovery_lookup",
    "seal_key",
    "seal_record",
    "send_key",
    "send_note",
    "session_key",
    "session_line",
    "session_proof",
    "share_copy_line",
    "share_line",
    "share_owner_line",
    "sign_key_change",
    "sign_share",
    "slot_line",
    "stretch",
    "tidy_code",
    "token_key",
    "token_slot",
    "topic_tag",
    "topic_tags",
    "word_numbers",
    "write_host_key",
]
