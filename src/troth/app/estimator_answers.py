"""Prints what the estimators found: one JSON object, alone or one a series."""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, datetime
from typing import Any

from tqdm import tqdm

from troth.app.estimator_rows import Row, Source, filled

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one series gives: its object, and the steps of its score."""

    plain: Plain
    steps: tuple[Any, ...] = ()


def plain(found: Any) -> Any:
    """Turn a frozen value into what JSON holds: fields by their names, moments in UTC."""
    if is_dataclass(found):
        return {one.name.rstrip("_"): plain(getattr(found, one.name)) for one in fields(found)}
    if isinstance(found, Mapping):
        return {key: plain(value) for key, value in found.items()}
    if isinstance(found, tuple):
        return [plain(one) for one in found]
    if isinstance(found, datetime):
        return found.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return found


def show(
    choice: argparse.Namespace,
    source: Source,
    rows: Sequence[Row],
    *,
    answer: Callable[[Sequence[int]], Answer],
    pooled: Callable[[Sequence[Any]], Any],
) -> None:
    """Answer for all rows together, or for each value of the column that was named, and print it."""
    if choice.by is None:
        print(json.dumps(answer(range(len(rows))).plain, ensure_ascii=False, allow_nan=False))
        return
    series, steps, first = [], [], answer(())
    for key, places in tqdm(_series(choice, source, rows).items(), unit=" series", delay=1, disable=None):
        found = answer(places)
        series.append({"key": key, **found.plain})
        steps.extend(found.steps)
    whole: Plain = {name: first.plain[name] for name in ("kind", "version")} | {
        "by": choice.by,
        "series": series,
    }
    if choice.score:
        whole["score"] = {name: value for name, value in plain(pooled(steps)).items() if name != "steps"}
    print(json.dumps(whole, ensure_ascii=False, allow_nan=False))


def _series(choice: argparse.Namespace, source: Source, rows: Sequence[Row]) -> dict[Any, list[int]]:
    found: dict[Any, list[int]] = {}
    for place, row in enumerate(rows):
        key = filled(row, choice.by)
        if key is None and choice.by not in row.cells:
            raise source.refused(row, "expected the column that --by names")
        if isinstance(key, list | dict):
            raise source.refused(row, "expected a word or a number in the column that --by names")
        found.setdefault(key, []).append(place)
    return found
