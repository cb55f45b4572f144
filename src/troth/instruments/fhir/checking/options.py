"""Answers that were to be chosen from a list."""

from decimal import Decimal
from typing import Any

from troth.instruments.fhir.checking.issues import Check, Table, extension, tables
from troth.instruments.fhir.checking.limits import as_decimal
from troth.instruments.fhir.checking.valuesets import check_member
from troth.instruments.fhir.codes import CORE


def check_options(check: Check, definition: Table, given: list[tuple[str, str, Any]]) -> None:
    """Check each answer against the options or the value set, and that an exclusive one stands alone."""
    listed = tables(definition.get("answerOption"))
    value_set = definition.get("answerValueSet")
    for where, key, value in given:
        if definition.get("type") == "open-choice" and key == "valueString":
            continue
        if listed and _option(listed, key, value) is None:
            check.error("code-invalid", where, "not one of the options of this item")
        elif isinstance(value_set, str) and key == "valueCoding" and not listed:
            check_member(check, value_set, value, where)
    if len(given) > 1:
        _check_exclusive(check, listed, given)


def _check_exclusive(check: Check, listed: list[Table], given: list[tuple[str, str, Any]]) -> None:
    for where, key, value in given:
        option = _option(listed, key, value)
        if option is not None and extension(option, f"{CORE}/questionnaire-optionExclusive") is True:
            check.error("business-rule", where, "this option stands alone, but others were chosen too")


def _option(listed: list[Table], key: str, value: Any) -> Table | None:
    return next((one for one in listed if key in one and _is_same(key, value, one[key])), None)


def _is_same(key: str, value: Any, option: Any) -> bool:
    if not hasattr(value, "get"):
        if isinstance(value, int | float | Decimal) and isinstance(option, int | float | Decimal):
            return as_decimal(value) == as_decimal(option)
        return bool(value == option)
    if not hasattr(option, "get"):
        return False
    if key == "valueReference":
        return value.get("reference") is not None and value.get("reference") == option.get("reference")
    if value.get("code") is None and option.get("code") is None:
        return value.get("display") is not None and value.get("display") == option.get("display")
    return (value.get("system"), value.get("code")) == (option.get("system"), option.get("code"))
