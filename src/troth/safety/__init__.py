"""Whom to call, by country; how old an entry is. Pure."""

from troth.safety.countries import country_of, name_of
from troth.safety.gate import Gate, Rule, Sign, gate
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
    "Gate",
    "Helpline",
    "Rule",
    "Sign",
    "Silent",
    "Text",
    "UnknownCountry",
    "age_of",
    "countries",
    "country_of",
    "gate",
    "helplines",
    "name_of",
]
