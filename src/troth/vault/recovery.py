"""The recovery code: the way in that needs neither name nor passphrase nor host key."""

from troth.vault import chance
from troth.vault.codes import RECOVERY_BYTES, read_code, write_code
from troth.vault.derive import derive
from troth.vault.keys import Key


def new_recovery_code() -> str:
    """Draw a recovery code.

    Parameters
    ----------
    none

    Returns
    -------
    str : 34 signs in groups of five, 160 random bits and two check characters

    Raises
    ------
    nothing

    Source
    ------
    Vault specification, section 5, "Recovery code".

    Examples
    --------
    >>> len(new_recovery_code())
    40
    """
    return write_code(chance.random_bytes(RECOVERY_BYTES))


def recovery_key(text: str) -> Key:
    """Make the key that opens a recovery slot from the code as it was typed.

    Parameters
    ----------
    text : the code; hyphens, spaces and case do not matter

    Returns
    -------
    Key : the opening key of the slot

    Raises
    ------
    BadCode : another sign, a wrong length, or the check characters do not fit
    TypeError : ``text`` is not text

    Source
    ------
    Vault specification, section 5, "Recovery code".

    Examples
    --------
    >>> recovery_key("00000-00000-00000-00000-00000-00000-0000")
    Key(…)
    """
    return Key(derive(read_code(text, size=RECOVERY_BYTES), "recovery"))


def recovery_lookup(text: str) -> bytes:
    """Make the value by which the slot of a recovery code is found.

    Parameters
    ----------
    text : the code; hyphens, spaces and case do not matter

    Returns
    -------
    bytes : 16 bytes that tell nothing about the code or its key

    Raises
    ------
    BadCode : another sign, a wrong length, or the check characters do not fit
    TypeError : ``text`` is not text

    Source
    ------
    Vault specification, section 5, "Recovery code".

    Examples
    --------
    >>> recovery_lookup("00000-00000-00000-00000-00000-00000-0000").hex()
    'bc6456cea01e272e17c8a21a53eaae35'
    """
    return derive(read_code(text, size=RECOVERY_BYTES), "recovery lookup", size=16)
