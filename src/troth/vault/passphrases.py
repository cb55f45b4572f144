"""From a passphrase to the key that opens its slot: slow for a thief, and nothing without the host key."""

from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from troth.vault.derive import derive
from troth.vault.errors import BadCost, CannotOpen
from troth.vault.inputs import as_bytes, folded, raw_of, utf8
from troth.vault.keys import Key

SALT = 16


@dataclass(frozen=True)
class Cost:
    """What one guess at a passphrase costs.

    Parameters
    ----------
    memory_kib : memory in KiB, 65,536 to 1,048,576
    passes : how often the memory is gone over, 3 to 16
    lanes : how many lanes side by side, 1 to 8

    Returns
    -------
    Cost : the default is the floor

    Raises
    ------
    nothing; ``check_cost`` looks at the numbers

    Source
    ------
    Vault specification, section 2; RFC 9106 (Argon2).

    Examples
    --------
    >>> Cost()
    Cost(memory_kib=65536, passes=3, lanes=1)
    """

    memory_kib: int = 65536
    passes: int = 3
    lanes: int = 1


FLOOR = Cost()
CEILING = Cost(memory_kib=1024 * 1024, passes=16, lanes=8)


def check_cost(cost: Cost) -> None:
    """Refuse a cost that is too weak or that would stall the computer, whatever a row says.

    Parameters
    ----------
    cost : the cost to look at

    Returns
    -------
    None : the cost may be used

    Raises
    ------
    BadCost : a number lies below the floor or above the ceiling, or is no whole number
    TypeError : ``cost`` is not a ``Cost``

    Source
    ------
    Vault specification, sections 2 and 5.

    Examples
    --------
    >>> check_cost(Cost(passes=2))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    troth.vault.errors.BadCost: Passphrase cost out of range: ...
    """
    if not isinstance(cost, Cost):
        raise TypeError("check_cost: expected a Cost.")
    for name in ("memory_kib", "passes", "lanes"):
        value = getattr(cost, name)
        if type(value) is not int or not getattr(FLOOR, name) <= value <= getattr(CEILING, name):
            raise BadCost


def stretch(passphrase: str, *, salt: bytes, cost: Cost) -> bytes:
    """Stretch a passphrase with Argon2id, so that every guess costs time and memory.

    Parameters
    ----------
    passphrase : any text; written in another Unicode form it gives the same bytes (NFKC)
    salt : the slot's 16 random bytes
    cost : within floor and ceiling

    Returns
    -------
    bytes : 32 bytes, the root

    Raises
    ------
    BadCost : the cost is out of range; nothing has been stretched then
    CannotOpen : the salt is not 16 bytes long, so the slot was changed
    TypeError : the passphrase is not text, the salt is not bytes, or the cost is not a ``Cost``

    Source
    ------
    RFC 9106 (Argon2id, version 1.3); Unicode Standard Annex 15 (NFKC); vault specification, section 5.

    Examples
    --------
    >>> stretch("river lamp copper nine walnut", salt=bytes(16), cost=Cost(lanes=9))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    troth.vault.errors.BadCost: Passphrase cost out of range: ...
    """
    check_cost(cost)
    secret, salt = utf8(folded(passphrase)), as_bytes(salt)
    if len(salt) != SALT:
        raise CannotOpen
    return Argon2id(
        salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    ).derive(secret)


def passphrase_key(passphrase: str, *, salt: bytes, cost: Cost, host_key: Key) -> Key:
    """Make the key that opens a passphrase slot: from the passphrase and the host key together.

    Parameters
    ----------
    passphrase : any text
    salt : the slot's 16 random bytes
    cost : within floor and ceiling
    host_key : the 32 bytes that are never in the database

    Returns
    -------
    Key : the opening key of the slot

    Raises
    ------
    BadCost : the cost is out of range; nothing has been stretched then
    CannotOpen : the salt is not 16 bytes long, so the slot was changed
    TypeError : an argument is of another type

    Source
    ------
    Vault specification, section 5, "Passphrase".

    Examples
    --------
    >>> words = "river lamp copper nine walnut"
    >>> passphrase_key(words, salt=bytes(16), cost=Cost(), host_key=Key(bytes(32)))
    Key(…)
    """
    host = raw_of(host_key)
    return Key(derive(stretch(passphrase, salt=salt, cost=cost), "passphrase", salt=host))
