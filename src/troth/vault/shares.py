"""Signing a share: whose it is, whom it is for, what it covers, until when, and which key opens it."""

from datetime import date
from hashlib import sha256
from uuid import UUID

from troth.vault.errors import CannotOpen
from troth.vault.inputs import raw_of
from troth.vault.keys import Key
from troth.vault.share_lines import share_parts
from troth.vault.signatures import is_signed, sign


def sign_share(
    account_key: Key,
    *,
    share: UUID,
    owner: UUID,
    receiver: UUID,
    scope: str,
    expires: date | None,
    share_key: Key,
) -> bytes:
    """Sign a share as its owner.

    Parameters
    ----------
    account_key : the owner's account key
    share, owner, receiver : identifiers of the share and of the two people
    scope : what kind of share it is: ``copy``
    expires : its last day, or None
    share_key : the key of the copy; only its hash is signed

    Returns
    -------
    bytes : 64 bytes; it stays valid when the receiver's keys change

    Raises
    ------
    ValueError : a part of the line is of another type or holds another sign
    TypeError : one of the keys is not a ``Key``

    Source
    ------
    Vault specification, section 10; RFC 8032 (Ed25519).

    Examples
    --------
    >>> one = UUID(int=1)
    >>> parts = dict(share=one, owner=one, receiver=one, scope="copy", expires=None, share_key=Key(bytes(32)))
    >>> len(sign_share(Key(bytes(32)), **parts))
    64
    """
    return sign(account_key, _line(share_parts(share, owner, receiver, scope, expires), share_key))


def check_share(
    sign_public: bytes,
    signature: bytes,
    *,
    share: UUID,
    owner: UUID,
    receiver: UUID,
    scope: str,
    expires: date | None,
    share_key: Key,
) -> None:
    """Check as receiver that the owner signed exactly this share.

    Parameters
    ----------
    sign_public : the owner's sign key, 32 bytes, compared with the pin before
    signature : the row's signature, 64 bytes
    share, owner, receiver : identifiers of the share and of the two people
    scope : what kind of share it is
    expires : its last day, or None
    share_key : the key that the receiver has just opened

    Returns
    -------
    None : the owner signed it

    Raises
    ------
    CannotOpen : someone else signed, or one part was changed
    ValueError : a part of the line is of another type or holds another sign
    TypeError : ``share_key`` is not a ``Key``, or one of the first two is not bytes

    Source
    ------
    Vault specification, section 10; RFC 8032 (Ed25519).

    Examples
    --------
    >>> one = UUID(int=1)
    >>> parts = dict(share=one, owner=one, receiver=one, scope="copy", expires=None, share_key=Key(bytes(32)))
    >>> check_share(bytes(range(32)), bytes(64), **parts)
    Traceback (most recent call last):
        ...
    troth.vault.errors.CannotOpen: This could not be opened. It was kept as it is.
    """
    line = _line(share_parts(share, owner, receiver, scope, expires), share_key)
    if not is_signed(sign_public, signature, line):
        raise CannotOpen


def _line(parts: str, share_key: Key) -> str:
    return f"troth/1|share-signature|{parts}|{sha256(raw_of(share_key)).hexdigest()}"
