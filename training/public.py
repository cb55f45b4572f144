"""The two public benchmarks of the coach's algorithm, with weights of their own that are shipped nowhere: `make coach-eval`.

ESConv (eight strategies of a supporter's turn) and MentalManip (is a dialogue manipulative). Both are CC BY-NC: nothing that is
shipped rests on them, and no text of theirs is in the project. `TROTH_COACH_DATA` names the folder they are in; `TROTH_COACH_TEST`
one with the published test parts.
"""

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from training import learning
from training.second import second_look
from troth.coach.features import features
from troth.coach.second_look import seen_together

Floats = NDArray[np.float64]
FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "coach"
STRATEGIES = (
    "Question", "Restatement or Paraphrasing", "Reflection of feelings", "Self-disclosure", "Affirmation and Reassurance",
    "Providing Suggestions", "Information", "Others",
)  # fmt: skip
STEPS, FOLDS, DRAWS = 45, 5, 400
AROUND, EARLY, PULLS = 0.2, 12, (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True)
class Turns:
    """Texts in order, the dialogue of each, what stood before it, its place in the dialogue, and its class."""

    texts: list[str]
    dialogues: list[int]
    before: list[str]
    places: list[int]
    truth: NDArray[np.float32]


@dataclass(frozen=True)
class Bench:
    """One benchmark: its files below a folder, how they are read, and the target."""

    name: str
    train: str
    valid: str
    test: str
    read: Callable[[Path], Turns]
    size: "Size"
    target: float


@dataclass(frozen=True)
class Size:
    """How many buckets, as a power of two, and the penalty; both were chosen on the validation part, so it flatters."""

    bits: int
    penalty: float


def esconv(path: Path) -> Turns:
    """Read the supporter's turns: each with the seeker's turn before it."""
    texts, dialogues, before, places, classes = [], [], [], [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        heard = ""
        for place, turn in enumerate(json.loads(line)["dialog"]):
            if turn["speaker"] == "sys":
                texts.append(turn["text"])
                dialogues.append(number)
                before.append(heard)
                places.append(place)
                classes.append(STRATEGIES.index(turn["strategy"]))
            else:
                heard = turn["text"]
    return Turns(texts, dialogues, before, places, np.eye(len(STRATEGIES), dtype=np.float32)[classes])


def manipulation(path: Path) -> Turns:
    """Read dialogues whole, each as a text of its own."""
    given: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    texts = [one["dialogue"] for one in given]
    truth = np.array([[float(one["manipulative"]) == 0, float(one["manipulative"]) == 1] for one in given])
    return Turns(
        texts, list(range(len(texts))), [""] * len(texts), [0] * len(texts), truth.astype(np.float32)
    )


BENCHES = (
    Bench("ESConv", "esconv/train.txt", "esconv/valid.txt", "esconv/test.txt", esconv, Size(16, 6.0), 0.50),
    Bench(
        "MentalManip",
        "mentalmad_split/MentalManip_con_train.json",
        "mentalmad_split/MentalManip_con_valid.json",
        "mentalmad_split/MentalManip_con_test.json",
        manipulation,
        Size(18, 0.2),
        0.68,
    ),
)


def public_lines() -> list[str]:
    """A row a benchmark: macro F1 on the given validation part, and on the published test where it is given."""
    folder = Path(os.environ.get("TROTH_COACH_DATA") or FOLDER)
    tests = os.environ.get("TROTH_COACH_TEST")
    lines = [
        "| benchmark | part | n | macro F1 | 95 % | most common only | target |",
        "|---|---|---|---|---|---|---|",
    ]
    for one in BENCHES:
        if not (folder / one.train).is_file():
            lines.append(f"| {one.name} | | | not run: not given | | | {one.target:.2f} |")
            continue
        read = learned(one.read(folder / one.train), one.size)
        lines.append(_row(one, "validation", one.read(folder / one.valid), read))
        if tests is None:
            lines.append(
                f"| {one.name} | test | | not run: TROTH_COACH_TEST is not set | | | {one.target:.2f} |"
            )
        else:
            lines.append(_row(one, "test", one.read(Path(tests) / one.test), read))
    return lines


def _row(one: Bench, part: str, given: Turns, read: Callable[[Turns], Floats]) -> str:
    truth, said = given.truth.argmax(axis=1), read(given).argmax(axis=1)
    low, high = _spread(truth, said, np.array(given.dialogues))
    common = macro_f1(truth, np.full_like(truth, np.bincount(truth).argmax()))
    return (
        f"| {one.name} | {part} | {len(truth)} | {macro_f1(truth, said):.3f} | {low:.3f} to {high:.3f} | "
        f"{common:.3f} | {one.target:.2f} |"
    )


def learned(given: Turns, size: Size) -> Callable[[Turns], Floats]:
    """Learn from one part; gives what scores another."""
    seen = table(given, size)
    fold = np.array(given.dialogues) % FOLDS
    apart = np.zeros(given.truth.shape)
    for one in range(FOLDS):
        rest = fold != one
        weights, offset = learning.fitted(seen[rest], given.truth[rest], penalty=size.penalty, steps=STEPS)
        apart[~rest] = seen[~rest] @ weights + offset
    second = second_look(_inputs(apart, given), given.truth)
    weights, offset = learning.fitted(seen, given.truth, penalty=size.penalty, steps=STEPS)
    # The rarer a class, the more a macro average asks for it: scores are held against how common each is.
    share = np.log(given.truth.mean(axis=0))
    scores, classes = _log(second.sums(_inputs(apart, given))), given.truth.argmax(axis=1)
    pull = max(PULLS, key=lambda pull: macro_f1(classes, (scores - pull * share).argmax(axis=1)))

    def read(other: Turns) -> Floats:
        raw = table(other, size) @ weights + offset
        return np.asarray(_log(second.sums(_inputs(raw, other))) - pull * share)

    return read


def _log(sums: Floats) -> Floats:
    return -np.logaddexp(0.0, -sums)


def _inputs(raw: Floats, given: Turns) -> Floats:
    extra = np.minimum(np.array(given.places), 40)[:, None] / 10
    return np.hstack((seen_together(raw, given.dialogues, [len(one) for one in given.texts]), extra))


def table(given: Turns, size: Size) -> sparse.csr_matrix:
    """Features of a turn, of what stood before it, and of its place."""
    own = learning.table_of(features(given.texts, list(range(len(given.texts)))), bits=size.bits)
    heard = learning.table_of(features(given.before, list(range(len(given.before)))), bits=size.bits) * AROUND
    early = np.eye(EARLY)[np.minimum(given.places, EARLY - 1)]
    return sparse.hstack((own, heard, early)).tocsr()


def macro_f1(truth: NDArray[np.int64], said: NDArray[np.int64]) -> float:
    """F1 averaged over the classes that occur."""
    each = []
    for one in np.unique(truth):
        right = ((truth == one) & (said == one)).sum()
        each.append(2 * right / max((truth == one).sum() + (said == one).sum(), 1))
    return float(np.mean(each))


def _spread(
    truth: NDArray[np.int64], said: NDArray[np.int64], dialogues: NDArray[np.int64]
) -> Iterable[float]:
    """Bootstrap by dialogue."""
    chance, places = (
        np.random.default_rng(3),
        [np.flatnonzero(dialogues == one) for one in np.unique(dialogues)],
    )
    drawn = []
    for _ in range(DRAWS):
        chosen = np.concatenate([places[at] for at in chance.integers(0, len(places), len(places))])
        drawn.append(macro_f1(truth[chosen], said[chosen]))
    return np.quantile(drawn, [0.025, 0.975]).tolist()
