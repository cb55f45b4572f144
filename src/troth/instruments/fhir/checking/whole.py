"""The response as a whole: which Questionnaire it answers, whether that one is in force, then all its items."""

from collections.abc import Iterable, Mapping
from typing import Any

from troth.instruments.fhir.checking.dates import is_outside
from troth.instruments.fhir.checking.issues import Check, Issue, Table, tables
from troth.instruments.fhir.checking.items import check_items

STATUSES = ("in-progress", "completed", "amended", "entered-in-error", "stopped")
NOT_IN_FORCE = ("draft", "retired")
ROOT = "QuestionnaireResponse"


def validate_response(
    questionnaires: Iterable[Mapping[str, Any]], response: Mapping[str, Any]
) -> tuple[Issue, ...]:
    """Check a response against its Questionnaire.

    Parameters
    ----------
    questionnaires : Questionnaires to look it up in; ValueSets among them are used too
    response : a FHIR R4 or R4B QuestionnaireResponse. To count decimal places as they are written, read its JSON
        with ``parse_float=decimal.Decimal``

    Returns
    -------
    tuple : what is wrong, in the order of the response; no error among them means that it is valid. A warning
        ``not-supported`` says that something was not checked. ``questionnaire-constraint`` is never evaluated

    Raises
    ------
    Nothing: what cannot be read is an issue.

    Source
    ------
    FHIR R4, QuestionnaireResponse; SDC 3.0; specification of questionnaires, section 11, "Our own validator".

    Examples
    --------
    >>> form = {"resourceType": "Questionnaire", "url": "http://a.example/Questionnaire/b", "status": "active",
    ...         "item": [{"linkId": "1", "type": "integer", "required": True}]}
    >>> answer = {"resourceType": "QuestionnaireResponse", "status": "completed",
    ...           "questionnaire": "http://a.example/Questionnaire/b|2"}
    >>> for issue in validate_response([form], answer):
    ...     print(issue.severity, issue.code, issue.path, issue.text)
    error required QuestionnaireResponse item "1" needs an answer
    """
    files = [one for one in questionnaires if isinstance(one, Mapping)]
    if not isinstance(response, Mapping) or response.get("resourceType") != ROOT:
        return (Issue("error", "structure", ROOT, "expected a QuestionnaireResponse"),)
    form = _form(files, response)
    if form is None:
        return (Issue("error", "not-found", f"{ROOT}.questionnaire", "no such Questionnaire is given"),)
    check = Check(
        form, response, [*tables(form.get("contained")), *files], response.get("status") == "in-progress"
    )
    _check_head(check)
    try:
        check_items(check, tables(form.get("item")), response.get("item"), ROOT)
    except RecursionError:
        check.error("structure", ROOT, "nested too deep to be checked")
    return tuple(check.issues)


def _form(files: list[Table], response: Table) -> Table | None:
    address = response.get("questionnaire")
    if not isinstance(address, str) or not address:
        return None
    url = address.partition("|")[0]
    if url.startswith("#"):
        inside = tables(response.get("contained"))
        return next((one for one in inside if f"#{one.get('id')}" == url), None)
    forms = [one for one in files if one.get("resourceType") == "Questionnaire" and one.get("url") == url]
    version = address.partition("|")[2]
    return next((one for one in forms if one.get("version") == version), next(iter(forms), None))


def _check_head(check: Check) -> None:
    status = check.form.get("status")
    if status in NOT_IN_FORCE:
        check.warning("business-rule", f"{ROOT}.questionnaire", f"the Questionnaire is {status}")
    if check.response.get("status") not in STATUSES:
        check.warning("value", f"{ROOT}.status", f"expected one of {', '.join(STATUSES)}")
    period, authored = check.form.get("effectivePeriod"), check.response.get("authored")
    if isinstance(period, Mapping) and isinstance(authored, str) and is_outside(authored, period):
        check.warning("business-rule", f"{ROOT}.authored", "outside the Questionnaire's effective period")
