"""What others may know of a person: two public keys and their fingerprint, all from the account key."""

from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from troth.vault.derive import derive
from troth.vault.errors import PinMismatch
from troth.vault.inputs import as_bytes, raw_of
from troth.vault.keys import Key


@dataclass(frozen=True)
class Identity:
    """The public side of a person.

    Parameters
    ----------
    receive_public : X25519 public key, 32 bytes: others seal things to it
    sign_public : Ed25519 public key, 32 bytes: others check signatures with it
    fingerprint : 32 bytes that stand for both

    Returns
    -------
    Identity : nothing in it is secret

    Raises
    ------
    nothing

    Source
    ------
    Vault specification, section 7.

    Examples
    --------
    >>> identity(Key(bytes(32))) == identity(Key(bytes(32)))
    True
    """

    receive_public: bytes
    sign_public: bytes
    fingerprint: bytes


def identity(account_key: Key) -> Identity:
    """Derive the public side of a person.

    Parameters
    ----------
    account_key : the person's account key

    Returns
    -------
    Identity : public keys and fingerprint, the same at each call

    Raises
    ------
    TypeError : ``account_key`` is not a ``Key``

    Source
    ------
    Vault specification, section 7; RFC 7748 (X25519); RFC 8032 (Ed25519).

    Examples
    --------
    >>> len(identity(Key(bytes(32))).fingerprint)
    32
    """
    receive_public = receive_private(account_key).public_key().public_bytes_raw()
    sign_public = sign_private(account_key).public_key().public_bytes_raw()
    together = fingerprint_of(receive_public=receive_public, sign_public=sign_public)
    return Identity(receive_public=receive_public, sign_public=sign_public, fingerprint=together)


def fingerprint_of(*, receive_public: bytes, sign_public: bytes) -> bytes:
    """Make the fingerprint of two public keys.

    Parameters
    ----------
    receive_public, sign_public : the two public keys, 32 bytes each

    Returns
    -------
    bytes : 32 bytes

    Raises
    ------
    PinMismatch : a public key is not 32 bytes long, so the row was changed
    TypeError : a public key is not bytes

    Source
    ------
    Vault specification, section 7.

    Examples
    --------
    >>> fingerprint_of(receive_public=bytes(32), sign_public=bytes(32)).hex()[:16]
    '5ea19f8fdbd124db'
    """
    receive, sign = as_bytes(receive_public), as_bytes(sign_public)
    if len(receive) != 32 or len(sign) != 32:
        raise PinMismatch
    return sha256(b"troth/1 fingerprint" + receive + sign).digest()


def check_pin(*, receive_public: bytes, sign_public: bytes, pinned: bytes) -> None:
    """Compare a person's public keys with the fingerprint known before.

    Parameters
    ----------
    receive_public, sign_public : the public keys that stand in the database
    pinned : the fingerprint kept in one's own sealed record, 32 bytes

    Returns
    -------
    None : the keys are the ones known before

    Raises
    ------
    PinMismatch : they are others; nothing may be sent
    TypeError : one of the three is not bytes

    Source
    ------
    Vault specification, section 10, "Pinning".

    Examples
    --------
    >>> check_pin(receive_public=bytes(32), sign_public=bytes(32), pinned=bytes(32))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    troth.vault.errors.PinMismatch: The keys of this person are not the ones known before. ...
    """
    found = fingerprint_of(receive_public=receive_public, sign_public=sign_public)
    if not compare_digest(found, as_bytes(pinned)):
        raise PinMismatch


def receive_private(account_key: Key) -> X25519PrivateKey:
    """The private key that opens what others sent to this person."""
    return X25519PrivateKey.from_private_bytes(from_account(account_key, "receive key"))


def sign_private(account_key: Key) -> Ed25519PrivateKey:
    """The private key with which this person signs."""
    return Ed25519PrivateKey.from_private_bytes(from_account(account_key, "sign key"))


def from_account(account_key: Key, purpose: str) -> bytes:
    """Derive 32 bytes from an account key, and from nothing else."""
    return derive(raw_of(account_key), purpose)
