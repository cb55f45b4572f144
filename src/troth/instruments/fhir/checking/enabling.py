"""Whether a question is asked at all, given the other answers."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from troth.instruments.fhir.checking.dates import compare
from troth.instruments.fhir.checking.issues import Check, Table, tables
from troth.instruments.fhir.checking.limits import as_decimal


def is_enabled(check: Check, definition: Table) -> bool:
    """Work out enableWhen: any or all of its conditions."""
    conditions = tables(definition.get("enableWhen"))
    if not conditions:
        return True
    held = (_holds(check, one) for one in conditions)
    return all(held) if definition.get("enableBehavior") == "all" else any(held)


def _holds(check: Check, condition: Table) -> bool:
    given = [value for value in _values(check.response, condition.get("question"))]
    operator = condition.get("operator")
    wanted = next((value for key, value in condition.items() if key.startswith("answer")), None)
    if operator == "exists":
        return bool(given) == (wanted is not False)
    if operator == "!=":
        return not any(_side(value, wanted) == 0 for value in given)
    sides = {"=": (0,), ">": (1,), "<": (-1,), ">=": (0, 1), "<=": (0, -1)}.get(str(operator), ())
    return any(_side(value, wanted) in sides for value in given)


def _values(part: Table, link: Any) -> Iterator[Any]:
    """All answers to one question, wherever it stands."""
    for item in tables(part.get("item")):
        for answer in tables(item.get("answer")):
            if item.get("linkId") == link:
                yield from (value for key, value in answer.items() if key.startswith("value"))
            yield from _values(answer, link)
        yield from _values(item, link)


def _side(value: Any, wanted: Any) -> int | None:
    if hasattr(value, "get") and hasattr(wanted, "get"):
        return _by_code(value, wanted)
    if isinstance(value, bool) or isinstance(wanted, bool):
        return 0 if value is wanted else None
    if isinstance(value, str) and isinstance(wanted, str):
        return compare(value, wanted)
    if isinstance(value, int | float | Decimal) and isinstance(wanted, int | float | Decimal):
        mine, theirs = as_decimal(value), as_decimal(wanted)
        return (mine > theirs) - (mine < theirs)
    return None


def _by_code(value: Table, wanted: Table) -> int | None:
    if "value" in value and "value" in wanted:
        is_same_unit = (value.get("code"), value.get("unit")) == (wanted.get("code"), wanted.get("unit"))
        return _side(value["value"], wanted["value"]) if is_same_unit else None
    if "reference" in wanted:
        return 0 if value.get("reference") == wanted["reference"] else None
    return (
        0 if (value.get("system"), value.get("code")) == (wanted.get("system"), wanted.get("code")) else None
    )
