"""HKDF-SHA256 with this format's names: one secret, many keys that tell nothing about each other."""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_SHA256 = SHA256()


def derive(secret: bytes, purpose: str, *, salt: bytes = b"", size: int = 32) -> bytes:
    """Derive bytes for one purpose from a secret.

    Parameters
    ----------
    secret : the bytes to start from
    purpose : ASCII words; ``troth/1`` and a space are put before them
    salt : any bytes; empty where the format names none
    size : how many bytes, 1 to 8,160

    Returns
    -------
    bytes : ``size`` bytes; the same for the same four inputs

    Raises
    ------
    ValueError : ``size`` is out of range or ``purpose`` is not ASCII

    Source
    ------
    RFC 5869; vault specification, section 2.

    Examples
    --------
    >>> derive(bytes(32), "topic").hex()[:16]
    '6a9f95d17b831af3'
    """
    return HKDF(_SHA256, size, salt, f"troth/1 {purpose}".encode("ascii")).derive(secret)
