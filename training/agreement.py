"""How far two labellers agree, mark by mark: Cohen's kappa (Cohen 1960) over the sentences that both labelled.

Run `python training/agreement.py`.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
Marks = frozenset[str]


def pairs() -> list[tuple[Marks, Marks]]:
    """Return the first and the second labels of each sentence that has both."""
    first = {
        (row["id"], one["start"]): frozenset(one["marks"])
        for row in _lines(sorted((FOLDER / "messages").glob("*.jsonl")))
        for one in row["sentences"]
    }
    second = _lines([FOLDER / "second" / "labels.jsonl"])
    return [(first[row["id"], row["start"]], frozenset(row["marks"])) for row in second]


def kappa(both: list[tuple[Marks, Marks]], mark: str) -> float:
    """Return how far they agree on one mark beyond chance: 1 always, 0 as often as by chance."""
    count = len(both)
    one, other = (sum(mark in labels for labels in side) / count for side in zip(*both, strict=True))
    agreed = sum((mark in a) == (mark in b) for a, b in both) / count
    chance = one * other + (1 - one) * (1 - other)
    return (agreed - chance) / (1 - chance)


def _lines(files: Iterable[Path]) -> Iterator[dict]:
    for file in files:
        yield from map(json.loads, file.read_text(encoding="utf-8").splitlines())


def main() -> None:
    """Print a line a mark, the least agreed on first."""
    both = pairs()
    marks = sorted({mark for pair in both for labels in pair for mark in labels})
    for found, mark in sorted((kappa(both, mark), mark) for mark in marks):
        sys.stdout.write(f"{mark:16}{found:6.2f}\n")
    same = sum(a == b for a, b in both) / len(both)
    sys.stdout.write(f"{len(both)} sentences, the very same marks on {same:.0%}\n")


if __name__ == "__main__":
    main()
