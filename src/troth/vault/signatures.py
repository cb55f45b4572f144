"""Ed25519 over a context line."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from troth.vault.identities import sign_private
from troth.vault.inputs import as_bytes
from troth.vault.keys import Key
from troth.vault.lines import line_bytes


def sign(account_key: Key, line: str) -> bytes:
    """Sign a line with a person's sign key: 64 bytes."""
    return sign_private(account_key).sign(line_bytes(line))


def is_signed(sign_public: bytes, signature: bytes, line: str) -> bool:
    """Say whether the holder of this public key signed exactly this line."""
    public, signature, signed = as_bytes(sign_public), as_bytes(signature), line_bytes(line)
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, signed)
    except (InvalidSignature, ValueError):  # ValueError: a public key of another length
        return False
    return True
