"""Identifiers: random, so that they tell neither the time nor an order."""

from uuid import UUID

from troth.vault import chance


def new_id() -> UUID:
    """Draw a new identifier.

    Parameters
    ----------
    none

    Returns
    -------
    UUID : version 4, with 122 random bits

    Raises
    ------
    nothing

    Source
    ------
    Vault specification, section 8: random UUID4, because UUID7 would tell the time; RFC 9562, section 5.4.

    Examples
    --------
    >>> new_id().version
    4
    """
    return UUID(bytes=chance.random_bytes(16), version=4)
