"""A re-key is signed with the old sign key, so that a pin can move along without a word to anyone."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from troth.vault.errors import PinMismatch
from troth.vault.identities import fingerprint_of
from troth.vault.keys import Key
from troth.vault.lines import hexadecimal, identifier, number
from troth.vault.signatures import is_signed, sign


@dataclass(frozen=True)
class KeyChange:
    """One step from old keys to new ones, as it stands in the database.

    Parameters
    ----------
    old_generation : the number of the old account key
    old_receive_public, old_sign_public : the old public keys, 32 bytes each
    new_fingerprint : the fingerprint of the new keys, 32 bytes
    signature : what ``sign_key_change`` made, 64 bytes

    Returns
    -------
    KeyChange : nothing in it is secret, and nothing in it is trusted before it is checked

    Raises
    ------
    nothing

    Source
    ------
    Vault specification, section 10, "Changed keys".

    Examples
    --------
    >>> KeyChange(1, bytes(32), bytes(32), bytes(32), bytes(64)).old_generation
    1
    """

    old_generation: int
    old_receive_public: bytes
    old_sign_public: bytes
    new_fingerprint: bytes
    signature: bytes


def sign_key_change(
    old_account_key: Key, *, person: UUID, old_generation: int, old_fingerprint: bytes, new_fingerprint: bytes
) -> bytes:
    """Sign with the old keys that the new ones belong to the same person.

    Parameters
    ----------
    old_account_key : the account key that is being replaced
    person : the person's identifier
    old_generation : the number of the old account key
    old_fingerprint, new_fingerprint : fingerprints before and after, 32 bytes each

    Returns
    -------
    bytes : 64 bytes

    Raises
    ------
    ValueError : a part of the line is of another type or out of range
    TypeError : ``old_account_key`` is not a ``Key``

    Source
    ------
    Vault specification, section 10, "Changed keys"; RFC 8032 (Ed25519).

    Examples
    --------
    >>> prints = dict(old_fingerprint=bytes(32), new_fingerprint=bytes(32))
    >>> len(sign_key_change(Key(bytes(32)), person=UUID(int=1), old_generation=1, **prints))
    64
    """
    return sign(old_account_key, _line(person, old_generation, old_fingerprint, new_fingerprint))


def check_key_change(
    old_sign_public: bytes,
    signature: bytes,
    *,
    person: UUID,
    old_generation: int,
    old_fingerprint: bytes,
    new_fingerprint: bytes,
) -> None:
    """Check that the holder of the old keys signed this change.

    Parameters
    ----------
    old_sign_public : the old sign key, 32 bytes, which belongs to the old fingerprint
    signature : what ``sign_key_change`` made, 64 bytes
    person : the person's identifier
    old_generation : the number of the old account key
    old_fingerprint, new_fingerprint : fingerprints before and after, 32 bytes each

    Returns
    -------
    None : the change is signed

    Raises
    ------
    PinMismatch : it is not
    ValueError : a part of the line is of another type or out of range
    TypeError : one of the first two is not bytes

    Source
    ------
    Vault specification, section 10, "Changed keys"; RFC 8032 (Ed25519).

    Examples
    --------
    >>> step = dict(old_generation=1, old_fingerprint=bytes(32), new_fingerprint=bytes(32))
    >>> check_key_change(bytes(range(32)), bytes(64), person=UUID(int=1), **step)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    troth.vault.errors.PinMismatch: The keys of this person are not the ones known before. ...
    """
    if not is_signed(
        old_sign_public, signature, _line(person, old_generation, old_fingerprint, new_fingerprint)
    ):
        raise PinMismatch


def follow_pin(pinned: bytes, *, person: UUID, changes: Iterable[KeyChange]) -> bytes:
    """Move a pin along the signed changes of a person's keys.

    Parameters
    ----------
    pinned : the fingerprint known before, 32 bytes
    person : the person's identifier
    changes : the person's key changes, oldest first

    Returns
    -------
    bytes : the fingerprint that is trusted now; the same when no change starts from the pinned one

    Raises
    ------
    PinMismatch : a change starts from the pinned keys and is not signed by them

    Source
    ------
    Vault specification, section 10, "Changed keys".

    Examples
    --------
    >>> follow_pin(bytes(32), person=UUID(int=1), changes=[]) == bytes(32)
    True
    """
    for change in changes:
        old = fingerprint_of(receive_public=change.old_receive_public, sign_public=change.old_sign_public)
        if old != pinned:
            continue
        check_key_change(
            change.old_sign_public,
            change.signature,
            person=person,
            old_generation=change.old_generation,
            old_fingerprint=old,
            new_fingerprint=change.new_fingerprint,
        )
        pinned = change.new_fingerprint
    return pinned


def _line(person: UUID, generation: int, old: bytes, new: bytes) -> str:
    return (
        f"troth/1|key-change|{identifier(person)}|{number(generation)}|{hexadecimal(old)}|{hexadecimal(new)}"
    )
