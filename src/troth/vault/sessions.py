"""A session is split in two: half in the browser's cookie, half in the row. Neither opens alone."""

from hashlib import sha256
from uuid import UUID

from troth.vault.codes import read_pair, write_pair
from troth.vault.derive import derive
from troth.vault.errors import CannotOpen
from troth.vault.inputs import as_bytes
from troth.vault.keys import Key

HALF = 32


def new_cookie(session_id: UUID, cookie_half: bytes) -> str:
    """Write the cookie of a session.

    Parameters
    ----------
    session_id : the identifier of the session's row
    cookie_half : 32 random bytes that are kept nowhere else

    Returns
    -------
    str : 64 base64url signs

    Raises
    ------
    ValueError : ``session_id`` is not a UUID or ``cookie_half`` is not 32 bytes

    Source
    ------
    Vault specification, section 9, step 1.

    Examples
    --------
    >>> new_cookie(UUID(int=0), bytes(32)) == 64 * "A"
    True
    """
    return write_pair(session_id, cookie_half)


def read_cookie(text: str) -> tuple[UUID, bytes]:
    """Read the cookie of a session.

    Parameters
    ----------
    text : what the browser sent

    Returns
    -------
    tuple[UUID, bytes] : the identifier of the session and the cookie half, 32 bytes

    Raises
    ------
    BadCode : the text does not have the form of a cookie
    TypeError : ``text`` is not text

    Source
    ------
    Vault specification, section 9, step 1.

    Examples
    --------
    >>> read_cookie(64 * "A")[0].int
    0
    """
    if not isinstance(text, str):
        raise TypeError("cookie: expected text.")
    return read_pair(text)


def session_key(*, cookie_half: bytes, row_half: bytes) -> Key:
    """Make the key of a session from its two halves.

    Parameters
    ----------
    cookie_half : 32 bytes from the cookie
    row_half : 32 bytes from the row

    Returns
    -------
    Key : the key that opens the session's box

    Raises
    ------
    CannotOpen : a half is not 32 bytes long, so the row or the cookie was changed
    TypeError : a half is not bytes

    Source
    ------
    Vault specification, section 9, step 1.

    Examples
    --------
    >>> session_key(cookie_half=bytes(32), row_half=bytes(32))
    Key(…)
    """
    return Key(derive(_half(cookie_half), "session", salt=_half(row_half)))


def session_proof(cookie_half: bytes) -> bytes:
    """Make the value by which a row knows its cookie without holding it.

    Parameters
    ----------
    cookie_half : 32 bytes from the cookie

    Returns
    -------
    bytes : 32 bytes

    Raises
    ------
    CannotOpen : the half is not 32 bytes long
    TypeError : the half is not bytes

    Source
    ------
    Vault specification, section 9, step 1.

    Examples
    --------
    >>> session_proof(bytes(32)).hex()[:16]
    'b0e0b026cee1bf59'
    """
    return sha256(b"troth/1 session proof" + _half(cookie_half)).digest()


def _half(half: bytes) -> bytes:
    half = as_bytes(half)
    if len(half) != HALF:
        raise CannotOpen
    return half
