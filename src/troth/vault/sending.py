"""Sealing to a person who is not here: HPKE to their receive key, bound to its row by the context line."""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from troth.vault.errors import CannotOpen, PinMismatch
from troth.vault.identities import receive_private
from troth.vault.inputs import as_bytes, raw_of
from troth.vault.keys import Key
from troth.vault.lines import line_bytes, line_to_seal
from troth.vault.padding import LARGEST, SMALLEST, pad, unpad

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
AROUND = 32 + 16  # the sender's one-time public key before, the tag behind
KEY_SENT = 32 + AROUND


def send_key(receive_public: bytes, key: Key, *, line: str) -> bytes:
    """Seal a key to a person.

    Parameters
    ----------
    receive_public : the person's X25519 public key, 32 bytes, compared with the pin before
    key : the key to send
    line : the context line of the row

    Returns
    -------
    bytes : 80 bytes, different at each call

    Raises
    ------
    PinMismatch : ``receive_public`` is no usable public key, so the row was changed
    ValueError : ``line`` is not a context line
    TypeError : ``key`` is not a ``Key`` or ``receive_public`` is not bytes

    Source
    ------
    RFC 9180 (HPKE), base mode; vault specification, sections 2 and 10.

    Examples
    --------
    >>> from troth.vault.identities import identity
    >>> box = send_key(identity(Key(bytes(32))).receive_public, Key(b"k" * 32), line="troth/1|share|1")
    >>> len(box), receive_key(Key(bytes(32)), box, line="troth/1|share|1") == Key(b"k" * 32)
    (80, True)
    """
    return _sent(_encrypted(as_bytes(receive_public), raw_of(key), line_to_seal(line)))


def receive_key(account_key: Key, box: bytes, *, line: str) -> Key:
    """Open a key that someone sealed to this person.

    Parameters
    ----------
    account_key : the receiver's account key
    box : 80 bytes
    line : the context line, built again from the row

    Returns
    -------
    Key : the key that was sent

    Raises
    ------
    CannotOpen : not sent to this person, another line, or not one bit as it was
    ValueError : ``line`` is not ASCII
    TypeError : ``account_key`` is not a ``Key`` or ``box`` is not bytes

    Source
    ------
    RFC 9180 (HPKE), base mode; vault specification, sections 2 and 10.

    Examples
    --------
    >>> receive_key(Key(bytes(32)), bytes(80), line="troth/1|share|1")
    Traceback (most recent call last):
        ...
    troth.vault.errors.CannotOpen: This could not be opened. It was kept as it is.
    """
    return Key(_receive(account_key, box, line=line, least=KEY_SENT, most=KEY_SENT))


def send_note(receive_public: bytes, content: bytes, *, line: str) -> bytes:
    """Seal a note to a person who may be locked.

    Parameters
    ----------
    receive_public : the person's X25519 public key, 32 bytes, compared with the pin before
    content : at most 1,048,576 bytes; padded like a record
    line : the context line of the row

    Returns
    -------
    bytes : 48 bytes more than the padded content, different at each call

    Raises
    ------
    TooLarge : ``content`` is longer; nothing has been drawn then
    PinMismatch : ``receive_public`` is no usable public key, so the row was changed
    ValueError : ``line`` is not a context line
    TypeError : ``content`` or ``receive_public`` is not bytes

    Source
    ------
    RFC 9180 (HPKE), base mode; vault specification, sections 2, 3 and 9.

    Examples
    --------
    >>> from troth.vault.identities import identity
    >>> box = send_note(identity(Key(bytes(32))).receive_public, b"calm", line="troth/1|note|draft")
    >>> len(box), read_note(Key(bytes(32)), box, line="troth/1|note|draft")
    (560, b'calm')
    """
    return _sent(_encrypted(as_bytes(receive_public), pad(as_bytes(content)), line_to_seal(line)))


def read_note(account_key: Key, box: bytes, *, line: str) -> bytes:
    """Open a note that was sealed to this person.

    Parameters
    ----------
    account_key : the receiver's account key
    box : what ``send_note`` made
    line : the context line, built again from the row

    Returns
    -------
    bytes : the content

    Raises
    ------
    CannotOpen : not sent to this person, another line, or not one bit as it was
    ValueError : ``line`` is not ASCII
    TypeError : ``account_key`` is not a ``Key`` or ``box`` is not bytes

    Source
    ------
    RFC 9180 (HPKE), base mode; vault specification, sections 2, 3 and 9.

    Examples
    --------
    >>> read_note(Key(bytes(32)), bytes(560), line="troth/1|note|draft")
    Traceback (most recent call last):
        ...
    troth.vault.errors.CannotOpen: This could not be opened. It was kept as it is.
    """
    return unpad(_receive(account_key, box, line=line, least=SMALLEST + AROUND, most=LARGEST + AROUND))


def _sent(sent: bytes | None) -> bytes:
    if sent is None:
        raise PinMismatch
    return sent


def _receive(account_key: Key, box: bytes, *, line: str, least: int, most: int) -> bytes:
    box, bound, private = as_bytes(box), line_bytes(line), receive_private(account_key)
    plain = _decrypted(private, box, bound) if least <= len(box) <= most else None
    if plain is None:
        raise CannotOpen
    return plain


def _encrypted(receive_public: bytes, plain: bytes, bound: bytes) -> bytes | None:
    """Answer None instead of raising, so that no traceback holds what was to be sent."""
    try:
        return SUITE.encrypt(plain, X25519PublicKey.from_public_bytes(receive_public), info=bound)
    except ValueError:
        return None


def _decrypted(private: X25519PrivateKey, box: bytes, bound: bytes) -> bytes | None:
    try:
        return SUITE.decrypt(box, private, info=bound)
    except (InvalidTag, ValueError):
        return None
