"""How danger is noticed in own phrases and messages, and how sentences are split: each by models that saw nothing of the author."""

import numpy as np
from numpy.typing import NDArray

from training import rows, train
from troth.coach.danger import sure_flags
from troth.coach.features import features
from troth.coach.folding import spelled
from troth.coach.names import FLAGS
from troth.coach.patterns import worded
from troth.coach.sentences import sentences, signed

Yes = NDArray[np.bool_]
DRAWS = 400
PORTIONS = {
    "W3": "mostly veiled; half of it was read for the rules",
    "W5": "plain; read for the rules",
    "W8": "plain; half of it was read for the rules",
    "W10": "everyday words; look-alikes and some phrases were read for the rules",
    "W11": "every situation in turn; not read for the rules",
}


def flag_lines() -> list[str]:
    """Recall and false flags by portion: the whole, and rules alone; then the sentences of messages."""
    given = rows.dangers()
    table, _, scores = train.danger(given)
    rules = np.array([[flag in held for flag in FLAGS] for held in map(_sure, given.texts)])
    said = rules | (scores >= table.line)
    truth, phrases = given.truth > 0, np.arange(len(given.texts)) < len(rows.lines(*rows.DANGERS))
    lines = [
        "| phrases | n | any flag | 95 % | threat | self-harm | coercion | rules alone | look-alikes flagged |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for writer, name in PORTIONS.items():
        mine = phrases & (given.writers == writer)
        if mine.any():
            lines.append(_row(name, truth[mine], said[mine], rules[mine], given.authors[mine]))
    lines += ["", *_messages(truth[~phrases], said[~phrases], given.ordinary[~phrases])]
    for writer in PORTIONS:
        mine = phrases & (given.writers == writer)
        if mine.any():
            lines.append(_unread(writer, given, mine, rules))
    return lines


def _unread(writer: str, given: rows.Labelled, mine: Yes, rules: Yes) -> str:
    """Learn from all writers but one, read the phrases of that one."""
    table, weighed, _ = train.danger(given.only(given.writers != writer))
    apart = given.only(mine)
    nothing = np.zeros(len(FLAGS))
    beside = [
        np.sum([weighed.get(name, nothing) for name in train.evidence_in(text)] or [nothing], axis=0)
        for text in apart.texts
    ]
    raw = table.raw(features(apart.texts, apart.messages)) + np.array(beside)
    found = ((table.calibrated(raw) >= table.line) | rules[mine]).any(axis=1)
    there = apart.truth.any(axis=1)
    return (
        f"Writer {writer} unread: any flag {found[there].mean():.2f} of {there.sum()}; "
        f"look-alikes flagged {found[~there].mean():.3f} of {(~there).sum()}"
    )


def _row(name: str, truth: Yes, said: Yes, rules: Yes, authors: NDArray[np.str_]) -> str:
    there, found = truth.any(axis=1), said.any(axis=1)
    each = [f"{said[truth[:, at], at].mean():.2f}" for at in range(len(FLAGS))]
    low, high = _spread(found[there], authors[there])
    return (
        f"| {name} | {there.sum()} | {found[there].mean():.2f} | {low:.2f} to {high:.2f} | {' | '.join(each)} | "
        f"{rules.any(axis=1)[there].mean():.2f} | {found[~there].mean():.3f} of {(~there).sum()} |"
    )


def _spread(found: Yes, authors: NDArray[np.str_]) -> tuple[float, float]:
    """Bootstrap by author."""
    chance, of_each = np.random.default_rng(9), [found[authors == one] for one in np.unique(authors)]
    drawn = [
        np.concatenate([of_each[at] for at in chance.integers(0, len(of_each), len(of_each))]).mean()
        for _ in range(DRAWS)
    ]
    low, high = np.quantile(drawn, [0.025, 0.975])
    return float(low), float(high)


def _messages(truth: Yes, said: Yes, ordinary: Yes) -> list[str]:
    found, there = said.any(axis=1), truth.any(axis=1)
    return [
        f"Messages: false flags per 1,000 ordinary sentences {1000 * found[ordinary].mean():.2f} ({ordinary.sum()}); "
        f"recall on flagged ones {found[there].mean():.2f} ({there.sum()})"
    ]


def _sure(text: str) -> frozenset[str]:
    said = [worded(spelled(text[one.start : one.end])) for one in signed(text)]
    return frozenset(flag for at in range(len(said)) for flag in sure_flags(said, at))


def split_lines() -> list[str]:
    """How ends of sentences agree with the labelled ones, on a quarter of authors that the model of gaps did not see."""
    given = rows.lines(*rows.MESSAGES)
    out = frozenset(sorted({row["author"] for row in given})[::4])
    table = train.gap_table(out)
    lines = ["| sentences | precision | recall | messages exact |", "|---|---|---|---|"]
    for name, split in (
        ("signs only", signed),
        ("with the model", lambda text: sentences(text, table=table)),
    ):
        right = told = there = exact = 0
        apart = [row for row in given if row["author"] in out]
        for row in apart:
            truth, said = (
                {one["end"] for one in row["sentences"][:-1]},
                {one.end for one in split(row["text"])[:-1]},
            )
            right, told, there, exact = (
                right + len(truth & said),
                told + len(said),
                there + len(truth),
                exact + (truth == said),
            )
        lines.append(f"| {name} | {right / told:.2f} | {right / there:.2f} | {exact / len(apart):.2f} |")
    return lines
