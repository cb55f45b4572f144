"""`troth score`: one filled-in form from JSON, or a table of them from CSV."""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any, TextIO

from troth import instruments
from troth.app.answer_files import Source, opened
from troth.app.questionnaires import folders
from troth.app.refused import Refused
from troth.instruments import Instrument, InstrumentError

IN_DANGER = "If you are in danger or think of hurting yourself: troth safety"
REFERENCE = re.compile(r"(https?://[^\s\\]+/)?[A-Z][A-Za-z]+/[A-Za-z0-9\-.]{1,64}")


def show(choice: argparse.Namespace) -> int:
    """Score what is given; bad input ends with 2 and one line."""
    try:
        instrument = instruments.load(choice.instrument, folders=folders())
        _check_choice(choice, instrument)
        with opened(choice.file, choice.input) as source:
            (_one if source.kind == "json" else _table)(choice, instrument, source)
    except instruments.DefinitionError as error:
        print("\n".join(error.problems), file=sys.stderr)
        return 2
    except InstrumentError as error:
        raise Refused(str(error)) from error
    return 0


def _check_choice(choice: argparse.Namespace, instrument: Instrument) -> None:
    if choice.fhir and choice.summary:
        raise Refused("--fhir and --summary: choose one of the two")
    if choice.fhir and not instrument.fhir_export and not choice.include_safety:
        raise Refused(f"{instrument.id}: left out of exports; add --include-safety to export it all the same")
    if choice.subject is not None and not REFERENCE.fullmatch(choice.subject):
        raise Refused("--subject: expected a reference, like Patient/7")
    try:
        choice.moment = instruments.moment_text(choice.authored or datetime.now(UTC))
    except ValueError as error:
        raise Refused(f"--authored: {error}") from error


def _one(choice: argparse.Namespace, instrument: Instrument, source: Source) -> None:
    answers = _answers(source.lines)
    scores = instruments.score(instrument, answers, norm_group=choice.norm_group)
    if choice.summary:
        row = instruments.Row(1, None, instruments.read_answers(instrument, answers), scores)
        found: Any = asdict(instruments.summarise(instrument, [row]))
    elif choice.fhir:
        found = _response(choice, instrument, answers, scores)
    else:
        found = instruments.as_plain(scores)
    print(json.dumps(found, ensure_ascii=False, indent=1))
    if scores.reactions:
        print(IN_DANGER, file=sys.stderr)


def _table(choice: argparse.Namespace, instrument: Instrument, source: Source) -> None:
    table = instruments.open_table(instrument, source.lines)
    if table.columns.ignored:
        print(f"columns not looked at: {', '.join(table.columns.ignored)}", file=sys.stderr)
    if choice.summary:
        rows = instruments.rows_of(instrument, table, norm_group=choice.norm_group)
        found = asdict(instruments.summarise(instrument, source.shown(rows)))
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    texts = _responses(choice, instrument, table) if choice.fhir else instruments.json_lines(
        instrument, table, norm_group=choice.norm_group)  # fmt: skip
    for text in source.shown(texts):
        sys.stdout.write(text)


def _responses(
    choice: argparse.Namespace, instrument: Instrument, table: instruments.AnswerTable
) -> Iterator[str]:
    for row in instruments.rows_of(instrument, table, norm_group=choice.norm_group):
        found = _response(choice, instrument, row.answers, row.scores)
        yield json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"


def _response(
    choice: argparse.Namespace, instrument: Instrument, answers: Any, scores: Any
) -> dict[str, object]:
    return instruments.questionnaire_response(
        instrument, answers, scores, authored=choice.moment, subject=choice.subject
    )


def _answers(file: TextIO | Iterator[str]) -> dict[str, object]:
    """Read {"answers": {"1": 3}}; a list is read in the order of the items."""
    try:
        given = json.loads("".join(file), object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise Refused(f"answers: not JSON (line {error.lineno}, column {error.colno})") from error
    except (ValueError, RecursionError) as error:
        raise Refused("answers: not JSON (a number too long, or nested too deep)") from error
    found = given.get("answers") if isinstance(given, dict) else None
    if isinstance(found, list):
        return {str(no): answer for no, answer in enumerate(found, 1)}
    if isinstance(found, dict):
        return found
    raise Refused('answers: expected {"answers": {"1": 3, …}}')


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Refused("answers: a name stands twice")
    return found
