"""Words and addresses."""

import re
from typing import Any

from troth.instruments.fhir.checking.issues import Check, Table, extension, extensions
from troth.instruments.fhir.codes import CORE

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.+")
UUID = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
OID = re.compile(r"urn:oid:[0-2](\.(0|[1-9][0-9]*))+")


def check_string(check: Check, definition: Table, value: Any, where: str) -> None:
    """A string is one line."""
    if "\n" in value or "\r" in value:
        check.error("value", where, "a line break, but the item is of type string")


def check_text(check: Check, definition: Table, value: Any, where: str) -> None:
    """Check length and pattern of whatever was written."""
    if not isinstance(value, str):
        return
    least, most = extension(definition, f"{CORE}/minLength"), definition.get("maxLength")
    if type(least) is int and len(value) < least:
        check.error("business-rule", where, f"at least {least} characters, found {len(value)}")
    if type(most) is int and len(value) > most:
        check.error("business-rule", where, f"at most {most} characters, found {len(value)}")
    for pattern in extensions(definition, f"{CORE}/regex"):
        _check_pattern(check, pattern, value, where)


def _check_pattern(check: Check, pattern: Any, value: str, where: str) -> None:
    try:
        is_match = re.fullmatch(pattern, value) is not None
    except (re.error, TypeError, RecursionError):
        check.warning("not-supported", where, "the pattern of this item cannot be read; not checked")
        return
    if not is_match:
        check.error("value", where, "does not match the pattern of this item")


def check_url(check: Check, definition: Table, value: Any, where: str) -> None:
    """Check that this can be an address."""
    if not is_url(value):
        check.error("value", where, "not an address: expected a scheme, and no space or backslash")


def is_url(value: str) -> bool:
    """Whether a text can be an absolute address."""
    if not SCHEME.fullmatch(value) or re.search(r"[\s\\]", value):
        return False
    if value.lower().startswith("urn:uuid:"):
        return UUID.fullmatch(value) is not None
    return not value.lower().startswith("urn:oid:") or OID.fullmatch(value) is not None
