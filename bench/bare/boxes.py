"""The bare pair: one HKDF-SHA256 and one AES-256-GCM of the same library. No salt is drawn, nothing is bound."""

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY, SALT, NONCE = bytes(range(32)), bytes(32), bytes(12)
GCM = AESGCM(KEY)


def derived() -> bytes:
    """Derive 64 bytes."""
    return HKDF(SHA256(), 64, SALT, b"bare").derive(KEY)


def seal(padded: bytes) -> bytes:
    """Derive and encrypt."""
    return AESGCM(derived()[:32]).encrypt(NONCE, padded, None)


def open_(sealed: bytes) -> bytes:
    """Derive and decrypt."""
    return AESGCM(derived()[:32]).decrypt(NONCE, sealed, None)


def gcm_seal(padded: bytes) -> bytes:
    """Encrypt with a key that is there already."""
    return GCM.encrypt(NONCE, padded, None)


def gcm_open(sealed: bytes) -> bytes:
    """Decrypt with a key that is there already."""
    return GCM.decrypt(NONCE, sealed, None)
