"""Attachments: their kind and their size."""

import base64
import binascii
from typing import Any

from troth.instruments.fhir.checking.issues import Check, Table, extension, extensions
from troth.instruments.fhir.checking.limits import as_decimal
from troth.instruments.fhir.codes import CORE


def check_attachment(check: Check, definition: Table, value: Any, where: str) -> None:
    """Check kind, size, and that the size stated is the size of the data."""
    kinds = [kind.lower() for kind in extensions(definition, f"{CORE}/mimeType") if isinstance(kind, str)]
    if kinds and not any(_is_kind(str(value.get("contentType", "")), kind) for kind in kinds):
        check.error("value", where, f"expected an attachment of type {' or '.join(kinds)}")
    stated, found = value.get("size"), None
    if isinstance(value.get("data"), str):
        found = _size(value["data"])
        if found is None:
            check.error("invalid", where, "the data is not base64")
    if found is not None and type(stated) is int and stated != found:
        check.error("invalid", where, f"{stated} bytes stated, the data has {found}")
    _check_size(check, definition, [size for size in (found, stated) if type(size) is int], where)


def _check_size(check: Check, definition: Table, sizes: list[int], where: str) -> None:
    most = extension(definition, f"{CORE}/maxSize")
    if isinstance(most, bool | str) or not as_decimal(most).is_finite() or not sizes:
        return
    if max(sizes) > as_decimal(most):
        check.error("business-rule", where, f"at most {most} bytes, found {max(sizes)}")


def _size(data: str) -> int | None:
    try:
        return len(base64.b64decode("".join(data.split()), validate=True))
    except (binascii.Error, ValueError):
        return None


def _is_kind(given: str, allowed: str) -> bool:
    given = given.lower()
    plain = given.partition(";")[0].strip()
    if allowed.endswith("/*"):
        return plain.startswith(allowed[:-1])
    return allowed in (given, plain)
