"""What the coach will learn from is well-formed: known labels, offsets that fit, many hands, nothing twice."""

import importlib.util
import json
from collections import Counter
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "training"
_spec = importlib.util.spec_from_file_location("agreement", FOLDER / "agreement.py")
agreement = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(agreement)
HELPS = {"validate", "reflect", "ask", "own", "commit", "lead", "affirm", "disclose"}
HURTS = {
    "minimise", "defend", "blame", "generalise", "contempt", "control", "pressure", "reassure-empty", "fix",
    "non-apology", "evade",
}  # fmt: skip
FLAGS = {"threat", "self-harm", "coercion"}
TRAPS = {
    "all-or-nothing", "overgeneralising", "mental-filter", "mind-reading", "fortune-telling", "catastrophising",
    "emotional-reasoning", "should-statements", "labelling", "personalising",
}  # fmt: skip
BONDS = {"partner", "friend", "family", "colleague", "other"}


def lines(pattern):
    return [
        json.loads(line) for file in sorted(FOLDER.glob(pattern)) for line in file.read_text().splitlines()
    ]


MESSAGES, THOUGHTS = lines("messages/*.jsonl"), lines("thoughts/*.jsonl")
PLAIN = lines("danger/plain.jsonl")
DANGER = [*lines("danger/phrases.jsonl"), *(row for row in PLAIN if row["flags"])]
LOOKALIKES = [*lines("danger/lookalikes.jsonl"), *(row for row in PLAIN if not row["flags"])]


@pytest.mark.parametrize(
    "rows", [MESSAGES, THOUGHTS, [*DANGER, *LOOKALIKES]], ids=["messages", "thoughts", "danger"]
)
def test_ids_and_texts_are_there_once_and_bonds_are_known(rows):
    assert len({row["id"] for row in rows}) == len(rows)
    assert [text for text, times in Counter(row["text"].lower() for row in rows).items() if times > 1] == []
    assert {row["bond"] for row in rows} <= BONDS
    assert {row["written"] for row in rows} == {"generated"}


def test_sentences_lie_in_their_text_in_order_and_carry_known_marks():
    for row in MESSAGES:
        last = 0
        for one in row["sentences"]:
            assert last <= one["start"] < one["end"] <= len(row["text"]), row["id"]
            assert set(one["marks"]) <= HELPS | HURTS, row["id"]
            assert not row["text"][last : one["start"]].strip(), row["id"]
            last = one["end"]
        assert last == len(row["text"]), row["id"]
        assert {one["flag"] for one in row["flags"]} <= FLAGS, row["id"]


def test_traps_and_flags_are_known():
    assert {trap for row in THOUGHTS for trap in row["traps"]} == TRAPS
    assert {one["flag"] for row in DANGER for one in row["flags"]} == FLAGS
    assert all(row["flags"] for row in DANGER)
    assert not any(row["flags"] for row in LOOKALIKES)


def test_there_are_enough_from_many_hands_and_every_mark_is_there_often():
    sentences = [one for row in MESSAGES for one in row["sentences"]]
    assert (len(MESSAGES) >= 3_000, len(sentences) >= 7_000) == (True, True)
    assert (len(THOUGHTS) >= 1_200, len(DANGER) >= 400, len(LOOKALIKES) >= 800) == (True, True, True)
    marks = Counter(mark for one in sentences for mark in one["marks"])
    assert min(marks[mark] for mark in HELPS | HURTS) >= 120
    authors = Counter(row["author"] for row in MESSAGES)
    assert len(authors) >= 24
    assert authors.most_common(1)[0][1] <= 0.12 * len(MESSAGES)
    assert sum(not set(one["marks"]) & HURTS for one in sentences) >= 0.45 * len(sentences)
    assert sum(not one["marks"] for one in sentences) >= 0.2 * len(sentences)


def test_the_second_labels_belong_to_sentences_and_agree_with_the_first_beyond_chance():
    both = agreement.pairs()
    assert len(both) >= 500
    assert all(second <= HELPS | HURTS for _first, second in both)
    assert min(agreement.kappa(both, mark) for mark in HELPS | HURTS) > 0.4


def test_kappa_is_one_where_they_agree_and_nought_by_chance():
    a, b = frozenset({"own"}), frozenset()
    assert agreement.kappa([(a, a), (b, b)], "own") == 1
    assert agreement.kappa([(a, a), (a, b), (b, a), (b, b)], "own") == 0
