"""Which journal mode SQLite may use: a pure rule over the library's version."""


def journal_mode(version: tuple[int, int, int]) -> str:
    """Choose ``wal`` only where the WAL-reset fault is mended, else ``truncate``.

    Parameters
    ----------
    version : the library's version, three whole numbers

    Returns
    -------
    str : ``"wal"`` or ``"truncate"``. Never DELETE (its removed journal can come back) and never PERSIST
    (it keeps erased keys readable)

    Source
    ------
    sqlite.org, "The WAL-reset bug": mended in 3.51.3, 3.50.7 and 3.44.6; 3.52.0 was withdrawn.

    Examples
    --------
    >>> journal_mode((3, 40, 1)), journal_mode((3, 51, 3)), journal_mode((3, 52, 0))
    ('truncate', 'wal', 'truncate')
    """
    mended = (
        (version >= (3, 51, 3) and version != (3, 52, 0))
        or (3, 50, 7) <= version < (3, 51, 0)
        or (3, 44, 6) <= version < (3, 45, 0)
    )
    return "wal" if mended else "truncate"
