"""A key is 32 bytes that never show themselves."""

from hmac import compare_digest
from typing import NoReturn, SupportsIndex

from troth.vault import chance


class Key:
    """Hold 32 secret bytes; show nothing in text, in logs or in a pickle.

    Parameters
    ----------
    raw : exactly 32 bytes

    Returns
    -------
    Key : equal to another key in constant time; cannot be hashed, copied or pickled

    Raises
    ------
    TypeError : ``raw`` is not bytes
    ValueError : ``raw`` is not 32 bytes long

    Source
    ------
    Vault specification, section 13.

    Examples
    --------
    >>> Key(bytes(32))
    Key(…)
    >>> Key(bytes(32)) == Key(bytes(32))
    True
    """

    __slots__ = ("_raw",)

    def __init__(self, raw: bytes) -> None:
        if not isinstance(raw, bytes | bytearray | memoryview):
            raise TypeError("Key: expected bytes.")
        if len(raw) != 32:
            raise ValueError("Key: expected exactly 32 bytes.")
        self._raw = bytes(raw)

    @property
    def raw(self) -> bytes:
        """The 32 bytes themselves, for the functions of this room."""
        return self._raw

    def __repr__(self) -> str:
        return "Key(…)"

    def __eq__(self, other: object) -> bool:
        return compare_digest(self._raw, other._raw) if isinstance(other, Key) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn:
        raise TypeError("A key cannot be pickled or copied.")

    def __getstate__(self) -> NoReturn:
        raise TypeError("A key cannot be pickled or copied.")


def new_key() -> Key:
    """Draw a new key.

    Parameters
    ----------
    none

    Returns
    -------
    Key : 32 random bytes

    Raises
    ------
    nothing

    Source
    ------
    Vault specification, section 2: the account key and share keys are 32 random bytes.

    Examples
    --------
    >>> new_key() == new_key()
    False
    """
    return Key(chance.random_bytes(32))
