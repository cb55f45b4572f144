"""The context lines of a person's own rows: every clear column that gives a sealed row its meaning.

Table names are frozen words here, not the database's: renaming a table must not lock anyone out.
"""

from datetime import date, datetime
from uuid import UUID

from troth.vault.lines import day, hexadecimal, identifier, maybe, moment, number, word
from troth.vault.passphrases import Cost


def entry_line(
    *,
    id: UUID,
    owner: UUID,
    bond: UUID | None,
    sequence: int,
    topic: bytes,
    due: datetime | None,
    version: int,
    generation: int,
) -> str:
    """Write the line of an entry.

    Parameters
    ----------
    id, owner, bond : identifiers; ``bond`` may be None
    sequence, version, generation : whole numbers from 0 to 2^53 - 1
    topic : the blind topic tag, 16 bytes
    due : a moment in whole seconds with a time zone, from 1970 on, or None

    Returns
    -------
    str : ``troth/1|entry|id|owner|bond|sequence|topic|due|version|generation``

    Raises
    ------
    ValueError : a part is of another type or out of range

    Source
    ------
    Vault specification, section 4.

    Examples
    --------
    >>> one = UUID(int=1)
    >>> rest = dict(bond=None, sequence=4, topic=b"t", due=None, version=1, generation=1)
    >>> entry_line(id=one, owner=one, **rest)[-13:]
    '01||4|74||1|1'
    """
    # one f-string, because this runs once for every entry on a page
    return (
        f"troth/1|entry|{identifier(id)}|{identifier(owner)}|{maybe(identifier, bond)}|{number(sequence)}"
        f"|{hexadecimal(topic)}|{maybe(moment, due)}|{number(version)}|{number(generation)}"
    )


def record_line(
    *, table: str, id: UUID, owner: UUID, bond: UUID | None, version: int | None, generation: int
) -> str:
    """Write the line of any other private row.

    Parameters
    ----------
    table : the frozen name of the table, of ``a-z 0-9 . _ : -``
    id, owner, bond : identifiers; ``bond`` may be None
    version, generation : whole numbers from 0 to 2^53 - 1; ``version`` may be None

    Returns
    -------
    str : ``troth/1|record|table|id|owner|bond|version|generation``

    Raises
    ------
    ValueError : a part is of another type, out of range, or holds another sign

    Source
    ------
    Vault specification, section 4.

    Examples
    --------
    >>> one = UUID(int=1)
    >>> record_line(table="person", id=one, owner=one, bond=None, version=2, generation=1)[:22]
    'troth/1|record|person|'
    """
    return (
        f"troth/1|record|{word(table, empty=False)}|{identifier(id)}|{identifier(owner)}"
        f"|{maybe(identifier, bond)}|{maybe(number, version)}|{number(generation)}"
    )


def slot_line(
    *,
    method: str,
    id: UUID,
    person: UUID,
    cost: Cost | None,
    scope: str,
    expires: date | None,
    generation: int,
) -> str:
    """Write the line of a way in.

    Parameters
    ----------
    method : ``passphrase``, ``recovery`` or ``token``
    id, person : identifiers of the slot and of the person
    cost : the cost of stretching, or None where there is no passphrase (written as 0, 0, 0)
    scope : ``read`` or ``write`` for a token, else empty
    expires : the last day of a token, else None
    generation : the number of the account key

    Returns
    -------
    str : ``troth/1|slot|method|id|person|memory|passes|lanes|scope|expires|generation``

    Raises
    ------
    ValueError : a part is of another type, out of range, or holds another sign

    Source
    ------
    Vault specification, sections 4 and 5.

    Examples
    --------
    >>> one = UUID(int=1)
    >>> rest = dict(scope="", expires=None, generation=1)
    >>> slot_line(method="passphrase", id=one, person=one, cost=Cost(), **rest)[-17:]
    '001|65536|3|1|||1'
    """
    if cost is not None and not isinstance(cost, Cost):
        raise ValueError("part of a context line: expected a Cost or None.")
    memory, passes, lanes = (cost.memory_kib, cost.passes, cost.lanes) if cost else (0, 0, 0)
    return (
        f"troth/1|slot|{word(method, empty=False)}|{identifier(id)}|{identifier(person)}"
        f"|{number(memory)}|{number(passes)}|{number(lanes)}"
        f"|{word(scope)}|{maybe(day, expires)}|{number(generation)}"
    )


def session_line(*, id: UUID, person: UUID, generation: int) -> str:
    """Write the line of a session.

    Parameters
    ----------
    id, person : identifiers of the session and of the person
    generation : the number of the account key

    Returns
    -------
    str : ``troth/1|session|id|person|generation``

    Raises
    ------
    ValueError : a part is of another type or out of range

    Source
    ------
    Vault specification, section 4.

    Examples
    --------
    >>> session_line(id=UUID(int=1), person=UUID(int=2), generation=3)[-6:]
    '0002|3'
    """
    return f"troth/1|session|{identifier(id)}|{identifier(person)}|{number(generation)}"


def note_line(*, table: str, id: UUID, person: UUID, generation: int) -> str:
    """Write the line of a note to a person who is locked.

    Parameters
    ----------
    table : the frozen name of the table: ``draft`` or ``access``
    id, person : identifiers of the row and of the person who may read it
    generation : the number of that person's account key

    Returns
    -------
    str : ``troth/1|note|table|id|person|generation``

    Raises
    ------
    ValueError : a part is of another type, out of range, or holds another sign

    Source
    ------
    Vault specification, section 4.

    Examples
    --------
    >>> note_line(table="draft", id=UUID(int=1), person=UUID(int=2), generation=3)[:20]
    'troth/1|note|draft|0'
    """
    return (
        f"troth/1|note|{word(table, empty=False)}|{identifier(id)}|{identifier(person)}|{number(generation)}"
    )
