"""The command that says whom to call."""

import argparse
import json
from datetime import UTC, datetime

import msgspec

from troth import safety
from troth.app.gate_on_answers import show_gate
from troth.app.refused import Refused


def show(choice: argparse.Namespace) -> None:
    """Print emergency numbers and helplines of a country, or the countries there are, or the gate on given answers."""
    if choice.gate:
        show_gate(choice)
        return
    if not choice.country:
        codes = [{"country": code, "name": safety.name_of(code)} for code in safety.countries()]
        print(
            json.dumps(codes, ensure_ascii=False)
            if choice.json
            else "\n".join(f"{one['country']}  {one['name']}" for one in codes)
        )
        return
    try:
        found = safety.helplines(choice.country)
    except safety.UnknownCountry as error:
        raise Refused(f"--country {choice.country!r}: {error}.") from error
    print(
        json.dumps(_plain(found), ensure_ascii=False, indent=1) if choice.json else "\n".join(_lines(found))
    )


def _plain(found: safety.Country) -> dict[str, object]:
    plain: dict[str, object] = msgspec.to_builtins(found)
    on = datetime.now(UTC).date()
    for told, one in zip(plain["services"], found.services, strict=True):  # type: ignore[call-overload]
        told["state"] = safety.age_of(one, on=on).state
    return plain


def _lines(found: safety.Country) -> list[str]:
    on = datetime.now(UTC).date()
    lines = [f"{one.number:16} emergency: {one.for_}" for one in found.emergency]
    for one in found.services:
        age = safety.age_of(one, on=on)
        said = (
            "not yet checked by us: compare with the service's own page"
            if age.state == "unchecked"
            else f"last checked on {age.checked_on}"
        )
        lines.append(f"{one.number:16} {one.topic}: {one.name} ({said}; {one.source})")
    return lines
