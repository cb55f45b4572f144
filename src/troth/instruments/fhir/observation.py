"""Scores as FHIR R4B Observations, one a subscale; a refused one says that it was not performed."""

from datetime import datetime

from troth.instruments.fhir.codes import BASE, TERMS, UCUM, Json, moment_text, score_code
from troth.instruments.fhir.response import own_identifier
from troth.instruments.model import Instrument, Subscale
from troth.instruments.scores import Score, Scores


def observations(
    instrument: Instrument,
    scores: Scores,
    *,
    authored: datetime | str,
    base: str = BASE,
    subject: str | None = None,
    ident: str | None = None,
) -> list[Json]:
    """Write scores as Observations.

    Parameters
    ----------
    instrument : what was answered
    scores : of one filled-in form
    authored : when it was filled in, with its time zone
    base : where our resources live
    subject : a reference to who answered, like ``Patient/7``
    ident : the id of the QuestionnaireResponse they come from, if it has one

    Returns
    -------
    list : one FHIR R4B Observation a subscale, in their order

    Raises
    ------
    ValueError : ``authored`` has no time zone, or is text that is not a moment

    Source
    ------
    FHIR R4B, Observation; specification of questionnaires, section 11.

    Examples
    --------
    >>> from troth.instruments import load, score
    >>> sheet = load("phq-2")
    >>> found, = observations(sheet, score(sheet, {1: 1, 2: 2}), authored="2026-11-22T18:30:00Z")
    >>> found["valueQuantity"]["value"], found["note"][0]["text"]
    (3, 'sum; 2 of 2 answered; band: at-or-above (Kroenke et al. 2009)')
    """
    at = moment_text(authored)
    come_from: Json = {"type": "QuestionnaireResponse", "identifier": own_identifier(instrument, at, base)}
    if ident is not None:
        come_from = {"reference": f"QuestionnaireResponse/{ident}"}
    return [
        _observation(instrument, scale, scores.subscales[scale.id], at, base, subject)
        | {"derivedFrom": [come_from]}
        for scale in instrument.subscales
    ]


def _observation(
    instrument: Instrument, scale: Subscale, score: Score, at: str, base: str, subject: str | None
) -> Json:
    found: Json = {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [{"system": f"{TERMS}/observation-category", "code": "survey"}]}],
        "code": {
            "coding": [score_code(instrument, scale, base)],
            "text": f"{instrument.title}: {scale.title}",
        },
    }
    if subject is not None:
        found["subject"] = {"reference": subject}
    found["effectiveDateTime"] = at
    if score.value is None:
        absent = {"system": f"{TERMS}/data-absent-reason", "code": "not-performed"}
        found["dataAbsentReason"] = {"coding": [absent]}
    else:
        found["valueQuantity"] = {"value": score.value, "unit": "{score}", "system": UCUM, "code": "{score}"}
    found["note"] = [{"text": text} for text in _notes(instrument, scale, score)]
    return found


def _notes(instrument: Instrument, scale: Subscale, score: Score) -> list[str]:
    parts = [score.method or score.missing_reason or "", f"{score.answered} of {score.of} answered"]
    if score.band is not None:
        cuts = [cut for cut in instrument.cutoffs if (cut.subscale, cut.id) == (scale.id, score.band)]
        parts.append(f"band: {score.band} ({cuts[0].source})")
    notes = ["; ".join(parts)]
    return [*notes, instrument.notice] if instrument.notice else notes
