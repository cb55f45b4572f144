"""Prints how well the coach reads: `make coach-eval`. Each sentence is scored by models that never saw its author."""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import sys

import numpy as np
from numpy.typing import NDArray

from training import rows, train
from training.flags import flag_lines, split_lines
from training.public import public_lines
from troth.coach.features import features
from troth.coach.folding import spelled
from troth.coach.marking import marked
from troth.coach.names import HURTS, MARKS
from troth.coach.rules import held
from troth.coach.second_look import seen_together

Floats = NDArray[np.float64]
Yes = NDArray[np.bool_]
DRAWS = 400
HURTING = [MARKS.index(mark) for mark in HURTS]


def main() -> None:
    """Learn without each author in turn, and print the tables."""
    given = rows.sentences()
    table, _, scores = train.marks(given)
    say(mark_lines(given, scores, table.line))
    for writer in sorted(set(given.writers.tolist())):
        say(writer_lines(given, writer))
    say(trap_lines(rows.thoughts(), train.traps()[1]))
    say(flag_lines())
    say(split_lines())
    say(public_lines())


def say(lines: list[str]) -> None:
    """Print a block."""
    sys.stdout.write("\n".join(lines) + "\n\n")


def mark_lines(given: rows.Labelled, scores: Floats, line: Floats) -> list[str]:
    """The table of marks: the whole coach, with 95 % intervals over scenes, beside rules alone and always-no."""
    found = whole(given, scores, line)
    alone = np.array(
        [[mark in {rule.mark for rule in held(spelled(text))} for mark in MARKS] for text in given.texts]
    )
    truth, said = given.truth > 0, found > 0
    drawn = _drawn(given.scenes)
    spread = np.array([f1(truth, said, weights) for weights in drawn])
    low, high = np.quantile(spread, [0.025, 0.975], axis=0)
    mine, rules = f1(truth, said), f1(truth, alone)
    lines = [
        "| mark | n | precision | recall | F1 | 95 % | rules only F1 | always no F1 |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for at, mark in enumerate(MARKS):
        right = (truth[:, at] & said[:, at]).sum()
        p, r = right / max(said[:, at].sum(), 1), right / truth[:, at].sum()
        lines.append(
            f"| {mark} | {truth[:, at].sum()} | {p:.2f} | {r:.2f} | {mine[at]:.2f} | {low[at]:.2f} to {high[at]:.2f} | {rules[at]:.2f} | 0 |"
        )
    macro = np.quantile(spread.mean(axis=1), [0.025, 0.975])
    lines.append(
        f"| macro |  |  |  | {mine.mean():.3f} | {macro[0]:.3f} to {macro[1]:.3f} | {rules.mean():.3f} | 0 |"
    )
    return [
        *lines,
        "",
        false_hurts(truth, said),
        *calibration(truth, found),
    ]


def whole(given: rows.Labelled, scores: Floats, line: Floats) -> Floats:
    """Run rules and rulings over the scores; 0 where nothing is marked."""
    found = np.zeros(scores.shape)
    lines, said = line.tolist(), [spelled(text) for text in given.texts]
    for at in range(len(said)):
        after = at + 1 < len(given.texts) and given.messages[at + 1] == given.messages[at]
        for one in marked(said[at], said[at + 1] if after else "", scores[at].tolist(), lines):
            found[at, MARKS.index(one.mark)] = one.score
    return found


def f1(truth: Yes, said: Yes, weights: Floats | None = None) -> Floats:
    """F1 by column."""
    each = np.ones(len(truth)) if weights is None else weights
    right, there, told = each @ (truth & said), each @ truth, each @ said
    return np.asarray(2 * right / np.maximum(there + told, 1e-9))


def _drawn(scenes: NDArray[np.str_]) -> list[Floats]:
    """Bootstrap by scene: how often each sentence is drawn."""
    names, of = np.unique(scenes, return_inverse=True)
    chance = np.random.default_rng(5)
    return [
        np.bincount(chance.integers(0, len(names), len(names)), minlength=len(names))[of].astype(float)
        for _ in range(DRAWS)
    ]


def calibration(truth: Yes, found: Floats) -> list[str]:
    """Said beside true, over reported marks."""
    lines, gaps = ["", "| said | marks | true |", "|---|---|---|"], []
    for low in np.arange(0.5, 1.0, 0.1):
        inside = (found >= low) & ((found < low + 0.1) | (low >= 0.9))
        if inside.sum() >= 20:
            gaps.append(abs(found[inside].mean() - truth[inside].mean()))
            lines.append(f"| {found[inside].mean():.2f} | {inside.sum()} | {truth[inside].mean():.2f} |")
    return [*lines, f"Mean gap: {np.mean(gaps):.3f}"]


def writer_lines(given: rows.Labelled, writer: str) -> list[str]:
    """Learn from all writers but one, read that one: no scene, author or writer is shared."""
    mine = given.writers == writer
    apart = given.only(mine)
    table, second, _ = train.marks(given.only(~mine))
    raw = table.raw(features(apart.texts, apart.messages))
    inputs = seen_together(raw, apart.messages, [len(one) for one in apart.texts])
    found = whole(apart, table.calibrated(second.sums(inputs)), table.line)
    each = f1(apart.truth > 0, found > 0)
    told = ", ".join(f"{mark} {value:.2f}" for mark, value in zip(MARKS, each, strict=True))
    return [
        f"Writer {writer} unread ({len(apart.texts)} sentences): macro F1 {each.mean():.3f}; {told}",
        false_hurts(apart.truth > 0, found > 0),
    ]


def false_hurts(truth: Yes, said: Yes) -> str:
    """How often a sentence without a hurtful mark gets one."""
    good = ~truth[:, HURTING].any(axis=1)
    false = said[:, HURTING].any(axis=1) & good
    return f"False hurtful marks per 100 good sentences: {100 * false.sum() / good.sum():.1f}"


def trap_lines(given: rows.Labelled, scores: Floats) -> list[str]:
    """How often the right trap is among the first two."""
    truth = given.truth > 0
    order = np.argsort(-scores, axis=1)[:, :2]
    some = np.flatnonzero(truth.any(axis=1))
    two = np.mean([truth[at, order[at]].any() for at in some])
    one = np.mean([truth[at, order[at, 0]] for at in some])
    common = np.argsort(-truth.sum(axis=0))[:2]
    plain = truth[np.ix_(some, common)].any(axis=1).mean()
    return [
        f"Traps: right first {one:.2f}, in the first two {two:.2f}; the two commonest always {plain:.2f} ({len(some)} thoughts)"
    ]


if __name__ == "__main__":
    main()
