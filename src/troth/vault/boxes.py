"""The box: the one form that every sealed thing has. One function seals and one opens.

byte 0 "TV" · 2 suite · 3 kind · 4 salt (32) · 36 commitment (32) · 68 ciphertext and its 16-byte tag
"""

from hmac import compare_digest

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from troth.vault import chance
from troth.vault.errors import CannotOpen, UnknownFormat
from troth.vault.inputs import as_bytes, raw_of
from troth.vault.keys import Key
from troth.vault.lines import line_bytes, line_to_seal
from troth.vault.padding import LARGEST, pad, unpad

RECORD = b"TV\x01\x01"
KEY = b"TV\x01\x02"
HEAD = 68
TAG = 16
KEY_BOX = HEAD + 32 + TAG
MOST_BOX = HEAD + LARGEST + TAG

_SHA256 = SHA256()
_INFO = b"troth/1 seal"
_NONCE = bytes(12)  # every box has a key of its own, so no nonce can repeat


def seal_record(key: Key, content: bytes, *, line: str) -> bytes:
    """Seal content of any length, padded, bound to its row by the context line.

    Parameters
    ----------
    key : the key to seal under, mostly the account key
    content : at most 1,048,576 bytes
    line : the context line of the row, from one of the line builders

    Returns
    -------
    bytes : a box of 596 to 1,065,044 bytes, different at each call

    Raises
    ------
    TooLarge : ``content`` is longer; nothing has been drawn then
    ValueError : ``line`` is not a context line
    TypeError : ``key`` is not a ``Key`` or ``content`` is not bytes

    Source
    ------
    Vault specification, section 3; RFC 5869 (HKDF); NIST SP 800-38D (AES-GCM).

    Examples
    --------
    >>> key, line = Key(bytes(32)), "troth/1|record|note|1"
    >>> box = seal_record(key, b"It went well.", line=line)
    >>> len(box), open_record(key, box, line=line)
    (596, b'It went well.')
    """
    return _seal(key, pad(as_bytes(content)), start=RECORD, line=line)


def open_record(key: Key, box: bytes, *, line: str) -> bytes:
    """Open what ``seal_record`` made, with the same key and the same line.

    Parameters
    ----------
    key : the key it was sealed under
    box : the sealed bytes
    line : the context line, built again from the row

    Returns
    -------
    bytes : the content

    Raises
    ------
    CannotOpen : wrong key or line, or not one bit as it was
    UnknownFormat : made by a newer version
    ValueError : ``line`` is not ASCII
    TypeError : ``key`` is not a ``Key`` or ``box`` is not bytes

    Source
    ------
    Vault specification, section 3, "Opening checks in this order".

    Examples
    --------
    >>> box = seal_record(Key(bytes(32)), b"calm", line="troth/1|record|a")
    >>> open_record(Key(bytes(32)), box, line="troth/1|record|b")
    Traceback (most recent call last):
        ...
    troth.vault.errors.CannotOpen: This could not be opened. It was kept as it is.
    """
    box = as_bytes(box)
    if box[:4] != RECORD or not HEAD + TAG <= len(box) <= MOST_BOX:
        raise _refusal(box)
    return unpad(_open(key, box, line=line))


def seal_key(under: Key, key: Key, *, line: str) -> bytes:
    """Seal one key under another, bound to its row by the context line.

    Parameters
    ----------
    under : the key to seal under
    key : the key that goes inside
    line : the context line of the row

    Returns
    -------
    bytes : a box of 116 bytes, different at each call

    Raises
    ------
    ValueError : ``line`` is not a context line
    TypeError : one of the two is not a ``Key``

    Source
    ------
    Vault specification, section 3, kind 2.

    Examples
    --------
    >>> box = seal_key(Key(bytes(32)), Key(b"k" * 32), line="troth/1|session|1")
    >>> len(box), open_key(Key(bytes(32)), box, line="troth/1|session|1") == Key(b"k" * 32)
    (116, True)
    """
    return _seal(under, raw_of(key), start=KEY, line=line)


def open_key(under: Key, box: bytes, *, line: str) -> Key:
    """Open what ``seal_key`` made, with the same key and the same line.

    Parameters
    ----------
    under : the key it was sealed under
    box : 116 sealed bytes
    line : the context line, built again from the row

    Returns
    -------
    Key : the key that was inside

    Raises
    ------
    CannotOpen : wrong key or line, or not one bit as it was
    UnknownFormat : made by a newer version
    ValueError : ``line`` is not ASCII
    TypeError : ``under`` is not a ``Key`` or ``box`` is not bytes

    Source
    ------
    Vault specification, section 3, kind 2.

    Examples
    --------
    >>> open_key(Key(bytes(32)), b"TV\\x02\\x01", line="troth/1|session|1")
    Traceback (most recent call last):
        ...
    troth.vault.errors.UnknownFormat: This was sealed by a newer version of Troth. Open it with that version.
    """
    box = as_bytes(box)
    if box[:4] != KEY or len(box) != KEY_BOX:
        raise _refusal(box)
    return Key(_open(under, box, line=line))


def _refusal(box: bytes) -> CannotOpen | UnknownFormat:
    known = box[:4] in (RECORD, KEY)
    return CannotOpen() if known or len(box) < 4 or box[:2] != b"TV" else UnknownFormat()


def _seal(key: Key, plain: bytes, *, start: bytes, line: str) -> bytes:
    bound, raw = line_to_seal(line), raw_of(key)
    salt = chance.random_bytes(32)
    okm = HKDF(_SHA256, 64, salt, _INFO).derive(raw)
    head = b"".join((start, salt, okm[32:]))
    return head + AESGCM(okm[:32]).encrypt(_NONCE, plain, head + bound)


def _open(key: Key, box: bytes, *, line: str) -> bytes:
    plain = _decrypted(raw_of(key), box, line_bytes(line))
    if plain is None:
        raise CannotOpen
    return plain


def _decrypted(raw: bytes, box: bytes, bound: bytes) -> bytes | None:
    """Answer None instead of raising, so that no traceback holds the keys that live in here."""
    okm = HKDF(_SHA256, 64, box[4:36], _INFO).derive(raw)
    if not compare_digest(okm[32:], box[36:HEAD]):
        return None
    try:
        return AESGCM(okm[:32]).decrypt(_NONCE, box[HEAD:], box[:HEAD] + bound)
    except InvalidTag:
        return None
