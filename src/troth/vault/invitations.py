"""Invitations: a code said from person to person carries both fingerprints past the database."""

from hmac import compare_digest, digest
from uuid import UUID

from troth.vault import chance
from troth.vault.codes import INVITATION_BYTES, read_code, write_code
from troth.vault.derive import derive
from troth.vault.errors import PinMismatch
from troth.vault.inputs import as_bytes
from troth.vault.lines import hexadecimal, identifier


def new_invitation_code() -> str:
    """Draw an invitation code.

    Parameters
    ----------
    none

    Returns
    -------
    str : 28 signs in groups of five, 128 random bits and two check characters

    Raises
    ------
    nothing

    Source
    ------
    Vault specification, section 10, "Pinning".

    Examples
    --------
    >>> len(new_invitation_code())
    33
    """
    return write_code(chance.random_bytes(INVITATION_BYTES))


def invitation_lookup(text: str) -> bytes:
    """Make the value by which an invitation is found.

    Parameters
    ----------
    text : the code; hyphens, spaces and case do not matter

    Returns
    -------
    bytes : 16 bytes that tell nothing about the code or its key

    Raises
    ------
    BadCode : another sign, a wrong length, or the check characters do not fit
    TypeError : ``text`` is not text

    Source
    ------
    Vault specification, section 10, "Pinning".

    Examples
    --------
    >>> invitation_lookup("00000-00000-00000-00000-00000-101").hex()
    '1a2e291524b4ddddeadaa37befcb2c03'
    """
    return derive(read_code(text, size=INVITATION_BYTES), "invitation lookup", size=16)


def inviter_sum(text: str, *, bond: UUID, person: UUID, fingerprint: bytes) -> bytes:
    """Make the keyed sum that carries the inviter's fingerprint.

    Parameters
    ----------
    text : the invitation code
    bond, person : identifiers of the bond and of the person who invites
    fingerprint : the inviter's fingerprint, 32 bytes

    Returns
    -------
    bytes : 32 bytes

    Raises
    ------
    BadCode : the code has the wrong form
    ValueError : an identifier is not a UUID or the fingerprint is not 32 bytes
    TypeError : ``text`` is not text

    Source
    ------
    Vault specification, section 10, "Pinning"; RFC 2104 (HMAC).

    Examples
    --------
    >>> code, one = "00000-00000-00000-00000-00000-101", UUID(int=1)
    >>> len(inviter_sum(code, bond=one, person=one, fingerprint=bytes(32)))
    32
    """
    return _sum("inviter", text, bond, person, fingerprint)


def invitee_sum(text: str, *, bond: UUID, person: UUID, fingerprint: bytes) -> bytes:
    """Make the keyed sum that carries the fingerprint of the person invited.

    Parameters
    ----------
    text : the invitation code
    bond, person : identifiers of the bond and of the person who is invited
    fingerprint : that person's fingerprint, 32 bytes

    Returns
    -------
    bytes : 32 bytes, never the same as the inviter's

    Raises
    ------
    BadCode : the code has the wrong form
    ValueError : an identifier is not a UUID or the fingerprint is not 32 bytes
    TypeError : ``text`` is not text

    Source
    ------
    Vault specification, section 10, "Pinning"; RFC 2104 (HMAC).

    Examples
    --------
    >>> code, parts = "00000-00000-00000-00000-00000-101", dict(bond=UUID(int=1), person=UUID(int=2))
    >>> invitee_sum(code, **parts, fingerprint=bytes(32)) == inviter_sum(code, **parts, fingerprint=bytes(32))
    False
    """
    return _sum("invitee", text, bond, person, fingerprint)


def check_inviter(text: str, found: bytes, *, bond: UUID, person: UUID, fingerprint: bytes) -> None:
    """Check as the person invited that these are the inviter's keys.

    Parameters
    ----------
    text : the invitation code
    found : the inviter's sum that stands in the database
    bond, person : identifiers of the bond and of the person who invites
    fingerprint : the fingerprint of the keys that stand in the database, 32 bytes

    Returns
    -------
    None : the keys are the inviter's

    Raises
    ------
    PinMismatch : they are not, or the sum belongs to another bond or person
    BadCode : the code has the wrong form
    ValueError : an identifier is not a UUID or the fingerprint is not 32 bytes
    TypeError : ``text`` is not text or ``found`` is not bytes

    Source
    ------
    Vault specification, section 10, "Pinning".

    Examples
    --------
    >>> code, parts = "00000-00000-00000-00000-00000-101", dict(bond=UUID(int=1), person=UUID(int=2))
    >>> check_inviter(code, bytes(32), **parts, fingerprint=bytes(32))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    troth.vault.errors.PinMismatch: The keys of this person are not the ones known before. ...
    """
    if not compare_digest(as_bytes(found), _sum("inviter", text, bond, person, fingerprint)):
        raise PinMismatch


def check_invitee(text: str, found: bytes, *, bond: UUID, person: UUID, fingerprint: bytes) -> None:
    """Check as inviter that these are the keys of the person invited.

    Parameters
    ----------
    text : the invitation code
    found : the invited person's sum that stands in the database
    bond, person : identifiers of the bond and of the person who was invited
    fingerprint : the fingerprint of the keys that stand in the database, 32 bytes

    Returns
    -------
    None : the keys are that person's

    Raises
    ------
    PinMismatch : they are not, or the sum belongs to another bond or person
    BadCode : the code has the wrong form
    ValueError : an identifier is not a UUID or the fingerprint is not 32 bytes
    TypeError : ``text`` is not text or ``found`` is not bytes

    Source
    ------
    Vault specification, section 10, "Pinning".

    Examples
    --------
    >>> code, parts = "00000-00000-00000-00000-00000-101", dict(bond=UUID(int=1), person=UUID(int=2))
    >>> right = invitee_sum(code, **parts, fingerprint=bytes(32))
    >>> check_invitee(code, right, **parts, fingerprint=bytes(32))
    """
    if not compare_digest(as_bytes(found), _sum("invitee", text, bond, person, fingerprint)):
        raise PinMismatch


def _sum(side: str, text: str, bond: UUID, person: UUID, fingerprint: bytes) -> bytes:
    if len(fingerprint) != 32:
        raise ValueError("invitation: expected a fingerprint of 32 bytes.")
    key = derive(read_code(text, size=INVITATION_BYTES), "invitation key")
    line = f"troth/1|{side}|{identifier(bond)}|{identifier(person)}|{hexadecimal(fingerprint)}"
    return digest(key, line.encode(), "sha256")
