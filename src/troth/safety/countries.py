"""The country of a time zone, from the table that comes with the time zones themselves."""

from functools import cache
from importlib.resources import files

# Where the table's own name is not what people look for.
FAMILIAR = {"GB": "United Kingdom", "KR": "South Korea"}


def country_of(zone: str) -> str | None:
    """Say which country a time zone lies in.

    Parameters
    ----------
    zone : a name like ``Europe/Berlin``

    Returns
    -------
    str or None : ISO 3166-1 alpha-2; None for zones of no country, like ``UTC``, and for unknown ones

    Raises
    ------
    Nothing.

    Source
    ------
    ``zone.tab`` of the IANA time zone database, public domain, from the wheel ``tzdata``.

    Examples
    --------
    >>> country_of("Europe/London"), country_of("America/Toronto"), country_of("UTC")
    ('GB', 'CA', None)
    """
    return _table().get(zone)


def name_of(country: str) -> str:
    """Name a country in English.

    Parameters
    ----------
    country : ISO 3166-1 alpha-2

    Returns
    -------
    str : its name, or the code itself where it is unknown

    Raises
    ------
    Nothing.

    Source
    ------
    ``iso3166.tab`` of the IANA time zone database, public domain, from the wheel ``tzdata``.

    Examples
    --------
    >>> name_of("NZ"), name_of("XX")
    ('New Zealand', 'XX')
    """
    return FAMILIAR.get(country) or _names().get(country, country)


@cache
def _names() -> dict[str, str]:
    text = files("tzdata.zoneinfo").joinpath("iso3166.tab").read_text(encoding="utf-8")
    return dict(line.split("\t", 1) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _table() -> dict[str, str]:
    text = files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[2]: row[0] for row in rows}
