"""An instrument as a FHIR R4B Questionnaire: reverse keys live in the weights, scores guard their completeness."""

from collections.abc import Iterator
from datetime import date as Day

from troth.instruments.fhir.codes import (
    BASE,
    CORE,
    LOINC,
    LOINC_NOTICE,
    SCORE,
    SDC,
    Json,
    canonical,
    day_text,
    is_loinc_used,
    item_code,
    option_code,
    score_code,
    title,
)
from troth.instruments.model import Instrument, Item, Option, Subscale
from troth.instruments.wording import item_text, named


def questionnaire(instrument: Instrument, *, date: Day | str, base: str = BASE) -> Json:
    """Write an instrument as a Questionnaire.

    Parameters
    ----------
    instrument : what to write
    date : the day it was last changed
    base : where our resources live

    Returns
    -------
    dict : a FHIR R4B Questionnaire, ready for JSON. Texts that name a person say "this person"

    Raises
    ------
    ValueError : ``date`` is text that is not a day

    Source
    ------
    FHIR R4B, Questionnaire; SDC 3.0, calculated expressions and weights; specification of questionnaires, section 11.

    Examples
    --------
    >>> from troth.instruments import load
    >>> form = questionnaire(load("phq-2"), date="2026-11-22")
    >>> form["status"], [item["linkId"] for item in form["item"]]
    ('active', ['1', '2', 'score-total'])
    """
    form: Json = {
        "resourceType": "Questionnaire",
        "id": instrument.id,
        "url": canonical(instrument, base),
        "version": instrument.version,
        "name": "".join(part.capitalize() for part in instrument.id.split("-")),
        "title": title(instrument),
        "status": "draft" if is_unread(instrument) else "active",
        "experimental": not instrument.validated,
        "subjectType": ["Patient"],
        "date": day_text(date),
        "description": _description(instrument),
        "copyright": _copyright(instrument),
    }
    if instrument.loinc_panel:
        form["code"] = [{"system": LOINC, "code": instrument.loinc_panel}]
    form["item"] = [
        *(_item(instrument, item, base) for item in instrument.items),
        *(_score(instrument, scale, base) for scale in instrument.subscales),
    ]
    return form


def is_unread(instrument: Instrument) -> bool:
    """Whether anything in the definition still waits to be read in its source."""
    return "verify" in set(_certainties(instrument))


def _certainties(instrument: Instrument) -> Iterator[str | None]:
    yield instrument.licence.certainty
    yield instrument.loinc_certainty
    yield from (norm.certainty for norm in instrument.norms)
    yield from (rule.certainty for rule in instrument.change)
    yield from (cut.certainty for cut in instrument.cutoffs)
    for one in instrument.reliability:
        yield one.certainty
        yield one.sd_certainty


def _description(instrument: Instrument) -> str:
    parts = (instrument.about, instrument.notice, instrument.instructions, instrument.stem)
    return named(" ".join(part for part in parts if part))


def _copyright(instrument: Instrument) -> str:
    licence = instrument.licence
    parts = [licence.grant or licence.attribution or licence.name, licence.notice]
    if licence.grant and licence.attribution:
        parts.append(licence.attribution)
    if is_loinc_used(instrument):
        parts.append(LOINC_NOTICE)
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)


def _item(instrument: Instrument, item: Item, base: str) -> Json:
    return {
        "linkId": str(item.no),
        "code": [item_code(instrument, item, base)],
        "text": item_text(instrument, item.no),
        "type": "choice",
        "required": False,
        "answerOption": [_option(instrument, item, option, base) for option in item.options],
    }


def _option(instrument: Instrument, item: Item, option: Option, base: str) -> Json:
    points = instrument.plan.items[item.no].points[option.value]
    return {
        "extension": [
            {"url": f"{CORE}/ordinalValue", "valueDecimal": points},
            {"url": f"{CORE}/itemWeight", "valueDecimal": points},
        ],
        "valueCoding": option_code(instrument, item, option, base),
    }


def _score(instrument: Instrument, scale: Subscale, base: str) -> Json:
    return {
        "extension": [
            {
                "url": f"{SDC}/sdc-questionnaire-calculatedExpression",
                "valueExpression": {"language": "text/fhirpath", "expression": expression(scale)},
            }
        ],
        "linkId": f"{SCORE}{scale.id}",
        "code": [score_code(instrument, scale, base)],
        "text": scale.title,
        "type": "decimal",
        "required": False,
        "readOnly": True,
    }


def expression(scale: Subscale) -> str:
    """Write a score as FHIRPath. `sum()` takes a missing item as nothing, so the answers are counted first."""
    ids = "|".join(f"'{no}'" for no in scale.items)
    count = len(scale.items)
    answered = f"%resource.repeat(item).where(linkId in ({ids}) and answer.exists()).count() = {count}"
    total = f"%resource.repeat(item).where(linkId in ({ids})).answer.value.weight().sum()"
    if scale.missing.rule == "any":
        return f"iif({total} > 0 or {answered}, {total}, {{}})"
    if scale.method == "mean":
        return f"iif({answered}, {total} / {count}, {{}})"
    if scale.factor != 1:
        return f"iif({answered}, {total} * {scale.factor}, {{}})"
    return f"iif({answered}, {total}, {{}})"
