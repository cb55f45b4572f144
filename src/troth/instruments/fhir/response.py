"""One filled-in form as a FHIR QuestionnaireResponse, and back."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from troth.instruments.answers import read_answers
from troth.instruments.errors import BadResponse
from troth.instruments.fhir.codes import BASE, LOINC, SCORE, Json, canonical, moment_text, option_code
from troth.instruments.model import Instrument, Item
from troth.instruments.scores import Scores
from troth.instruments.wording import item_text

OWN = "/CodeSystem/instruments"


def questionnaire_response(
    instrument: Instrument,
    answers: Mapping[int | str, object],
    scores: Scores,
    *,
    authored: datetime | str,
    base: str = BASE,
    subject: str | None = None,
    ident: str | None = None,
    finished: bool = True,
) -> Json:
    """Write one filled-in form.

    Parameters
    ----------
    instrument : what was answered
    answers : item number to answer, as in ``read_answers``; blanks are left out
    scores : of these answers
    authored : when it was filled in, with its time zone
    base : where our resources live
    subject : a reference to who answered, like ``Patient/7``
    ident : the id of the resource, if it has one
    finished : False for a form that is not; a finished one may have blanks

    Returns
    -------
    dict : a FHIR R4B QuestionnaireResponse: the raw answers in order, then each score that has a value

    Raises
    ------
    BadAnswer : an answer that the instrument does not know
    ValueError : ``authored`` has no time zone, or is text that is not a moment

    Source
    ------
    FHIR R4B, QuestionnaireResponse; specification of questionnaires, section 11.

    Examples
    --------
    >>> from troth.instruments import load, score
    >>> sheet, answers = load("phq-2"), {1: 1, 2: 2}
    >>> found = questionnaire_response(sheet, answers, score(sheet, answers), authored="2026-11-22T18:30:00Z")
    >>> found["item"][2]
    {'linkId': 'score-total', 'text': 'Signs of low mood', 'answer': [{'valueDecimal': 3}]}
    """
    at = moment_text(authored)
    response: Json = {"resourceType": "QuestionnaireResponse"}
    if ident is not None:
        response["id"] = ident
    response["identifier"] = own_identifier(instrument, at, base)
    response["questionnaire"] = f"{canonical(instrument, base)}|{instrument.version}"
    response["status"] = "completed" if finished else "in-progress"
    if subject is not None:
        response["subject"] = {"reference": subject}
    response["authored"] = at
    read = read_answers(instrument, answers)
    items = [_answer(instrument, item, read[item.no], base) for item in instrument.items if item.no in read]
    response["item"] = [*items, *_scores(instrument, scores)]
    return response if response["item"] else {key: part for key, part in response.items() if key != "item"}


def own_identifier(instrument: Instrument, at: str, base: str) -> Json:
    """What a response is known by where it has no address."""
    return {"system": f"{base}/identifier/response", "value": f"{instrument.id}-{at}"}


def read_response(instrument: Instrument, response: Mapping[str, object]) -> dict[int, int]:
    """Read the answers back from a response of ours.

    Parameters
    ----------
    instrument : what was answered
    response : a QuestionnaireResponse as ``questionnaire_response`` writes it; scores in it are not looked at

    Returns
    -------
    dict : item number to raw answer, blanks left out

    Raises
    ------
    BadResponse : it answers another questionnaire, or holds an item or a code that this one does not have

    Source
    ------
    Specification of questionnaires, section 9.

    Examples
    --------
    >>> from troth.instruments import load, score
    >>> sheet, answers = load("hark"), {1: 0, 3: 1}
    >>> read_response(sheet, questionnaire_response(sheet, answers, score(sheet, answers), authored="2026-11-22"))
    {1: 0, 3: 1}
    """
    form = str(response.get("questionnaire", "")).partition("|")[0]
    if form.rpartition("/")[2] != instrument.id:
        raise BadResponse(f"questionnaire: expected {instrument.id}")
    items = {str(item.no): item for item in instrument.items}
    found: dict[int, int] = {}
    for link, answers in _all_answers(response):
        if link.startswith(SCORE):
            continue
        if link not in items:
            raise BadResponse(f"linkId: expected 1–{len(items)} and {SCORE}… only")
        item = items[link]
        if item.no in found or len(answers) > 1:
            raise BadResponse(f"item {link}: more than one answer")
        for answer in answers:
            found[item.no] = _value(instrument, item, answer)
    return {item.no: found[item.no] for item in instrument.items if item.no in found}


def _answer(instrument: Instrument, item: Item, value: int, base: str) -> Json:
    option = next(option for option in item.options if option.value == value)
    coding = option_code(instrument, item, option, base)
    return {
        "linkId": str(item.no),
        "text": item_text(instrument, item.no),
        "answer": [{"valueCoding": coding}],
    }


def _scores(instrument: Instrument, scores: Scores) -> Iterator[Json]:
    for scale in instrument.subscales:
        value = scores.subscales[scale.id].value
        if value is not None:
            yield {"linkId": f"{SCORE}{scale.id}", "text": scale.title, "answer": [{"valueDecimal": value}]}


def _all_answers(response: Mapping[str, object]) -> list[tuple[str, list[Mapping[str, object]]]]:
    try:
        return list(_answers(response))
    except RecursionError as error:
        raise BadResponse("item: nested too deep") from error


def _answers(part: Mapping[str, object]) -> Iterator[tuple[str, list[Mapping[str, object]]]]:
    """Walk through all items, nested ones too."""
    for item in _tables(part.get("item")):
        answers = _tables(item.get("answer"))
        yield str(item.get("linkId")), answers if "answer" in item else []
        yield from _answers(item) if "answer" not in item and "item" in item else ()
        for answer in answers:
            yield from _answers(answer)


def _tables(value: object) -> list[Mapping[str, object]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _value(instrument: Instrument, item: Item, answer: Mapping[str, object]) -> int:
    coding = answer.get("valueCoding")
    if isinstance(coding, Mapping):
        system, code = str(coding.get("system")), coding.get("code")
        for option in item.options:
            is_loinc = option.loinc is not None and system == LOINC and code == option.loinc
            if is_loinc or (system.endswith(OWN) and code == f"{instrument.id}.{item.no}.{option.value}"):
                return option.value
    raise BadResponse(f"item {item.no}: expected the code of one of its {len(item.options)} answers")
