"""Numbers from 0 to 2,047 that stand for words of a list: for a passphrase, and to compare keys by voice."""

from hashlib import sha256

from troth.vault import chance
from troth.vault.inputs import as_bytes

COMPARED = 6
BITS = 11


def word_numbers(count: int) -> tuple[int, ...]:
    """Draw word numbers for a passphrase, each as likely as any other.

    Parameters
    ----------
    count : how many words; each is worth 11 bits

    Returns
    -------
    tuple[int, ...] : ``count`` numbers from 0 to 2,047

    Raises
    ------
    ValueError : ``count`` is not a whole number of 0 or more

    Source
    ------
    Vault specification, section 5, "Passphrase": five words of a list of 2,048.

    Examples
    --------
    >>> len(word_numbers(5))
    5
    """
    if type(count) is not int or count < 0:
        raise ValueError("word_numbers: expected a whole number of 0 or more.")
    drawn = chance.random_bytes(2 * count)
    return tuple(int.from_bytes(drawn[at : at + 2]) >> 5 for at in range(0, 2 * count, 2))


def compare_numbers(a: bytes, b: bytes) -> tuple[int, ...]:
    """Make the six word numbers that two people read to each other to compare their keys.

    Parameters
    ----------
    a, b : the two fingerprints, 32 bytes each; their order does not matter

    Returns
    -------
    tuple[int, ...] : six numbers from 0 to 2,047

    Raises
    ------
    ValueError : a fingerprint is not 32 bytes long
    TypeError : a fingerprint is not bytes

    Source
    ------
    Vault specification, section 10, "Pinning".

    Examples
    --------
    >>> compare_numbers(bytes(32), b"b" * 32) == compare_numbers(b"b" * 32, bytes(32))
    True
    """
    lower, higher = sorted((as_bytes(a), as_bytes(b)))
    if len(lower) != 32 or len(higher) != 32:
        raise ValueError("compare_numbers: expected two fingerprints of 32 bytes.")
    bits = int.from_bytes(sha256(b"troth/1 compare" + lower + higher).digest())
    return tuple(bits >> (256 - BITS * place) & 2047 for place in range(1, COMPARED + 1))
