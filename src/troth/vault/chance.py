"""The one source of chance in the whole program. Tests replace this one function."""

import secrets


def random_bytes(n: int) -> bytes:
    """Draw bytes that nobody can foresee.

    Parameters
    ----------
    n : how many bytes, 0 or more

    Returns
    -------
    bytes : ``n`` bytes from the operating system's generator

    Raises
    ------
    ValueError : ``n`` is not a whole number of 0 or more

    Source
    ------
    Vault specification, section 14: the room's one ``random_bytes``.

    Examples
    --------
    >>> len(random_bytes(32))
    32
    """
    if type(n) is not int or n < 0:
        raise ValueError("random_bytes: expected a whole number of 0 or more.")
    return secrets.token_bytes(n)
