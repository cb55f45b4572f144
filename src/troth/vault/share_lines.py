"""The context lines of what one person shares with another."""

from datetime import date
from uuid import UUID

from troth.vault.lines import day, identifier, maybe, number, word


def share_copy_line(*, share: UUID, owner: UUID, receiver: UUID, scope: str, expires: date | None) -> str:
    """Write the line of a shared copy.

    Parameters
    ----------
    share, owner, receiver : identifiers of the share and of the two people
    scope : what kind of share it is: ``copy``
    expires : its last day, or None

    Returns
    -------
    str : ``troth/1|share-copy|share|owner|receiver|scope|expires``

    Raises
    ------
    ValueError : a part is of another type or holds another sign

    Source
    ------
    Vault specification, section 4.

    Examples
    --------
    >>> one = UUID(int=1)
    >>> share_copy_line(share=one, owner=one, receiver=one, scope="copy", expires=date(2027, 1, 31))[-17:]
    '1|copy|2027-01-31'
    """
    return f"troth/1|share-copy|{share_parts(share, owner, receiver, scope, expires)}"


def share_line(*, share: UUID, owner: UUID, receiver: UUID, scope: str, expires: date | None) -> str:
    """Write the line under which the key of a copy is sent to the receiver.

    Parameters
    ----------
    share, owner, receiver : identifiers of the share and of the two people
    scope : what kind of share it is: ``copy``
    expires : its last day, or None

    Returns
    -------
    str : ``troth/1|share|share|owner|receiver|scope|expires``

    Raises
    ------
    ValueError : a part is of another type or holds another sign

    Source
    ------
    Vault specification, section 4.

    Examples
    --------
    >>> one = UUID(int=1)
    >>> share_line(share=one, owner=one, receiver=one, scope="copy", expires=None)[-7:]
    '1|copy|'
    """
    return f"troth/1|share|{share_parts(share, owner, receiver, scope, expires)}"


def share_owner_line(*, share: UUID, owner: UUID, generation: int) -> str:
    """Write the line under which the owner keeps the key of a copy.

    Parameters
    ----------
    share, owner : identifiers of the share and of its owner
    generation : the number of the owner's account key

    Returns
    -------
    str : ``troth/1|share-owner|share|owner|generation``

    Raises
    ------
    ValueError : a part is of another type or out of range

    Source
    ------
    Vault specification, section 4.

    Examples
    --------
    >>> share_owner_line(share=UUID(int=1), owner=UUID(int=2), generation=3)[:22]
    'troth/1|share-owner|00'
    """
    return f"troth/1|share-owner|{identifier(share)}|{identifier(owner)}|{number(generation)}"


def share_parts(share: UUID, owner: UUID, receiver: UUID, scope: str, expires: date | None) -> str:
    """The five parts that every line about one share has."""
    people = f"{identifier(share)}|{identifier(owner)}|{identifier(receiver)}"
    return f"{people}|{word(scope, empty=False)}|{maybe(day, expires)}"
