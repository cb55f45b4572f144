"""The worked example of the model note, computed again from the page itself."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.practices.examples import promise_content
from troth.practices import Document, move, readings_of, start
from troth.practices.promises import NewTerm, kept_weight, open_weight, over_promised
from troth.values import Outcome

NOTE = Path(__file__).parents[3] / "docs" / "models" / "promises.md"


def moment(cell: str) -> datetime:
    return datetime.strptime(cell.strip(), "%Y-%m-%d %H:%M").replace(tzinfo=UTC)


def tables_with(heading: str) -> list[list[dict[str, str]]]:
    """Every table of the page whose first row is this heading, as rows of cells by column."""
    found: list[list[dict[str, str]]] = []
    columns: list[str] = []
    for line in NOTE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            columns = []
        elif line == heading:
            columns = cells
            found.append([])
        elif columns and not line.startswith("|---"):
            found[-1].append(dict(zip(columns, cells, strict=True)))
    return found


def a_life(row: dict[str, str]) -> Document[Any]:
    made = moment(row["made"])
    content = promise_content(size=row["size"], made_at=made, due=moment(row["due"]))
    promise = start("promises", content, at=made, on=made.date())
    for written in filter(None, row["moves"].split(";")):
        day, clock, name, *new_due = written.split()
        given = NewTerm(due=moment(" ".join(new_due))) if new_due else None
        promise = move(promise, name, at=moment(f"{day} {clock}"), given=given)
    return promise


def all_lives() -> dict[str, Document[Any]]:
    (rows,) = tables_with("| id | size | made | due | moves |")
    return {row["id"]: a_life(row) for row in rows}


def check_warning(row: dict[str, str], lives: dict[str, Document[Any]]) -> None:
    outcomes = readings_of(lives.values(), kind=Outcome)
    at = moment(row["at"])
    assert open_weight(outcomes) == float(row["open weight"])
    assert kept_weight(outcomes, at) == float(row["kept weight"])
    assert over_promised(outcomes, at) is (row["promise smaller"] == "yes")


def test_the_outcomes_on_the_page_are_those_of_the_program() -> None:
    (rows,) = tables_with("| id | term | made | due | outcome | at |")
    computed = [
        (id, str(number), one.made, one.due, one.result, one.at)
        for id, life in all_lives().items()
        for number, one in enumerate(readings_of([life], kind=Outcome), start=1)
    ]
    assert computed == [
        (
            row["id"],
            row["term"],
            moment(row["made"]),
            moment(row["due"]),
            row["outcome"],
            moment(row["at"]) if row["at"] else None,
        )
        for row in rows
    ]


def test_the_warnings_on_the_page_are_those_of_the_program() -> None:
    before, after = tables_with("| at | open weight | kept weight | promise smaller |")
    lives = all_lives()
    for row in before:
        check_warning(row, lives)
    kept = move(lives["p8"], "keep_late", at=moment("2026-03-13 09:00"))
    check_warning(after[0], {**lives, "p8": kept})
    assert len(before) == 4
