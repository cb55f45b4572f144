"""Reads what the coach learns from, and says which file is which."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from troth.coach.names import FLAGS, MARKS, TRAPS

FOLDER = Path(__file__).resolve().parent
MESSAGES = (
    "messages/first.jsonl",
    "messages/second.jsonl",
    "messages/third.jsonl",
    "messages/fourth.jsonl",
    "messages/fifth.jsonl",
)
THOUGHTS = ("thoughts/first.jsonl",)
DANGERS = (
    "danger/phrases.jsonl",
    "danger/lookalikes.jsonl",
    "danger/plain.jsonl",
    "danger/everyday.jsonl",
    "danger/situations.jsonl",
)


@dataclass(frozen=True)
class Labelled:
    """Texts, which message each is of, what it is (a column a name), who wrote it, in which scene; and which are everyday ones."""

    texts: list[str]
    messages: list[int]
    truth: NDArray[np.float32]
    authors: NDArray[np.str_]
    scenes: NDArray[np.str_]
    ordinary: NDArray[np.bool_]

    @property
    def writers(self) -> NDArray[np.str_]:
        """Who wrote each text: authors are people that a writer made up."""
        return np.array([name.partition("-")[0] for name in self.authors.tolist()])

    def only(self, chosen: NDArray[np.bool_]) -> "Labelled":
        """Keep some."""
        places = np.flatnonzero(chosen).tolist()
        return Labelled(
            [self.texts[at] for at in places],
            [self.messages[at] for at in places],
            self.truth[chosen],
            self.authors[chosen],
            self.scenes[chosen],
            self.ordinary[chosen],
        )


def lines(*names: str) -> list[dict[str, Any]]:
    """Read files of lines."""
    return [json.loads(line) for name in names for line in (FOLDER / name).read_text().splitlines()]


def prints() -> dict[str, str]:
    """Give the SHA-256 of each file that weights rest on."""
    return {
        f"training/{name}": hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()
        for name in (*MESSAGES, *THOUGHTS, *DANGERS)
    }


def sentences() -> Labelled:
    """Every labelled sentence."""
    found = [(row, number, one) for number, row in enumerate(lines(*MESSAGES)) for one in row["sentences"]]
    return Labelled(
        [row["text"][one["start"] : one["end"]] for row, _, one in found],
        [number for _, number, _ in found],
        np.array([[mark in one["marks"] for mark in MARKS] for _, _, one in found], dtype=np.float32),
        np.array([row["author"] for row, _, _ in found]),
        np.array([row["scene"] for row, _, _ in found]),
        np.ones(len(found), dtype=np.bool_),
    )


def thoughts() -> Labelled:
    """Every labelled thought."""
    found = lines(*THOUGHTS)
    return Labelled(
        [row["text"] for row in found],
        list(range(len(found))),
        np.array([[trap in row["traps"] for trap in TRAPS] for row in found], dtype=np.float32),
        np.array([row["author"] for row in found]),
        np.array([row["scene"] for row in found]),
        np.ones(len(found), dtype=np.bool_),
    )


def dangers() -> Labelled:
    """Every phrase and every look-alike, each a text of its own, then every sentence of the messages.

    Ordinary is a sentence of a message that is not flagged and gives no order or ultimatum (`control`): those lie next to coercion.
    """
    phrases = [(row, row["text"], row["flags"]) for row in lines(*DANGERS)]
    said = [
        (row, row["text"][one["start"] : one["end"]], _within(row["flags"], one))
        for row in lines(*MESSAGES)
        for one in row["sentences"]
    ]
    orders = ["control" in one["marks"] for row in lines(*MESSAGES) for one in row["sentences"]]
    found = phrases + said
    return Labelled(
        [text for _, text, _ in found],
        list(range(len(found))),
        np.array(
            [[name in {one["flag"] for one in flags} for name in FLAGS] for _, _, flags in found],
            dtype=np.float32,
        ),
        np.array([row["author"] for row, _, _ in found]),
        np.array([row["scene"] for row, _, _ in found]),
        np.array(
            [False] * len(phrases)
            + [not flags and not order for (_, _, flags), order in zip(said, orders, strict=True)]
        ),
    )


def _within(flags: list[dict[str, Any]], one: dict[str, Any]) -> list[dict[str, Any]]:
    return [flag for flag in flags if flag["start"] < one["end"] and flag["end"] > one["start"]]


def folds(authors: NDArray[np.str_], many: int = 5) -> NDArray[np.int64]:
    """Give each row the fold of its author."""
    names = sorted(set(authors.tolist()))
    return np.array([names.index(name) % many for name in authors.tolist()])
