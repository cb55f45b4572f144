"""Value sets that are in the files. Any other is said to be unchecked."""

from collections.abc import Mapping

from troth.instruments.fhir.checking.issues import Check, Table, tables

Code = tuple[str, str]


def check_member(check: Check, address: str, coding: Table, where: str) -> None:
    """Check that a code is in a value set; warn where that cannot be known."""
    found = _is_in(check, address, _code(coding))
    if found is None:
        check.warning("not-supported", where, "a value set that is not in the files; not checked")
    elif not found:
        check.error("code-invalid", where, "the code is not in the value set of this item")


def _is_in(check: Check, address: str, code: Code, depth: int = 0) -> bool | None:
    """None where the set is not there, or is not written out code by code."""
    value_set = _find(check, "ValueSet", address)
    if value_set is None or depth > 8:
        return None
    expansion = value_set.get("expansion")
    if isinstance(expansion, Mapping) and "contains" in expansion:
        return code in _expanded(tables(expansion["contains"]))
    compose = value_set.get("compose")
    if not isinstance(compose, Mapping):
        return None
    is_out = _any([_part(check, part, code, depth) for part in tables(compose.get("exclude"))])
    is_in = _any([_part(check, part, code, depth) for part in tables(compose.get("include"))])
    if is_out or is_in is False:
        return False
    return None if is_out is None else is_in


def _part(check: Check, part: Table, code: Code, depth: int) -> bool | None:
    """Everything that one part says must hold."""
    found: list[bool | None] = []
    nested = part.get("valueSet")
    for address in nested if isinstance(nested, list) else ():
        found.append(_is_in(check, str(address), code, depth + 1))
    if part.get("filter"):
        found.append(None if str(part.get("system")) == code[0] else False)
    elif "concept" in part:
        found.append(
            code in {(str(part.get("system")), str(one.get("code"))) for one in tables(part["concept"])}
        )
    elif "system" in part:
        found.append(_in_system(check, str(part["system"]), code))
    if not found or False in found:
        return False if found else None
    return None if None in found else True


def _in_system(check: Check, system: str, code: Code) -> bool | None:
    if code[0] != system:
        return False
    found = _find(check, "CodeSystem", system)
    if found is None or found.get("content") != "complete":
        return None
    return code[1] in _concepts(tables(found.get("concept")))


def _code(coding: Table) -> Code:
    """System and code as text, whatever stands there."""
    return str(coding.get("system")), str(coding.get("code"))


def _any(parts: list[bool | None]) -> bool | None:
    if True in parts:
        return True
    return None if None in parts else False


def _find(check: Check, kind: str, address: str) -> Table | None:
    url = address.partition("|")[0]
    for one in check.files:
        if one.get("resourceType") == kind and url in (one.get("url"), f"#{one.get('id')}"):
            return one
    return None


def _expanded(contains: list[Table]) -> set[Code]:
    found = {_code(one) for one in contains if one.get("abstract") is not True}
    for one in contains:
        found |= _expanded(tables(one.get("contains")))
    return found


def _concepts(concepts: list[Table]) -> set[str]:
    found = {str(one.get("code")) for one in concepts}
    for one in concepts:
        found |= _concepts(tables(one.get("concept")))
    return found
