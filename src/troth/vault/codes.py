"""Codes that people copy by hand: Crockford's base32 with two check characters, in groups of five.

The check is the number modulo 1021. Because 1021 is a prime, every wrong character and every swap of
neighbours changes it, so a slip is noticed before anything is tried.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID

from troth.vault.errors import BadCode

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PRIME = 1021
RECOVERY_BYTES = 20
INVITATION_BYTES = 16

_to_python = str.maketrans(DIGITS, "0123456789abcdefghijklmnopqrstuv")
_alike = str.maketrans("OIL", "011", "- ")
_only_digits = re.compile(f"[{DIGITS}]*").fullmatch
_only_base64 = re.compile("[A-Za-z0-9_-]{64}").fullmatch


def tidy_code(text: str) -> str:
    """Write a typed recovery or invitation code the way it was printed.

    Parameters
    ----------
    text : what was typed; hyphens, spaces and case do not matter, O counts as 0, I and L as 1

    Returns
    -------
    str : upper case, in groups of five with hyphens

    Raises
    ------
    BadCode : another sign, a wrong length, or the check characters do not fit
    TypeError : ``text`` is not text

    Source
    ------
    Vault specification, section 5, "Recovery code", and section 10, "Pinning".

    Examples
    --------
    >>> tidy_code("ooooo ooooo ooooo ooooo ooooo lol")
    '00000-00000-00000-00000-00000-101'
    """
    size = INVITATION_BYTES if len(_signs(text)) == _length(INVITATION_BYTES) else RECOVERY_BYTES
    return write_code(read_code(text, size=size))


def write_code(raw: bytes) -> str:
    """Write random bytes as a code of groups of five."""
    number = int.from_bytes(raw)
    signs = _base32(number, _length(len(raw)) - 2) + _base32(number % PRIME, 2)
    return "-".join(signs[at : at + 5] for at in range(0, len(signs), 5))


def read_code(text: str, *, size: int) -> bytes:
    """Read a typed code of so many bytes, or say that its form is wrong."""
    signs = _signs(text)
    if len(signs) != _length(size) or not _only_digits(signs):
        raise BadCode
    number, check = divmod(int(signs.translate(_to_python), 32), 1024)
    if number % PRIME != check or number >> (8 * size):
        raise BadCode
    return number.to_bytes(size)


def write_pair(id: UUID, secret: bytes) -> str:
    """Write an identifier and 32 secret bytes as 64 base64url signs."""
    if not isinstance(id, UUID) or not isinstance(secret, bytes) or len(secret) != 32:
        raise ValueError("expected a UUID and 32 bytes.")
    return urlsafe_b64encode(id.bytes + secret).decode("ascii")


def read_pair(text: str) -> tuple[UUID, bytes]:
    """Read what ``write_pair`` wrote, or say that its form is wrong."""
    if not _only_base64(text):
        raise BadCode
    raw = urlsafe_b64decode(text)
    return UUID(bytes=raw[:16]), raw[16:]


def _length(size: int) -> int:
    return -(-8 * size // 5) + 2


def _signs(text: str) -> str:
    """Upper case only after the ASCII check: some foreign letters become I, K or S in upper case."""
    if not isinstance(text, str):
        raise TypeError("code: expected text.")
    if not text.isascii():
        raise BadCode
    return text.upper().translate(_alike)


def _base32(number: int, length: int) -> str:
    return "".join(DIGITS[number >> (5 * place) & 31] for place in reversed(range(length)))
