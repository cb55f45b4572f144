"""The addresses and codes that every FHIR resource of ours uses."""

import re
from datetime import date, datetime

from troth.instruments.model import Instrument, Item, Option, Subscale

BASE = "https://troth.example/fhir"
LOINC = "http://loinc.org"
UCUM = "http://unitsofmeasure.org"
TERMS = "http://terminology.hl7.org/CodeSystem"
CORE = "http://hl7.org/fhir/StructureDefinition"
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition"
SCORE = "score-"
LOINC_NOTICE = (
    "This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. "
    "and the LOINC Committee, and is available at no cost under the license at http://loinc.org/license."
)
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
MOMENT = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?)?)?")

Json = dict[str, object]


def own_system(base: str) -> str:
    """Where our own codes are from."""
    return f"{base}/CodeSystem/instruments"


def canonical(instrument: Instrument, base: str) -> str:
    """The address of an instrument's Questionnaire, without its version."""
    return f"{base}/Questionnaire/{instrument.id}"


def item_code(instrument: Instrument, item: Item, base: str) -> Json:
    """What a question is called: LOINC where listed, else ours."""
    if item.loinc:
        return {"system": LOINC, "code": item.loinc}
    return {"system": own_system(base), "code": f"{instrument.id}.{item.no}"}


def option_code(instrument: Instrument, item: Item, option: Option, base: str) -> Json:
    """What an answer is called. The code stays the raw answer also where the points are turned round."""
    display = option.label or str(option.value)
    if option.loinc:
        return {"system": LOINC, "code": option.loinc, "display": display}
    return {
        "system": own_system(base),
        "code": f"{instrument.id}.{item.no}.{option.value}",
        "display": display,
    }


def score_code(instrument: Instrument, scale: Subscale, base: str) -> Json:
    """What a score is called."""
    if scale.loinc:
        return {"system": LOINC, "code": scale.loinc, "display": scale.title}
    return {"system": own_system(base), "code": f"{instrument.id}.{scale.id}", "display": scale.title}


def title(instrument: Instrument) -> str:
    """The title, with what it is not."""
    return instrument.title if instrument.validated else f"{instrument.title} (not a validated scale)"


def day_text(on: date | str) -> str:
    """Write a day as FHIR does."""
    if isinstance(on, datetime):
        on = on.date()
    text = on if isinstance(on, str) else on.isoformat()
    if not DAY.fullmatch(text):
        raise ValueError("expected a day, like 2026-11-22")
    return text


def moment_text(at: datetime | str) -> str:
    """Write a moment as FHIR does.

    Parameters
    ----------
    at : a moment with its time zone, or text that FHIR would take

    Returns
    -------
    str : the moment, to the second; text stays as it is

    Raises
    ------
    ValueError : no time zone, or text that is not a moment

    Source
    ------
    FHIR R4B, dateTime.

    Examples
    --------
    >>> from datetime import UTC
    >>> moment_text(datetime(2026, 11, 22, 18, 30, tzinfo=UTC))
    '2026-11-22T18:30:00Z'
    """
    if isinstance(at, datetime):
        if at.tzinfo is None:
            raise ValueError("expected a moment with its time zone")
        return at.isoformat(timespec="seconds").replace("+00:00", "Z")
    if not MOMENT.fullmatch(at):
        raise ValueError("expected a moment, like 2026-11-22T18:30:00Z")
    return at


def is_loinc_used(instrument: Instrument) -> bool:
    """Whether any code of LOINC stands in the instrument's resources."""
    codes = [instrument.loinc_panel, *(scale.loinc for scale in instrument.subscales)]
    for item in instrument.items:
        codes += [item.loinc, *(option.loinc for option in item.options)]
    return any(codes)
