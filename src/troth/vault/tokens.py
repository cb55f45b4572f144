"""API tokens: a slot's identifier and a secret in one piece of text."""

from uuid import UUID

from troth.vault import chance
from troth.vault.codes import read_pair, write_pair
from troth.vault.derive import derive
from troth.vault.errors import BadCode
from troth.vault.keys import Key

BEGIN = "troth_"


def new_token(slot_id: UUID) -> str:
    """Draw a token for a slot.

    Parameters
    ----------
    slot_id : the identifier of the slot that the token opens

    Returns
    -------
    str : 70 signs: ``troth_`` and base64url of the identifier and 32 random bytes

    Raises
    ------
    ValueError : ``slot_id`` is not a UUID

    Source
    ------
    Vault specification, section 5, "API token".

    Examples
    --------
    >>> len(new_token(UUID(int=1)))
    70
    """
    return BEGIN + write_pair(slot_id, chance.random_bytes(32))


def token_key(text: str) -> Key:
    """Make the key that opens a token's slot.

    Parameters
    ----------
    text : the token

    Returns
    -------
    Key : the opening key of the slot

    Raises
    ------
    BadCode : the text does not have the form of a token
    TypeError : ``text`` is not text

    Source
    ------
    Vault specification, section 5, "API token".

    Examples
    --------
    >>> token_key("troth_" + 64 * "A")
    Key(…)
    """
    return Key(derive(_read(text)[1], "token"))


def token_slot(text: str) -> UUID:
    """Say which slot a token opens.

    Parameters
    ----------
    text : the token

    Returns
    -------
    UUID : the identifier of the slot

    Raises
    ------
    BadCode : the text does not have the form of a token
    TypeError : ``text`` is not text

    Source
    ------
    Vault specification, section 5, "API token".

    Examples
    --------
    >>> token_slot("troth_" + 64 * "A").int
    0
    """
    return _read(text)[0]


def _read(text: str) -> tuple[UUID, bytes]:
    if not isinstance(text, str):
        raise TypeError("token: expected text.")
    if not text.startswith(BEGIN):
        raise BadCode
    return read_pair(text.removeprefix(BEGIN))
