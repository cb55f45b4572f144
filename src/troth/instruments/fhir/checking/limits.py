"""Lowest and highest value, decimal places."""

from decimal import Decimal, InvalidOperation
from typing import Any

from troth.instruments.fhir.checking.dates import compare
from troth.instruments.fhir.checking.issues import Check, Table, extension
from troth.instruments.fhir.codes import CORE


def check_range(check: Check, definition: Table, value: Any, where: str) -> None:
    """Check minValue and maxValue: numbers as numbers, days at the coarser precision."""
    for name, sign, word in (("minValue", -1, "below the lowest"), ("maxValue", 1, "above the highest")):
        limit = extension(definition, f"{CORE}/{name}")
        if limit is None:
            continue
        side = _side(value, limit)
        if side is None:
            check.error("business-rule", where, f"cannot be compared with {name}")
        elif side == sign:
            check.error("business-rule", where, f"{word} value allowed")


def check_places(check: Check, definition: Table, value: Any, where: str) -> None:
    """Count decimal places as they were written."""
    most = extension(definition, f"{CORE}/maxDecimalPlaces")
    number = value.get("value") if hasattr(value, "get") else value
    if type(most) is not int or number is None:
        return
    found = places(number)
    if found > most:
        check.error("business-rule", where, f"at most {most} decimal places, found {found}")


def places(number: Any) -> int:
    """How many digits stand behind the point."""
    exponent = as_decimal(number).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def as_decimal(number: Any) -> Decimal:
    """A number as it was written, as far as that is known; floats by their shortest text."""
    if isinstance(number, Decimal):
        return number
    try:
        return Decimal(str(number))
    except InvalidOperation:
        return Decimal("nan")


def _side(value: Any, limit: Any) -> int | None:
    if isinstance(value, str) and isinstance(limit, str):
        return compare(value, limit)
    if (
        isinstance(value, str)
        or isinstance(limit, str | bool)
        or not isinstance(limit, int | float | Decimal)
    ):
        return None
    mine, theirs = as_decimal(value), as_decimal(limit)
    return (mine > theirs) - (mine < theirs) if theirs.is_finite() else None
