"""How the rules for danger and the splitting of sentences stand on own messages and phrases."""

from typing import Any

from training import rows, train
from troth.coach.danger import danger
from troth.coach.names import FLAGS
from troth.coach.sentences import sentences, signed

PHRASES, LOOKALIKES = "danger/phrases.jsonl", "danger/lookalikes.jsonl"


def read_first(row: dict[str, Any]) -> bool:
    """Rules were written while reading authors of odd number only."""
    return int(row["author"].rpartition("-")[2][1:]) % 2 == 1


def flag_lines() -> list[str]:
    """Recall on phrases that were read for the rules and on those that were not; false flags on ordinary sentences."""
    lines = [
        "| phrases | n | any flag | threat | self-harm | coercion | look-alikes flagged |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, wanted in (("read for the rules", True), ("mostly unread", False)):
        given = [
            (row, {one.flag for one in danger(row["text"])})
            for row in rows.lines(PHRASES)
            if read_first(row) == wanted
        ]
        near = [danger(row["text"]) for row in rows.lines(LOOKALIKES) if read_first(row) == wanted]
        each = [_recall(given, flag) for flag in FLAGS]
        share = sum(bool(found) for _, found in given) / len(given)
        lines.append(
            f"| {name} | {len(given)} | {share:.2f} | {' | '.join(each)} | {sum(map(bool, near)) / len(near):.3f} |"
        )
    return [*lines, "", ordinary()]


def _recall(given: list[tuple[dict[str, Any], set[str]]], flag: str) -> str:
    there = [found for row, found in given if flag in {one["flag"] for one in row["flags"]}]
    return f"{sum(flag in found for found in there) / len(there):.2f}"


def ordinary() -> str:
    """False flags on the unflagged sentences of messages, and recall on the flagged ones."""
    many = false = there = hit = 0
    for row in rows.lines(*rows.MESSAGES):
        found = danger(row["text"])
        for one in row["sentences"]:
            flagged = any(flag["start"] < one["end"] and flag["end"] > one["start"] for flag in row["flags"])
            said = any(flag.start < one["end"] and flag.end > one["start"] for flag in found)
            many, false = many + (not flagged), false + (said and not flagged)
            there, hit = there + flagged, hit + (said and flagged)
    return f"Messages: false flags per 1,000 ordinary sentences {1000 * false / many:.2f} ({many}); recall {hit / there:.2f} ({there}, read for the rules)"


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
