"""Answers: of the type that the question takes, within its options and limits."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from troth.instruments.fhir.checking import dates, limits, options, pieces, quantities, references
from troth.instruments.fhir.checking.issues import Check, Table
from troth.instruments.fhir.checking.texts import check_string, check_text, check_url

Checker = Callable[[Check, Table, Any, str], None]

TYPES: dict[str, tuple[str, ...]] = {
    "boolean": ("valueBoolean",),
    "decimal": ("valueDecimal",),
    "integer": ("valueInteger",),
    "date": ("valueDate",),
    "dateTime": ("valueDateTime",),
    "time": ("valueTime",),
    "string": ("valueString",),
    "text": ("valueString",),
    "url": ("valueUri",),
    "choice": ("valueCoding",),
    "open-choice": ("valueCoding", "valueString"),
    "attachment": ("valueAttachment",),
    "reference": ("valueReference",),
    "quantity": ("valueQuantity",),
}
CHECKERS: dict[str, tuple[Checker, ...]] = {
    "decimal": (limits.check_range, limits.check_places),
    "integer": (limits.check_range,),
    "date": (limits.check_range,),
    "dateTime": (limits.check_range,),
    "time": (limits.check_range,),
    "string": (check_string, check_text),
    "text": (check_text,),
    "url": (check_url, check_text),
    "open-choice": (check_text,),
    "attachment": (pieces.check_attachment,),
    "reference": (references.check_reference,),
    "quantity": (quantities.check_quantity, limits.check_places),
}


def has_value(answer: Table) -> bool:
    """Whether an answer says something, and not only holds items."""
    return any(key.startswith("value") for key in answer)


def check_answers(check: Check, definition: Table, given: list[tuple[str, Table]]) -> None:
    """Check all answers to one question."""
    kind = str(definition.get("type"))
    if kind not in TYPES:
        if given:
            check.warning("not-supported", given[0][0], "the type of this item is not known; not checked")
        return
    fitting: list[tuple[str, str, Any]] = []
    for where, answer in given:
        value = _fitting(check, kind, answer, where)
        if value is not None:
            fitting.append((where, *value))
            for checker in CHECKERS.get(kind, ()):
                checker(check, definition, value[1], where)
    options.check_options(check, definition, fitting)


def _fitting(check: Check, kind: str, answer: Table, where: str) -> tuple[str, Any] | None:
    """Take the value out of an answer, if it is one that this type of question takes."""
    keys = [key for key in answer if key.startswith("value")]
    if not keys and not answer.get("item") and not answer.get("extension"):
        check.error("structure", where, "an answer without a value")
    if len(keys) > 1:
        check.error("structure", where, "an answer with more than one value")
    if len(keys) != 1:
        return None
    key, expected = keys[0], TYPES[kind]
    if key not in expected:
        check.error("structure", where, f"expected {' or '.join(expected)} for an item of type {kind}")
        return None
    if not _is_of(key, answer[key]):
        check.error("invalid", where, f"not a {key.removeprefix('value')} as FHIR writes it")
        return None
    return key, answer[key]


def _is_of(key: str, value: Any) -> bool:
    if key in ("valueString", "valueUri"):
        return isinstance(value, str) and bool(value.strip())
    if key == "valueBoolean":
        return isinstance(value, bool)
    if key == "valueInteger":
        return type(value) is int and -(2**31) <= value < 2**31
    if key == "valueDecimal":
        return (
            isinstance(value, int | float | Decimal)
            and not isinstance(value, bool)
            and Decimal(value).is_finite()
        )
    if key in dates.FORMS:
        return dates.is_written(key, value)
    return hasattr(value, "get")
