"""Quantities: their unit, and how they compare."""

from decimal import Decimal
from typing import Any

from troth.instruments.fhir.checking.issues import Check, Table, extension, extensions
from troth.instruments.fhir.checking.limits import as_decimal
from troth.instruments.fhir.checking.valuesets import check_member
from troth.instruments.fhir.codes import CORE, SDC

METRES = {"m": Decimal(1), "km": Decimal(1000)}


def check_quantity(check: Check, definition: Table, value: Any, where: str) -> None:
    """Check the unit against those allowed, the amount against lowest and highest."""
    number = value.get("value")
    if number is not None and (isinstance(number, str | bool) or not as_decimal(number).is_finite()):
        check.error("invalid", where, "not a Quantity as FHIR writes it")
        return
    units = [
        unit for unit in extensions(definition, f"{CORE}/questionnaire-unitOption") if hasattr(unit, "get")
    ]
    if units and not any(_is_unit(value, unit) for unit in units):
        check.error("code-invalid", where, "the unit is not one of those allowed")
    value_set = extension(definition, f"{CORE}/questionnaire-unitValueSet")
    if isinstance(value_set, str):
        check_member(check, value_set, value, where)
    _check_range(check, definition, value, where)


def _check_range(check: Check, definition: Table, value: Table, where: str) -> None:
    limits = (
        (f"{SDC}/sdc-questionnaire-minQuantity", -1, "below the lowest"),
        (f"{SDC}/sdc-questionnaire-maxQuantity", 1, "above the highest"),
        (f"{CORE}/minValue", -1, "below the lowest"),
        (f"{CORE}/maxValue", 1, "above the highest"),
    )
    for url, sign, word in limits:
        limit = extension(definition, url)
        if limit is None or value.get("value") is None:
            continue
        side = _side(value, limit) if hasattr(limit, "get") else None
        if side is None:
            check.error("business-rule", where, "cannot be compared: the units are not the same")
        elif side == sign:
            check.error("business-rule", where, f"{word} amount allowed")


def _side(value: Table, limit: Table) -> int | None:
    mine, theirs = as_decimal(value["value"]), as_decimal(limit.get("value"))
    if not theirs.is_finite():
        return None
    if not _is_same_unit(value, limit):
        here, there = METRES.get(_unit(value)), METRES.get(_unit(limit))
        if here is None or there is None:
            return None
        mine, theirs = mine * here, theirs * there
    return (mine > theirs) - (mine < theirs)


def _unit(quantity: Table) -> str:
    return str(quantity.get("code") or quantity.get("unit") or "")


def _is_same_unit(one: Table, other: Table) -> bool:
    systems = {
        str(quantity["system"])
        for quantity in (one, other)
        if quantity.get("code") and quantity.get("system")
    }
    return _unit(one) == _unit(other) and len(systems) <= 1


def _is_unit(quantity: Table, unit: Table) -> bool:
    """By system and code; a quantity without a code by its unit's name."""
    if quantity.get("code"):
        return (quantity.get("system"), quantity["code"]) == (unit.get("system"), unit.get("code"))
    return quantity.get("unit") is not None and quantity["unit"] in (unit.get("code"), unit.get("display"))
