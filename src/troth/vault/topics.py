"""Blind topics: equal entries can be found by equality, and what they are about stays sealed."""

from collections.abc import Iterable
from hmac import digest
from uuid import UUID

from troth.vault.identities import from_account
from troth.vault.keys import Key
from troth.vault.lines import identifier, maybe, word

SIZE = 16


def topic_tag(account_key: Key, *, bond: UUID | None, practice: str) -> bytes:
    """Make the blind tag of a practice for one person in one bond.

    Parameters
    ----------
    account_key : the person's account key
    bond : the identifier of the bond, or None
    practice : the name of the practice, of ``a-z 0-9 . _ : -``

    Returns
    -------
    bytes : 16 bytes; other people, bonds and practices have other ones

    Raises
    ------
    ValueError : ``practice`` holds another sign or is empty, or ``bond`` is not a UUID
    TypeError : ``account_key`` is not a ``Key``

    Source
    ------
    Vault specification, section 7, "Blind topic".

    Examples
    --------
    >>> len(topic_tag(Key(bytes(32)), bond=None, practice="promises"))
    16
    """
    return topic_tags(account_key, bond, (practice,))[practice]


def topic_tags(account_key: Key, bond: UUID | None, practices: Iterable[str]) -> dict[str, bytes]:
    """Make the blind tags of many practices, deriving the topic key once.

    Parameters
    ----------
    account_key : the person's account key
    bond : the identifier of the bond, or None
    practices : names of practices

    Returns
    -------
    dict[str, bytes] : name of practice to its 16 bytes

    Raises
    ------
    ValueError : a name holds another sign or is empty, or ``bond`` is not a UUID
    TypeError : ``account_key`` is not a ``Key``

    Source
    ------
    Vault specification, section 7, "Blind topic".

    Examples
    --------
    >>> sorted(topic_tags(Key(bytes(32)), None, ["wins", "promises"]))
    ['promises', 'wins']
    """
    key = topic_key(account_key).raw
    begin = f"troth/1|topic|{maybe(identifier, bond)}|"
    return {
        name: digest(key, (begin + word(name, empty=False)).encode(), "sha256")[:SIZE] for name in practices
    }


def topic_key(account_key: Key) -> Key:
    """The key of all blind tags of a person."""
    return Key(from_account(account_key, "topic"))
