"""Where the safety gate stands on given answers, for scripts and for people who check its rules."""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from troth import safety
from troth.app.refused import Refused
from troth.practices import reader_of

Times = Annotated[int, msgspec.Meta(ge=0)]
Points = Annotated[int, msgspec.Meta(ge=0, le=10)]


class _Sign(msgspec.Struct, forbid_unknown_fields=True):
    kind: safety.SignKind | Literal["partner_violence"]
    toward: safety.Toward
    times: Times = 1


class _Answers(msgspec.Struct, forbid_unknown_fields=True):
    signs: list[_Sign] = []
    felt_safety: list[Points] = []
    boundaries_crossed: Times = 0


_ANSWERS = reader_of(_Answers)


@dataclass(frozen=True)
class _Source:
    """Where the answers come from."""

    name: str
    raw: bytes


def show_gate(choice: argparse.Namespace) -> None:
    """Print the state and the rules that give it. The answers are not kept and not printed."""
    source = _read(choice.gate)
    try:
        answers = _ANSWERS.decode(source.raw)
    except msgspec.ValidationError as error:
        what, _, place = str(error).partition(" - at ")
        raise Refused(f"{source.name}: {place.strip('`') or '$'}: {_without_values(what)}.") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused(f"{source.name}: expected JSON.") from error
    signs = [safety.Sign(one.kind, one.toward, one.times) for one in answers.signs]
    found = safety.gate(signs, felt_safety=answers.felt_safety, boundaries_crossed=answers.boundaries_crossed)
    reasons = [
        {"sign": rule.kind, "toward": rule.toward, "at_least": rule.at_least} for rule in found.reasons
    ]
    if choice.json:
        print(json.dumps({"state": found.state, "reasons": reasons}))
        return
    print(found.state)
    for rule in found.reasons:
        print(f"  {rule.kind} toward {rule.toward or 'either'}: {rule.at_least} or more")


def _read(name: str) -> _Source:
    if name == "-":
        return _Source("standard input", sys.stdin.buffer.read())
    try:
        return _Source(name, Path(name).read_bytes())
    except OSError as error:
        raise Refused(f"{name}: cannot be read ({error.strerror}).") from error


def _without_values(what: str) -> str:
    # msgspec names the wrong value for some faults; a person's own words never stand in an error.
    if what.startswith("Invalid enum value"):
        return "expected one of the known words"
    if "unknown field" in what:
        return "expected signs, felt_safety and boundaries_crossed only; in a sign kind, toward and times"
    return f"{what[:1].lower()}{what[1:]}"
