"""The commands `troth rehearse`, `troth traps` and `troth danger`: words in, JSON out, nothing kept."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from troth import coach
from troth.app.refused import Refused

Answer = dict[str, Any]
# Three of four veiled phrases of writers it had not read were missed (docs/models/coach.md).
MISSES_MUCH = "The reading for danger misses most of what is said in a roundabout way: no flag does not mean safe. Whom to call: troth safety"


def show_rehearsal(choice: argparse.Namespace) -> None:
    """Print how a message stands, before it is sent."""
    if choice.context == "-" == choice.file:
        raise Refused("--context: standard input cannot be read twice")
    beside = None if choice.context is None else _whole(choice.context)

    def answer(text: str, context: str | None) -> Answer:
        return _rehearsal(coach.rehearse(text, context=beside if context is None else context))

    _show(choice, answer)
    print(MISSES_MUCH, file=sys.stderr)


def show_traps(choice: argparse.Namespace) -> None:
    """Print the ten thinking traps with their scores, the likeliest first."""
    _show(
        choice,
        lambda text, _: {"traps": [{"trap": one.trap, "score": one.score} for one in coach.traps(text)]},
    )


def show_danger(choice: argparse.Namespace) -> None:
    """Print the words that call for the safety card, and that it misses much."""
    _show(choice, lambda text, _: {"flags": [_flag(one) for one in coach.danger(text)]})
    print(MISSES_MUCH, file=sys.stderr)


def _show(choice: argparse.Namespace, answer: Callable[[str, str | None], Answer]) -> None:
    if not choice.jsonl:
        print(json.dumps(answer(_whole(choice.file), None), ensure_ascii=True, indent=2))
        return
    for id, text, context in _lines(choice.file):
        print(
            json.dumps({"id": id, **answer(text, context)}, ensure_ascii=True, separators=(",", ":")),
            flush=True,
        )


def _rehearsal(found: coach.Rehearsal) -> Answer:
    return {
        "sentences": [
            {"start": one.start, "end": one.end, "marks": [_mark(mark) for mark in one.marks]}
            for one in found.sentences
        ],
        "flags": [_flag(one) for one in found.flags],
        "missing": list(found.missing),
        "balance": {"helps": found.balance.helps, "hurts": found.balance.hurts},
        "summary": found.summary,
    }


def _mark(one: coach.Mark) -> Answer:
    return {
        "mark": one.mark,
        "side": one.side,
        "score": one.score,
        "by": one.by,
        "why": one.why,
        "try": list(one.tries),
    }


def _flag(one: coach.Flag) -> Answer:
    return {"flag": one.flag, "start": one.start, "end": one.end, "rule": one.rule, "reported": one.reported}


def _lines(name: str) -> Iterator[tuple[Any, str, str | None]]:
    with _opened(name) as source:
        for number, raw in enumerate(source, 1):
            if raw.strip():
                yield _line(number, raw)


def _line(number: int, raw: bytes) -> tuple[Any, str, str | None]:
    try:
        row = json.loads(raw.decode("utf-8-sig" if number == 1 else "utf-8"))
    except (ValueError, RecursionError) as error:
        raise Refused(f"line {number}: not JSON") from error
    if not isinstance(row, dict):
        raise Refused(f"line {number}: expected an object")
    for key in ("id", "text"):
        if key not in row:
            raise Refused(f'line {number}: "{key}" is missing')
    text, context = row["text"], row.get("context")
    if not isinstance(text, str):
        raise Refused(f'line {number}: "text" is not text')
    if context is not None and not isinstance(context, str):
        raise Refused(f'line {number}: "context" is not text')
    return row["id"], text, context


def _whole(name: str) -> str:
    with _opened(name) as source:
        try:
            return source.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise Refused(f"{_shown(name)}: expected UTF-8") from error


def _opened(name: str) -> IO[bytes]:
    try:
        return sys.stdin.buffer if name == "-" else Path(name).open("rb")
    except (OSError, ValueError) as error:
        raise Refused(f"{_shown(name)}: cannot be read") from error


def _shown(name: str) -> str:
    return "standard input" if name == "-" else name
