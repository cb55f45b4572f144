"""What comes from the host key: 32 bytes in a file of their own, never in the database or a backup."""

import re
from hmac import digest

from troth.vault.derive import derive
from troth.vault.errors import BadCode
from troth.vault.inputs import folded, raw_of, utf8
from troth.vault.keys import Key

_written = re.compile("[0-9a-f]{64}\n?").fullmatch


def write_host_key(host_key: Key) -> str:
    """Write a host key the way its file holds it.

    Parameters
    ----------
    host_key : the host key

    Returns
    -------
    str : one line of 64 lower-case hex signs

    Raises
    ------
    TypeError : ``host_key`` is not a ``Key``

    Source
    ------
    Vault specification, section 6.

    Examples
    --------
    >>> len(write_host_key(Key(bytes(32))))
    65
    """
    return raw_of(host_key).hex() + "\n"


def read_host_key(text: str) -> Key:
    """Read the host key from the text of its file.

    Parameters
    ----------
    text : one line of 64 lower-case hex signs, with or without its end of line

    Returns
    -------
    Key : the host key

    Raises
    ------
    BadCode : the text is anything else
    TypeError : ``text`` is not text

    Source
    ------
    Vault specification, section 6.

    Examples
    --------
    >>> read_host_key(write_host_key(Key(bytes(32)))) == Key(bytes(32))
    True
    """
    if not isinstance(text, str):
        raise TypeError(f"read_host_key: got {type(text).__name__}, expected text.")
    if not _written(text):
        raise BadCode
    return Key(bytes.fromhex(text.strip()))


def host_check(host_key: Key) -> bytes:
    """Make the value by which a database knows its host key.

    Parameters
    ----------
    host_key : the host key

    Returns
    -------
    bytes : 16 bytes that tell nothing about the key

    Raises
    ------
    TypeError : ``host_key`` is not a ``Key``

    Source
    ------
    Vault specification, section 6.

    Examples
    --------
    >>> len(host_check(Key(bytes(32))))
    16
    """
    return derive(raw_of(host_key), "host check", size=16)


def name_tag(host_key: Key, name: str) -> bytes:
    """Make the tag by which a sign-in name is found, so that the database does not say who is in it.

    Parameters
    ----------
    host_key : the host key
    name : the sign-in name; case, width and blanks around it do not matter

    Returns
    -------
    bytes : 32 bytes

    Raises
    ------
    TypeError : ``host_key`` is not a ``Key`` or ``name`` is not text

    Source
    ------
    Vault specification, section 6; Unicode Standard Annex 15 (NFKC); RFC 2104 (HMAC).

    Examples
    --------
    >>> name_tag(Key(bytes(32)), "Ada") == name_tag(Key(bytes(32)), " ada ")
    True
    """
    same = folded(name).casefold().strip()
    return digest(derive(raw_of(host_key), "host names"), utf8(same), "sha256")


def limits_key(host_key: Key) -> Key:
    """Make the key of the rate-limit rows.

    Parameters
    ----------
    host_key : the host key

    Returns
    -------
    Key : for keyed hashes of names and networks

    Raises
    ------
    TypeError : ``host_key`` is not a ``Key``

    Source
    ------
    Vault specification, section 6.

    Examples
    --------
    >>> limits_key(Key(bytes(32))) == addresses_key(Key(bytes(32)))
    False
    """
    return Key(derive(raw_of(host_key), "host limits"))


def addresses_key(host_key: Key) -> Key:
    """Make the key that seals the addresses to which notices go. The host can open these.

    Parameters
    ----------
    host_key : the host key

    Returns
    -------
    Key : to seal and open address records

    Raises
    ------
    TypeError : ``host_key`` is not a ``Key``

    Source
    ------
    Vault specification, section 6.

    Examples
    --------
    >>> addresses_key(Key(bytes(32)))
    Key(…)
    """
    return Key(derive(raw_of(host_key), "host addresses"))
