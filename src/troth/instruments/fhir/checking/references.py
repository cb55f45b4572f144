"""References to other resources."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from troth.instruments.fhir.checking.issues import Check, Table, extensions, tables
from troth.instruments.fhir.checking.texts import is_url
from troth.instruments.fhir.codes import CORE

PLACE = re.compile(
    r"(?:https?://[^\s\\?#]+/)?(?P<type>[A-Za-z]+)/[A-Za-z0-9\-.]{1,64}(?:/_history/[A-Za-z0-9\-.]{1,64})?"
)


def check_reference(check: Check, definition: Table, value: Any, where: str) -> None:
    """Check the form of a reference, and what it points to as far as that can be seen."""
    allowed = [str(one) for one in extensions(definition, f"{CORE}/questionnaire-referenceResource")]
    address, kind = value.get("reference"), value.get("type")
    if address is not None:
        kind = _kind(check, address, kind, where)
    elif not any(value.get(part) for part in ("identifier", "display")):
        check.error("value", where, "a reference to nothing")
        return
    if kind is None and allowed:
        check.warning("not-supported", where, "what this reference points to cannot be seen; not checked")
    if kind and allowed and kind not in allowed:
        check.error("value", where, f"expected a reference to {' or '.join(allowed)}")


def _kind(check: Check, address: Any, stated: Any, where: str) -> Any:
    """Find the type a reference points to; an empty one where the reference is wrong, and said to be."""
    if isinstance(address, str) and address.startswith("#"):
        return _inside(check, address, where)
    if isinstance(address, str) and address.lower().startswith(("urn:uuid:", "urn:oid:")):
        if not is_url(address):
            check.error("value", where, "not a reference: a urn that is not well formed")
        return stated
    found = PLACE.fullmatch(address) if isinstance(address, str) else None
    if found is None:
        check.error("value", where, "not a reference: expected Type/id, or an http address that ends so")
        return ""
    if found["type"] not in resource_types():
        check.error("value", where, "not a reference: no FHIR resource has this type")
        return ""
    return found["type"]


def _inside(check: Check, address: str, where: str) -> Any:
    for one in tables(check.response.get("contained")):
        if f"#{one.get('id')}" == address:
            return one.get("resourceType")
    check.error("not-found", where, "a reference to something that the response does not contain")
    return ""


@cache
def resource_types() -> frozenset[str]:
    """All resources of FHIR R4 and R4B, from a list of their names."""
    return frozenset(
        files("troth.instruments.fhir.checking").joinpath("resources.txt").read_text("utf-8").split()
    )
