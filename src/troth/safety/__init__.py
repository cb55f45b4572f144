"""Whom to call, by country; how old an entry is. Pure."""

from troth.safety.countries import country_of, name_of
from troth.safety.gate import (
    LAST_ANSWERS,
    LAST_DAYS,
    SIGN_KINDS,
    STATES,
    Gate,
    Rule,
    Sign,
    SignKind,
    State,
    Toward,
    gate,
)
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
    "LAST_ANSWERS",
    "LAST_DAYS",
    "SIGN_KINDS",
    "STATES",
    "Age",
    "Country",
    "Emergency",
    "Gate",
    "Helpline",
    "Rule",
    "Sign",
    "SignKind",
    "Silent",
    "State",
    "Text",
    "Toward",
    "UnknownCountry",
    "age_of",
    "countries",
    "country_of",
    "gate",
    "helplines",
    "name_of",
]
