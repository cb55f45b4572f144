"""Whom to call, by country; how old an entry is. Pure."""

from troth.safety.countries import country_of, name_of
from troth.safety.helplines import (
    Age,
    Country,
    Emergency,
    Helpline,
    Silent,
    Text,
    UnknownCountry,
    age_of,
    countries,
    helplines,
)

__all__ = [
    "Age",
    "Country",
    "Emergency",
    "Helpline",
    "Silent",
    "Text",
    "UnknownCountry",
    "age_of",
    "countries",
    "country_of",
    "helplines",
    "name_of",
]
